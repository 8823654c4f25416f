/* td-commune-page.c: verdict and figures above; the ten criteria at the left, the shortcomings of the chosen one at the
 * right.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "td-commune-page.h"

#include "td-criterion-row.h"
#include "td-date.h"
#include "td-figures.h"
#include "td-focus.h"
#include "td-menu-button.h"
#include "td-names.h"
#include "td-paper-facts.h"
#include "td-shortcoming-row.h"
#include "td-state.h"
#include "td-tab-stop.h"

#include <glib/gi18n.h>

struct _TdCommunePage
{
  AdwBin parent_instance;
  AdwWindowTitle *title;
  GtkBox *verdict;
  GtkImage *verdict_icon;
  GtkLabel *verdict_text;
  GtkWidget *recognise;
  GtkWidget *refuse;
  TdFigures *figures;
  GtkListBox *criteria;
  GtkLabel *criterion;
  GtkLabel *wording;
  GtkStack *states;
  GtkListView *shortcomings;

  TdSession *session;
  char *code; /* (nullable): until a unit is shown */
  TdCriterionRow *rows[TD_N_CRITERIA];
  GListStore *items; /* of TdShortcomingItem */
};

G_DEFINE_FINAL_TYPE (TdCommunePage, td_commune_page, ADW_TYPE_BIN)

static void
show_title (TdCommunePage *self, const TdVerdict *verdict)
{
  g_autofree char *name = td_unit_title (verdict->kind, verdict->name);
  g_autofree char *title = td_capitalise (name);
  g_autofree char *day = td_date_show (td_appraisal_get_day (td_session_get_appraisal (self->session)));

  adw_window_title_set_title (self->title, title);
  adw_window_title_set_subtitle (self->title, day);
}

static char *
describe_verdict (const TdVerdict *verdict)
{
  guint n_met = td_verdict_n_met (verdict);

  if (td_verdict_is_met (verdict))
    return g_strdup (_ ("Meets all ten criteria"));
  return g_strdup_printf (ngettext ("Meets %u of ten criteria", "Meets %u of ten criteria", n_met), n_met);
}

static void
show_verdict (TdCommunePage *self, const TdVerdict *verdict)
{
  g_autofree char *text = describe_verdict (verdict);
  gboolean is_met = td_verdict_is_met (verdict);

  gtk_image_set_from_icon_name (self->verdict_icon, td_state_icon (td_state_of_verdict (verdict)));
  gtk_label_set_label (self->verdict_text, text);
  td_state_colour (GTK_WIDGET (self->verdict), td_state_of_verdict (verdict));
  td_figures_show (self->figures, verdict);
  gtk_widget_set_tooltip_text (self->recognise,
                               is_met ? _ ("The draft decision that recognises this unit")
                                      : _ ("Not possible: a unit must meet all ten criteria to be recognised"));
  gtk_widget_set_tooltip_text (self->refuse, is_met ? _ ("Not possible: this unit meets all ten criteria")
                                                    : _ ("The draft notice that says what stands in the way"));
  if (is_met)
    gtk_widget_add_css_class (self->recognise, "suggested-action");
  else
    gtk_widget_remove_css_class (self->recognise, "suggested-action");
}

static guint
get_chosen (TdCommunePage *self)
{
  GtkListBoxRow *row = gtk_list_box_get_selected_row (self->criteria);

  return row != NULL ? (guint)gtk_list_box_row_get_index (row) : 0;
}

/* After a change the rest of the list is where the one who made it goes on. */
static void
replace_items (TdCommunePage *self, GPtrArray *items)
{
  GtkSingleSelection *selection = GTK_SINGLE_SELECTION (gtk_list_view_get_model (self->shortcomings));
  guint position = gtk_single_selection_get_selected (selection);
  gboolean had_focus = td_focus_is_within (GTK_WIDGET (self->shortcomings));

  g_list_store_splice (self->items, 0, g_list_model_get_n_items (G_LIST_MODEL (self->items)), items->pdata, items->len);
  gtk_stack_set_visible_child_name (self->states, items->len > 0 ? "shortcomings" : "met");
  if (!had_focus)
    return;
  if (items->len == 0)
    {
      td_commune_page_focus (self);
      return;
    }
  position = MIN (position, items->len - 1);
  gtk_single_selection_set_selected (selection, position);
  gtk_widget_activate_action (GTK_WIDGET (self->shortcomings), "list.scroll-to-item", "u", position);
  gtk_widget_grab_focus (GTK_WIDGET (self->shortcomings));
}

