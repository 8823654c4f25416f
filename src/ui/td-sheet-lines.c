/* td-sheet-lines.c: reads the lines anew for each wish; what is set on a line, and whoever was asked for by name, stays
 * whatever else is listed then.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "td-sheet-lines.h"

#include "td-status.h"

#include "td-tab-stop.h"

#include <glib/gi18n.h>

struct _TdSheetLines
{
  AdwBin parent_instance;
  GtkStack *states;
  TdSheetTable *table;
  AdwStatusPage *empty;
  AdwStatusPage *failed;

  TdSession *session;
  const TdSheetSource *source;
  TdSheetWish *wish;     /* (nullable): what is listed, or being read */
  GHashTable *added;     /* keys of lines that were asked for by name */
  char *awaited;         /* (nullable): the key of the line that is to have the focus */
  GCancellable *reading; /* (nullable) */
};

G_DEFINE_FINAL_TYPE (TdSheetLines, td_sheet_lines, ADW_TYPE_BIN)

enum
{
  CHANGED,
  PRESSED,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

static void
stop (TdSheetLines *self)
{
  if (self->reading != NULL)
    g_cancellable_cancel (self->reading);
  g_clear_object (&self->reading);
}

static void
tell_empty (TdSheetLines *self)
{
  if (self->wish != NULL && self->wish->unit != NULL)
    {
      self->source->tell_empty (self->empty, self->wish);
      return;
    }
  adw_status_page_set_title (self->empty, _ ("Choose the Unit"));
  adw_status_page_set_description (
    self->empty, _ ("Type a few letters of a commune’s or hamlet’s name above, and choose it from the list."));
}

/* The letters that were typed leave none of the lines in sight. */
static void
tell_nothing_found (TdSheetLines *self)
{
  adw_status_page_set_title (self->empty, _ ("Nothing Found"));
  adw_status_page_set_description (self->empty, _ ("Type fewer letters to see the other lines."));
}

static void
show_state (TdSheetLines *self)
{
  guint n_shown = g_list_model_get_n_items (td_sheet_table_get_shown (self->table));

  if (g_list_model_get_n_items (td_sheet_table_get_items (self->table)) == 0)
    tell_empty (self);
  else if (n_shown == 0)
    tell_nothing_found (self);
  gtk_stack_set_visible_child_name (self->states, n_shown > 0 ? "lines" : "empty");
}

static void
show_failure (TdSheetLines *self, const char *message)
{
  td_status_describe (self->failed, message);
  gtk_stack_set_visible_child_name (self->states, "failed");
}

/* By key. */
static GHashTable *
collect_set (TdSheetLines *self)
{
  GListModel *items = td_sheet_table_get_items (self->table);
  guint n = g_list_model_get_n_items (items);
  GHashTable *set = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, g_object_unref);

  for (guint i = 0; i < n; i++)
    {
      g_autoptr (TdSheetItem) item = g_list_model_get_item (items, i);

      if (td_sheet_item_is_set (item))
        g_hash_table_insert (set, g_strdup (td_sheet_item_get_line (item)->key), g_object_ref (item));
    }
  return set;
}

static GPtrArray *
make_items (TdSheetLines *self, GPtrArray *lines)
{
  g_autoptr (GHashTable) set = collect_set (self);
  GPtrArray *items = g_ptr_array_new_with_free_func (g_object_unref);
  gsize n_lines;
  g_autofree gpointer *taken = g_ptr_array_steal (lines, &n_lines);

  for (gsize i = 0; i < n_lines; i++)
    {
      TdSheetItem *item = self->source->make_item (taken[i], self->wish);
      TdSheetItem *former = g_hash_table_lookup (set, td_sheet_item_get_line (item)->key);

      if (former != NULL)
        td_sheet_item_take_over (item, former);
      g_ptr_array_add (items, item);
    }
  return items;
}

static TdSheetItem *
find_item (TdSheetLines *self, const char *key)
{
  GListModel *items = td_sheet_table_get_items (self->table);
  guint n = g_list_model_get_n_items (items);

  for (guint i = 0; i < n; i++)
    {
      g_autoptr (TdSheetItem) item = g_list_model_get_item (items, i);

      if (g_str_equal (td_sheet_item_get_line (item)->key, key))
        return item; /* the table holds it */
    }
  return NULL;
}

static void
focus_awaited (TdSheetLines *self)
{
  g_autofree char *key = g_steal_pointer (&self->awaited);
  TdSheetItem *item = key != NULL ? find_item (self, key) : NULL;

  if (item != NULL)
    td_sheet_table_focus (self->table, item);
}

static void
show_lines (TdSheetLines *self, GPtrArray *lines)
{
  g_autoptr (GPtrArray) items = make_items (self, lines);

  td_sheet_table_show (self->table, items);
  show_state (self);
  focus_awaited (self);
  g_signal_emit (self, signals[CHANGED], 0);
}

static void
on_read (GObject *object, GAsyncResult *result, gpointer data)
{
  g_autoptr (TdSheetLines) self = data;
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) lines = td_session_run_finish (TD_SESSION (object), result, &error);

  if (g_task_get_cancellable (G_TASK (result)) != self->reading)
    return;
  g_clear_object (&self->reading);
  if (lines != NULL)
    show_lines (self, lines);
  else if (!g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    show_failure (self, error->message);
}

