/* td-related-group.c: each row opens a form of its own through the form's actions, and Add… an empty one.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "td-related-group.h"

#include <glib/gi18n.h>

struct _TdRelatedGroup
{
  AdwBin parent_instance;
};

G_DEFINE_FINAL_TYPE (TdRelatedGroup, td_related_group, ADW_TYPE_BIN)

static void
td_related_group_class_init (TdRelatedGroupClass *klass)
{
}

static void
td_related_group_init (TdRelatedGroup *self)
{
}

static GVariant *
to_parameter (const TdRow *row)
{
  GVariantBuilder key;

  g_variant_builder_init (&key, G_VARIANT_TYPE ("as"));
  for (guint i = 0; i < row->reg->n_fields; i++)
    if (row->reg->fields[i].flags & TD_FIELD_KEY)
      g_variant_builder_add (&key, "s", row->values[i]);
  return g_variant_new ("(sas)", row->reg->name, &key);
}

/* What is already said by the form above is left out: the reference, where it comes first in the key. */
static GtkWidget *
make_row (const TdRelated *related, const TdRow *row)
{
  gboolean is_first
    = related->field == 0 && related->reg->n_fields > 1 && (related->reg->fields[1].flags & TD_FIELD_KEY) != 0;
  g_autofree char *key = td_row_describe_key (row, is_first ? 1 : 0);
  g_autofree char *summary = td_row_summarise (row);
  GtkWidget *it = adw_action_row_new ();

  adw_preferences_row_set_use_markup (ADW_PREFERENCES_ROW (it), FALSE);
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (it), key);
  adw_action_row_set_subtitle (ADW_ACTION_ROW (it), summary);
  adw_action_row_add_suffix (ADW_ACTION_ROW (it), gtk_image_new_from_icon_name ("go-next-symbolic"));
  gtk_list_box_row_set_activatable (GTK_LIST_BOX_ROW (it), TRUE);
  gtk_actionable_set_action_name (GTK_ACTIONABLE (it), "row.open-related");
  gtk_actionable_set_action_target_value (GTK_ACTIONABLE (it), to_parameter (row));
  return it;
}

static GtkWidget *
make_add (const TdRelated *related)
{
  GtkWidget *button = gtk_button_new_with_mnemonic (_ ("_Add…"));
  /* Translators: the title of a register. */
  g_autofree char *name = g_strdup_printf (_ ("Add to “%s”"), related->reg->title);

  gtk_widget_add_css_class (button, "flat");
  gtk_widget_set_tooltip_text (button, name);
  gtk_accessible_update_property (GTK_ACCESSIBLE (button), GTK_ACCESSIBLE_PROPERTY_LABEL, name, -1);
  gtk_actionable_set_action_name (GTK_ACTIONABLE (button), "row.add-related");
  gtk_actionable_set_action_target (GTK_ACTIONABLE (button), "(su)", related->reg->name, related->field);
  return button;
}

/* Two fields of one register may refer to the same other: units by what is above them and by what follows them. */
static char *
make_title (const TdRelated *related)
{
  guint n_references = 0;

  for (guint i = 0; i < related->reg->n_fields; i++)
    n_references += g_strcmp0 (related->reg->fields[i].refers_to, related->reg->fields[related->field].refers_to) == 0;
  return n_references == 1
           ? g_strdup (related->reg->title)
           : g_strdup_printf ("%s: %s", related->reg->title, related->reg->fields[related->field].label);
}

/**
 * td_related_group_new:
 * @related: rows of one register
 *
 * Returns: (transfer floating): the group
 */
TdRelatedGroup *
td_related_group_new (const TdRelated *related)
{
  TdRelatedGroup *self = g_object_new (TD_TYPE_RELATED_GROUP, NULL);
  GtkWidget *group = adw_preferences_group_new ();
  g_autofree char *title = make_title (related);
  guint n_more = related->n_rows - related->rows->len;

  adw_preferences_group_set_title (ADW_PREFERENCES_GROUP (group), title);
  adw_preferences_group_set_header_suffix (ADW_PREFERENCES_GROUP (group), make_add (related));
  for (guint i = 0; i < related->rows->len; i++)
    adw_preferences_group_add (ADW_PREFERENCES_GROUP (group), make_row (related, g_ptr_array_index (related->rows, i)));
  if (n_more > 0)
    {
      g_autofree char *more = g_strdup_printf (ngettext ("and %u more", "and %u more", n_more), n_more);

      adw_preferences_group_set_description (ADW_PREFERENCES_GROUP (group), more);
    }
  adw_bin_set_child (ADW_BIN (self), group);
  return self;
}

/**
 * td_related_group_parse_row:
 * @parameter: what the action row.open-related is given
 *
 * Returns: (transfer full): a row that knows its key
 */
TdRow *
td_related_group_parse_row (GVariant *parameter)
{
  const char *name;
  g_autofree const char **key = NULL;
  guint n = 0;
  TdRow *row;

  g_variant_get (parameter, "(&s^a&s)", &name, &key);
  row = td_row_new (td_register_find (name));
  for (guint i = 0; i < row->reg->n_fields; i++)
    if (row->reg->fields[i].flags & TD_FIELD_KEY)
      td_row_set (row, i, key[n++]);
  return row;
}
