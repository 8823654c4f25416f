/* td-test-columns.c: who it is, the latest test, and the result to be set: a button for each, and what was found where
 * it is positive.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "td-test-columns.h"

#include "td-date.h"
#include "td-sheet-table.h"
#include "td-test-item.h"
#include "td-value.h"

#include <glib/gi18n.h>
#include <string.h>

static const TdField *
find_field (const char *reg, const char *field)
{
  return td_register_find_field (td_register_find (reg), field);
}

static char *
show_value (const char *reg, const char *field, const char *value)
{
  return value != NULL ? td_field_show (find_field (reg, field), value) : g_strdup ("");
}

static char *
tell_name (TdSheetItem *item)
{
  return g_strdup (td_sheet_item_get_line (item)->name);
}

static char *
tell_born (TdSheetItem *item)
{
  const char *born = td_test_item_get_line (TD_TEST_ITEM (item))->born;

  return born != NULL ? g_strndup (born, strlen ("1990")) : g_strdup ("");
}

static char *
tell_place (TdSheetItem *item)
{
  return g_strdup (td_sheet_item_get_line (item)->place);
}

static char *
tell_category (TdSheetItem *item)
{
  return show_value ("classifications", "category", td_test_item_get_line (TD_TEST_ITEM (item))->category);
}

/* Of the very day and occasion: whether it stays. */
static char *
tell_kept (TdTestItem *item)
{
  const TdTestLine *line = td_test_item_get_line (item);
  g_autofree char *result = show_value ("tests", "result", line->kept_result);

  if (!td_test_item_is_news (item))
    /* Translators: a test of that day and occasion is in the register already: its result. */
    return g_strdup_printf (_ ("Already kept: %s"), result);
  /* Translators: a test of that day and occasion is in the register already: its result. */
  return g_strdup_printf (_ ("%s, will be changed"), result);
}

static char *
tell_latest (TdSheetItem *item)
{
  const TdTestLine *line = td_test_item_get_line (TD_TEST_ITEM (item));
  g_autofree char *day = NULL;
  g_autofree char *result = NULL;

  if (line->kept_result != NULL)
    return tell_kept (TD_TEST_ITEM (item));
  if (line->tested_on == NULL)
    return g_strdup (_ ("none yet"));
  day = td_date_show (line->tested_on);
  result = show_value ("tests", "result", line->tested_result);
  return g_strdup_printf ("%s · %s", day, result);
}

static void
on_toggled (GtkToggleButton *button)
{
  TdSheetItem *item = td_sheet_cell_get_item (GTK_WIDGET (button));
  const char *result = g_object_get_data (G_OBJECT (button), "result");
  gboolean is_on = gtk_toggle_button_get_active (button);

  if (item == NULL || is_on == (g_strcmp0 (td_test_item_get_result (TD_TEST_ITEM (item)), result) == 0))
    return;
  td_test_item_set_result (TD_TEST_ITEM (item), is_on ? result : NULL);
}

/* The focus stays on the row, whose keys do the same. */
static void
add_button (GtkBox *box, const TdWord *word)
{
  GtkWidget *button = gtk_toggle_button_new_with_label (word->label);

  gtk_widget_set_focusable (button, FALSE);
  gtk_widget_add_css_class (button, "result");
  gtk_widget_add_css_class (button, word->value);
  g_object_set_data (G_OBJECT (button), "result", (gpointer)word->value);
  g_signal_connect (button, "toggled", G_CALLBACK (on_toggled), NULL);
  gtk_box_append (box, button);
}

static GtkWidget *
make_results (void)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 0);

  gtk_widget_add_css_class (box, "linked");
  for (const TdWord *word = find_field ("tests", "result")->words; word->value != NULL; word++)
    add_button (GTK_BOX (box), word);
  return box;
}

static void
show_results (GtkWidget *box, TdSheetItem *item)
{
  const char *result = td_test_item_get_result (TD_TEST_ITEM (item));

  for (GtkWidget *button = gtk_widget_get_first_child (box); button != NULL;
       button = gtk_widget_get_next_sibling (button))
    gtk_toggle_button_set_active (GTK_TOGGLE_BUTTON (button),
                                  g_strcmp0 (g_object_get_data (G_OBJECT (button), "result"), result) == 0);
}

static void
on_substances (GtkEditable *entry)
{
  TdSheetItem *item = td_sheet_cell_get_item (GTK_WIDGET (entry));
  const char *text = gtk_editable_get_text (entry);

  if (item == NULL || g_str_equal (text, td_test_item_get_substances (TD_TEST_ITEM (item))))
    return;
  td_test_item_set_substances (TD_TEST_ITEM (item), text);
}

