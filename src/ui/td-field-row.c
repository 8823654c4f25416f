/* td-field-row.c: an entry or a choice of words as the field's description asks, with what is wrong right below it.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "td-field-row.h"

#include "td-date.h"
#include "td-value.h"

#include <glib/gi18n.h>

struct _TdFieldRow
{
  GObject parent_instance;
  const TdField *field;
  GtkWidget *row;     /* AdwEntryRow, or AdwComboRow for words */
  GtkWidget *problem; /* the row below it */
  GtkLabel *message;
  char *start; /* what it held at first */
  gboolean is_fixed;
};

G_DEFINE_FINAL_TYPE (TdFieldRow, td_field_row, G_TYPE_OBJECT)

enum
{
  CHANGED,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

static const char *
get_text (TdFieldRow *self)
{
  guint chosen;

  if (ADW_IS_ENTRY_ROW (self->row))
    return gtk_editable_get_text (GTK_EDITABLE (self->row));
  chosen = adw_combo_row_get_selected (ADW_COMBO_ROW (self->row));
  /* The first choice is that it is not known. */
  return chosen == 0 || chosen == GTK_INVALID_LIST_POSITION ? "" : self->field->words[chosen - 1].value;
}

/* An empty field is not marked while the form is being filled in; Save does that. */
static void
on_changed (TdFieldRow *self)
{
  g_autofree char *value = NULL;

  if (*get_text (self) == '\0')
    td_field_row_set_wrong (self, NULL);
  else
    td_field_row_check (self, &value);
  g_signal_emit (self, signals[CHANGED], 0);
}

static char *
make_title (const TdField *field)
{
  return td_field_is_required (field) ? g_strdup_printf ("%s *", field->label) : g_strdup (field->label);
}

static GtkWidget *
make_entry (TdFieldRow *self, const char *value)
{
  GtkWidget *row = adw_entry_row_new ();
  g_autofree char *shown = self->field->type == TD_TYPE_AMOUNT ? g_strdup (value) : td_field_show (self->field, value);
  GtkEditable *text = gtk_editable_get_delegate (GTK_EDITABLE (row));

  gtk_editable_set_text (GTK_EDITABLE (row), shown != NULL ? shown : "");
  gtk_accessible_update_property (GTK_ACCESSIBLE (text), GTK_ACCESSIBLE_PROPERTY_LABEL, self->field->label, -1);
  if (self->field->type == TD_TYPE_DATE)
    adw_entry_row_set_input_purpose (ADW_ENTRY_ROW (row), GTK_INPUT_PURPOSE_FREE_FORM);
  g_signal_connect_object (row, "changed", G_CALLBACK (on_changed), self, G_CONNECT_SWAPPED);
  return row;
}

static guint
find_position (const TdField *field, const char *value)
{
  for (guint i = 0; value != NULL && field->words[i].value != NULL; i++)
    if (g_str_equal (field->words[i].value, value))
      return i + 1;
  return 0;
}

static GtkWidget *
make_choice (TdFieldRow *self, const char *value)
{
  GtkWidget *row = adw_combo_row_new ();
  g_autoptr (GtkStringList) words = gtk_string_list_new (NULL);

  /* Translators: the choice that leaves a field empty. */
  gtk_string_list_append (words, _ ("(not known)"));
  for (const TdWord *word = self->field->words; word->value != NULL; word++)
    gtk_string_list_append (words, word->label);
  adw_combo_row_set_model (ADW_COMBO_ROW (row), G_LIST_MODEL (words));
  adw_combo_row_set_selected (ADW_COMBO_ROW (row), find_position (self->field, value));
  g_signal_connect_object (row, "notify::selected", G_CALLBACK (on_changed), self, G_CONNECT_SWAPPED);
  return row;
}

static void
make_problem (TdFieldRow *self)
{
  self->message = GTK_LABEL (
    g_object_new (GTK_TYPE_LABEL, "wrap", TRUE, "xalign", 0.0, "accessible-role", GTK_ACCESSIBLE_ROLE_ALERT, NULL));
  gtk_widget_add_css_class (GTK_WIDGET (self->message), "caption");
  gtk_widget_add_css_class (GTK_WIDGET (self->message), "error");
  self->problem = g_object_new (ADW_TYPE_PREFERENCES_ROW, "child", self->message, "activatable", FALSE, "focusable",
                                FALSE, "selectable", FALSE, "visible", FALSE, NULL);
  gtk_widget_add_css_class (self->problem, "problem");
}

/* What this key names, beside it: a person's name, a unit's. */
static void
add_name (TdFieldRow *self, const char *name)
{
  GtkWidget *label;

  if (name == NULL || !ADW_IS_ENTRY_ROW (self->row))
    return;
  label = gtk_label_new (name);
  gtk_label_set_ellipsize (GTK_LABEL (label), PANGO_ELLIPSIZE_END);
  gtk_widget_add_css_class (label, "dim-label");
  adw_entry_row_add_suffix (ADW_ENTRY_ROW (self->row), label);
}

static void
td_field_row_finalize (GObject *object)
{
  TdFieldRow *self = TD_FIELD_ROW (object);

  g_clear_object (&self->row);
  g_clear_object (&self->problem);
  g_free (self->start);
  G_OBJECT_CLASS (td_field_row_parent_class)->finalize (object);
}

static void
td_field_row_class_init (TdFieldRowClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = td_field_row_finalize;

  signals[CHANGED]
    = g_signal_new ("changed", TD_TYPE_FIELD_ROW, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);
}

static void
td_field_row_init (TdFieldRow *self)
{
}

/**
 * td_field_row_new:
 * @field: its description
 * @value: (nullable): what it holds
 * @name: (nullable): what the row is called that @value is the key of
 * @is_fixed: whether it stays as it is
 *
 * Returns: (transfer full): the field
 */
TdFieldRow *
td_field_row_new (const TdField *field, const char *value, const char *name, gboolean is_fixed)
{
  TdFieldRow *self = g_object_new (TD_TYPE_FIELD_ROW, NULL);
  g_autofree char *title = make_title (field);

  self->field = field;
  self->is_fixed = is_fixed;
  make_problem (self);
  g_object_ref_sink (self->problem);
  self->row = g_object_ref_sink (field->type == TD_TYPE_WORD ? make_choice (self, value) : make_entry (self, value));
  self->start = g_strdup (get_text (self));
  adw_preferences_row_set_use_markup (ADW_PREFERENCES_ROW (self->row), FALSE);
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (self->row), title);
  add_name (self, name);
  if (!is_fixed)
    return self;
  if (ADW_IS_ENTRY_ROW (self->row))
    gtk_editable_set_editable (GTK_EDITABLE (self->row), FALSE);
  else
    gtk_widget_set_sensitive (self->row, FALSE);
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
  adw_preferences_group_add (group, self->row);
  adw_preferences_group_add (group, self->problem);
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
  g_autofree char *today = td_date_today ();
  g_autoptr (GError) error = NULL;
  g_autofree char *message = NULL;
  gboolean is_right = td_field_parse (self->field, get_text (self), today, value, &error);

