/* td-row-model.c: holds the row_ids of all rows and the values of a few pages around those in sight; a page is read in
 * a thread, and its rows stand empty until then.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "td-row-model.h"

#include "td-row-read.h"

#include <gtk/gtk.h>
#include <string.h>

#define PAGE_ROWS  128
#define MOST_PAGES 24

/* A view makes widgets for about 200 rows whatever its height, and that takes longer than a frame: of a table that was
 * empty the first rows come in steps, each after what was drawn. */
#define STEP_ROWS   32
#define N_STEPS     8
#define AFTER_FRAME (GDK_PRIORITY_REDRAW + 10)

typedef struct
{
  TdRowItem *items[PAGE_ROWS]; /* (nullable): each made when first asked for */
  gboolean is_asked_for;
  guint64 used; /* when, by the model's count */
} Page;

struct _TdRowModel
{
  GObject parent_instance;
  TdSession *session;
  const TdRegister *reg;
  GArray *rows;      /* of gint64 */
  guint n_shown;     /* of these; all of them, but while they come in steps */
  guint growing;     /* the source that shows more, 0 for none */
  GHashTable *pages; /* number to Page */
  guint64 n_uses;
  GCancellable *reading;
};

static void td_row_model_list_init (GListModelInterface *interface);

G_DEFINE_FINAL_TYPE_WITH_CODE (TdRowModel, td_row_model, G_TYPE_OBJECT,
                               G_IMPLEMENT_INTERFACE (G_TYPE_LIST_MODEL, td_row_model_list_init))

/* What a thread reads: these rows of this register. */
typedef struct
{
  TdRowModel *model; /* only for the callback */
  const TdRegister *reg;
  guint page;
  guint n_rows;
  gint64 rows[PAGE_ROWS];
} Wanted;

static void
wanted_free (gpointer data)
{
  Wanted *wanted = data;

  g_object_unref (wanted->model);
  g_free (wanted);
}

static void
page_free (gpointer data)
{
  Page *page = data;

  for (guint i = 0; i < PAGE_ROWS; i++)
    g_clear_object (&page->items[i]);
  g_free (page);
}

static gpointer
read_page (TdStore *store, gpointer data, GCancellable *cancellable, GError **error)
{
  const Wanted *wanted = data;

  return td_row_read_many (store, wanted->reg, wanted->rows, wanted->n_rows, cancellable, error);
}

static void
fill_page (TdRowModel *self, guint number, GPtrArray *rows)
{
  Page *page = g_hash_table_lookup (self->pages, GUINT_TO_POINTER (number));

  for (guint i = 0; page != NULL && i < rows->len; i++)
    if (page->items[i] != NULL)
      td_row_item_set (page->items[i], g_steal_pointer (&g_ptr_array_index (rows, i)));
}

/* A page that could not be read stays empty; whatever lists the rows has the same trouble, and says so. */
static void
on_page_read (GObject *object, GAsyncResult *result, gpointer data)
{
  Wanted *wanted = data;
  g_autoptr (GPtrArray) rows = td_session_run_finish (TD_SESSION (object), result, NULL);

  if (rows != NULL && !g_cancellable_is_cancelled (g_task_get_cancellable (G_TASK (result))))
    fill_page (wanted->model, wanted->page, rows);
  wanted_free (wanted);
}

static Wanted *
want_page (TdRowModel *self, guint number)
{
  Wanted *wanted = g_new0 (Wanted, 1);
  guint first = number * PAGE_ROWS;

  wanted->model = g_object_ref (self);
  wanted->reg = self->reg;
  wanted->page = number;
  wanted->n_rows = MIN (PAGE_ROWS, self->rows->len - first);
  memcpy (wanted->rows, &g_array_index (self->rows, gint64, first), wanted->n_rows * sizeof (gint64));
  return wanted;
}

/* The thread must not hold the model, which is not its own: it is given a copy of what to read. */
static void
ask_for_page (TdRowModel *self, guint number)
{
  Wanted *wanted = want_page (self, number);

  td_session_run (self->session, read_page, g_memdup2 (wanted, sizeof *wanted), g_free,
                  (GDestroyNotify)g_ptr_array_unref, self->reading, on_page_read, wanted);
}

static void
drop_oldest_page (TdRowModel *self)
{
  GHashTableIter iter;
  gpointer number, page, oldest = NULL;
  guint64 used = G_MAXUINT64;

  g_hash_table_iter_init (&iter, self->pages);
  while (g_hash_table_iter_next (&iter, &number, &page))
    if (((Page *)page)->used < used)
      {
        used = ((Page *)page)->used;
        oldest = number;
      }
  g_hash_table_remove (self->pages, oldest);
}

static Page *
get_page (TdRowModel *self, guint number)
{
  Page *page = g_hash_table_lookup (self->pages, GUINT_TO_POINTER (number));

  if (page == NULL)
    {
      if (g_hash_table_size (self->pages) >= MOST_PAGES)
        drop_oldest_page (self);
      page = g_new0 (Page, 1);
      g_hash_table_insert (self->pages, GUINT_TO_POINTER (number), page);
    }
  page->used = ++self->n_uses;
  if (!page->is_asked_for)
    {
      guint n_rows = MIN (PAGE_ROWS, self->rows->len - number * PAGE_ROWS);

      page->is_asked_for = TRUE;
      for (guint i = 0; i < n_rows; i++)
        if (page->items[i] == NULL)
          page->items[i] = td_row_item_new (g_array_index (self->rows, gint64, number * PAGE_ROWS + i));
      ask_for_page (self, number);
    }
  return page;
}