static gboolean
on_entry_key (GtkEventControllerKey *keys, guint key, guint code, GdkModifierType state, gpointer data)
{
  GtkWidget *entry = gtk_event_controller_get_widget (GTK_EVENT_CONTROLLER (keys));
  GtkWidget *table = gtk_widget_get_ancestor (entry, TD_TYPE_SHEET_TABLE);
  TdSheetItem *item = td_sheet_cell_get_item (entry);

  if (item == NULL || table == NULL)
    return GDK_EVENT_PROPAGATE;
  if (key == GDK_KEY_Up)
    td_sheet_table_step (TD_SHEET_TABLE (table), item, -1);
  else if (key == GDK_KEY_Down || key == GDK_KEY_Return || key == GDK_KEY_KP_Enter)
    td_sheet_table_step (TD_SHEET_TABLE (table), item, 1);
  else if (key == GDK_KEY_ISO_Left_Tab)
    td_sheet_table_focus (TD_SHEET_TABLE (table), item);
  else
    return GDK_EVENT_PROPAGATE;
  return GDK_EVENT_STOP;
}

/* Few are positive: an entry is made for the first who is. */
static GtkWidget *
make_substances (void)
{
  return adw_bin_new ();
}

static GtkWidget *
make_entry (void)
{
  GtkWidget *entry = gtk_entry_new ();
  GtkEventController *keys = gtk_event_controller_key_new ();

  gtk_entry_set_max_length (GTK_ENTRY (entry), TD_CELL_MAX);
  gtk_editable_set_width_chars (GTK_EDITABLE (entry), 8);
  gtk_entry_set_placeholder_text (GTK_ENTRY (entry), find_field ("tests", "substances")->label);
  gtk_accessible_update_property (GTK_ACCESSIBLE (entry), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  find_field ("tests", "substances")->label, -1);
  g_signal_connect (entry, "changed", G_CALLBACK (on_substances), NULL);
  gtk_event_controller_set_propagation_phase (keys, GTK_PHASE_CAPTURE);
  g_signal_connect (keys, "key-pressed", G_CALLBACK (on_entry_key), NULL);
  gtk_widget_add_controller (entry, keys);
  return entry;
}

static void
show_substances (GtkWidget *cell, TdSheetItem *item)
{
  const char *substances = td_test_item_get_substances (TD_TEST_ITEM (item));
  GtkWidget *entry = adw_bin_get_child (ADW_BIN (cell));
  gboolean is_positive = td_test_item_is_positive (TD_TEST_ITEM (item));

  g_object_set_data (G_OBJECT (item), "substances", cell);
  if (entry == NULL && is_positive)
    adw_bin_set_child (ADW_BIN (cell), entry = make_entry ());
  if (entry == NULL)
    return;
  gtk_widget_set_visible (entry, is_positive);
  if (!g_str_equal (gtk_editable_get_text (GTK_EDITABLE (entry)), substances))
    gtk_editable_set_text (GTK_EDITABLE (entry), substances);
}

const TdSheetColumn td_test_columns[] = {
  { N_ ("Name"), 170, TRUE, tell_name, NULL, NULL },
  { N_ ("Born"), 84, FALSE, tell_born, NULL, NULL },
  { N_ ("Lives in"), 150, FALSE, tell_place, NULL, NULL },
  { N_ ("Category"), 180, FALSE, tell_category, NULL, NULL },
  { N_ ("Latest test"), 195, FALSE, tell_latest, NULL, NULL },
  { N_ ("Result"), 185, FALSE, NULL, make_results, show_results },
  { N_ ("Substances"), 180, FALSE, NULL, make_substances, show_substances },
};
const guint td_n_test_columns = G_N_ELEMENTS (td_test_columns);

/**
 * td_test_columns_focus_substances:
 * @item: a line in sight
 *
 * Returns: whether the focus went to where its substances are typed: only where it is positive
 */
gboolean
td_test_columns_focus_substances (TdSheetItem *item)
{
  GtkWidget *row = td_sheet_item_find_row (item);
  GtkWidget *cell = g_object_get_data (G_OBJECT (item), "substances");

  if (row == NULL || cell == NULL || !td_test_item_is_positive (TD_TEST_ITEM (item)))
    return FALSE;
  return gtk_widget_grab_focus (adw_bin_get_child (ADW_BIN (cell)));
}
