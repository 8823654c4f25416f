/* td-package-verify.c: reading a package that was just written, without making sense of it: each part is unpacked, and
 * the zip's own checksums tell whether it is what was put in.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "td-package-private.h"

static gboolean
unpack (TdPackage *self, struct archive *archive, GCancellable *cancellable, GError **error)
{
  const void *bytes;
  size_t n_bytes;
  la_int64_t offset;
  guint64 n_part_bytes = 0;
  int status;

  while ((status = archive_read_data_block (archive, &bytes, &n_bytes, &offset)) == ARCHIVE_OK)
    {
      n_part_bytes += n_bytes;
      if (g_cancellable_set_error_if_cancelled (cancellable, error)
          || !td_package_count (self, n_part_bytes, n_bytes, error))
        return FALSE;
    }
  return status == ARCHIVE_EOF || td_part_refuse (error);
}

static gboolean
unpack_all (TdPackage *self, struct archive *archive, GCancellable *cancellable, GError **error)
{
  struct archive_entry *entry;
  int status;

  while ((status = archive_read_next_header (archive, &entry)) == ARCHIVE_OK)
    if (!unpack (self, archive, cancellable, error))
      return FALSE;
  return status == ARCHIVE_EOF || td_part_refuse (error);
}

/**
 * td_package_verify:
 * @self: a package that nothing was read from
 * @n_bytes: how much was written into its parts
 * @cancellable: (nullable): to give up
 * @error: %TD_EXCHANGE_ERROR, cancelled
 *
 * Returns: whether all of it is there, undamaged, and within what td_package_open() and td_part_open() take
 */
gboolean
td_package_verify (TdPackage *self, guint64 n_bytes, GCancellable *cancellable, GError **error)
{
  struct archive *archive = td_package_open_archive (self, error);
  gboolean is_whole;

  if (archive == NULL)
    return FALSE;
  is_whole = unpack_all (self, archive, cancellable, error);
  archive_read_free (archive);
  return is_whole && (self->unpacked == n_bytes || td_part_refuse (error));
}
