/* td-field-row.c: an entry as the field's description asks, with what is wrong right below it. What is typed is judged
 * as it is typed, unless it may still become right, and when the focus leaves.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "td-field-row.h"

#include "td-date.h"
#include "td-problem-row.h"
#include "td-value.h"

#include <glib/gi18n.h>

typedef struct
{
  const TdField *field;
  GtkWidget *row;        /* what is typed or chosen in */
  GtkLabel *name;        /* (nullable): what the key in it names, beside it */
  TdProblemRow *problem; /* below it */
  char *start;           /* what it held at first */
  gboolean is_fixed;
} TdFieldRowPrivate;

G_DEFINE_TYPE_WITH_PRIVATE (TdFieldRow, td_field_row, G_TYPE_OBJECT)

enum
{
  CHANGED,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

static TdFieldRowPrivate *
get_private (TdFieldRow *self)
{
  return td_field_row_get_instance_private (self);
}

static char *
read_text (TdFieldRow *self)
{
  return TD_FIELD_ROW_GET_CLASS (self)->read (self);
}

/* An empty field is not marked while the form is being filled in; Save does that. */
static void
check_unless_empty (TdFieldRow *self)
{
  g_autofree char *text = read_text (self);
  g_autofree char *value = NULL;

  if (*text == '\0')
    td_field_row_set_wrong (self, NULL);
  else
    td_field_row_check (self, &value);
}

static void
on_left (TdFieldRow *self)
{
  TD_FIELD_ROW_GET_CLASS (self)->leave (self);
  check_unless_empty (self);
}

static char *
make_title (const TdField *field)
{
  return td_field_is_required (field) ? g_strdup_printf ("%s *", field->label) : g_strdup (field->label);
}

static GtkWidget *
td_field_row_make (TdFieldRow *self, const char *value)
{
  const TdField *field = td_field_row_get_field (self);
  GtkWidget *row = adw_entry_row_new ();
  g_autofree char *shown = field->type == TD_TYPE_AMOUNT ? g_strdup (value) : td_field_show (field, value);
  GtkEditable *text = gtk_editable_get_delegate (GTK_EDITABLE (row));

  gtk_editable_set_text (GTK_EDITABLE (row), shown != NULL ? shown : "");
  gtk_accessible_update_property (GTK_ACCESSIBLE (text), GTK_ACCESSIBLE_PROPERTY_LABEL, field->label, -1);
  return row;
}

static char *
td_field_row_read (TdFieldRow *self)
{
  return g_strdup (gtk_editable_get_text (GTK_EDITABLE (get_private (self)->row)));
}

static gboolean
td_field_row_is_unfinished (TdFieldRow *self)
{
  return FALSE;
}

static gboolean
td_field_row_judge (TdFieldRow *self, const char *value, GError **error)
{
  return TRUE;
}

static void
td_field_row_leave (TdFieldRow *self)
{
}

static void
td_field_row_finalize (GObject *object)
{
  TdFieldRowPrivate *priv = get_private (TD_FIELD_ROW (object));

  g_clear_object (&priv->row);
  g_clear_object (&priv->problem);
  g_free (priv->start);
  G_OBJECT_CLASS (td_field_row_parent_class)->finalize (object);
}

static void
td_field_row_class_init (TdFieldRowClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = td_field_row_finalize;
  klass->make = td_field_row_make;
  klass->read = td_field_row_read;
  klass->is_unfinished = td_field_row_is_unfinished;
  klass->judge = td_field_row_judge;
  klass->leave = td_field_row_leave;

  signals[CHANGED]
    = g_signal_new ("changed", TD_TYPE_FIELD_ROW, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);
}

static void
td_field_row_init (TdFieldRow *self)
{
  get_private (self)->problem = g_object_ref_sink (td_problem_row_new ());
}

static void
fix (TdFieldRowPrivate *priv)
{
  gtk_widget_add_css_class (priv->row, "fixed");
  if (ADW_IS_ENTRY_ROW (priv->row))
    gtk_editable_set_editable (GTK_EDITABLE (priv->row), FALSE);
  else
    gtk_widget_set_sensitive (priv->row, FALSE);
}

static void
watch (TdFieldRow *self)
{
  TdFieldRowPrivate *priv = get_private (self);
  GtkEventController *focus;

  if (!ADW_IS_ENTRY_ROW (priv->row))
    return;
  focus = gtk_event_controller_focus_new ();
  g_signal_connect_object (focus, "leave", G_CALLBACK (on_left), self, G_CONNECT_SWAPPED);
  gtk_widget_add_controller (priv->row, focus);
  g_signal_connect_object (priv->row, "changed", G_CALLBACK (td_field_row_update), self, G_CONNECT_SWAPPED);
}

/**
 * td_field_row_new:
 * @type: TD_TYPE_FIELD_ROW or a kind of it
 * @field: its description
 * @value: (nullable): what it holds
 * @name: (nullable): what the row is called that @value is the key of
 * @is_fixed: whether it stays as it is
 *
 * Returns: (transfer full): the field
 */
TdFieldRow *
td_field_row_new (GType type, const TdField *field, const char *value, const char *name, gboolean is_fixed)
{
  TdFieldRow *self = g_object_new (type, NULL);
  TdFieldRowPrivate *priv = get_private (self);
  g_autofree char *title = make_title (field);

  priv->field = field;
  priv->is_fixed = is_fixed;
  priv->row = g_object_ref_sink (TD_FIELD_ROW_GET_CLASS (self)->make (self, value));
  priv->start = read_text (self);
  gtk_widget_add_css_class (priv->row, "field");
  adw_preferences_row_set_use_markup (ADW_PREFERENCES_ROW (priv->row), FALSE);
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (priv->row), title);
  if (name != NULL)
    td_field_row_set_name (self, name);
  if (is_fixed)
    fix (priv);
  else
    watch (self);
  return self;
}

