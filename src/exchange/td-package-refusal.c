/* td-package-refusal.c: why a file is not read, in words that say what to do with it.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "td-package-private.h"

#include <glib/gi18n-lib.h>
#include <string.h>

/* What the compound files of older programs begin with ([MS-CFB], 2.2): the .xls, and as a shell around what is locked
 * with a password. */
#define COMPOUND_MAGIC "\xD0\xCF\x11\xE0\xA1\xB1\x1A\xE1"

/* The stream of a compound file in which a locked workbook lies ([MS-OFFCRYPTO], 2.3.4.4), in UTF-16. */
static const char locked_stream[] = "E\0n\0c\0r\0y\0p\0t\0e\0d\0P\0a\0c\0k\0a\0g\0e";

static gboolean
refuse (GError **error, TdExchangeError code, const char *words)
{
  g_set_error_literal (error, TD_EXCHANGE_ERROR, (int)code, words);
  return FALSE;
}

/**
 * td_part_refuse:
 * @error: set to say that the workbook is damaged
 *
 * Returns: %FALSE
 */
gboolean
td_part_refuse (GError **error)
{
  return refuse (error, TD_EXCHANGE_ERROR_FORMAT,
                 _ ("is a damaged workbook; open it in a spreadsheet program and save it again"));
}

/**
 * td_package_refuse_kind:
 * @error: set to say that the file is no workbook that this program reads
 *
 * Returns: %FALSE
 */
gboolean
td_package_refuse_kind (GError **error)
{
  return refuse (
    error, TD_EXCHANGE_ERROR_FORMAT,
    _ ("is not a workbook of XLSX or ODS; open it in a spreadsheet program and save it as .xlsx or .ods, or "
       "as CSV UTF-8"));
}

/**
 * td_package_refuse_locked:
 * @error: set to say that the workbook wants a password
 *
 * Returns: %FALSE
 */
gboolean
td_package_refuse_locked (GError **error)
{
  return refuse (error, TD_EXCHANGE_ERROR_FORMAT,
                 _ ("is locked with a password; open it in a spreadsheet program and save it without one, as .xlsx or "
                    ".ods"));
}

/**
 * td_package_refuse_size:
 * @error: set to say that the workbook is too large
 *
 * Returns: %FALSE
 */
gboolean
td_package_refuse_size (GError **error)
{
  return refuse (error, TD_EXCHANGE_ERROR_LIMIT, _ ("is larger than a workbook may be; save its sheets as CSV files"));
}

/**
 * td_package_refuse_sheets:
 * @error: set to say that the workbook has too many sheets
 *
 * Returns: %FALSE
 */
gboolean
td_package_refuse_sheets (GError **error)
{
  g_set_error (error, TD_EXCHANGE_ERROR, TD_EXCHANGE_ERROR_LIMIT,
               _ ("has more than %d sheets; part it into several workbooks"), TD_PACKAGE_MAX_SHEETS);
  return FALSE;
}

/* Looks through the whole file: where its list of streams lies is told by tables that may be wrong. */
static gboolean
holds_locked_stream (GInputStream *stream)
{
  g_autofree char *buffer = g_malloc (64 * 1024);
  gsize kept = 0, n;

  while (g_input_stream_read_all (stream, buffer + kept, 64 * 1024 - kept, &n, NULL, NULL) && n > 0)
    {
      gsize length = kept + n;

      if (memmem (buffer, length, locked_stream, sizeof locked_stream) != NULL)
        return TRUE;
      kept = MIN (length, sizeof locked_stream - 1);
      memmove (buffer, buffer + length - kept, kept);
    }
  return FALSE;
}

static GInputStream *
open_stream (TdPackage *self)
{
  g_autoptr (GFile) file = NULL;

  if (self->bytes != NULL)
    return g_memory_input_stream_new_from_bytes (self->bytes);
  file = g_file_new_for_path (self->path);
  return (GInputStream *)g_file_read (file, NULL, NULL);
}

/* The first programs that wrote .xls had no shell around it. */
static gboolean
is_bare_workbook (const char *start, gsize length)
{
  return length >= 4 && start[0] == 9 && strchr ("\2\4\10", start[1]) != NULL && start[2] <= 16 && start[3] == 0;
}

/* Says what a file is that is no zip, by how it starts. */
gboolean
td_package_refuse_other (TdPackage *self, const char *start, gsize length, GError **error)
{
  g_autoptr (GInputStream) stream = NULL;

  if (length >= strlen (COMPOUND_MAGIC) && memcmp (start, COMPOUND_MAGIC, strlen (COMPOUND_MAGIC)) == 0)
    stream = open_stream (self);
  else if (!is_bare_workbook (start, length))
    return td_package_refuse_kind (error);
  if (stream != NULL && holds_locked_stream (stream))
    return td_package_refuse_locked (error);
  return refuse (error, TD_EXCHANGE_ERROR_FORMAT,
                 _ ("is a workbook of the old kind (.xls); open it in a spreadsheet program and save it as .xlsx or "
                    ".ods, without a password"));
}
