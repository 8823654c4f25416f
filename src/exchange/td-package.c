/* td-package.c: the zip: what it may hold, and finding a part in it. The archive is opened anew for each part, so that
 * parts can be read in any order and none is ever whole in memory.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "td-package-private.h"

#include <archive_entry.h>
#include <errno.h>
#include <glib/gstdio.h>
#include <string.h>

/* A workbook of many sheets, each with its pictures and comments, has some hundreds. */
#define MAX_ENTRIES 1024

#define ZIP_MAGIC "PK"

/* The names within a zip count as equal whatever their case. */
static char *
entry_name (struct archive_entry *entry)
{
  const char *name = archive_entry_pathname_utf8 (entry);

  return g_ascii_strdown (name != NULL ? name : "", -1);
}

struct archive *
td_package_open_archive (TdPackage *self, GError **error)
{
  struct archive *archive = archive_read_new ();
  int status;

  archive_read_support_format_zip_seekable (archive);
  if (self->bytes != NULL)
    status = archive_read_open_memory (archive, g_bytes_get_data (self->bytes, NULL), g_bytes_get_size (self->bytes));
  else
    status = archive_read_open_filename (archive, self->path, 64 * 1024);
  if (status == ARCHIVE_OK)
    return archive;
  archive_read_free (archive);
  td_part_refuse (error);
  return NULL;
}

/* Takes stock of the entries by what the directory of the zip says; what they really hold is counted on reading. */
static gboolean
list_entries (TdPackage *self, struct archive *archive, GError **error)
{
  struct archive_entry *entry;
  guint64 total = 0;
  int status;

  while ((status = archive_read_next_header (archive, &entry)) == ARCHIVE_OK || status == ARCHIVE_WARN)
    {
      guint64 size = archive_entry_size_is_set (entry) ? (guint64)MAX (archive_entry_size (entry), 0) : 0;

      if (archive_entry_is_encrypted (entry))
        return td_package_refuse_locked (error);
      if (size > TD_PACKAGE_MAX_PART || (total += size) > TD_PACKAGE_MAX_TOTAL
          || g_hash_table_size (self->sizes) >= MAX_ENTRIES)
        return td_package_refuse_size (error);
      g_hash_table_replace (self->sizes, entry_name (entry), g_memdup2 (&size, sizeof size));
    }
  if (status != ARCHIVE_EOF)
    return td_part_refuse (error);
  return TRUE;
}

static gboolean
check (TdPackage *self, const char *magic, gsize length, GError **error)
{
  struct archive *archive;
  gboolean done;

  if (length < strlen (ZIP_MAGIC) || memcmp (magic, ZIP_MAGIC, strlen (ZIP_MAGIC)) != 0)
    return td_package_refuse_other (self, magic, length, error);
  archive = td_package_open_archive (self, error);
  if (archive == NULL)
    return FALSE;
  done = list_entries (self, archive, error);
  archive_read_free (archive);
  return done;
}

static TdPackage *
new_package (void)
{
  TdPackage *self = g_new0 (TdPackage, 1);

  self->sizes = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, g_free);
  return self;
}

/**
 * td_package_open:
 * @path: a file
 * @error: %TD_EXCHANGE_ERROR, or %G_FILE_ERROR where it cannot be read
 *
 * Returns: (transfer full): the package; the file is read again for each part, so it must stay as it is
 */
TdPackage *
td_package_open (const char *path, GError **error)
{
  g_autoptr (TdPackage) self = new_package ();
  FILE *file = g_fopen (path, "rbe");
  char magic[8];
  gsize length;

  if (file == NULL)
    {
      int saved = errno;

      g_set_error_literal (error, G_FILE_ERROR, (int)g_file_error_from_errno (saved), g_strerror (saved));
      return NULL;
    }
  length = fread (magic, 1, sizeof magic, file);
  fseeko (file, 0, SEEK_END);
  self->size = (guint64)MAX (ftello (file), 0);
  fclose (file);
  self->path = g_strdup (path);
  return check (self, magic, length, error) ? g_steal_pointer (&self) : NULL;
}

/**
 * td_package_open_bytes:
 * @bytes: what a file holds
 * @error: %TD_EXCHANGE_ERROR
 *
 * Returns: (transfer full): the package
 */
TdPackage *
td_package_open_bytes (GBytes *bytes, GError **error)
{
  g_autoptr (TdPackage) self = new_package ();
  gsize length;
  const char *magic = g_bytes_get_data (bytes, &length);

  self->bytes = g_bytes_ref (bytes);
  self->size = length;
  return check (self, magic, length, error) ? g_steal_pointer (&self) : NULL;
}

void
td_package_free (TdPackage *self)
{
  g_free (self->path);
  g_clear_pointer (&self->bytes, g_bytes_unref);
  g_hash_table_unref (self->sizes);
  g_free (self);
}

/**
 * td_package_get_part_size:
 * @self: a package
 * @name: a part's name in the zip
 *
 * Returns: how many bytes the zip says that it holds, 0 where there is no such part
 */
guint64
td_package_get_part_size (TdPackage *self, const char *name)
{
  g_autofree char *key = g_ascii_strdown (name, -1);
  const guint64 *size = g_hash_table_lookup (self->sizes, key);

  return size != NULL ? *size : 0;
}

/**
 * td_package_has_part:
 * @self: a package
 * @name: a part's name in the zip
 *
 * Returns: whether there is such a part
 */
gboolean
td_package_has_part (TdPackage *self, const char *name)
{
  g_autofree char *key = g_ascii_strdown (name, -1);

  return g_hash_table_contains (self->sizes, key);
}

/* Opens the archive and goes to the part; the caller frees it. */
struct archive *
td_package_find_part (TdPackage *self, const char *name, GError **error)
{
  g_autofree char *key = g_ascii_strdown (name, -1);
  struct archive *archive = td_package_open_archive (self, error);
  struct archive_entry *entry;

  if (archive == NULL)
    return NULL;
  while (archive_read_next_header (archive, &entry) >= ARCHIVE_WARN)
    {
      g_autofree char *found = entry_name (entry);

      if (g_str_equal (found, key))
        return archive;
    }
  archive_read_free (archive);
  td_part_refuse (error);
  return NULL;
}

/**
 * td_package_count:
 * @self: a package
 * @part_bytes: how many bytes came out of the part at hand
 * @bytes: how many of them are new
 * @error: %TD_EXCHANGE_ERROR_LIMIT
 *
 * Counts what came out of the zip, whatever its directory said.
 *
 * Returns: whether it is still within the limits
 */
gboolean
td_package_count (TdPackage *self, guint64 part_bytes, guint64 bytes, GError **error)
{
  self->unpacked += bytes;
  if (part_bytes > TD_PACKAGE_MAX_PART || self->unpacked > TD_PACKAGE_MAX_TOTAL
      || (self->unpacked > TD_PACKAGE_FREE_BYTES && self->unpacked / TD_PACKAGE_MAX_RATIO > self->size))
    return td_package_refuse_size (error);
  return TRUE;
}
