/* td-test-sheet.c: a key sets the result of the person in front; whoever the paper list has and the sheet has not is
 * added by a few letters.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "td-test-sheet.h"

#include "td-count.h"
#include "td-person-entry.h"
#include "td-test-columns.h"
#include "td-test-item.h"
#include "td-test-list.h"

#include <glib/gi18n.h>

struct _TdTestSheet
{
  TdDaySheet parent_instance;
  TdPersonEntry *person;
  guint n_kept; /* in the change that is being made */
};

G_DEFINE_FINAL_TYPE (TdTestSheet, td_test_sheet, TD_TYPE_DAY_SHEET)

/* What is to be kept. */
typedef struct
{
  TdSheetWish *wish;
  GPtrArray *found; /* of TdTestFound */
} Collected;

static void
collected_free (gpointer data)
{
  Collected *collected = data;

  td_sheet_wish_free (collected->wish);
  g_ptr_array_unref (collected->found);
  g_free (collected);
}

static gpointer
read_list (TdStore *store, gpointer wish, GCancellable *cancellable, GError **error)
{
  return td_test_list_read (store, wish, cancellable, error);
}

static TdSheetItem *
make_item (TdSheetLine *line, const TdSheetWish *wish)
{
  return TD_SHEET_ITEM (td_test_item_new ((TdTestLine *)line));
}

static void
tell_empty (AdwStatusPage *page, const TdSheetWish *wish)
{
  adw_status_page_set_title (page, wish->only_lacking ? _ ("Nobody Lacks a Test") : _ ("Nobody to Test"));
  adw_status_page_set_description (
    page, wish->only_lacking
            ? _ ("Everyone whom the criteria want tested here has a test that counts on this day. List the others too, "
                 "or add a person by name.")
            : _ ("The criteria want nobody tested here on this day. Choose another unit, or add a person by name."));
}

static gpointer
keep (TdStore *store, gpointer data, GCancellable *cancellable, GError **error)
{
  const Collected *collected = data;

  return GINT_TO_POINTER (
    td_test_list_keep (store, collected->wish->day, collected->wish->occasion, collected->found, error));
}

/* Puts what is set and not there already. */
static GPtrArray *
collect_found (TdDaySheet *sheet)
{
  GListModel *items = td_sheet_table_get_items (td_day_sheet_get_table (sheet));
  guint n = g_list_model_get_n_items (items);
  GPtrArray *found = td_test_found_new ();

  for (guint i = 0; i < n; i++)
    {
      g_autoptr (TdTestItem) item = g_list_model_get_item (items, i);

      if (td_test_item_is_news (item))
        td_test_found_add (found, td_sheet_item_get_line (TD_SHEET_ITEM (item))->key, td_test_item_get_result (item),
                           td_test_item_is_positive (item) ? td_test_item_get_substances (item) : NULL);
    }
  return found;
}

static gpointer
td_test_sheet_collect (TdDaySheet *sheet, TdSheetWish *wish)
{
  Collected *collected = g_new0 (Collected, 1);

  collected->wish = wish;
  collected->found = collect_found (sheet);
  TD_TEST_SHEET (sheet)->n_kept = collected->found->len;
  return collected;
}

static char *
td_test_sheet_tell_kept (TdDaySheet *sheet)
{
  guint n = TD_TEST_SHEET (sheet)->n_kept;
  g_autofree char *count = td_count_show (n);

  return g_strdup_printf (ngettext ("%s test result kept", "%s test results kept", n), count);
}

static char *
td_test_sheet_count (TdDaySheet *sheet, gboolean *can_keep)
{
  GListModel *items = td_sheet_table_get_items (td_day_sheet_get_table (sheet));
  guint n = g_list_model_get_n_items (items);
  guint n_set = 0, n_positive = 0;
  g_autofree char *set = NULL, *positive = NULL, *others = NULL;

  for (guint i = 0; i < n; i++)
    {
      g_autoptr (TdTestItem) item = g_list_model_get_item (items, i);

      n_set += td_test_item_get_result (item) != NULL;
      n_positive += td_test_item_is_positive (item);
      *can_keep |= td_test_item_is_news (item);
    }
  set = td_count_show (n_set);
  positive = td_count_show (n_positive);
  others = td_count_show (n - n_set);
  return g_strdup_printf (_ ("%s set, %s of them positive; %s not set"), set, positive, others);
}