static void
add_kept_lines (TdSheetLines *self, TdSheetWish *wish)
{
  g_autoptr (GHashTable) set = collect_set (self);
  GHashTableIter iter;
  gpointer key;

  g_hash_table_iter_init (&iter, set);
  while (g_hash_table_iter_next (&iter, &key, NULL))
    td_sheet_wish_add (wish, key);
  g_hash_table_iter_init (&iter, self->added);
  while (g_hash_table_iter_next (&iter, &key, NULL))
    td_sheet_wish_add (wish, key);
}

static void
read_lines (TdSheetLines *self)
{
  TdSheetWish *wish = td_sheet_wish_copy (self->wish);

  add_kept_lines (self, wish);
  stop (self);
  self->reading = g_cancellable_new ();
  td_session_run (self->session, self->source->read, wish, td_sheet_wish_free, (GDestroyNotify)g_ptr_array_unref,
                  self->reading, on_read, g_object_ref (self));
}

static void
on_changed (TdSheetLines *self)
{
  g_signal_emit (self, signals[CHANGED], 0);
}

static gboolean
on_pressed (TdSheetLines *self, TdSheetItem *item, guint key)
{
  gboolean taken = FALSE;

  g_signal_emit (self, signals[PRESSED], 0, item, key, &taken);
  return taken;
}

static void
td_sheet_lines_dispose (GObject *object)
{
  TdSheetLines *self = TD_SHEET_LINES (object);

  stop (self);
  g_clear_pointer (&self->wish, td_sheet_wish_free);
  g_clear_pointer (&self->added, g_hash_table_unref);
  g_clear_pointer (&self->awaited, g_free);
  g_clear_object (&self->session);
  G_OBJECT_CLASS (td_sheet_lines_parent_class)->dispose (object);
}

static void
td_sheet_lines_class_init (TdSheetLinesClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = td_sheet_lines_dispose;

  /* Other lines are listed, or something was set on one. */
  signals[CHANGED]
    = g_signal_new ("changed", TD_TYPE_SHEET_LINES, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);
  /* As the table's. */
  signals[PRESSED]
    = g_signal_new ("pressed", TD_TYPE_SHEET_LINES, G_SIGNAL_RUN_LAST, 0, g_signal_accumulator_true_handled, NULL, NULL,
                    G_TYPE_BOOLEAN, 2, TD_TYPE_SHEET_ITEM, G_TYPE_UINT);

  g_type_ensure (TD_TYPE_SHEET_TABLE);
  g_type_ensure (TD_TYPE_TAB_STOP);
  gtk_widget_class_set_template_from_resource (widget_class, "/vn/thamdinh/ui/td-sheet-lines.ui");
  gtk_widget_class_bind_template_child (widget_class, TdSheetLines, states);
  gtk_widget_class_bind_template_child (widget_class, TdSheetLines, table);
  gtk_widget_class_bind_template_child (widget_class, TdSheetLines, empty);
  gtk_widget_class_bind_template_child (widget_class, TdSheetLines, failed);
  gtk_widget_class_bind_template_callback (widget_class, on_changed);
  gtk_widget_class_bind_template_callback (widget_class, on_pressed);
}

static void
td_sheet_lines_init (TdSheetLines *self)
{
  self->added = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  gtk_widget_init_template (GTK_WIDGET (self));
}

/**
 * td_sheet_lines_set_source:
 * @self: the lines
 * @session: the open database
 * @source: as long as the program; set once
 */
void
td_sheet_lines_set_source (TdSheetLines *self, TdSession *session, const TdSheetSource *source)
{
  self->session = g_object_ref (session);
  self->source = source;
  td_sheet_table_set_columns (self->table, source->columns, source->n_columns);
  show_state (self);
}

/**
 * td_sheet_lines_list:
 * @self: the lines
 * @wish: (transfer full): what to list from now on
 */
void
td_sheet_lines_list (TdSheetLines *self, TdSheetWish *wish)
{
  gboolean is_same = self->wish != NULL && td_sheet_wish_is_same (self->wish, wish);

  g_clear_pointer (&self->wish, td_sheet_wish_free);
  self->wish = wish;
  if (!is_same)
    read_lines (self);
}

/**
 * td_sheet_lines_add:
 * @self: lines that list something, be it of no unit yet
 * @key: of a line to list too, or of one that is there
 *
 * Brings the focus to it.
 */
void
td_sheet_lines_add (TdSheetLines *self, const char *key)
{
  g_free (self->awaited);
  self->awaited = g_strdup (key);
  if (find_item (self, key) != NULL)
    {
      focus_awaited (self);
      return;
    }
  g_hash_table_add (self->added, g_strdup (key));
  if (self->wish != NULL)
    read_lines (self);
}

/**
 * td_sheet_lines_is_set:
 * @self: the lines
 *
 * Returns: whether anything is set on any line
 */
gboolean
td_sheet_lines_is_set (TdSheetLines *self)
{
  g_autoptr (GHashTable) set = collect_set (self);

  return g_hash_table_size (set) > 0;
}

/**
 * td_sheet_lines_find:
 * @self: the lines
 * @text: a few letters, without marks or with; none to show all lines
 */
void
td_sheet_lines_find (TdSheetLines *self, const char *text)
{
  td_sheet_table_find (self->table, text);
  show_state (self);
}

TdSheetTable *
td_sheet_lines_get_table (TdSheetLines *self)
{
  return self->table;
}