static void
show_criterion (TdCommunePage *self, const TdVerdict *verdict)
{
  guint index = get_chosen (self);
  const TdPlanCriterion *criterion = td_session_get_plan (self->session)->criteria[index];
  GPtrArray *shortcomings = verdict->findings[index].shortcomings;
  g_autofree char *title = g_strdup_printf (_ ("Criterion %u: %s"), index + 1, criterion->label);
  g_autoptr (GPtrArray) items = g_ptr_array_new_with_free_func (g_object_unref);

  gtk_label_set_label (self->criterion, title);
  gtk_label_set_label (self->wording, criterion->wording);
  for (guint i = 0; i < shortcomings->len; i++)
    g_ptr_array_add (items, td_shortcoming_item_new (td_session_get_appraisal (self->session), verdict,
                                                     g_ptr_array_index (shortcomings, i)));
  replace_items (self, items);
}

static void
show_all (TdCommunePage *self)
{
  const TdVerdict *verdict = td_commune_page_get_verdict (self);

  if (verdict == NULL)
    {
      g_list_store_remove_all (self->items);
      return;
    }
  show_title (self, verdict);
  show_verdict (self, verdict);
  for (guint i = 0; i < TD_N_CRITERIA; i++)
    td_criterion_row_show (self->rows[i], &verdict->findings[i]);
  show_criterion (self, verdict);
}

static void
on_chosen (TdCommunePage *self)
{
  const TdVerdict *verdict = td_commune_page_get_verdict (self);

  if (verdict != NULL)
    show_criterion (self, verdict);
}

/* Enter on a criterion goes on to what stands in its way. */
static void
on_criterion_activated (TdCommunePage *self)
{
  if (g_list_model_get_n_items (G_LIST_MODEL (self->items)) > 0)
    gtk_widget_grab_focus (GTK_WIDGET (self->shortcomings));
}

static void
on_activated (TdCommunePage *self, guint position)
{
  g_autoptr (TdShortcomingItem) item = g_list_model_get_item (G_LIST_MODEL (self->items), position);

  gtk_widget_activate_action (GTK_WIDGET (self), "work.open-row", "(ss)", td_shortcoming_item_get_register (item),
                              td_shortcoming_item_get_key (item));
}

static void
on_working (TdCommunePage *self)
{
  if (td_session_is_working (self->session))
    gtk_widget_add_css_class (GTK_WIDGET (self), "stale");
  else
    gtk_widget_remove_css_class (GTK_WIDGET (self), "stale");
}

static void
on_setup (GtkListItemFactory *factory, GtkListItem *item)
{
  gtk_list_item_set_child (item, GTK_WIDGET (td_shortcoming_row_new ()));
}

static void
on_bind (TdCommunePage *self, GtkListItem *item)
{
  td_shortcoming_row_show (TD_SHORTCOMING_ROW (gtk_list_item_get_child (item)), self->session,
                           gtk_list_item_get_item (item));
}

static void
on_unbind (TdCommunePage *self, GtkListItem *item)
{
  td_shortcoming_row_forget (TD_SHORTCOMING_ROW (gtk_list_item_get_child (item)));
}

static void
td_commune_page_dispose (GObject *object)
{
  TdCommunePage *self = TD_COMMUNE_PAGE (object);

  g_clear_object (&self->items);
  g_clear_object (&self->session);
  g_clear_pointer (&self->code, g_free);
  G_OBJECT_CLASS (td_commune_page_parent_class)->dispose (object);
}

