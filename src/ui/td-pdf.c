/* td-pdf.c: a PDF through poppler, drawn in threads, one page at a time: a document is not for two threads at once.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "td-pdf.h"

#include <math.h>
#include <poppler.h>

typedef struct
{
  double width; /* points */
  double height;
  char *text;
} Page;

struct _TdPdf
{
  GObject parent_instance;
  GBytes *bytes;
  GArray *pages; /* of Page */
  GMutex lock;   /* of the document */
  PopplerDocument *document;
};

G_DEFINE_FINAL_TYPE (TdPdf, td_pdf, G_TYPE_OBJECT)

typedef struct
{
  guint page;
  double scale; /* pixels to a point */
} Wanted;

static void
page_clear (gpointer data)
{
  g_free (((Page *)data)->text);
}

static void
paint (TdPdf *self, const Wanted *wanted, cairo_surface_t *surface)
{
  PopplerPage *page;
  cairo_t *cr = cairo_create (surface);

  cairo_set_source_rgb (cr, 1, 1, 1);
  cairo_paint (cr);
  cairo_scale (cr, wanted->scale, wanted->scale);
  g_mutex_lock (&self->lock);
  page = poppler_document_get_page (self->document, (int)wanted->page);
  poppler_page_render (page, cr);
  g_object_unref (page);
  g_mutex_unlock (&self->lock);
  cairo_destroy (cr);
}

static GdkTexture *
make_texture (cairo_surface_t *surface)
{
  int height = cairo_image_surface_get_height (surface);
  gsize stride = (gsize)cairo_image_surface_get_stride (surface);
  g_autoptr (GBytes) pixels = NULL;

  cairo_surface_flush (surface);
  pixels = g_bytes_new_with_free_func (cairo_image_surface_get_data (surface), stride * (gsize)height,
                                       (GDestroyNotify)cairo_surface_destroy, cairo_surface_reference (surface));
  return gdk_memory_texture_new (cairo_image_surface_get_width (surface), height, GDK_MEMORY_DEFAULT, pixels, stride);
}

static void
render (GTask *task, gpointer source, gpointer data, GCancellable *cancellable)
{
  TdPdf *self = source;
  const Wanted *wanted = data;
  const Page *page = &g_array_index (self->pages, Page, wanted->page);
  cairo_surface_t *surface;

  if (g_task_return_error_if_cancelled (task))
    return;
  surface = cairo_image_surface_create (CAIRO_FORMAT_ARGB32, (int)ceil (page->width * wanted->scale),
                                        (int)ceil (page->height * wanted->scale));
  paint (self, wanted, surface);
  g_task_return_pointer (task, make_texture (surface), g_object_unref);
  cairo_surface_destroy (surface);
}

static void
td_pdf_finalize (GObject *object)
{
  TdPdf *self = TD_PDF (object);

  g_clear_object (&self->document);
  g_clear_pointer (&self->bytes, g_bytes_unref);
  g_array_unref (self->pages);
  g_mutex_clear (&self->lock);
  G_OBJECT_CLASS (td_pdf_parent_class)->finalize (object);
}

static void
td_pdf_class_init (TdPdfClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = td_pdf_finalize;
}

static void
td_pdf_init (TdPdf *self)
{
  g_mutex_init (&self->lock);
  self->pages = g_array_new (FALSE, TRUE, sizeof (Page));
  g_array_set_clear_func (self->pages, page_clear);
}

/**
 * td_pdf_new:
 * @bytes: a PDF
 * @error: why poppler cannot read it
 *
 * Safe from any thread.
 *
 * Returns: (transfer full) (nullable): the PDF with the text of its pages
 */
TdPdf *
td_pdf_new (GBytes *bytes, GError **error)
{
  g_autoptr (TdPdf) self = g_object_new (TD_TYPE_PDF, NULL);

  self->bytes = g_bytes_ref (bytes);
  self->document = poppler_document_new_from_bytes (bytes, NULL, error);
  if (self->document == NULL)
    return NULL;
  for (int i = 0; i < poppler_document_get_n_pages (self->document); i++)
    {
      PopplerPage *page = poppler_document_get_page (self->document, i);
      Page it = { 0 };

      poppler_page_get_size (page, &it.width, &it.height);
      it.text = poppler_page_get_text (page);
      g_array_append_val (self->pages, it);
      g_object_unref (page);
    }
  return g_steal_pointer (&self);
}

GBytes *
td_pdf_get_bytes (TdPdf *self)
{
  return self->bytes;
}

guint
td_pdf_get_n_pages (TdPdf *self)
{
  return self->pages->len;
}

/**
 * td_pdf_get_size:
 * @self: the PDF
 * @page: a page, from 0
 * @width: (out): in points
 * @height: (out): in points
 */
void
td_pdf_get_size (TdPdf *self, guint page, double *width, double *height)
{
  *width = g_array_index (self->pages, Page, page).width;
  *height = g_array_index (self->pages, Page, page).height;
}

const char *
td_pdf_get_text (TdPdf *self, guint page)
{
  return g_array_index (self->pages, Page, page).text;
}

/**
 * td_pdf_print:
 * @self: the PDF
 * @page: a page, from 0
 * @cr: where to draw it, in points, as lines and letters
 */
void
td_pdf_print (TdPdf *self, guint page, cairo_t *cr)
{
  PopplerPage *it;

  g_mutex_lock (&self->lock);
  it = poppler_document_get_page (self->document, (int)page);
  poppler_page_render_for_printing (it, cr);
  g_object_unref (it);
  g_mutex_unlock (&self->lock);
}

/**
 * td_pdf_render:
 * @self: the PDF
 * @page: a page, from 0
 * @scale: pixels to a point
 * @cancellable: (nullable): to give up
 * @callback: called when it is drawn
 * @data: for @callback
 */
void
td_pdf_render (TdPdf *self, guint page, double scale, GCancellable *cancellable, GAsyncReadyCallback callback,
               gpointer data)
{
  g_autoptr (GTask) task = g_task_new (self, cancellable, callback, data);
  Wanted *wanted = g_new0 (Wanted, 1);

  wanted->page = page;
  wanted->scale = scale;
  g_task_set_task_data (task, wanted, g_free);
  g_task_run_in_thread (task, render);
}

/**
 * td_pdf_render_finish:
 * @self: the PDF
 * @result: what the callback was given
 * @error: %G_IO_ERROR_CANCELLED when given up
 *
 * Returns: (transfer full) (nullable): the page as an image
 */
GdkTexture *
td_pdf_render_finish (TdPdf *self, GAsyncResult *result, GError **error)
{
  return g_task_propagate_pointer (G_TASK (result), error);
}