/**
 * td_field_row_add_to:
 * @self: the field
 * @group: the form
 */
void
td_field_row_add_to (TdFieldRow *self, AdwPreferencesGroup *group)
{
  adw_preferences_group_add (group, get_private (self)->row);
  adw_preferences_group_add (group, GTK_WIDGET (get_private (self)->problem));
}

/* What is fixed was judged when it came to be. */
static gboolean
parse (TdFieldRow *self, char **value, GError **error)
{
  g_autofree char *today = td_date_today ();
  g_autofree char *text = read_text (self);

  if (!td_field_parse (td_field_row_get_field (self), text, today, value, error))
    return FALSE;
  return *value == NULL || get_private (self)->is_fixed || TD_FIELD_ROW_GET_CLASS (self)->judge (self, *value, error);
}

/**
 * td_field_row_check:
 * @self: the field
 * @value: (out) (transfer full) (nullable): the value that is to be kept
 *
 * Marks the field where it is wrong, with what would be right.
 *
 * Returns: whether it is right
 */
gboolean
td_field_row_check (TdFieldRow *self, char **value)
{
  g_autoptr (GError) error = NULL;
  g_autofree char *message = NULL;
  gboolean is_right = parse (self, value, &error);

  if (!is_right)
    /* Translators: a field's label, then what is wrong with it and what would be right. */
    message = g_strdup_printf (_ ("%s %s"), td_field_row_get_field (self)->label, error->message);
  td_field_row_set_wrong (self, message);
  return is_right;
}

/**
 * td_field_row_get_value:
 * @self: the field
 *
 * Returns: (transfer full) (nullable): the value that it holds where that is right; nothing is marked
 */
char *
td_field_row_get_value (TdFieldRow *self)
{
  g_autofree char *value = NULL;

  return parse (self, &value, NULL) ? g_steal_pointer (&value) : NULL;
}

gboolean
td_field_row_is_changed (TdFieldRow *self)
{
  g_autofree char *text = read_text (self);

  return !g_str_equal (text, get_private (self)->start);
}

/**
 * td_field_row_set_wrong:
 * @self: the field
 * @message: (nullable): what is wrong with it; %NULL for nothing
 */
void
td_field_row_set_wrong (TdFieldRow *self, const char *message)
{
  TdFieldRowPrivate *priv = get_private (self);

  td_problem_row_set_message (priv->problem, message);
  if (message != NULL)
    gtk_widget_add_css_class (priv->row, "error");
  else
    gtk_widget_remove_css_class (priv->row, "error");
  gtk_accessible_update_state (GTK_ACCESSIBLE (priv->row), GTK_ACCESSIBLE_STATE_INVALID,
                               message != NULL ? GTK_ACCESSIBLE_INVALID_TRUE : GTK_ACCESSIBLE_INVALID_FALSE, -1);
}

gboolean
td_field_row_is_fixed (TdFieldRow *self)
{
  return get_private (self)->is_fixed;
}

void
td_field_row_focus (TdFieldRow *self)
{
  gtk_widget_grab_focus (get_private (self)->row);
}

const TdField *
td_field_row_get_field (TdFieldRow *self)
{
  return get_private (self)->field;
}

GtkWidget *
td_field_row_get_row (TdFieldRow *self)
{
  return get_private (self)->row;
}

/**
 * td_field_row_set_name:
 * @self: a field with an entry
 * @name: (nullable): what the key in it names: a person, a unit
 */
void
td_field_row_set_name (TdFieldRow *self, const char *name)
{
  TdFieldRowPrivate *priv = get_private (self);

  if (priv->name == NULL)
    {
      priv->name = g_object_new (GTK_TYPE_LABEL, "ellipsize", PANGO_ELLIPSIZE_END, "max-width-chars", 30, NULL);
      gtk_widget_add_css_class (GTK_WIDGET (priv->name), "dim-label");
      adw_entry_row_add_suffix (ADW_ENTRY_ROW (priv->row), GTK_WIDGET (priv->name));
    }
  gtk_label_set_label (priv->name, name != NULL ? name : "");
  gtk_widget_set_visible (GTK_WIDGET (priv->name), name != NULL);
}

/**
 * td_field_row_update:
 * @self: the field
 *
 * For what stands in it changed: marks it anew, and tells the form.
 */
void
td_field_row_update (TdFieldRow *self)
{
  if (TD_FIELD_ROW_GET_CLASS (self)->is_unfinished (self))
    td_field_row_set_wrong (self, NULL);
  else
    check_unless_empty (self);
  g_signal_emit (self, signals[CHANGED], 0);
}
