/* td-intake-columns.c: which register a table is for, where its headings stand, how it is written, and the field of
 * each column: proposed, and changed by whoever knows better. Tells “edited” when an answer changes.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "td-intake-columns.h"

#include <glib/gi18n.h>

/* So many values tell what a column holds. */
#define SAMPLE_ROWS 3
#define MAX_PREVIEW 80

struct _TdIntakeColumns
{
  AdwBin parent_instance;
  AdwComboRow *reg;
  AdwComboRow *head;
  AdwComboRow *writing;
  AdwPreferencesPage *page;
  AdwPreferencesGroup *columns; /* (nullable) */
  TdIntake *intake;             /* (nullable): not its own */
  gboolean is_showing;          /* what changes now, the program changes */
};

G_DEFINE_FINAL_TYPE (TdIntakeColumns, td_intake_columns, ADW_TYPE_BIN)

static guint edited_signal;

static void
set_choices (AdwComboRow *row, GPtrArray *texts, guint chosen)
{
  g_autoptr (GtkStringList) list = gtk_string_list_new (NULL);

  for (guint i = 0; i < texts->len; i++)
    gtk_string_list_append (list, g_ptr_array_index (texts, i));
  adw_combo_row_set_model (row, G_LIST_MODEL (list));
  adw_combo_row_set_selected (row, chosen);
}

static char *
cut (const char *text)
{
  g_autofree char *line = g_strdelimit (g_strdup (text), "\n\t\r", ' ');

  if (g_utf8_strlen (line, -1) <= MAX_PREVIEW)
    return g_steal_pointer (&line);
  {
    g_autofree char *start = g_utf8_substring (line, 0, MAX_PREVIEW);

    return g_strconcat (start, "…", NULL);
  }
}

/* The cells of a row in which something stands. */
static char *
preview_row (const TdIntake *intake, guint row)
{
  g_autoptr (GString) text = g_string_new (NULL);

  for (guint i = 0; i < intake->n_columns; i++)
    {
      const char *cell = td_intake_get (intake, row, i);

      if (*cell != '\0')
        g_string_append_printf (text, "%s%s", text->len > 0 ? " · " : "", cell);
    }
  return cut (text->str);
}

static char *
preview_column (const TdIntake *intake, guint column)
{
  g_autoptr (GString) text = g_string_new (NULL);
  guint n = 0;

  for (guint row = td_intake_get_start (intake); row < intake->rows->len && n < SAMPLE_ROWS; row++)
    {
      const char *cell = td_intake_get (intake, row, column);

      if (!td_intake_is_taken (intake, row) || *cell == '\0')
        continue;
      g_string_append_printf (text, "%s%s", n++ > 0 ? " · " : "", cell);
    }
  return cut (text->str);
}

static gboolean
is_column_empty (const TdIntake *intake, guint column)
{
  for (guint row = 0; row < intake->rows->len; row++)
    if (row >= MIN (intake->head, td_intake_get_start (intake)) && *td_intake_get (intake, row, column) != '\0')
      return FALSE;
  return TRUE;
}

static void show_columns (TdIntakeColumns *self);

static void
on_field_chosen (AdwComboRow *row, GParamSpec *pspec, TdIntakeColumns *self)
{
  guint column = GPOINTER_TO_UINT (g_object_get_data (G_OBJECT (row), "column"));
  guint chosen = adw_combo_row_get_selected (row);

  if (self->is_showing)
    return;
  td_intake_set_field (self->intake, column, chosen == 0 ? TD_NO_FIELD : chosen - 1);
  g_signal_emit (self, edited_signal, 0);
}

static GtkWidget *
make_column_row (TdIntakeColumns *self, guint column, GPtrArray *fields)
{
  const TdIntake *intake = self->intake;
  GtkWidget *row = adw_combo_row_new ();
  g_autofree char *number = g_strdup_printf (_ ("Column %u"), column + 1);
  const char *heading = intake->head != TD_INTAKE_NO_HEAD ? td_intake_get (intake, intake->head, column) : "";
  g_autofree char *title = cut (*heading != '\0' ? heading : number);
  g_autofree char *sample = preview_column (intake, column);

  adw_preferences_row_set_use_markup (ADW_PREFERENCES_ROW (row), FALSE);
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), title);
  adw_action_row_set_subtitle (ADW_ACTION_ROW (row), sample);
  adw_action_row_set_subtitle_lines (ADW_ACTION_ROW (row), 1);
  set_choices (ADW_COMBO_ROW (row), fields, intake->fields[column] == TD_NO_FIELD ? 0 : intake->fields[column] + 1);
  g_object_set_data (G_OBJECT (row), "column", GUINT_TO_POINTER (column));
  g_signal_connect (row, "notify::selected", G_CALLBACK (on_field_chosen), self);
  return row;
}

