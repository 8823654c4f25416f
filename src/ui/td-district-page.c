/* td-district-page.c: the day, a sentence for the whole district, and the table of its units.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "td-district-page.h"

#include "td-date.h"
#include "td-day-entry.h"
#include "td-figures.h"
#include "td-menu-button.h"
#include "td-names.h"
#include "td-paper-facts.h"
#include "td-state.h"
#include "td-status.h"
#include "td-tab-stop.h"
#include "td-unit-columns.h"
#include "td-unit-item.h"

#include <glib/gi18n.h>

struct _TdDistrictPage
{
  AdwBin parent_instance;
  AdwWindowTitle *title;
  TdDayEntry *day;
  GtkLabel *summary;
  TdFigures *figures;
  GtkStack *states;
  GtkColumnView *table;
  AdwStatusPage *failed;

  TdSession *session;
  GListStore *units; /* of TdUnitItem, by code */
};

G_DEFINE_FINAL_TYPE (TdDistrictPage, td_district_page, ADW_TYPE_BIN)

static void
show_title (TdDistrictPage *self)
{
  const TdPlan *plan = td_session_get_plan (self->session);
  const TdPlanUnit *district = td_plan_get_district (plan);
  g_autofree char *name = td_unit_title (district->kind, district->name);
  g_autofree char *title = td_capitalise (name);

  adw_window_title_set_title (self->title, title);
}

static gboolean
has_same_units (TdDistrictPage *self, GPtrArray *verdicts)
{
  if (g_list_model_get_n_items (G_LIST_MODEL (self->units)) != verdicts->len)
    return FALSE;
  for (guint i = 0; i < verdicts->len; i++)
    {
      g_autoptr (TdUnitItem) item = g_list_model_get_item (G_LIST_MODEL (self->units), i);
      const TdVerdict *verdict = g_ptr_array_index (verdicts, i);

      if (!g_str_equal (td_unit_item_get_verdict (item)->code, verdict->code))
        return FALSE;
    }
  return TRUE;
}

static void
update_units (TdDistrictPage *self, TdAppraisal *appraisal)
{
  GPtrArray *verdicts = td_appraisal_get_verdicts (appraisal);

  if (!has_same_units (self, verdicts))
    {
      g_autoptr (GPtrArray) items = g_ptr_array_new_with_free_func (g_object_unref);

      for (guint i = 0; i < verdicts->len; i++)
        g_ptr_array_add (items, td_unit_item_new (appraisal, g_ptr_array_index (verdicts, i)));
      g_list_store_splice (self->units, 0, g_list_model_get_n_items (G_LIST_MODEL (self->units)), items->pdata,
                           items->len);
      return;
    }
  for (guint i = 0; i < verdicts->len; i++)
    {
      g_autoptr (TdUnitItem) item = g_list_model_get_item (G_LIST_MODEL (self->units), i);

      td_unit_item_set (item, appraisal, g_ptr_array_index (verdicts, i));
    }
  gtk_sorter_changed (gtk_column_view_get_sorter (self->table), GTK_SORTER_CHANGE_DIFFERENT);
}

static void
show_summary (TdDistrictPage *self, TdAppraisal *appraisal)
{
  guint n_met = td_appraisal_n_met (appraisal);
  g_autofree char *day = td_date_show (td_appraisal_get_day (appraisal));
  /* Translators: a day, how many units meet all, how many units there are. */
  g_autofree char *text
    = g_strdup_printf (ngettext ("On %s, %u of %u communes and towns meets all ten criteria.",
                                 "On %s, %u of %u communes and towns meet all ten criteria.", n_met),
                       day, n_met, td_appraisal_get_verdicts (appraisal)->len);

  gtk_label_set_label (self->summary, text);
}

static void
show_figures (TdDistrictPage *self, TdAppraisal *appraisal)
{
  GPtrArray *verdicts = td_appraisal_get_verdicts (appraisal);
  TdVerdict sum = { 0 };

  for (guint i = 0; i < verdicts->len; i++)
    {
      const TdVerdict *verdict = g_ptr_array_index (verdicts, i);

      sum.addicts += verdict->addicts;
      sum.addicts_in_community += verdict->addicts_in_community;
      sum.users += verdict->users;
      sum.households += verdict->households;
      sum.committed += verdict->committed;
    }
  td_figures_show (self->figures, &sum);
}

static void
show_failure (TdDistrictPage *self)
{
  const char *problem = td_session_get_problem (self->session);

  if (problem == NULL)
    return;
  td_status_describe (self->failed, problem);
  gtk_label_set_label (self->summary, "");
  gtk_stack_set_visible_child_name (self->states, "failed");
}

