/* td-paper-page.c: makes a draft in a thread, shows its pages, saves and prints them.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "td-paper-page.h"

#include "td-date.h"
#include "td-file-chooser.h"
#include "td-menu-button.h"
#include "td-names.h"
#include "td-paper-facts.h"
#include "td-pdf-view.h"
#include "td-print.h"
#include "td-renderer.h"
#include "td-state.h"
#include "td-status.h"
#include "td-template.h"
#include "td-window.h"

#include <glib/gi18n.h>

struct _TdPaperPage
{
  AdwBin parent_instance;
  AdwWindowTitle *title;
  GtkWidget *back;
  GtkLabel *n_pages;
  GtkLabel *note;
  GtkStack *states;
  TdPdfView *view;
  AdwStatusPage *failed;

  TdSession *session;
  TdPdf *pdf;           /* (nullable): until it is made */
  char *name;           /* of the paper and its unit, for the file and the print queue */
  GCancellable *making; /* (nullable) */
};

G_DEFINE_FINAL_TYPE (TdPaperPage, td_paper_page, ADW_TYPE_BIN)

enum
{
  READY,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

/* A paper to be made; the appraisal keeps the verdict. */
typedef struct
{
  TdAppraisal *appraisal;
  const TdVerdict *verdict;
  char *kind;
} Paper;

static void
paper_free (gpointer data)
{
  Paper *paper = data;

  g_object_unref (paper->appraisal);
  g_free (paper->kind);
  g_free (paper);
}

static gpointer
make_pdf (TdStore *store, gpointer data, GCancellable *cancellable, GError **error)
{
  const Paper *paper = data;
  g_autoptr (TdFacts) facts
    = td_paper_facts_new (td_store_get_plan (store), paper->verdict, td_appraisal_get_day (paper->appraisal));
  g_autoptr (TdDraft) draft = td_template_fill (paper->kind, facts, error);
  g_autoptr (GBytes) bytes = draft != NULL ? td_draft_to_pdf (draft, cancellable, error) : NULL;

  return bytes != NULL ? td_pdf_new (bytes, error) : NULL;
}

static void
show_pdf (TdPaperPage *self)
{
  guint n = self->pdf != NULL ? td_pdf_get_n_pages (self->pdf) : 0;
  g_autofree char *count = g_strdup_printf (ngettext ("%u page", "%u pages", n), n);

  gtk_label_set_label (self->n_pages, self->pdf != NULL ? count : "");
  td_pdf_view_set_pdf (self->view, self->pdf);
  g_signal_emit (self, signals[READY], 0);
}

static void
on_made (GObject *object, GAsyncResult *result, gpointer data)
{
  g_autoptr (TdPaperPage) self = data;
  g_autoptr (GError) error = NULL;
  g_autoptr (TdPdf) pdf = td_session_run_finish (TD_SESSION (object), result, &error);

  if (g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    return;
  g_clear_object (&self->making);
  g_set_object (&self->pdf, pdf);
  show_pdf (self);
  gtk_stack_set_visible_child_name (self->states, pdf != NULL ? "ready" : "failed");
  if (pdf != NULL)
    {
      if (gtk_widget_get_mapped (GTK_WIDGET (self)))
        td_paper_page_focus (self);
      return;
    }
  td_status_describe (self->failed, error->message);
}

static void
stop_making (TdPaperPage *self)
{
  if (self->making != NULL)
    g_cancellable_cancel (self->making);
  g_clear_object (&self->making);
}

static void
on_saved (GObject *object, GAsyncResult *result, gpointer data)
{
  g_autoptr (TdPaperPage) self = data;
  g_autoptr (GFile) file = G_FILE (g_object_ref (object));
  g_autofree char *name = g_file_get_basename (file);
  g_autoptr (GError) error = NULL;
  g_autofree char *message = NULL;

  if (g_file_replace_contents_finish (file, result, NULL, &error))
    message = g_strdup_printf (_ ("Saved “%s”"), name);
  else
    message = g_strdup_printf (_ ("“%s” could not be saved: %s"), name, error->message);
  td_window_say (GTK_WIDGET (self), message);
}

static void
on_save_chosen (GFile *file, gpointer data)
{
  TdPaperPage *self = data;

  if (self->pdf != NULL)
    g_file_replace_contents_bytes_async (file, td_pdf_get_bytes (self->pdf), NULL, FALSE, G_FILE_CREATE_NONE, NULL,
                                         on_saved, g_object_ref (self));
}

static void
on_printed (GtkPrintOperation *operation, GtkPrintOperationResult result, TdPaperPage *self)
{
  g_autoptr (GError) error = NULL;
  g_autofree char *message = NULL;

  if (result != GTK_PRINT_OPERATION_RESULT_ERROR)
    return;
  gtk_print_operation_get_error (operation, &error);
  message = g_strdup_printf (_ ("The paper could not be printed: %s"), error->message);
  td_window_say (GTK_WIDGET (self), message);
}

static void
td_paper_page_dispose (GObject *object)
{
  TdPaperPage *self = TD_PAPER_PAGE (object);

  stop_making (self);
  g_clear_object (&self->pdf);
  g_clear_object (&self->session);
  g_clear_pointer (&self->name, g_free);
  G_OBJECT_CLASS (td_paper_page_parent_class)->dispose (object);
}

static void
td_paper_page_class_init (TdPaperPageClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = td_paper_page_dispose;

  /* What td_paper_page_is_ready() says may have changed. */
  signals[READY] = g_signal_new ("ready", TD_TYPE_PAPER_PAGE, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);

  g_type_ensure (TD_TYPE_MENU_BUTTON);
  g_type_ensure (TD_TYPE_PDF_VIEW);
  gtk_widget_class_set_template_from_resource (widget_class, "/vn/thamdinh/ui/td-paper-page.ui");
  gtk_widget_class_bind_template_child (widget_class, TdPaperPage, title);
  gtk_widget_class_bind_template_child (widget_class, TdPaperPage, back);
  gtk_widget_class_bind_template_child (widget_class, TdPaperPage, n_pages);
  gtk_widget_class_bind_template_child (widget_class, TdPaperPage, note);
  gtk_widget_class_bind_template_child (widget_class, TdPaperPage, states);
  gtk_widget_class_bind_template_child (widget_class, TdPaperPage, view);
  gtk_widget_class_bind_template_child (widget_class, TdPaperPage, failed);
}

static void
td_paper_page_init (TdPaperPage *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  td_names_mend (GTK_WIDGET (self));
}

/**
 * td_paper_page_set_session:
 * @self: the page
 * @session: the open database; set once
 */
void
td_paper_page_set_session (TdPaperPage *self, TdSession *session)
{
  self->session = g_object_ref (session);
}

/* What the plan has to say of papers of that day; beside the pages, never on them. */
static void
show_notes (TdPaperPage *self, const char *day)
{
  const GPtrArray *notes = td_session_get_plan (self->session)->notes;
  g_autoptr (GString) text = g_string_new (NULL);

  for (guint i = 0; i < notes->len; i++)
    {
      const TdDated *note = g_ptr_array_index (notes, i);

      if (td_dated_is_in_force (note, day))
        g_string_append_printf (text, "%s%s", text->len > 0 ? "\n" : "", note->text);
    }
  gtk_label_set_label (self->note, text->str);
  gtk_widget_set_visible (GTK_WIDGET (self->note), text->len > 0);
}

/**
 * td_paper_page_make:
 * @self: the page
 * @kind: one of td_template_kinds()
 * @code: a unit that the session has a verdict on
 *
 * Makes that paper, and shows it when it is there.
 */
void
td_paper_page_make (TdPaperPage *self, const char *kind, const char *code)
{
  Paper *paper = g_new0 (Paper, 1);
  g_autofree char *unit = NULL;
  g_autofree char *day = NULL;
  g_autofree char *subtitle = NULL;

  paper->appraisal = g_object_ref (td_session_get_appraisal (self->session));
  paper->verdict = td_appraisal_find (paper->appraisal, code);
  paper->kind = g_strdup (kind);
  unit = td_unit_title (paper->verdict->kind, paper->verdict->name);
  day = td_date_show (td_appraisal_get_day (paper->appraisal));
  /* Translators: a unit and a day. */
  subtitle = g_strdup_printf (_ ("%s, %s"), unit, day);
  adw_window_title_set_title (self->title, td_template_title (kind));
  adw_window_title_set_subtitle (self->title, subtitle);
  show_notes (self, td_appraisal_get_day (paper->appraisal));
  g_free (self->name);
  self->name = g_strdup_printf ("%s - %s", td_template_title (kind), unit);

  stop_making (self);
  g_clear_object (&self->pdf);
  show_pdf (self);
  gtk_stack_set_visible_child_name (self->states, "working");
  self->making = g_cancellable_new ();
  td_session_run (self->session, make_pdf, paper, paper_free, g_object_unref, self->making, on_made,
                  g_object_ref (self));
}

/**
 * td_paper_page_is_ready:
 * @self: the page
 *
 * Returns: whether there is a paper to save and print
 */
gboolean
td_paper_page_is_ready (TdPaperPage *self)
{
  return self->pdf != NULL;
}

/**
 * td_paper_page_save:
 * @self: a page that is ready
 *
 * Asks where, and writes the very bytes that are shown.
 */
void
td_paper_page_save (TdPaperPage *self)
{
  g_autofree char *suggestion = g_strconcat (self->name, ".pdf", NULL);

  td_file_chooser_run (GTK_WINDOW (gtk_widget_get_root (GTK_WIDGET (self))), GTK_FILE_CHOOSER_ACTION_SAVE,
                       _ ("Save the Paper"), suggestion, TD_FILTER_PDF, on_save_chosen, self);
}

/**
 * td_paper_page_print:
 * @self: a page that is ready
 */
void
td_paper_page_print (TdPaperPage *self)
{
  g_autoptr (GtkPrintOperation) operation = td_print_new (self->pdf, self->name);

  g_signal_connect_object (operation, "done", G_CALLBACK (on_printed), self, 0);
  gtk_print_operation_run (operation, GTK_PRINT_OPERATION_ACTION_PRINT_DIALOG,
                           GTK_WINDOW (gtk_widget_get_root (GTK_WIDGET (self))), NULL);
}

void
td_paper_page_zoom (TdPaperPage *self, int steps)
{
  td_pdf_view_zoom (self->view, steps);
}

void
td_paper_page_fit (TdPaperPage *self)
{
  td_pdf_view_fit (self->view);
}

/**
 * td_paper_page_focus:
 * @self: the page
 *
 * Puts the focus on the pages.
 */
void
td_paper_page_focus (TdPaperPage *self)
{
  gtk_widget_grab_focus (self->pdf != NULL ? GTK_WIDGET (self->view) : self->back);
}