  if (!is_right)
    /* Translators: a field's label, then what is wrong with it and what would be right. */
    message = g_strdup_printf (_ ("%s %s"), self->field->label, error->message);
  td_field_row_set_wrong (self, message);
  return is_right;
}

gboolean
td_field_row_is_changed (TdFieldRow *self)
{
  return !g_str_equal (get_text (self), self->start);
}

/**
 * td_field_row_set_wrong:
 * @self: the field
 * @message: (nullable): what is wrong with it; %NULL for nothing
 */
void
td_field_row_set_wrong (TdFieldRow *self, const char *message)
{
  gtk_label_set_label (self->message, message != NULL ? message : "");
  gtk_widget_set_visible (self->problem, message != NULL);
  if (message != NULL)
    gtk_widget_add_css_class (self->row, "error");
  else
    gtk_widget_remove_css_class (self->row, "error");
  gtk_accessible_update_state (GTK_ACCESSIBLE (self->row), GTK_ACCESSIBLE_STATE_INVALID,
                               message != NULL ? GTK_ACCESSIBLE_INVALID_TRUE : GTK_ACCESSIBLE_INVALID_FALSE, -1);
}

gboolean
td_field_row_is_fixed (TdFieldRow *self)
{
  return self->is_fixed;
}

void
td_field_row_focus (TdFieldRow *self)
{
  gtk_widget_grab_focus (self->row);
}
