/* td-related-group.c: each row unfolds where it stands, and Add… unfolds an empty one on top. When the rows are read
 * anew, those that are open stay open.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "td-related-group.h"

#include "td-focus.h"

#include <glib/gi18n.h>

/* Until more are asked for. */
#define MOST_SHOWN 10

#define POSITION "td-position"

struct _TdRelatedGroup
{
  AdwBin parent_instance;
  AdwPreferencesGroup *group;
  GtkListBox *list;
  GtkWidget *add;
  GtkWidget *more;

  TdSession *session;
  const TdRegister *reg;
  guint field;     /* what refers to the row of the page */
  char *key;       /* of that row */
  GPtrArray *rows; /* of TdRow: as they were last read */
  gboolean shows_all;
};

G_DEFINE_FINAL_TYPE (TdRelatedGroup, td_related_group, ADW_TYPE_BIN)

static void
set_position (TdRelatedRow *row, int position)
{
  g_object_set_data (G_OBJECT (row), POSITION, GINT_TO_POINTER (position));
}

static int
compare_positions (GtkListBoxRow *a, GtkListBoxRow *b, gpointer data)
{
  return GPOINTER_TO_INT (g_object_get_data (G_OBJECT (a), POSITION))
         - GPOINTER_TO_INT (g_object_get_data (G_OBJECT (b), POSITION));
}

static TdRelatedRow *
find_shown (TdRelatedGroup *self, const TdRow *key)
{
  for (GtkWidget *child = gtk_widget_get_first_child (GTK_WIDGET (self->list)); child != NULL;
       child = gtk_widget_get_next_sibling (child))
    if (td_row_has_key_of (td_related_row_get (TD_RELATED_ROW (child)), key))
      return TD_RELATED_ROW (child);
  return NULL;
}

static gboolean
is_there (TdRelatedGroup *self, const TdRow *row)
{
  for (guint i = 0; i < self->rows->len; i++)
    if (td_row_has_key_of (g_ptr_array_index (self->rows, i), row))
      return TRUE;
  return FALSE;
}

/* The focus goes to what takes the row's place. */
static void
remove_row (TdRelatedGroup *self, TdRelatedRow *row)
{
  GtkWidget *widget = GTK_WIDGET (row);
  gboolean had_focus = td_focus_is_within (widget);
  GtkWidget *next = gtk_widget_get_next_sibling (widget);

  if (next == NULL)
    next = gtk_widget_get_prev_sibling (widget);
  if (had_focus)
    gtk_widget_grab_focus (next != NULL && !td_related_row_is_new (row) ? next : self->add);
  gtk_list_box_remove (self->list, widget);
  gtk_widget_set_visible (GTK_WIDGET (self->list), next != NULL);
}

static TdRelatedRow *
add_row (TdRelatedGroup *self, const TdRow *row, int position)
{
  TdRelatedRow *it = td_related_row_new (self->session, row, self->field);

  set_position (it, position);
  g_signal_connect_object (it, "gone", G_CALLBACK (remove_row), self, G_CONNECT_SWAPPED);
  gtk_list_box_append (self->list, GTK_WIDGET (it));
  gtk_widget_set_visible (GTK_WIDGET (self->list), TRUE);
  return it;
}

/* What is typed in a row that is gone is not lost with it: saved, it is there again. */
static void
remove_gone (TdRelatedGroup *self)
{
  GtkWidget *next;

  for (GtkWidget *child = gtk_widget_get_first_child (GTK_WIDGET (self->list)); child != NULL; child = next)
    {
      TdRelatedRow *row = TD_RELATED_ROW (child);

      next = gtk_widget_get_next_sibling (child);
      if (!td_related_row_is_new (row) && !td_related_row_is_changed (row)
          && !is_there (self, td_related_row_get (row)))
        remove_row (self, row);
    }
}

static void
show_rows (TdRelatedGroup *self)
{
  guint n_shown = self->shows_all ? self->rows->len : MIN (self->rows->len, MOST_SHOWN);

  for (guint i = 0; i < self->rows->len; i++)
    {
      const TdRow *row = g_ptr_array_index (self->rows, i);
      TdRelatedRow *it = find_shown (self, row);

      if (it != NULL)
        {
          td_related_row_update (it, row);
          set_position (it, (int)i);
        }
      else if (i < n_shown)
        add_row (self, row, (int)i);
    }
  gtk_list_box_invalidate_sort (self->list);
  gtk_widget_set_visible (self->more, n_shown < self->rows->len);
}

static void
show_all (TdRelatedGroup *self)
{
  gboolean had_focus = td_focus_is_within (self->more);
  GtkWidget *last = gtk_widget_get_last_child (GTK_WIDGET (self->list));

  self->shows_all = TRUE;
  show_rows (self);
  if (had_focus)
    gtk_widget_grab_focus (gtk_widget_get_next_sibling (last));
}

/* One new row at a time: where there is one already, the focus goes there. */
static void
add_new (TdRelatedGroup *self)
{
  g_autoptr (TdRow) row = td_row_new (self->reg);
  TdRelatedRow *first = TD_RELATED_ROW (gtk_widget_get_first_child (GTK_WIDGET (self->list)));

  td_row_set (row, self->field, self->key);
  if (first == NULL || !td_related_row_is_new (first))
    first = add_row (self, row, -1);
  td_related_row_open (first);
}

