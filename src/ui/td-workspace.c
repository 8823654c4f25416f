/* td-workspace.c: goes from the district to a commune to its paper and back. Everything in it shows what a session
 * knows and is freed with it.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "td-workspace.h"

#include "td-commune-page.h"
#include "td-district-page.h"
#include "td-paper-page.h"
#include "td-registers-page.h"
#include "td-row-dialog.h"
#include "td-shortcuts.h"

#include <glib/gi18n.h>

struct _TdWorkspace
{
  AdwBin parent_instance;
  AdwLeaflet *leaflet;
  TdDistrictPage *district;
  TdRegistersPage *registers;
  TdCommunePage *commune;
  TdPaperPage *paper;

  TdSession *session;
};

G_DEFINE_FINAL_TYPE (TdWorkspace, td_workspace, ADW_TYPE_BIN)

static gboolean
is_visible (TdWorkspace *self, gpointer page)
{
  return adw_leaflet_get_visible_child (self->leaflet) == GTK_WIDGET (page);
}

/* Of a unit only one of the two papers can be made: what its verdict says. */
static void
enable_actions (TdWorkspace *self)
{
  GtkWidget *widget = GTK_WIDGET (self);
  const TdVerdict *verdict = is_visible (self, self->commune) ? td_commune_page_get_verdict (self->commune) : NULL;
  gboolean has_paper = is_visible (self, self->paper) && td_paper_page_is_ready (self->paper);
  static const char *const of_day[] = { "work.go-to-day", "work.previous-day", "work.next-day" };
  static const char *const of_paper[]
    = { "work.save-pdf", "work.print", "work.zoom-in", "work.zoom-out", "work.zoom-fit" };

  gtk_widget_action_set_enabled (widget, "work.recognise", verdict != NULL && td_verdict_is_met (verdict));
  gtk_widget_action_set_enabled (widget, "work.refuse", verdict != NULL && !td_verdict_is_met (verdict));
  gtk_widget_action_set_enabled (widget, "work.back", !is_visible (self, self->district));
  for (guint i = 0; i < G_N_ELEMENTS (of_day); i++)
    gtk_widget_action_set_enabled (widget, of_day[i], is_visible (self, self->district));
  for (guint i = 0; i < G_N_ELEMENTS (of_paper); i++)
    gtk_widget_action_set_enabled (widget, of_paper[i], has_paper);
}

static void
on_visible_page (TdWorkspace *self)
{
  enable_actions (self);
  td_workspace_focus (self);
}

static void
go_to (TdWorkspace *self, gpointer page)
{
  adw_leaflet_set_visible_child (self->leaflet, GTK_WIDGET (page));
}

static void
go_back (GtkWidget *widget, const char *name, GVariant *parameter)
{
  adw_leaflet_navigate (TD_WORKSPACE (widget)->leaflet, ADW_NAVIGATION_DIRECTION_BACK);
}

static void
open_unit (GtkWidget *widget, const char *name, GVariant *parameter)
{
  TdWorkspace *self = TD_WORKSPACE (widget);

  td_commune_page_show (self->commune, g_variant_get_string (parameter, NULL));
  go_to (self, self->commune);
}

static void
find (GtkWidget *widget, const char *name, GVariant *parameter)
{
  TdWorkspace *self = TD_WORKSPACE (widget);

  go_to (self, self->registers);
  td_registers_page_find (self->registers);
}

static void
open_row (GtkWidget *widget, const char *name, GVariant *parameter)
{
  TdWorkspace *self = TD_WORKSPACE (widget);
  const char *reg, *key;

  g_variant_get (parameter, "(&s&s)", &reg, &key);
  td_row_dialog_open_key (GTK_WINDOW (gtk_widget_get_root (widget)), self->session, td_register_find (reg), key);
}

static void
make_paper (TdWorkspace *self, const char *kind)
{
  td_paper_page_make (self->paper, kind, td_commune_page_get_verdict (self->commune)->code);
  go_to (self, self->paper);
}

static void
recognise (GtkWidget *widget, const char *name, GVariant *parameter)
{
  make_paper (TD_WORKSPACE (widget), "decision-recognise");
}

static void
refuse (GtkWidget *widget, const char *name, GVariant *parameter)
{
  make_paper (TD_WORKSPACE (widget), "notice-refuse");
}

static void
go_to_day (GtkWidget *widget, const char *name, GVariant *parameter)
{
  td_district_page_focus_day (TD_WORKSPACE (widget)->district);
}

static void
step_day (GtkWidget *widget, const char *name, GVariant *parameter)
{
  td_district_page_step (TD_WORKSPACE (widget)->district, g_str_equal (name, "work.next-day") ? 1 : -1);
}

static void
save_pdf (GtkWidget *widget, const char *name, GVariant *parameter)
{
  td_paper_page_save (TD_WORKSPACE (widget)->paper);
}

