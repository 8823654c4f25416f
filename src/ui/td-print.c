/* td-print.c: prints the very pages that are shown and saved, each in its own direction.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "td-print.h"

static void
on_request_page_setup (GtkPrintOperation *operation, GtkPrintContext *context, int page, GtkPageSetup *setup,
                       TdPdf *pdf)
{
  double width, height;

  td_pdf_get_size (pdf, (guint)page, &width, &height);
  gtk_page_setup_set_orientation (setup,
                                  width > height ? GTK_PAGE_ORIENTATION_LANDSCAPE : GTK_PAGE_ORIENTATION_PORTRAIT);
}

/* On smaller paper than the page is made for, the page shrinks; it never grows. */
static void
on_draw_page (GtkPrintOperation *operation, GtkPrintContext *context, int page, TdPdf *pdf)
{
  cairo_t *cr = gtk_print_context_get_cairo_context (context);
  double width, height, scale;

  td_pdf_get_size (pdf, (guint)page, &width, &height);
  scale = MIN (gtk_print_context_get_width (context) / width, gtk_print_context_get_height (context) / height);
  if (scale < 0.99)
    cairo_scale (cr, scale, scale);
  td_pdf_print (pdf, (guint)page, cr);
}

/**
 * td_print_new:
 * @pdf: what to print
 * @title: what the print queue calls it; nothing personal
 *
 * Returns: (transfer full): the operation, to be run
 */
GtkPrintOperation *
td_print_new (TdPdf *pdf, const char *title)
{
  GtkPrintOperation *operation = gtk_print_operation_new ();
  g_autoptr (GtkPageSetup) setup = gtk_page_setup_new ();
  g_autoptr (GtkPrintSettings) settings = gtk_print_settings_new ();
  GtkPaperSize *paper = gtk_paper_size_new (GTK_PAPER_NAME_A4);

  gtk_page_setup_set_paper_size_and_default_margins (setup, paper);
  gtk_paper_size_free (paper);
  gtk_print_operation_set_default_page_setup (operation, setup);
  /* Where it is printed to a file, that is named after it. */
  gtk_print_settings_set (settings, GTK_PRINT_SETTINGS_OUTPUT_BASENAME, title);
  gtk_print_operation_set_print_settings (operation, settings);
  gtk_print_operation_set_n_pages (operation, (int)td_pdf_get_n_pages (pdf));
  gtk_print_operation_set_unit (operation, GTK_UNIT_POINTS);
  gtk_print_operation_set_use_full_page (operation, TRUE);
  gtk_print_operation_set_job_name (operation, title);
  gtk_print_operation_set_allow_async (operation, TRUE);
  g_signal_connect_data (operation, "request-page-setup", G_CALLBACK (on_request_page_setup), g_object_ref (pdf),
                         (GClosureNotify)(GCallback)g_object_unref, 0);
  g_signal_connect_data (operation, "draw-page", G_CALLBACK (on_draw_page), g_object_ref (pdf),
                         (GClosureNotify)(GCallback)g_object_unref, 0);
  return operation;
}