static GType
td_row_model_get_item_type (GListModel *list)
{
  return TD_TYPE_ROW_ITEM;
}

static guint
td_row_model_get_n_items (GListModel *list)
{
  return TD_ROW_MODEL (list)->n_shown;
}

static gpointer
td_row_model_get_item (GListModel *list, guint position)
{
  TdRowModel *self = TD_ROW_MODEL (list);

  if (position >= self->n_shown)
    return NULL;
  return g_object_ref (get_page (self, position / PAGE_ROWS)->items[position % PAGE_ROWS]);
}

static void
td_row_model_list_init (GListModelInterface *interface)
{
  interface->get_item_type = td_row_model_get_item_type;
  interface->get_n_items = td_row_model_get_n_items;
  interface->get_item = td_row_model_get_item;
}

static void
td_row_model_dispose (GObject *object)
{
  TdRowModel *self = TD_ROW_MODEL (object);

  g_clear_handle_id (&self->growing, g_source_remove);
  g_cancellable_cancel (self->reading);
  g_hash_table_remove_all (self->pages);
  g_clear_object (&self->session);
  G_OBJECT_CLASS (td_row_model_parent_class)->dispose (object);
}

static void
td_row_model_finalize (GObject *object)
{
  TdRowModel *self = TD_ROW_MODEL (object);

  g_object_unref (self->reading);
  g_hash_table_unref (self->pages);
  g_array_unref (self->rows);
  G_OBJECT_CLASS (td_row_model_parent_class)->finalize (object);
}

static void
td_row_model_class_init (TdRowModelClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = td_row_model_dispose;
  G_OBJECT_CLASS (klass)->finalize = td_row_model_finalize;
}

static void
td_row_model_init (TdRowModel *self)
{
  self->rows = g_array_new (FALSE, FALSE, sizeof (gint64));
  self->pages = g_hash_table_new_full (NULL, NULL, NULL, page_free);
  self->reading = g_cancellable_new ();
}

/**
 * td_row_model_new:
 * @session: an open database
 *
 * Returns: (transfer full): a model without rows
 */
TdRowModel *
td_row_model_new (TdSession *session)
{
  TdRowModel *self = g_object_new (TD_TYPE_ROW_MODEL, NULL);

  self->session = g_object_ref (session);
  return self;
}

static gboolean
is_same_list (TdRowModel *self, const TdRegister *reg, GArray *rows)
{
  return self->reg == reg && self->rows->len == rows->len
         && (rows->len == 0 || memcmp (self->rows->data, rows->data, rows->len * sizeof (gint64)) == 0);
}

/* The same rows in the same order: what is in sight stays, and is read anew. */
static void
read_again (TdRowModel *self)
{
  GHashTableIter iter;
  gpointer number, page;

  g_hash_table_iter_init (&iter, self->pages);
  while (g_hash_table_iter_next (&iter, &number, &page))
    ask_for_page (self, GPOINTER_TO_UINT (number));
}

static gboolean
show_more (gpointer data)
{
  TdRowModel *self = data;
  guint n_before = self->n_shown;
  guint n_next = n_before < N_STEPS * STEP_ROWS ? n_before + STEP_ROWS : self->rows->len;

  self->n_shown = MIN (n_next, self->rows->len);
  if (self->n_shown == self->rows->len)
    self->growing = 0;
  g_list_model_items_changed (G_LIST_MODEL (self), n_before, 0, self->n_shown - n_before);
  return self->growing != 0;
}

/* A view that has rows has widgets too, and keeps them. */
static void
show_first (TdRowModel *self)
{
  guint n_before = self->n_shown;

  self->n_shown = n_before == 0 ? MIN (STEP_ROWS, self->rows->len) : self->rows->len;
  if (self->n_shown < self->rows->len)
    self->growing = g_idle_add_full (AFTER_FRAME, show_more, self, NULL);
  g_list_model_items_changed (G_LIST_MODEL (self), 0, n_before, self->n_shown);
}

/**
 * td_row_model_show:
 * @self: the model
 * @reg: a register
 * @rows: (element-type gint64): the row_ids of its rows, in their order
 *
 * Shows these rows from now on, as the database has them now. Where it showed none before, the first come at once and
 * the others within some frames.
 */
void
td_row_model_show (TdRowModel *self, const TdRegister *reg, GArray *rows)
{
  g_cancellable_cancel (self->reading);
  g_object_unref (self->reading);
  self->reading = g_cancellable_new ();
  if (is_same_list (self, reg, rows))
    {
      read_again (self);
      return;
    }
  g_clear_handle_id (&self->growing, g_source_remove);
  g_hash_table_remove_all (self->pages);
  self->reg = reg;
  g_array_ref (rows);
  g_array_unref (self->rows);
  self->rows = rows;
  show_first (self);
}

/**
 * td_row_model_get_rows:
 * @self: the model
 *
 * Returns: (transfer none) (element-type gint64): the row_ids of all its rows, which stay as they are
 */
GArray *
td_row_model_get_rows (TdRowModel *self)
{
  return self->rows;
}
