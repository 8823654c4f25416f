/* td-pdf-view.c: scrolls through a PDF at a zoom, or at the zoom at which the widest page just fits.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "td-pdf-view.h"

#include "td-pdf-page.h"

#include <math.h>

#define STEP     1.2
#define SMALLEST 0.25
#define LARGEST  5.0
/* Around and between pages. */
#define MARGIN 18
/* At first a page is not enlarged beyond what is comfortable to read. */
#define COMFORTABLE 1.2
#define PIXELS      (96.0 / 72.0)

struct _TdPdfView
{
  AdwBin parent_instance;
  GtkScrolledWindow *scrolled;
  GtkBox *box;

  TdPdf *pdf; /* (nullable) */
  double zoom;
  gboolean fits; /* the zoom follows the width */
  double most;   /* up to here */
  guint idle;
};

G_DEFINE_FINAL_TYPE (TdPdfView, td_pdf_view, ADW_TYPE_BIN)

static void
set_zoom (TdPdfView *self, double zoom)
{
  zoom = CLAMP (zoom, SMALLEST, LARGEST);
  if (fabs (zoom - self->zoom) < 1e-3)
    return;
  self->zoom = zoom;
  for (GtkWidget *page = gtk_widget_get_first_child (GTK_WIDGET (self->box)); page != NULL;
       page = gtk_widget_get_next_sibling (page))
    td_pdf_page_set_zoom (TD_PDF_PAGE (page), zoom);
}

static double
find_widest (TdPdfView *self)
{
  double widest = 1;

  for (guint i = 0; i < td_pdf_get_n_pages (self->pdf); i++)
    {
      double width, height;

      td_pdf_get_size (self->pdf, i, &width, &height);
      widest = MAX (widest, width);
    }
  return widest;
}

static void
fit (TdPdfView *self)
{
  double width = gtk_adjustment_get_page_size (gtk_scrolled_window_get_hadjustment (self->scrolled));

  if (self->pdf != NULL && width > 2 * MARGIN)
    set_zoom (self, MIN (self->most, (width - 2 * MARGIN) / (find_widest (self) * PIXELS)));
}

/* Only pages within a screen of what is seen are kept as images. */
static void
find_near (TdPdfView *self)
{
  double screen = gtk_widget_get_height (GTK_WIDGET (self->scrolled));

  for (GtkWidget *page = gtk_widget_get_first_child (GTK_WIDGET (self->box)); page != NULL;
       page = gtk_widget_get_next_sibling (page))
    {
      graphene_rect_t bounds;
      gboolean near = gtk_widget_compute_bounds (page, GTK_WIDGET (self->scrolled), &bounds)
                      && bounds.origin.y < 2 * screen && bounds.origin.y + bounds.size.height > -screen;

      td_pdf_page_set_near (TD_PDF_PAGE (page), near);
    }
}

static gboolean
on_idle (gpointer data)
{
  TdPdfView *self = data;

  self->idle = 0;
  if (self->fits)
    fit (self);
  find_near (self);
  return G_SOURCE_REMOVE;
}

/* Not while sizes are being given out. */
static void
on_moved (TdPdfView *self)
{
  if (self->idle == 0)
    self->idle = g_idle_add_full (GDK_PRIORITY_REDRAW - 1, on_idle, self, NULL);
}

static gboolean
td_pdf_view_grab_focus (GtkWidget *widget)
{
  return gtk_widget_grab_focus (GTK_WIDGET (TD_PDF_VIEW (widget)->scrolled));
}

static void
td_pdf_view_dispose (GObject *object)
{
  TdPdfView *self = TD_PDF_VIEW (object);

  g_clear_handle_id (&self->idle, g_source_remove);
  g_clear_object (&self->pdf);
  G_OBJECT_CLASS (td_pdf_view_parent_class)->dispose (object);
}

static void
td_pdf_view_class_init (TdPdfViewClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = td_pdf_view_dispose;
  widget_class->grab_focus = td_pdf_view_grab_focus;

  gtk_widget_class_set_template_from_resource (widget_class, "/vn/thamdinh/ui/td-pdf-view.ui");
  gtk_widget_class_bind_template_child (widget_class, TdPdfView, scrolled);
  gtk_widget_class_bind_template_child (widget_class, TdPdfView, box);
}

static void
td_pdf_view_init (TdPdfView *self)
{
  GtkAdjustment *across, *down;

  gtk_widget_init_template (GTK_WIDGET (self));
  self->zoom = 1;
  across = gtk_scrolled_window_get_hadjustment (self->scrolled);
  down = gtk_scrolled_window_get_vadjustment (self->scrolled);
  g_signal_connect_object (across, "notify::page-size", G_CALLBACK (on_moved), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (down, "changed", G_CALLBACK (on_moved), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (down, "value-changed", G_CALLBACK (on_moved), self, G_CONNECT_SWAPPED);
}

/**
 * td_pdf_view_set_pdf:
 * @self: the view
 * @pdf: (nullable): what to show, from its first page
 */
void
td_pdf_view_set_pdf (TdPdfView *self, TdPdf *pdf)
{
  GtkWidget *page;

  while ((page = gtk_widget_get_first_child (GTK_WIDGET (self->box))) != NULL)
    gtk_box_remove (self->box, page);
  g_set_object (&self->pdf, pdf);
  self->fits = TRUE;
  self->most = COMFORTABLE;
  for (guint i = 0; pdf != NULL && i < td_pdf_get_n_pages (pdf); i++)
    {
      TdPdfPage *it = td_pdf_page_new (pdf, i);

      td_pdf_page_set_zoom (it, self->zoom);
      gtk_box_append (self->box, GTK_WIDGET (it));
    }
  gtk_adjustment_set_value (gtk_scrolled_window_get_vadjustment (self->scrolled), 0);
  on_moved (self);
}

/**
 * td_pdf_view_zoom:
 * @self: the view
 * @steps: 1 for larger, -1 for smaller
 */
void
td_pdf_view_zoom (TdPdfView *self, int steps)
{
  self->fits = FALSE;
  set_zoom (self, self->zoom * pow (STEP, steps));
}

/**
 * td_pdf_view_fit:
 * @self: the view
 *
 * Lets the zoom follow the width.
 */
void
td_pdf_view_fit (TdPdfView *self)
{
  self->fits = TRUE;
  self->most = LARGEST;
  fit (self);
}
