/* td-pages.c: holds laid-out pages.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "td-pages-private.h"

static void
page_free (TdPage *page)
{
  g_array_unref (page->placed);
  g_array_unref (page->rules);
  g_free (page);
}

static void
bookmark_free (TdBookmark *bookmark)
{
  g_free (bookmark->text);
  g_free (bookmark);
}

void
td_text_free (TdText *self)
{
  for (guint i = 0; i < self->runs->len; i++)
    {
      TdRun *run = &g_array_index (self->runs, TdRun, i);

      cairo_scaled_font_destroy (run->font);
      g_free (run->text);
      g_free (run->glyphs);
      g_free (run->clusters);
    }
  g_array_unref (self->runs);
  g_free (self);
}

/**
 * td_text_get_string:
 * @self: a line
 *
 * Returns: (transfer full): what it says
 */
char *
td_text_get_string (const TdText *self)
{
  GString *string = g_string_new (NULL);

  for (guint i = 0; i < self->runs->len; i++)
    {
      const TdRun *run = &g_array_index (self->runs, TdRun, i);

      g_string_append_len (string, run->text, run->n_bytes);
    }
  return g_string_free (string, FALSE);
}

TdPages *
td_pages_new (void)
{
  TdPages *self = g_new0 (TdPages, 1);

  self->pages = g_ptr_array_new_with_free_func ((GDestroyNotify)page_free);
  self->texts = g_ptr_array_new_with_free_func ((GDestroyNotify)td_text_free);
  self->bookmarks = g_ptr_array_new_with_free_func ((GDestroyNotify)bookmark_free);
  return self;
}

void
td_pages_free (TdPages *self)
{
  g_ptr_array_unref (self->pages);
  g_ptr_array_unref (self->texts);
  g_ptr_array_unref (self->bookmarks);
  g_free (self->title);
  g_free (self->author);
  g_free (self->subject);
  g_free (self->keywords);
  g_free (self->made_at);
  g_free (self);
}

TdPage *
td_pages_add (TdPages *self, double width, double height, guint section, guint number)
{
  TdPage *page = g_new0 (TdPage, 1);

  page->width = width;
  page->height = height;
  page->section = section;
  page->number = number;
  page->placed = g_array_new (FALSE, FALSE, sizeof (TdPlaced));
  page->rules = g_array_new (FALSE, FALSE, sizeof (TdRule));
  g_ptr_array_add (self->pages, page);
  return page;
}

void
td_pages_add_bookmark (TdPages *self, const char *text, guint level, guint page, double y)
{
  TdBookmark *bookmark = g_new0 (TdBookmark, 1);

  bookmark->text = g_strdup (text);
  bookmark->level = level;
  bookmark->page = page;
  bookmark->y = y;
  g_ptr_array_add (self->bookmarks, bookmark);
}

const TdPage *
td_pages_get (const TdPages *self, guint n)
{
  return g_ptr_array_index (self->pages, n);
}

/**
 * td_pages_get_n_pages:
 * @self: pages
 *
 * Returns: how many they are, at least one
 */
guint
td_pages_get_n_pages (const TdPages *self)
{
  return self->pages->len;
}

/**
 * td_pages_get_size:
 * @self: pages
 * @n: a page, from 0
 * @width: (out): in points
 * @height: (out): in points
 *
 * An annex may lie on its side, so sizes differ.
 */
void
td_pages_get_size (const TdPages *self, guint n, double *width, double *height)
{
  const TdPage *page = td_pages_get (self, n);

  *width = page->width;
  *height = page->height;
}
