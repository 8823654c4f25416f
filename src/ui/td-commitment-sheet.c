/* td-commitment-sheet.c: Space marks the household in front; a few letters leave those that have them in sight.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "td-commitment-sheet.h"

#include "td-commitment-item.h"
#include "td-commitment-list.h"
#include "td-count.h"

#include <glib/gi18n.h>

struct _TdCommitmentSheet
{
  TdDaySheet parent_instance;
  GtkEditable *search;
  guint n_kept; /* in the change that is being made */
};

G_DEFINE_FINAL_TYPE (TdCommitmentSheet, td_commitment_sheet, TD_TYPE_DAY_SHEET)

/* What is to be kept. */
typedef struct
{
  TdSheetWish *wish;
  GPtrArray *households; /* of char * */
} Collected;

static void
collected_free (gpointer data)
{
  Collected *collected = data;

  td_sheet_wish_free (collected->wish);
  g_ptr_array_unref (collected->households);
  g_free (collected);
}

static void
on_toggled (GtkCheckButton *check)
{
  TdSheetItem *item = td_sheet_cell_get_item (GTK_WIDGET (check));

  if (item != NULL)
    td_commitment_item_mark (TD_COMMITMENT_ITEM (item), gtk_check_button_get_active (check));
}

/* The focus stays on the row, where Space does the same. */
static GtkWidget *
make_check (void)
{
  GtkWidget *check = gtk_check_button_new ();

  gtk_widget_set_focusable (check, FALSE);
  gtk_widget_set_halign (check, GTK_ALIGN_CENTER);
  gtk_accessible_update_property (GTK_ACCESSIBLE (check), GTK_ACCESSIBLE_PROPERTY_LABEL, _ ("Signed"), -1);
  g_signal_connect (check, "toggled", G_CALLBACK (on_toggled), NULL);
  return check;
}

static void
show_check (GtkWidget *check, TdSheetItem *item)
{
  TdCommitmentItem *household = TD_COMMITMENT_ITEM (item);
  gboolean is_marked = td_commitment_item_is_marked (household);

  gtk_check_button_set_active (GTK_CHECK_BUTTON (check), is_marked || td_commitment_item_has_signed (household));
  gtk_widget_set_sensitive (check, is_marked || td_commitment_item_is_open (household));
}

static char *
tell_name (TdSheetItem *item)
{
  return g_strdup (td_sheet_item_get_line (item)->name);
}

static char *
tell_key (TdSheetItem *item)
{
  return g_strdup (td_sheet_item_get_line (item)->key);
}

static char *
tell_place (TdSheetItem *item)
{
  return g_strdup (td_sheet_item_get_line (item)->place);
}

static char *
tell_commitment (TdSheetItem *item)
{
  return td_commitment_item_tell (TD_COMMITMENT_ITEM (item));
}

static const TdSheetColumn columns[] = {
  { N_ ("Signed"), 70, FALSE, NULL, make_check, show_check },
  { N_ ("Head of the household"), 240, TRUE, tell_name, NULL, NULL },
  { N_ ("Key"), 130, FALSE, tell_key, NULL, NULL },
  { N_ ("Lives in"), 190, FALSE, tell_place, NULL, NULL },
  { N_ ("Commitment"), 260, FALSE, tell_commitment, NULL, NULL },
};

static gpointer
read_list (TdStore *store, gpointer wish, GCancellable *cancellable, GError **error)
{
  return td_commitment_list_read (store, wish, cancellable, error);
}

static TdSheetItem *
make_item (TdSheetLine *line, const TdSheetWish *wish)
{
  return TD_SHEET_ITEM (td_commitment_item_new ((TdCommitmentLine *)line, wish->day));
}

static void
tell_empty (AdwStatusPage *page, const TdSheetWish *wish)
{
  adw_status_page_set_title (page, wish->only_lacking ? _ ("Every Household Has Signed") : _ ("No Household"));
  adw_status_page_set_description (
    page, wish->only_lacking
            ? _ ("None of the households that live here on this day lacks a commitment. List the others too, or choose "
                 "another unit.")
            : _ ("No household lives here on this day. Choose another unit, or import the households first."));
}

static gpointer
keep (TdStore *store, gpointer data, GCancellable *cancellable, GError **error)
{
  const Collected *collected = data;

  return GINT_TO_POINTER (td_commitment_list_keep (store, collected->wish->day, collected->households, error));
}

/* Those that are marked, or that are marked wrongly. */
static GPtrArray *
collect_marked (TdDaySheet *sheet, gboolean only_wrong)
{
  GListModel *items = td_sheet_table_get_items (td_day_sheet_get_table (sheet));
  guint n = g_list_model_get_n_items (items);
  GPtrArray *keys = g_ptr_array_new_with_free_func (g_free);

  for (guint i = 0; i < n; i++)
    {
      g_autoptr (TdCommitmentItem) item = g_list_model_get_item (items, i);

      if (only_wrong ? td_commitment_item_is_wrong (item) : td_commitment_item_is_marked (item))
        g_ptr_array_add (keys, g_strdup (td_sheet_item_get_line (TD_SHEET_ITEM (item))->key));
    }
  return keys;
}

