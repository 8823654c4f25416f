/* td-unit-columns.c: the unit's name, a column for each criterion, how many are met, and the verdict.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "td-unit-columns.h"

#include "td-paper-facts.h"
#include "td-state.h"
#include "td-unit-cell.h"

#include <glib/gi18n.h>
#include <string.h>

/* Room for a cross and three digits, ten times within 800 pixels. */
#define CRITERION_WIDTH 44

/* What a criterion's cells and header know: the criterion, by its index, and its label. */
typedef struct
{
  guint index;
  char *label;
} Criterion;

static void
criterion_free (gpointer data, GClosure *closure)
{
  Criterion *criterion = data;

  g_free (criterion->label);
  g_free (criterion);
}

static void
show_name (TdUnitCell *cell, const TdVerdict *verdict, gpointer data)
{
  g_autofree char *title = td_unit_title (verdict->kind, verdict->name);
  /* Translators: a row of the table as a screen reader says it: unit, how many of ten criteria, verdict. */
  g_autofree char *row = g_strdup_printf (_ ("%s, %u of %d criteria met: %s"), title, td_verdict_n_met (verdict),
                                          TD_N_CRITERIA, td_state_title (td_state_of_verdict (verdict)));

  td_unit_cell_set_text (cell, title, 0);
  td_unit_cell_set_name (cell, title);
  td_unit_cell_set_row_name (cell, row);
}

static void
show_criterion (TdUnitCell *cell, const TdVerdict *verdict, gpointer data)
{
  const Criterion *criterion = data;
  const TdFinding *finding = &verdict->findings[criterion->index];
  g_autofree char *count
    = finding->state == TD_STATE_MET ? g_strdup ("") : g_strdup_printf ("%u", finding->shortcomings->len);
  g_autofree char *state = td_state_describe (finding);
  /* Translators: number and label of a criterion, then its state in words. */
  g_autofree char *name = g_strdup_printf (_ ("Criterion %u %s: %s"), criterion->index + 1, criterion->label, state);

  gtk_widget_set_size_request (GTK_WIDGET (cell), CRITERION_WIDTH, -1);
  td_unit_cell_set_icon (cell, td_state_icon (finding->state));
  td_unit_cell_set_text (cell, count, 0.5f);
  td_unit_cell_set_name (cell, name);
  td_state_colour (GTK_WIDGET (cell), finding->state);
}

static void
show_score (TdUnitCell *cell, const TdVerdict *verdict, gpointer data)
{
  g_autofree char *score = g_strdup_printf ("%u/%d", td_verdict_n_met (verdict), TD_N_CRITERIA);
  g_autofree char *name = g_strdup_printf (_ ("%u of %d criteria met"), td_verdict_n_met (verdict), TD_N_CRITERIA);

  td_unit_cell_set_text (cell, score, 1);
  td_unit_cell_set_name (cell, name);
}

static void
show_verdict (TdUnitCell *cell, const TdVerdict *verdict, gpointer data)
{
  TdState state = td_state_of_verdict (verdict);

  td_unit_cell_set_icon (cell, td_state_icon (state));
  td_unit_cell_set_text (cell, td_state_title (state), 0);
  td_unit_cell_set_name (cell, td_state_title (state));
  td_state_colour (GTK_WIDGET (cell), state);
  gtk_widget_add_css_class (GTK_WIDGET (cell), "badge");
}

static int
compare_names (gconstpointer a, gconstpointer b, gpointer data)
{
  return strcmp (td_unit_item_get_name_key ((gpointer)a), td_unit_item_get_name_key ((gpointer)b));
}

/* Met first, then by how little is missing. */
static int
compare_criteria (gconstpointer a, gconstpointer b, gpointer data)
{
  const Criterion *criterion = data;
  guint first = td_unit_item_get_verdict ((gpointer)a)->findings[criterion->index].shortcomings->len;
  guint second = td_unit_item_get_verdict ((gpointer)b)->findings[criterion->index].shortcomings->len;

  return (first > second) - (first < second);
}

static int
compare_scores (gconstpointer a, gconstpointer b, gpointer data)
{
  guint first = td_verdict_n_met (td_unit_item_get_verdict ((gpointer)a));
  guint second = td_verdict_n_met (td_unit_item_get_verdict ((gpointer)b));

  return (first < second) - (first > second);
}