static void
print (GtkWidget *widget, const char *name, GVariant *parameter)
{
  td_paper_page_print (TD_WORKSPACE (widget)->paper);
}

static void
zoom (GtkWidget *widget, const char *name, GVariant *parameter)
{
  TdPaperPage *paper = TD_WORKSPACE (widget)->paper;

  if (g_str_equal (name, "work.zoom-fit"))
    td_paper_page_fit (paper);
  else
    td_paper_page_zoom (paper, g_str_equal (name, "work.zoom-in") ? 1 : -1);
}

static void
try_again (GtkWidget *widget, const char *name, GVariant *parameter)
{
  td_session_refresh (TD_WORKSPACE (widget)->session);
}

static void
td_workspace_dispose (GObject *object)
{
  g_clear_object (&TD_WORKSPACE (object)->session);
  G_OBJECT_CLASS (td_workspace_parent_class)->dispose (object);
}

static void
td_workspace_class_init (TdWorkspaceClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = td_workspace_dispose;

  gtk_widget_class_install_action (widget_class, "work.back", NULL, go_back);
  gtk_widget_class_install_action (widget_class, "work.open-unit", "s", open_unit);
  gtk_widget_class_install_action (widget_class, "work.find", NULL, find);
  gtk_widget_class_install_action (widget_class, "work.open-row", "(ss)", open_row);
  gtk_widget_class_install_action (widget_class, "work.recognise", NULL, recognise);
  gtk_widget_class_install_action (widget_class, "work.refuse", NULL, refuse);
  gtk_widget_class_install_action (widget_class, "work.go-to-day", NULL, go_to_day);
  gtk_widget_class_install_action (widget_class, "work.previous-day", NULL, step_day);
  gtk_widget_class_install_action (widget_class, "work.next-day", NULL, step_day);
  gtk_widget_class_install_action (widget_class, "work.save-pdf", NULL, save_pdf);
  gtk_widget_class_install_action (widget_class, "work.print", NULL, print);
  gtk_widget_class_install_action (widget_class, "work.zoom-in", NULL, zoom);
  gtk_widget_class_install_action (widget_class, "work.zoom-out", NULL, zoom);
  gtk_widget_class_install_action (widget_class, "work.zoom-fit", NULL, zoom);
  gtk_widget_class_install_action (widget_class, "work.again", NULL, try_again);

  g_type_ensure (TD_TYPE_DISTRICT_PAGE);
  g_type_ensure (TD_TYPE_COMMUNE_PAGE);
  g_type_ensure (TD_TYPE_PAPER_PAGE);
  g_type_ensure (TD_TYPE_REGISTERS_PAGE);
  gtk_widget_class_set_template_from_resource (widget_class, "/vn/thamdinh/ui/td-workspace.ui");
  gtk_widget_class_bind_template_child (widget_class, TdWorkspace, leaflet);
  gtk_widget_class_bind_template_child (widget_class, TdWorkspace, district);
  gtk_widget_class_bind_template_child (widget_class, TdWorkspace, registers);
  gtk_widget_class_bind_template_child (widget_class, TdWorkspace, commune);
  gtk_widget_class_bind_template_child (widget_class, TdWorkspace, paper);
  gtk_widget_class_bind_template_callback (widget_class, on_visible_page);
  gtk_widget_class_bind_template_callback (widget_class, enable_actions);
}

static void
td_workspace_init (TdWorkspace *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  td_shortcuts_attach (GTK_WIDGET (self), "work.");
}

/**
 * td_workspace_new:
 * @session: an open database
 * @settings: (nullable): where the tables' layouts are kept; lives as long as the program
 *
 * Returns: (transfer floating): its pages, the district's in front
 */
TdWorkspace *
td_workspace_new (TdSession *session, GSettings *settings)
{
  TdWorkspace *self = g_object_new (TD_TYPE_WORKSPACE, NULL);

  self->session = g_object_ref (session);
  td_district_page_set_session (self->district, session);
  td_registers_page_set_session (self->registers, session, settings);
  td_commune_page_set_session (self->commune, session);
  td_paper_page_set_session (self->paper, session);
  g_signal_connect_object (session, "notify::appraisal", G_CALLBACK (enable_actions), self, G_CONNECT_SWAPPED);
  enable_actions (self);
  return self;
}

/**
 * td_workspace_focus:
 * @self: the pages
 *
 * Puts the focus where one goes on, on the page in front.
 */
void
td_workspace_focus (TdWorkspace *self)
{
  if (is_visible (self, self->district))
    td_district_page_focus (self->district);
  else if (is_visible (self, self->registers))
    td_registers_page_find (self->registers);
  else if (is_visible (self, self->commune))
    td_commune_page_focus (self->commune);
  else
    td_paper_page_focus (self->paper);
}
