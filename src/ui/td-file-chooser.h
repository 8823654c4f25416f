/* td-file-chooser.h: asking for a file or folder.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

#define TD_DATABASE_SUFFIX ".tham-dinh"

typedef enum
{
  TD_FILTER_NONE,
  TD_FILTER_DATABASE,
  TD_FILTER_PDF,
  TD_FILTER_REGISTERS,
  TD_FILTER_TEXT,
} TdFilter;

/* What was chosen; not called where nothing was. */
typedef void (*TdFileChosen) (GFile *file, gpointer data);
typedef void (*TdFilesChosen) (GListModel *files, gpointer data);

void td_file_chooser_run (GtkWindow *parent, GtkFileChooserAction action, const char *title, const char *suggestion,
                          TdFilter filter, TdFileChosen chosen, gpointer data);
void td_file_chooser_run_many (GtkWindow *parent, const char *title, TdFilter filter, TdFilesChosen chosen,
                               gpointer data);

G_END_DECLS