static gboolean
td_test_sheet_press (TdDaySheet *sheet, TdSheetItem *item, guint key)
{
  switch (key)
    {
    case GDK_KEY_a:
    case GDK_KEY_A:
    case GDK_KEY_minus:
    case GDK_KEY_KP_Subtract:
      td_test_item_set_result (TD_TEST_ITEM (item), "negative");
      return TRUE;
    case GDK_KEY_d:
    case GDK_KEY_D:
    case GDK_KEY_plus:
    case GDK_KEY_equal:
    case GDK_KEY_KP_Add:
      td_test_item_set_result (TD_TEST_ITEM (item), "positive");
      return TRUE;
    case GDK_KEY_Delete:
    case GDK_KEY_KP_Delete:
    case GDK_KEY_BackSpace:
      td_test_item_set_result (TD_TEST_ITEM (item), NULL);
      return TRUE;
    case GDK_KEY_Tab:
      return td_test_columns_focus_substances (item);
    default:
      return FALSE;
    }
}

/* Who has a test of that day already keeps it. */
static void
set_rest_negative (GtkWidget *widget, const char *name, GVariant *parameter)
{
  GListModel *items = td_sheet_table_get_items (td_day_sheet_get_table (TD_DAY_SHEET (widget)));
  guint n = g_list_model_get_n_items (items);

  for (guint i = 0; i < n; i++)
    {
      g_autoptr (TdTestItem) item = g_list_model_get_item (items, i);

      if (td_test_item_get_result (item) == NULL && td_test_item_get_line (item)->kept_result == NULL)
        td_test_item_set_result (item, "negative");
    }
}

static void
on_person_chosen (TdTestSheet *self, const char *key)
{
  td_sheet_lines_add (td_day_sheet_get_lines (TD_DAY_SHEET (self)), key);
}

static void
td_test_sheet_class_init (TdTestSheetClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);
  TdDaySheetClass *sheet_class = TD_DAY_SHEET_CLASS (klass);

  sheet_class->reg = "tests";
  sheet_class->day = "sampled_on";
  sheet_class->occasion = "occasion";
  sheet_class->source = (TdSheetSource){ read_list, make_item, tell_empty, td_test_columns, td_n_test_columns };
  sheet_class->press = td_test_sheet_press;
  sheet_class->count = td_test_sheet_count;
  sheet_class->collect = td_test_sheet_collect;
  sheet_class->keep = keep;
  sheet_class->free_collected = collected_free;
  sheet_class->tell_kept = td_test_sheet_tell_kept;

  gtk_widget_class_install_action (widget_class, "sheet.rest-negative", NULL, set_rest_negative);

  g_type_ensure (TD_TYPE_PERSON_ENTRY);
  gtk_widget_class_set_template_from_resource (widget_class, "/vn/thamdinh/ui/td-test-sheet.ui");
  gtk_widget_class_bind_template_child (widget_class, TdTestSheet, person);
  gtk_widget_class_bind_template_callback (widget_class, on_person_chosen);
}

static void
td_test_sheet_init (TdTestSheet *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

/**
 * td_test_sheet_present:
 * @parent: the window that it stands before
 * @session: the open database
 * @unit: (nullable): the unit to begin with
 */
void
td_test_sheet_present (GtkWindow *parent, TdSession *session, const char *unit)
{
  TdTestSheet *self = g_object_new (TD_TYPE_TEST_SHEET, "transient-for", parent, NULL);

  td_person_entry_read (self->person, session);
  td_day_sheet_open (TD_DAY_SHEET (self), session, unit);
}
