/* td-day-sheet.c: the head says for which unit and day, the lines follow it; all that is set on them is kept at once.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "td-day-sheet.h"

#include "td-date.h"
#include "td-dialogs.h"
#include "td-names.h"
#include "td-sheet-head.h"
#include "td-shortcuts.h"
#include "td-window.h"

#include <glib/gi18n.h>
#include <string.h>

typedef struct
{
  TdSheetHead *head;
  GtkBox *options;
  GtkCheckButton *only_lacking;
  TdSheetLines *lines;
  GtkLabel *refused;
  GtkLabel *count;
  GtkLabel *keys;
  GtkWidget *spinner;

  TdSession *session;
  guint updating; /* 0 for none */
  gboolean is_saving;
} TdDaySheetPrivate;

static void td_day_sheet_buildable_init (GtkBuildableIface *iface);

G_DEFINE_ABSTRACT_TYPE_WITH_CODE (TdDaySheet, td_day_sheet, ADW_TYPE_WINDOW,
                                  G_ADD_PRIVATE (TdDaySheet)
                                    G_IMPLEMENT_INTERFACE (GTK_TYPE_BUILDABLE, td_day_sheet_buildable_init))

enum
{
  PROP_0,
  PROP_LACKING_LABEL,
  PROP_ONLY_LACKING,
  PROP_KEYS,
  N_PROPS
};

static GParamSpec *properties[N_PROPS];
static GtkBuildableIface *parent_buildable;

static TdDaySheetPrivate *
get_private (TdDaySheet *self)
{
  return td_day_sheet_get_instance_private (self);
}

static void
update (TdDaySheet *self)
{
  TdDaySheetPrivate *priv = get_private (self);
  gboolean can_keep = FALSE;
  g_autofree char *count = TD_DAY_SHEET_GET_CLASS (self)->count (self, &can_keep);

  gtk_label_set_label (priv->count, count);
  gtk_widget_set_visible (priv->spinner, priv->is_saving);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "sheet.save", can_keep && !priv->is_saving);
}

static gboolean
on_idle (gpointer sheet)
{
  get_private (sheet)->updating = 0;
  update (sheet);
  return G_SOURCE_REMOVE;
}

/* Hundreds of lines may be set at once. */
static void
queue_update (TdDaySheet *self)
{
  TdDaySheetPrivate *priv = get_private (self);

  if (priv->updating == 0)
    priv->updating = g_idle_add (on_idle, self);
}

/* %NULL while the day or the occasion is being typed or is wrong. */
static TdSheetWish *
make_wish (TdDaySheet *self)
{
  TdDaySheetPrivate *priv = get_private (self);
  g_autofree char *day = td_sheet_head_get_day (priv->head);
  g_autofree char *unit = td_sheet_head_get_unit (priv->head);
  g_autofree char *occasion = td_sheet_head_get_occasion (priv->head);

  if (day == NULL || (TD_DAY_SHEET_GET_CLASS (self)->occasion != NULL && occasion == NULL))
    return NULL;
  return td_sheet_wish_new (day, unit, occasion, gtk_check_button_get_active (priv->only_lacking));
}

/* What is listed stays until there is a day again. */
static void
list_lines (TdDaySheet *self)
{
  TdDaySheetPrivate *priv = get_private (self);
  TdSheetWish *wish = priv->session != NULL ? make_wish (self) : NULL;

  if (wish != NULL)
    td_sheet_lines_list (priv->lines, wish);
}

static gboolean
on_pressed (TdDaySheet *self, TdSheetItem *item, guint key)
{
  return TD_DAY_SHEET_GET_CLASS (self)->press (self, item, key);
}

