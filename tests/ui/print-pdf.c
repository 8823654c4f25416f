/* print-pdf.c: prints a PDF as the window does, into another: print-pdf FILE OUTPUT
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "td-print.h"

static GMainLoop *loop;
static int status = 1;

static void
on_done (GtkPrintOperation *operation, GtkPrintOperationResult result)
{
  status = result == GTK_PRINT_OPERATION_RESULT_APPLY ? 0 : 1;
  g_main_loop_quit (loop);
}

int
main (int argc, char **argv)
{
  char *data;
  gsize size;
  g_autoptr (GError) error = NULL;
  g_autoptr (GBytes) bytes = NULL;
  g_autoptr (TdPdf) pdf = NULL;
  g_autoptr (GtkPrintOperation) operation = NULL;

  if (argc != 3 || !g_file_get_contents (argv[1], &data, &size, &error))
    return 2;
  gtk_init ();
  loop = g_main_loop_new (NULL, FALSE);
  bytes = g_bytes_new_take (data, size);
  pdf = td_pdf_new (bytes, &error);
  if (pdf == NULL)
    return 2;
  operation = td_print_new (pdf, "test");
  gtk_print_operation_set_export_filename (operation, argv[2]);
  g_signal_connect (operation, "done", G_CALLBACK (on_done), NULL);
  if (gtk_print_operation_run (operation, GTK_PRINT_OPERATION_ACTION_EXPORT, NULL, &error)
      == GTK_PRINT_OPERATION_RESULT_IN_PROGRESS)
    g_main_loop_run (loop);
  g_main_loop_unref (loop);
  return status;
}
