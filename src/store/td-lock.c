/* td-lock.c: one process to a database, by a kernel lock on a file beside it that vanishes with the process.
 *
 * The lock is not on the database itself: opening and closing that file anywhere in this process would drop SQLite's
 * own locks on it.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "td-store-private.h"

#include <errno.h>
#include <fcntl.h>
#include <glib/gi18n-lib.h>
#include <unistd.h>

/**
 * td_lock_take:
 * @path: a database file, there or not yet
 * @error: %TD_STORE_ERROR_IN_USE where another process holds it
 *
 * Returns: a descriptor that holds the lock until it is closed; -1 when it failed
 */
int
td_lock_take (const char *path, GError **error)
{
  g_autofree char *lock_path = g_strconcat (path, ".lock", NULL);
  struct flock lock = { .l_type = F_WRLCK, .l_whence = SEEK_SET };
  int descriptor = open (lock_path, O_RDWR | O_CREAT | O_CLOEXEC | O_NOFOLLOW, 0600);

  if (descriptor < 0)
    {
      g_set_error (error, TD_STORE_ERROR, TD_STORE_ERROR_READ_ONLY,
                   _ ("The folder of this database may not be written (%s). Copy the file to your own disk and open it "
                      "there."),
                   g_strerror (errno));
      return -1;
    }
  if (fcntl (descriptor, F_OFD_SETLK, &lock) == 0)
    return descriptor;
  if (errno == EAGAIN || errno == EACCES)
    g_set_error_literal (error, TD_STORE_ERROR, TD_STORE_ERROR_IN_USE,
                         _ ("This database is open in another window or program. Close it there and try again."));
  else
    g_set_error (error, TD_STORE_ERROR, TD_STORE_ERROR_FAILED,
                 _ ("This database cannot be locked here (%s). Copy it to a local disk and open it there."),
                 g_strerror (errno));
  close (descriptor);
  return -1;
}