static void
refuse_wrong (TdDaySheet *sheet, const GPtrArray *wrong)
{
  td_day_sheet_refuse (sheet,
                       _ ("A household that is marked does not live there on this day, or has signed before. Remove "
                          "its mark, or choose another day."));
  td_sheet_lines_add (td_day_sheet_get_lines (sheet), g_ptr_array_index (wrong, 0));
}

static gpointer
td_commitment_sheet_collect (TdDaySheet *sheet, TdSheetWish *wish)
{
  g_autoptr (GPtrArray) wrong = collect_marked (sheet, TRUE);
  Collected *collected;

  if (wrong->len > 0)
    {
      td_sheet_wish_free (wish);
      gtk_editable_set_text (TD_COMMITMENT_SHEET (sheet)->search, "");
      refuse_wrong (sheet, wrong);
      return NULL;
    }
  collected = g_new0 (Collected, 1);
  collected->wish = wish;
  collected->households = collect_marked (sheet, FALSE);
  TD_COMMITMENT_SHEET (sheet)->n_kept = collected->households->len;
  return collected;
}

static char *
td_commitment_sheet_tell_kept (TdDaySheet *sheet)
{
  guint n = TD_COMMITMENT_SHEET (sheet)->n_kept;
  g_autofree char *count = td_count_show (n);

  return g_strdup_printf (ngettext ("%s commitment kept", "%s commitments kept", n), count);
}

static char *
td_commitment_sheet_count (TdDaySheet *sheet, gboolean *can_keep)
{
  g_autoptr (GPtrArray) marked = collect_marked (sheet, FALSE);
  guint n = g_list_model_get_n_items (td_sheet_table_get_items (td_day_sheet_get_table (sheet)));
  g_autofree char *n_marked = td_count_show (marked->len);
  g_autofree char *n_all = td_count_show (n);

  *can_keep = marked->len > 0;
  return g_strdup_printf (ngettext ("%s of %s household marked", "%s of %s households marked", n), n_marked, n_all);
}

static gboolean
td_commitment_sheet_press (TdDaySheet *sheet, TdSheetItem *item, guint key)
{
  TdCommitmentItem *household = TD_COMMITMENT_ITEM (item);

  if (key != GDK_KEY_space && key != GDK_KEY_KP_Space)
    return FALSE;
  td_commitment_item_mark (household, !td_commitment_item_is_marked (household));
  return TRUE;
}

/* Those in sight: where letters are typed, only what has them. */
static void
mark_shown (GtkWidget *widget, const char *name, GVariant *parameter)
{
  GListModel *items = td_sheet_table_get_shown (td_day_sheet_get_table (TD_DAY_SHEET (widget)));
  guint n = g_list_model_get_n_items (items);

  for (guint i = 0; i < n; i++)
    {
      g_autoptr (TdCommitmentItem) item = g_list_model_get_item (items, i);

      td_commitment_item_mark (item, TRUE);
    }
}

static void
on_search (TdCommitmentSheet *self)
{
  td_sheet_lines_find (td_day_sheet_get_lines (TD_DAY_SHEET (self)), gtk_editable_get_text (self->search));
}

/* From the letters straight to what they left. */
static void
on_search_done (TdCommitmentSheet *self)
{
  gtk_widget_grab_focus (GTK_WIDGET (td_day_sheet_get_table (TD_DAY_SHEET (self))));
}

static void
on_stop_search (TdCommitmentSheet *self)
{
  gtk_editable_set_text (self->search, "");
  on_search_done (self);
}

static void
td_commitment_sheet_class_init (TdCommitmentSheetClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);
  TdDaySheetClass *sheet_class = TD_DAY_SHEET_CLASS (klass);

  sheet_class->reg = "households";
  sheet_class->day = "committed_on";
  sheet_class->source = (TdSheetSource){ read_list, make_item, tell_empty, columns, G_N_ELEMENTS (columns) };
  sheet_class->press = td_commitment_sheet_press;
  sheet_class->count = td_commitment_sheet_count;
  sheet_class->collect = td_commitment_sheet_collect;
  sheet_class->keep = keep;
  sheet_class->free_collected = collected_free;
  sheet_class->tell_kept = td_commitment_sheet_tell_kept;

  gtk_widget_class_install_action (widget_class, "sheet.mark-shown", NULL, mark_shown);

  gtk_widget_class_set_template_from_resource (widget_class, "/vn/thamdinh/ui/td-commitment-sheet.ui");
  gtk_widget_class_bind_template_child (widget_class, TdCommitmentSheet, search);
  gtk_widget_class_bind_template_callback (widget_class, on_search);
  gtk_widget_class_bind_template_callback (widget_class, on_search_done);
  gtk_widget_class_bind_template_callback (widget_class, on_stop_search);
}

static void
td_commitment_sheet_init (TdCommitmentSheet *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

/**
 * td_commitment_sheet_present:
 * @parent: the window that it stands before
 * @session: the open database
 * @unit: (nullable): the unit to begin with
 */
void
td_commitment_sheet_present (GtkWindow *parent, TdSession *session, const char *unit)
{
  TdCommitmentSheet *self = g_object_new (TD_TYPE_COMMITMENT_SHEET, "transient-for", parent, NULL);

  td_day_sheet_open (TD_DAY_SHEET (self), session, unit);
}