static void
on_kept (GObject *object, GAsyncResult *result, gpointer data)
{
  g_autoptr (TdDaySheet) self = data;
  g_autoptr (GError) error = NULL;
  gboolean done = td_session_run_finish (TD_SESSION (object), result, &error) != NULL;
  g_autofree char *told = TD_DAY_SHEET_GET_CLASS (self)->tell_kept (self);

  get_private (self)->is_saving = FALSE;
  update (self);
  td_session_refresh (TD_SESSION (object));
  if (!done)
    {
      td_day_sheet_refuse (self, error->message);
      return;
    }
  td_window_offer (GTK_WIDGET (self), told, _ ("Undo"), "win.undo");
  gtk_window_destroy (GTK_WINDOW (self));
}

static void
save (GtkWidget *widget, const char *name, GVariant *parameter)
{
  TdDaySheet *self = TD_DAY_SHEET (widget);
  TdDaySheetPrivate *priv = get_private (self);
  TdDaySheetClass *klass = TD_DAY_SHEET_GET_CLASS (self);
  gpointer collected = td_sheet_head_check (priv->head) ? klass->collect (self, make_wish (self)) : NULL;

  if (collected == NULL)
    return;
  td_day_sheet_refuse (self, NULL);
  priv->is_saving = TRUE;
  update (self);
  td_session_stop_evaluating (priv->session);
  td_session_run (priv->session, klass->keep, collected, klass->free_collected, NULL, NULL, on_kept,
                  g_object_ref (self));
}

static gboolean
td_day_sheet_close_request (GtkWindow *window)
{
  TdDaySheet *self = TD_DAY_SHEET (window);

  if (get_private (self)->is_saving || !td_dialogs_close (window))
    return GDK_EVENT_STOP;
  if (!td_sheet_lines_is_set (get_private (self)->lines))
    return GTK_WINDOW_CLASS (td_day_sheet_parent_class)->close_request (window);
  td_dialogs_ask_discard (GTK_WIDGET (window), G_CALLBACK (gtk_window_destroy));
  return GDK_EVENT_STOP;
}

static void
td_day_sheet_set_property (GObject *object, guint id, const GValue *value, GParamSpec *pspec)
{
  TdDaySheetPrivate *priv = get_private (TD_DAY_SHEET (object));

  switch (id)
    {
    case PROP_LACKING_LABEL:
      gtk_check_button_set_label (priv->only_lacking, g_value_get_string (value));
      break;
    case PROP_ONLY_LACKING:
      gtk_check_button_set_active (priv->only_lacking, g_value_get_boolean (value));
      break;
    case PROP_KEYS:
      gtk_label_set_label (priv->keys, g_value_get_string (value));
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
    }
}

static void
td_day_sheet_dispose (GObject *object)
{
  TdDaySheetPrivate *priv = get_private (TD_DAY_SHEET (object));

  g_clear_handle_id (&priv->updating, g_source_remove);
  g_clear_object (&priv->session);
  G_OBJECT_CLASS (td_day_sheet_parent_class)->dispose (object);
}

/* What a kind of sheet has of its own stands above the lines. */
static void
td_day_sheet_add_child (GtkBuildable *buildable, GtkBuilder *builder, GObject *child, const char *type)
{
  if (g_strcmp0 (type, "option") == 0)
    gtk_box_append (get_private (TD_DAY_SHEET (buildable))->options, GTK_WIDGET (child));
  else
    parent_buildable->add_child (buildable, builder, child, type);
}

static void
td_day_sheet_buildable_init (GtkBuildableIface *iface)
{
  parent_buildable = g_type_interface_peek_parent (iface);
  iface->add_child = td_day_sheet_add_child;
}