static void
show_columns (TdIntakeColumns *self)
{
  g_autoptr (GPtrArray) fields = g_ptr_array_new ();

  if (self->columns != NULL)
    adw_preferences_page_remove (self->page, self->columns);
  self->columns = ADW_PREFERENCES_GROUP (adw_preferences_group_new ());
  adw_preferences_group_set_title (self->columns, _ ("Columns"));
  adw_preferences_group_set_description (self->columns, _ ("What each column of the table is in the register."));
  adw_preferences_page_add (self->page, self->columns);
  if (self->intake->reg == NULL)
    return;
  g_ptr_array_add (fields, (gpointer)_ ("Leave out"));
  for (guint i = 0; i < self->intake->reg->n_fields; i++)
    g_ptr_array_add (fields, (gpointer)self->intake->reg->fields[i].label);
  for (guint i = 0; i < self->intake->n_columns; i++)
    if (!is_column_empty (self->intake, i))
      adw_preferences_group_add (self->columns, make_column_row (self, i, fields));
}

static void
show_head (TdIntakeColumns *self)
{
  g_autoptr (GPtrArray) rows = g_ptr_array_new_with_free_func (g_free);
  guint head = self->intake->head;

  g_ptr_array_add (rows, g_strdup (_ ("No headings")));
  for (guint i = 0; i < MIN (self->intake->rows->len, TD_INTAKE_HEAD_ROWS); i++)
    {
      const TdIntakeRow *row = g_ptr_array_index (self->intake->rows, i);
      g_autofree char *text = preview_row (self->intake, i);

      /* Translators: a row's number, and what stands in it. */
      g_ptr_array_add (rows, g_strdup_printf (_ ("Row %u: %s"), row->line, text));
    }
  set_choices (self->head, rows, head == TD_INTAKE_NO_HEAD ? 0 : head + 1);
}

static void
show_register (TdIntakeColumns *self)
{
  g_autoptr (GPtrArray) titles = g_ptr_array_new ();
  guint n_registers, chosen = 0;
  const TdRegister *const *registers = td_registers_all (&n_registers);

  g_ptr_array_add (titles, (gpointer)_ ("Choose a register"));
  for (guint i = 0; i < n_registers; i++)
    {
      g_ptr_array_add (titles, (gpointer)registers[i]->title);
      if (registers[i] == self->intake->reg)
        chosen = i + 1;
    }
  set_choices (self->reg, titles, chosen);
}

static void
show_all (TdIntakeColumns *self)
{
  self->is_showing = TRUE;
  show_register (self);
  show_head (self);
  adw_combo_row_set_selected (self->writing, self->intake->writing);
  show_columns (self);
  self->is_showing = FALSE;
}

static void
on_answered (TdIntakeColumns *self, GParamSpec *pspec, AdwComboRow *row)
{
  guint chosen = adw_combo_row_get_selected (row), n_registers;
  const TdRegister *const *registers = td_registers_all (&n_registers);

  if (self->is_showing || self->intake == NULL || chosen == GTK_INVALID_LIST_POSITION)
    return;
  if (row == self->reg && chosen > 0)
    td_intake_set_register (self->intake, registers[chosen - 1]);
  else if (row == self->head)
    td_intake_set_head (self->intake, chosen == 0 ? TD_INTAKE_NO_HEAD : chosen - 1);
  else if (row == self->writing)
    {
      td_intake_set_writing (self->intake, (TdWriting)chosen);
      if (self->intake->reg != NULL)
        td_intake_set_register (self->intake, self->intake->reg);
    }
  show_all (self);
  g_signal_emit (self, edited_signal, 0);
}

static AdwComboRow *
add_question (TdIntakeColumns *self, AdwPreferencesGroup *group, const char *title)
{
  GtkWidget *row = adw_combo_row_new ();

  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), title);
  adw_preferences_group_add (group, row);
  g_signal_connect_object (row, "notify::selected", G_CALLBACK (on_answered), self, G_CONNECT_SWAPPED);
  return ADW_COMBO_ROW (row);
}

static void
td_intake_columns_class_init (TdIntakeColumnsClass *klass)
{
  edited_signal
    = g_signal_new ("edited", TD_TYPE_INTAKE_COLUMNS, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);
}

static void
td_intake_columns_init (TdIntakeColumns *self)
{
  AdwPreferencesGroup *group = ADW_PREFERENCES_GROUP (adw_preferences_group_new ());
  g_autoptr (GPtrArray) writings = g_ptr_array_new ();

  self->page = ADW_PREFERENCES_PAGE (adw_preferences_page_new ());
  adw_preferences_page_add (self->page, group);
  adw_bin_set_child (ADW_BIN (self), GTK_WIDGET (self->page));
  self->is_showing = TRUE;
  self->reg = add_question (self, group, _ ("Register"));
  self->head = add_question (self, group, _ ("Headings"));
  self->writing = add_question (self, group, _ ("Letters"));
  g_ptr_array_add (writings, (gpointer)_ ("Unicode"));
  g_ptr_array_add (writings, (gpointer)_ ("TCVN3 (the fonts .VnTime)"));
  g_ptr_array_add (writings, (gpointer)_ ("VNI (the fonts VNI-Times)"));
  set_choices (self->writing, writings, TD_WRITING_UNICODE);
  self->is_showing = FALSE;
}

/**
 * td_intake_columns_show:
 * @self: the questions
 * @intake: what they are about; must live until another is shown
 */
void
td_intake_columns_show (TdIntakeColumns *self, TdIntake *intake)
{
  self->intake = intake;
  show_all (self);
}
