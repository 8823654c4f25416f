/* td-zip.c: a zip as spreadsheet programs take it: deflated, without the extensions for huge files, which some refuse.
 * The bytes depend on the parts alone.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "td-zip.h"

#include <archive.h>
#include <archive_entry.h>
#include <glib/gi18n-lib.h>

/* Sheets repeat themselves so much that more pains save little space and cost most of the time. */
#define LEVEL "1"

struct _TdZip
{
  struct archive *archive;
  guint64 n_bytes; /* of all parts */
};

static gboolean
check (TdZip *self, la_ssize_t status, GError **error)
{
  if (status >= ARCHIVE_WARN)
    return TRUE;
  g_set_error (error, TD_EXCHANGE_ERROR, TD_EXCHANGE_ERROR_WRITE,
               _ ("the workbook cannot be written; free space on the disk, or choose another folder (%s)"),
               archive_error_string (self->archive));
  return FALSE;
}

/**
 * td_zip_new:
 * @path: a file, which is replaced
 * @error: %TD_EXCHANGE_ERROR_WRITE
 *
 * Returns: (transfer full) (nullable): a zip without parts
 */
TdZip *
td_zip_new (const char *path, GError **error)
{
  g_autoptr (TdZip) self = g_new0 (TdZip, 1);

  self->archive = archive_write_new ();
  if (check (self, archive_write_set_format_zip (self->archive), error)
      && check (self, archive_write_set_format_option (self->archive, "zip", "compression", "deflate"), error)
      && check (self, archive_write_set_format_option (self->archive, "zip", "compression-level", LEVEL), error)
      && check (self, archive_write_set_format_option (self->archive, "zip", "zip64", NULL), error)
      && check (self, archive_write_set_bytes_in_last_block (self->archive, 1), error)
      && check (self, archive_write_open_filename (self->archive, path), error))
    return g_steal_pointer (&self);
  return NULL;
}

void
td_zip_free (TdZip *self)
{
  archive_write_free (self->archive);
  g_free (self);
}

/**
 * td_zip_start:
 * @self: a zip
 * @name: a part that is not in it yet
 * @error: %TD_EXCHANGE_ERROR_WRITE
 *
 * What is written from now on is this part.
 */
gboolean
td_zip_start (TdZip *self, const char *name, GError **error)
{
  struct archive_entry *entry = archive_entry_new ();
  gboolean started;

  archive_entry_set_pathname (entry, name);
  archive_entry_set_filetype (entry, AE_IFREG);
  archive_entry_set_perm (entry, 0600);
  started = check (self, archive_write_header (self->archive, entry), error);
  archive_entry_free (entry);
  return started;
}

/**
 * td_zip_write:
 * @self: a zip with a part
 * @bytes: what comes next in the part
 * @n_bytes: how much; best tens of thousands at a time
 * @error: %TD_EXCHANGE_ERROR_WRITE
 */
gboolean
td_zip_write (TdZip *self, const char *bytes, gsize n_bytes, GError **error)
{
  self->n_bytes += n_bytes;
  return check (self, archive_write_data (self->archive, bytes, n_bytes), error);
}

/**
 * td_zip_get_n_bytes:
 * @self: a zip
 *
 * Returns: how much was written into its parts
 */
guint64
td_zip_get_n_bytes (TdZip *self)
{
  return self->n_bytes;
}

/**
 * td_zip_close:
 * @self: a zip
 * @error: %TD_EXCHANGE_ERROR_WRITE
 *
 * Writes what is left; nothing can be added after.
 */
gboolean
td_zip_close (TdZip *self, GError **error)
{
  return check (self, archive_write_close (self->archive), error);
}