static GtkWidget *
make_add (TdRelatedGroup *self)
{
  GtkWidget *button = gtk_button_new_with_mnemonic (_ ("_Add…"));
  /* Translators: the title of a register. */
  g_autofree char *name = g_strdup_printf (_ ("Add to “%s”"), self->reg->title);

  gtk_widget_add_css_class (button, "flat");
  gtk_widget_set_tooltip_text (button, name);
  gtk_accessible_reset_relation (GTK_ACCESSIBLE (button), GTK_ACCESSIBLE_RELATION_LABELLED_BY);
  gtk_accessible_update_property (GTK_ACCESSIBLE (button), GTK_ACCESSIBLE_PROPERTY_LABEL, name, -1);
  g_signal_connect_object (button, "clicked", G_CALLBACK (add_new), self, G_CONNECT_SWAPPED);
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

static void
td_related_group_dispose (GObject *object)
{
  TdRelatedGroup *self = TD_RELATED_GROUP (object);

  g_clear_object (&self->session);
  G_OBJECT_CLASS (td_related_group_parent_class)->dispose (object);
}

static void
td_related_group_finalize (GObject *object)
{
  TdRelatedGroup *self = TD_RELATED_GROUP (object);

  g_free (self->key);
  g_clear_pointer (&self->rows, g_ptr_array_unref);
  G_OBJECT_CLASS (td_related_group_parent_class)->finalize (object);
}

static void
td_related_group_class_init (TdRelatedGroupClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = td_related_group_dispose;
  G_OBJECT_CLASS (klass)->finalize = td_related_group_finalize;
}

static void
td_related_group_init (TdRelatedGroup *self)
{
  self->group = ADW_PREFERENCES_GROUP (adw_preferences_group_new ());
  self->list = GTK_LIST_BOX (gtk_list_box_new ());
  gtk_list_box_set_selection_mode (self->list, GTK_SELECTION_NONE);
  gtk_list_box_set_sort_func (self->list, compare_positions, NULL, NULL);
  gtk_widget_add_css_class (GTK_WIDGET (self->list), "boxed-list");
  gtk_widget_set_visible (GTK_WIDGET (self->list), FALSE);
  self->more = gtk_button_new ();
  gtk_widget_add_css_class (self->more, "flat");
  gtk_widget_set_margin_top (self->more, 6);
  g_signal_connect_object (self->more, "clicked", G_CALLBACK (show_all), self, G_CONNECT_SWAPPED);
  adw_preferences_group_add (self->group, GTK_WIDGET (self->list));
  adw_preferences_group_add (self->group, self->more);
  adw_bin_set_child (ADW_BIN (self), GTK_WIDGET (self->group));
}

/**
 * td_related_group_new:
 * @session: the open database
 * @related: rows of one register
 * @key: of the row that they refer to
 *
 * Returns: (transfer floating): the group
 */
TdRelatedGroup *
td_related_group_new (TdSession *session, const TdRelated *related, const char *key)
{
  TdRelatedGroup *self = g_object_new (TD_TYPE_RELATED_GROUP, NULL);
  g_autofree char *title = make_title (related);

  self->session = g_object_ref (session);
  self->reg = related->reg;
  self->field = related->field;
  self->key = g_strdup (key);
  self->add = make_add (self);
  adw_preferences_group_set_title (self->group, title);
  adw_preferences_group_set_header_suffix (self->group, self->add);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->list), GTK_ACCESSIBLE_PROPERTY_LABEL, title, -1);
  td_related_group_update (self, related);
  return self;
}

/**
 * td_related_group_update:
 * @self: the group
 * @related: its rows as they are now
 */
void
td_related_group_update (TdRelatedGroup *self, const TdRelated *related)
{
  guint n_more = related->n_rows - related->rows->len;
  g_autofree char *more = g_strdup_printf (ngettext ("and %u more", "and %u more", n_more), n_more);
  g_autofree char *all
    = g_strdup_printf (ngettext ("Show %u row", "Show all %u rows", related->rows->len), related->rows->len);

  g_clear_pointer (&self->rows, g_ptr_array_unref);
  self->rows = g_ptr_array_ref (related->rows);
  gtk_button_set_label (GTK_BUTTON (self->more), all);
  adw_preferences_group_set_description (self->group, n_more > 0 ? more : NULL);
  remove_gone (self);
  show_rows (self);
}

/**
 * td_related_group_find:
 * @self: the group
 * @key: a row that knows its key
 *
 * Returns: (transfer none) (nullable): that row's line, where it is one of the group
 */
TdRelatedRow *
td_related_group_find (TdRelatedGroup *self, const TdRow *key)
{
  if (key->reg != self->reg || !is_there (self, key))
    return NULL;
  if (find_shown (self, key) == NULL)
    show_all (self);
  return find_shown (self, key);
}

/**
 * td_related_group_find_changed:
 * @self: the group
 *
 * Returns: (transfer none) (nullable): the first line with something typed in it that is not saved
 */
TdRelatedRow *
td_related_group_find_changed (TdRelatedGroup *self)
{
  for (GtkWidget *child = gtk_widget_get_first_child (GTK_WIDGET (self->list)); child != NULL;
       child = gtk_widget_get_next_sibling (child))
    if (td_related_row_is_changed (TD_RELATED_ROW (child)))
      return TD_RELATED_ROW (child);
  return NULL;
}
