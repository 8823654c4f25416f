/* td-word-field.c: the words to choose from; the first choice is that it is not known.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "td-word-field.h"

#include <glib/gi18n.h>

struct _TdWordField
{
  TdFieldRow parent_instance;
};

G_DEFINE_FINAL_TYPE (TdWordField, td_word_field, TD_TYPE_FIELD_ROW)

static guint
find_position (const TdField *field, const char *value)
{
  for (guint i = 0; value != NULL && field->words[i].value != NULL; i++)
    if (g_str_equal (field->words[i].value, value))
      return i + 1;
  return 0;
}

static GtkWidget *
td_word_field_make (TdFieldRow *self, const char *value)
{
  const TdField *field = td_field_row_get_field (self);
  GtkWidget *row = adw_combo_row_new ();
  g_autoptr (GtkStringList) words = gtk_string_list_new (NULL);

  /* Translators: the choice that leaves a field empty. */
  gtk_string_list_append (words, _ ("(not known)"));
  for (const TdWord *word = field->words; word->value != NULL; word++)
    gtk_string_list_append (words, word->label);
  adw_combo_row_set_model (ADW_COMBO_ROW (row), G_LIST_MODEL (words));
  adw_combo_row_set_selected (ADW_COMBO_ROW (row), find_position (field, value));
  g_signal_connect_object (row, "notify::selected", G_CALLBACK (td_field_row_update), self, G_CONNECT_SWAPPED);
  return row;
}

static char *
td_word_field_read (TdFieldRow *self)
{
  guint chosen = adw_combo_row_get_selected (ADW_COMBO_ROW (td_field_row_get_row (self)));

  return g_strdup (
    chosen == 0 || chosen == GTK_INVALID_LIST_POSITION ? "" : td_field_row_get_field (self)->words[chosen - 1].value);
}

static void
td_word_field_class_init (TdWordFieldClass *klass)
{
  TD_FIELD_ROW_CLASS (klass)->make = td_word_field_make;
  TD_FIELD_ROW_CLASS (klass)->read = td_word_field_read;
}

static void
td_word_field_init (TdWordField *self)
{
}