static void
on_appraised (TdDistrictPage *self)
{
  TdAppraisal *appraisal = td_session_get_appraisal (self->session);
  gboolean is_first = g_list_model_get_n_items (G_LIST_MODEL (self->units)) == 0;

  if (appraisal == NULL)
    {
      show_failure (self);
      return;
    }
  update_units (self, appraisal);
  show_summary (self, appraisal);
  show_figures (self, appraisal);
  gtk_widget_set_visible (GTK_WIDGET (self->figures), !td_appraisal_is_blank (appraisal));
  gtk_stack_set_visible_child_name (self->states, td_appraisal_is_blank (appraisal) ? "empty" : "table");
  if (is_first && gtk_widget_get_mapped (GTK_WIDGET (self)))
    td_district_page_focus (self);
}

/* The former answer stays, dimmed, until the new one is there. */
static void
on_working (TdDistrictPage *self)
{
  if (td_session_is_working (self->session))
    gtk_widget_add_css_class (GTK_WIDGET (self), "stale");
  else
    gtk_widget_remove_css_class (GTK_WIDGET (self), "stale");
}

static void
on_activated (TdDistrictPage *self, guint position)
{
  g_autoptr (TdUnitItem) item
    = g_list_model_get_item (G_LIST_MODEL (gtk_column_view_get_model (self->table)), position);

  gtk_widget_activate_action (GTK_WIDGET (self), "work.open-unit", "s", td_unit_item_get_verdict (item)->code);
}

static void
td_district_page_dispose (GObject *object)
{
  TdDistrictPage *self = TD_DISTRICT_PAGE (object);

  g_clear_object (&self->units);
  g_clear_object (&self->session);
  G_OBJECT_CLASS (td_district_page_parent_class)->dispose (object);
}

static void
td_district_page_class_init (TdDistrictPageClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = td_district_page_dispose;

  g_type_ensure (TD_TYPE_DAY_ENTRY);
  g_type_ensure (TD_TYPE_FIGURES);
  g_type_ensure (TD_TYPE_MENU_BUTTON);
  g_type_ensure (TD_TYPE_TAB_STOP);
  gtk_widget_class_set_template_from_resource (widget_class, "/vn/thamdinh/ui/td-district-page.ui");
  gtk_widget_class_bind_template_child (widget_class, TdDistrictPage, title);
  gtk_widget_class_bind_template_child (widget_class, TdDistrictPage, day);
  gtk_widget_class_bind_template_child (widget_class, TdDistrictPage, summary);
  gtk_widget_class_bind_template_child (widget_class, TdDistrictPage, figures);
  gtk_widget_class_bind_template_child (widget_class, TdDistrictPage, states);
  gtk_widget_class_bind_template_child (widget_class, TdDistrictPage, table);
  gtk_widget_class_bind_template_child (widget_class, TdDistrictPage, failed);
  gtk_widget_class_bind_template_callback (widget_class, on_activated);
}

static void
td_district_page_init (TdDistrictPage *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  td_names_mend (GTK_WIDGET (self));
  self->units = g_list_store_new (TD_TYPE_UNIT_ITEM);
}

/**
 * td_district_page_set_session:
 * @self: the page
 * @session: the database to show; set once
 */
void
td_district_page_set_session (TdDistrictPage *self, TdSession *session)
{
  GtkSortListModel *sorted;
  g_autoptr (GtkSingleSelection) selection = NULL;

  self->session = g_object_ref (session);
  show_title (self);
  td_unit_columns_add (self->table, td_session_get_plan (session));
  sorted = gtk_sort_list_model_new (G_LIST_MODEL (g_object_ref (self->units)),
                                    g_object_ref (gtk_column_view_get_sorter (self->table)));
  selection = gtk_single_selection_new (G_LIST_MODEL (sorted));
  gtk_column_view_set_model (self->table, GTK_SELECTION_MODEL (selection));
  g_object_bind_property (session, "day", self->day, "day", G_BINDING_BIDIRECTIONAL | G_BINDING_SYNC_CREATE);
  g_signal_connect_object (session, "notify::appraisal", G_CALLBACK (on_appraised), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (session, "notify::working", G_CALLBACK (on_working), self, G_CONNECT_SWAPPED);
  on_working (self);
}

/**
 * td_district_page_focus_day:
 * @self: the page
 *
 * Goes to the day, to be typed anew.
 */
void
td_district_page_focus_day (TdDistrictPage *self)
{
  td_day_entry_focus (self->day);
}

void
td_district_page_step (TdDistrictPage *self, int days)
{
  td_day_entry_step (self->day, days);
}

/**
 * td_district_page_focus:
 * @self: the page
 *
 * Puts the focus on the table, or what there is instead.
 */
void
td_district_page_focus (TdDistrictPage *self)
{
  if (g_strcmp0 (gtk_stack_get_visible_child_name (self->states), "table") == 0)
    gtk_widget_grab_focus (GTK_WIDGET (self->table));
  else if (!gtk_widget_child_focus (gtk_stack_get_visible_child (self->states), GTK_DIR_TAB_FORWARD))
    td_day_entry_focus (self->day);
}