static void
td_day_sheet_class_init (TdDaySheetClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->set_property = td_day_sheet_set_property;
  G_OBJECT_CLASS (klass)->dispose = td_day_sheet_dispose;
  GTK_WINDOW_CLASS (klass)->close_request = td_day_sheet_close_request;

  /* What lists only those who lack what is entered is called. */
  properties[PROP_LACKING_LABEL]
    = g_param_spec_string ("lacking-label", NULL, NULL, NULL, G_PARAM_WRITABLE | G_PARAM_STATIC_STRINGS);
  /* Whether it lists only those at first. */
  properties[PROP_ONLY_LACKING]
    = g_param_spec_boolean ("only-lacking", NULL, NULL, FALSE, G_PARAM_WRITABLE | G_PARAM_STATIC_STRINGS);
  /* The keys that set something on a line. */
  properties[PROP_KEYS] = g_param_spec_string ("keys", NULL, NULL, NULL, G_PARAM_WRITABLE | G_PARAM_STATIC_STRINGS);
  g_object_class_install_properties (G_OBJECT_CLASS (klass), N_PROPS, properties);

  gtk_widget_class_install_action (widget_class, "sheet.save", NULL, save);

  g_type_ensure (TD_TYPE_SHEET_HEAD);
  g_type_ensure (TD_TYPE_SHEET_LINES);
  gtk_widget_class_set_template_from_resource (widget_class, "/vn/thamdinh/ui/td-day-sheet.ui");
  gtk_widget_class_bind_template_child_private (widget_class, TdDaySheet, head);
  gtk_widget_class_bind_template_child_private (widget_class, TdDaySheet, options);
  gtk_widget_class_bind_template_child_private (widget_class, TdDaySheet, only_lacking);
  gtk_widget_class_bind_template_child_private (widget_class, TdDaySheet, lines);
  gtk_widget_class_bind_template_child_private (widget_class, TdDaySheet, refused);
  gtk_widget_class_bind_template_child_private (widget_class, TdDaySheet, count);
  gtk_widget_class_bind_template_child_private (widget_class, TdDaySheet, keys);
  gtk_widget_class_bind_template_child_private (widget_class, TdDaySheet, spinner);
  gtk_widget_class_bind_template_callback (widget_class, list_lines);
  gtk_widget_class_bind_template_callback (widget_class, on_pressed);
  gtk_widget_class_bind_template_callback (widget_class, queue_update);
}

static void
td_day_sheet_init (TdDaySheet *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  td_shortcuts_attach (GTK_WIDGET (self), "sheet.");
  td_shortcuts_attach (GTK_WIDGET (self), "window.");
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "sheet.save", FALSE);
}

/* The day that is looked at, unless it has not come yet. */
static char *
choose_day (TdSession *session)
{
  const char *day = td_session_get_day (session);
  g_autofree char *today = td_date_today ();

  return strcmp (day, today) <= 0 ? g_strdup (day) : g_steal_pointer (&today);
}

/**
 * td_day_sheet_open:
 * @self: a new sheet, before its window
 * @session: the open database
 * @unit: (nullable): the unit to begin with
 */
void
td_day_sheet_open (TdDaySheet *self, TdSession *session, const char *unit)
{
  TdDaySheetPrivate *priv = get_private (self);
  TdDaySheetClass *klass = TD_DAY_SHEET_GET_CLASS (self);
  const TdRegister *reg = td_register_find (klass->reg);
  g_autofree char *day = choose_day (session);

  td_names_mend (GTK_WIDGET (self));
  priv->session = g_object_ref (session);
  td_sheet_lines_set_source (priv->lines, session, &klass->source);
  td_sheet_head_show (priv->head, session, unit, td_register_find_field (reg, klass->day), day,
                      klass->occasion != NULL ? td_register_find_field (reg, klass->occasion) : NULL);
  list_lines (self);
  gtk_window_present (GTK_WINDOW (self));
  td_sheet_head_focus (priv->head);
}

TdSheetLines *
td_day_sheet_get_lines (TdDaySheet *self)
{
  return get_private (self)->lines;
}

TdSheetTable *
td_day_sheet_get_table (TdDaySheet *self)
{
  return td_sheet_lines_get_table (get_private (self)->lines);
}

/**
 * td_day_sheet_refuse:
 * @self: the sheet
 * @message: (nullable): why it is not kept; %NULL for nothing
 */
void
td_day_sheet_refuse (TdDaySheet *self, const char *message)
{
  TdDaySheetPrivate *priv = get_private (self);

  gtk_label_set_label (priv->refused, message != NULL ? message : "");
  gtk_widget_set_visible (GTK_WIDGET (priv->refused), message != NULL);
}