static void
td_commune_page_class_init (TdCommunePageClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = td_commune_page_dispose;

  g_type_ensure (TD_TYPE_FIGURES);
  g_type_ensure (TD_TYPE_MENU_BUTTON);
  g_type_ensure (TD_TYPE_TAB_STOP);
  gtk_widget_class_set_template_from_resource (widget_class, "/vn/thamdinh/ui/td-commune-page.ui");
  gtk_widget_class_bind_template_child (widget_class, TdCommunePage, title);
  gtk_widget_class_bind_template_child (widget_class, TdCommunePage, verdict);
  gtk_widget_class_bind_template_child (widget_class, TdCommunePage, verdict_icon);
  gtk_widget_class_bind_template_child (widget_class, TdCommunePage, verdict_text);
  gtk_widget_class_bind_template_child (widget_class, TdCommunePage, recognise);
  gtk_widget_class_bind_template_child (widget_class, TdCommunePage, refuse);
  gtk_widget_class_bind_template_child (widget_class, TdCommunePage, figures);
  gtk_widget_class_bind_template_child (widget_class, TdCommunePage, criteria);
  gtk_widget_class_bind_template_child (widget_class, TdCommunePage, criterion);
  gtk_widget_class_bind_template_child (widget_class, TdCommunePage, wording);
  gtk_widget_class_bind_template_child (widget_class, TdCommunePage, states);
  gtk_widget_class_bind_template_child (widget_class, TdCommunePage, shortcomings);
  gtk_widget_class_bind_template_callback (widget_class, on_chosen);
  gtk_widget_class_bind_template_callback (widget_class, on_criterion_activated);
  gtk_widget_class_bind_template_callback (widget_class, on_activated);
  gtk_widget_class_bind_template_callback (widget_class, on_setup);
  gtk_widget_class_bind_template_callback (widget_class, on_bind);
  gtk_widget_class_bind_template_callback (widget_class, on_unbind);
}

static void
td_commune_page_init (TdCommunePage *self)
{
  g_autoptr (GtkSingleSelection) selection = NULL;

  gtk_widget_init_template (GTK_WIDGET (self));
  td_names_mend (GTK_WIDGET (self));
  self->items = g_list_store_new (TD_TYPE_SHORTCOMING_ITEM);
  selection = gtk_single_selection_new (G_LIST_MODEL (g_object_ref (self->items)));
  gtk_list_view_set_model (self->shortcomings, GTK_SELECTION_MODEL (selection));
}

/**
 * td_commune_page_set_session:
 * @self: the page
 * @session: the open database; set once
 */
void
td_commune_page_set_session (TdCommunePage *self, TdSession *session)
{
  TdPlan *plan = td_session_get_plan (session);

  self->session = g_object_ref (session);
  for (guint i = 0; i < TD_N_CRITERIA; i++)
    {
      self->rows[i] = td_criterion_row_new (i + 1, plan->criteria[i]->label);
      gtk_list_box_append (self->criteria, GTK_WIDGET (self->rows[i]));
    }
  g_signal_connect_object (session, "notify::appraisal", G_CALLBACK (show_all), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (session, "notify::working", G_CALLBACK (on_working), self, G_CONNECT_SWAPPED);
}

/* What one comes for first: the criterion that is not met. */
static guint
find_first_unmet (const TdVerdict *verdict)
{
  for (guint i = 0; verdict != NULL && i < TD_N_CRITERIA; i++)
    if (verdict->findings[i].state != TD_STATE_MET)
      return i;
  return 0;
}

/**
 * td_commune_page_show:
 * @self: the page
 * @code: a unit's code
 *
 * Shows that unit, at the first criterion that it does not meet.
 */
void
td_commune_page_show (TdCommunePage *self, const char *code)
{
  char *copy = g_strdup (code);

  g_free (self->code);
  self->code = copy;
  gtk_list_box_select_row (self->criteria,
                           GTK_LIST_BOX_ROW (self->rows[find_first_unmet (td_commune_page_get_verdict (self))]));
  show_all (self);
}

/**
 * td_commune_page_get_verdict:
 * @self: the page
 *
 * Returns: (nullable): the latest verdict on the unit that it shows
 */
const TdVerdict *
td_commune_page_get_verdict (TdCommunePage *self)
{
  TdAppraisal *appraisal = self->session != NULL ? td_session_get_appraisal (self->session) : NULL;

  return appraisal != NULL && self->code != NULL ? td_appraisal_find (appraisal, self->code) : NULL;
}

/**
 * td_commune_page_focus:
 * @self: the page
 *
 * Puts the focus on the chosen criterion.
 */
void
td_commune_page_focus (TdCommunePage *self)
{
  gtk_widget_grab_focus (GTK_WIDGET (gtk_list_box_get_selected_row (self->criteria)));
}
