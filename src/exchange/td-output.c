/* td-output.c: temporary files for their owner's eyes alone, on the disk before they take their names.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "td-output.h"

#include <errno.h>
#include <fcntl.h>
#include <gio/gunixoutputstream.h>
#include <glib/gi18n-lib.h>
#include <glib/gstdio.h>
#include <unistd.h>

#define BUFFER (256 * 1024)

typedef struct
{
  char *temporary; /* NULL once it has its name */
  char *path;
} File;

struct _TdOutput
{
  char *folder;
  GPtrArray *files; /* of File */
};

static gboolean
fail (const char *path, int code, GError **error)
{
  g_autofree char *shown = g_filename_display_name (path);

  g_set_error (error, TD_EXCHANGE_ERROR, TD_EXCHANGE_ERROR_WRITE,
               _ ("“%s” cannot be written: %s. Check the path and the space on the disk."), shown, g_strerror (code));
  return FALSE;
}

static void
file_free (File *file)
{
  if (file->temporary != NULL)
    g_unlink (file->temporary);
  g_free (file->temporary);
  g_free (file->path);
  g_free (file);
}

/**
 * td_output_new:
 * @folder: where the files are to stand; made where it is missing
 * @error: %TD_EXCHANGE_ERROR_WRITE
 *
 * Returns: (transfer full) (nullable): files to be written
 */
TdOutput *
td_output_new (const char *folder, GError **error)
{
  TdOutput *self;

  if (g_mkdir_with_parents (folder, 0700) != 0)
    {
      fail (folder, errno, error);
      return NULL;
    }
  self = g_new0 (TdOutput, 1);
  self->folder = g_strdup (folder);
  self->files = g_ptr_array_new_with_free_func ((GDestroyNotify)file_free);
  return self;
}

/* Removes the temporary files of what was not published. */
void
td_output_free (TdOutput *self)
{
  g_ptr_array_unref (self->files);
  g_free (self->folder);
  g_free (self);
}

static int
add_file (TdOutput *self, const char *name, GError **error)
{
  g_autofree char *temporary_name = g_strdup_printf (".%s.XXXXXX", name);
  g_autofree char *temporary = g_build_filename (self->folder, temporary_name, NULL);
  int descriptor = g_mkstemp_full (temporary, O_WRONLY | O_CLOEXEC, 0600);
  File *file;

  if (descriptor < 0)
    {
      fail (self->folder, errno, error);
      return -1;
    }
  file = g_new0 (File, 1);
  file->temporary = g_steal_pointer (&temporary);
  file->path = g_build_filename (self->folder, name, NULL);
  g_ptr_array_add (self->files, file);
  return descriptor;
}

/**
 * td_output_add:
 * @self: files to be written
 * @name: the name that the file will have
 * @error: %TD_EXCHANGE_ERROR_WRITE
 *
 * Returns: (transfer none) (nullable): the path to write it to now; an empty file stands there
 */
const char *
td_output_add (TdOutput *self, const char *name, GError **error)
{
  int descriptor = add_file (self, name, error);

  if (descriptor < 0)
    return NULL;
  close (descriptor);
  return ((File *)g_ptr_array_index (self->files, self->files->len - 1))->temporary;
}

/**
 * td_output_add_stream:
 * @self: files to be written
 * @name: the name that the file will have
 * @error: %TD_EXCHANGE_ERROR_WRITE
 *
 * Returns: (transfer full) (nullable): a buffered stream to write it with, to be closed before td_output_publish()
 */
GOutputStream *
td_output_add_stream (TdOutput *self, const char *name, GError **error)
{
  int descriptor = add_file (self, name, error);
  g_autoptr (GOutputStream) stream = NULL;

  if (descriptor < 0)
    return NULL;
  stream = g_unix_output_stream_new (descriptor, TRUE);
  return g_buffered_output_stream_new_sized (stream, BUFFER);
}

static gboolean
sync_path (const char *path, GError **error)
{
  int descriptor = open (path, O_RDONLY | O_CLOEXEC);
  gboolean done;

  if (descriptor < 0)
    return fail (path, errno, error);
  done = fsync (descriptor) == 0 || fail (path, errno, error);
  close (descriptor);
  return done;
}

/**
 * td_output_publish:
 * @self: files, all written
 * @error: %TD_EXCHANGE_ERROR_WRITE
 *
 * Gives every file its name, in the place of one that stood there. Nothing is replaced before all are on the disk.
 *
 * Returns: whether all have their names
 */
gboolean
td_output_publish (TdOutput *self, GError **error)
{
  for (guint i = 0; i < self->files->len; i++)
    if (!sync_path (((File *)g_ptr_array_index (self->files, i))->temporary, error))
      return FALSE;
  for (guint i = 0; i < self->files->len; i++)
    {
      File *file = g_ptr_array_index (self->files, i);

      if (g_rename (file->temporary, file->path) != 0)
        return fail (file->path, errno, error);
      g_clear_pointer (&file->temporary, g_free);
    }
  return sync_path (self->folder, error);
}
