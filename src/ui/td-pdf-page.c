/* td-pdf-page.c: drawn for exactly the pixels that it has, while it is on the screen or near it. Until a drawing is
 * done the former one is stretched.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "td-pdf-page.h"

#include <glib/gi18n.h>
#include <math.h>

/* CSS pixels to a point. */
#define PIXELS (96.0 / 72.0)

struct _TdPdfPage
{
  GtkWidget parent_instance;
  TdPdf *pdf;
  guint page;
  double zoom;
  gboolean is_near;
  GdkTexture *texture; /* (nullable): until it is drawn */
  double scale;        /* that the texture is drawn at, or being drawn */
  GCancellable *drawing;
};

G_DEFINE_FINAL_TYPE (TdPdfPage, td_pdf_page, GTK_TYPE_WIDGET)

static void
stop_drawing (TdPdfPage *self)
{
  if (self->drawing != NULL)
    g_cancellable_cancel (self->drawing);
  g_clear_object (&self->drawing);
}

static void
on_drawn (GObject *pdf, GAsyncResult *result, gpointer data)
{
  g_autoptr (GdkTexture) texture = td_pdf_render_finish (TD_PDF (pdf), result, NULL);
  TdPdfPage *self;

  /* Given up: the page may be gone. */
  if (texture == NULL)
    return;
  self = data;
  g_clear_object (&self->drawing);
  g_set_object (&self->texture, texture);
  gtk_widget_queue_draw (GTK_WIDGET (self));
}

static void
draw (TdPdfPage *self)
{
  double scale = self->zoom * PIXELS * gtk_widget_get_scale_factor (GTK_WIDGET (self));

  if (!self->is_near || (fabs (self->scale - scale) < 1e-6 && (self->texture != NULL || self->drawing != NULL)))
    return;
  stop_drawing (self);
  self->scale = scale;
  self->drawing = g_cancellable_new ();
  td_pdf_render (self->pdf, self->page, scale, self->drawing, on_drawn, self);
}

static void
td_pdf_page_measure (GtkWidget *widget, GtkOrientation orientation, int for_size, int *minimum, int *natural,
                     int *minimum_baseline, int *natural_baseline)
{
  TdPdfPage *self = TD_PDF_PAGE (widget);
  double width, height;

  td_pdf_get_size (self->pdf, self->page, &width, &height);
  *minimum = *natural = (int)ceil ((orientation == GTK_ORIENTATION_HORIZONTAL ? width : height) * self->zoom * PIXELS);
}

static void
td_pdf_page_snapshot (GtkWidget *widget, GtkSnapshot *snapshot)
{
  TdPdfPage *self = TD_PDF_PAGE (widget);
  graphene_rect_t area
    = GRAPHENE_RECT_INIT (0, 0, (float)gtk_widget_get_width (widget), (float)gtk_widget_get_height (widget));

  if (self->texture != NULL)
    gtk_snapshot_append_texture (snapshot, self->texture, &area);
}

static void
td_pdf_page_dispose (GObject *object)
{
  TdPdfPage *self = TD_PDF_PAGE (object);

  stop_drawing (self);
  g_clear_object (&self->texture);
  g_clear_object (&self->pdf);
  G_OBJECT_CLASS (td_pdf_page_parent_class)->dispose (object);
}

static void
td_pdf_page_class_init (TdPdfPageClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = td_pdf_page_dispose;
  widget_class->measure = td_pdf_page_measure;
  widget_class->snapshot = td_pdf_page_snapshot;
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_IMG);
}

static void
td_pdf_page_init (TdPdfPage *self)
{
  self->zoom = 1;
  gtk_widget_add_css_class (GTK_WIDGET (self), "page");
  gtk_widget_set_halign (GTK_WIDGET (self), GTK_ALIGN_CENTER);
  g_signal_connect (self, "notify::scale-factor", G_CALLBACK (draw), NULL);
}

/**
 * td_pdf_page_new:
 * @pdf: a PDF
 * @page: one of its pages, from 0
 *
 * Returns: (transfer floating): the page; its text is what a screen reader reads
 */
TdPdfPage *
td_pdf_page_new (TdPdf *pdf, guint page)
{
  TdPdfPage *self = g_object_new (TD_TYPE_PDF_PAGE, NULL);
  g_autofree char *name = g_strdup_printf (_ ("Page %u of %u"), page + 1, td_pdf_get_n_pages (pdf));

  self->pdf = g_object_ref (pdf);
  self->page = page;
  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_LABEL, name,
                                  GTK_ACCESSIBLE_PROPERTY_DESCRIPTION, td_pdf_get_text (pdf, page), -1);
  return self;
}

/**
 * td_pdf_page_set_zoom:
 * @self: the page
 * @zoom: 1 for the size of the paper
 */
void
td_pdf_page_set_zoom (TdPdfPage *self, double zoom)
{
  self->zoom = zoom;
  gtk_widget_queue_resize (GTK_WIDGET (self));
  draw (self);
}

/**
 * td_pdf_page_set_near:
 * @self: the page
 * @near: whether it can be seen, or soon
 */
void
td_pdf_page_set_near (TdPdfPage *self, gboolean near)
{
  self->is_near = near;
  if (near)
    {
      draw (self);
      return;
    }
  stop_drawing (self);
  g_clear_object (&self->texture);
}