static void
on_setup (GtkListItemFactory *factory, GtkListItem *item, gpointer data)
{
  TdUnitCellShow show = (TdUnitCellShow)g_object_get_data (G_OBJECT (factory), "show");

  gtk_list_item_set_child (item, GTK_WIDGET (td_unit_cell_new (show, data)));
}

static void
on_bind (GtkListItemFactory *factory, GtkListItem *item, gpointer data)
{
  td_unit_cell_bind (TD_UNIT_CELL (gtk_list_item_get_child (item)), gtk_list_item_get_item (item));
}

static void
on_unbind (GtkListItemFactory *factory, GtkListItem *item, gpointer data)
{
  td_unit_cell_bind (TD_UNIT_CELL (gtk_list_item_get_child (item)), NULL);
}

/* @data belongs to the column's factory where @free_data is given, and lives as long as the column. */
static GtkColumnViewColumn *
add_column (GtkColumnView *view, const char *title, TdUnitCellShow show, GCompareDataFunc compare, gpointer data,
            GClosureNotify free_data)
{
  GtkListItemFactory *factory = gtk_signal_list_item_factory_new ();
  GtkColumnViewColumn *column;
  g_autoptr (GtkSorter) sorter = GTK_SORTER (gtk_custom_sorter_new (compare, data, NULL));

  g_object_set_data (G_OBJECT (factory), "show", (gpointer)show);
  g_signal_connect_data (factory, "setup", G_CALLBACK (on_setup), data, free_data, 0);
  g_signal_connect (factory, "bind", G_CALLBACK (on_bind), NULL);
  g_signal_connect (factory, "unbind", G_CALLBACK (on_unbind), NULL);
  column = gtk_column_view_column_new (title, factory);
  gtk_column_view_column_set_sorter (column, sorter);
  gtk_column_view_append_column (view, column);
  g_object_unref (column);
  return column;
}

static void
add_criterion (GtkColumnView *view, TdPlan *plan, guint index)
{
  Criterion *criterion = g_new0 (Criterion, 1);
  g_autofree char *title = g_strdup_printf ("%u", index + 1);

  criterion->index = index;
  criterion->label = g_strdup (plan->criteria[index]->label);
  add_column (view, title, show_criterion, compare_criteria, criterion, criterion_free);
}

/* Columns take no tooltip at the floor; their headers are the children of the view's first child, in order. */
static void
describe_headers (GtkColumnView *view, TdPlan *plan)
{
  GtkWidget *header = gtk_widget_get_first_child (GTK_WIDGET (view));
  GtkWidget *title = gtk_widget_get_first_child (header);

  for (guint i = 0; i < TD_N_CRITERIA && title != NULL; i++)
    {
      const TdPlanCriterion *criterion = plan->criteria[i];
      g_autofree char *name = g_strdup_printf (_ ("Criterion %u %s"), i + 1, criterion->label);
      g_autofree char *tooltip = g_strdup_printf ("%u. %s\n%s", i + 1, criterion->label, criterion->wording);

      title = gtk_widget_get_next_sibling (title);
      if (title == NULL)
        return;
      gtk_widget_set_halign (gtk_widget_get_first_child (title), GTK_ALIGN_CENTER);
      gtk_widget_set_tooltip_text (title, tooltip);
      gtk_accessible_update_property (GTK_ACCESSIBLE (title), GTK_ACCESSIBLE_PROPERTY_LABEL, name, -1);
    }
}

/**
 * td_unit_columns_add:
 * @view: an empty table of TdUnitItem
 * @plan: the plan, for the criteria's labels and wording
 *
 * Adds every column, and sorts the table by name.
 */
void
td_unit_columns_add (GtkColumnView *view, TdPlan *plan)
{
  GtkColumnViewColumn *name = add_column (view, _ ("Unit"), show_name, compare_names, NULL, NULL);

  gtk_column_view_column_set_expand (name, TRUE);
  for (guint i = 0; i < TD_N_CRITERIA; i++)
    add_criterion (view, plan, i);
  /* Translators: the column of how many of the ten criteria are met. */
  add_column (view, _ ("Met"), show_score, compare_scores, NULL, NULL);
  add_column (view, _ ("Verdict"), show_verdict, compare_scores, NULL, NULL);
  describe_headers (view, plan);
  gtk_column_view_sort_by_column (view, name, GTK_SORT_ASCENDING);
}
