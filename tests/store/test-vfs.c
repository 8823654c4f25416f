/* test-vfs.c: a layer between SQLite and its files that counts the calls which write, and lets one of them fail, or
 * every one from there on.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "test-vfs.h"

#include <sqlite3.h>

typedef struct
{
  sqlite3_file base;
  sqlite3_file *real; /* just behind this */
} File;

static sqlite3_vfs *real_vfs;
static int calls_left; /* until the one that fails; 0 where none does */
static int failure;
static gboolean fails_for_good;
static int first_failure;

/* Lets the @call-th call that writes fail with @code, and where @for_good all after it. A full disk fails to take more;
 * any other disk fails to cut short, to sync and to open too. */
void
test_vfs_fail_at (int call, int code, gboolean for_good)
{
  calls_left = call;
  failure = code;
  fails_for_good = for_good;
  first_failure = SQLITE_OK;
}

/* From now on all is well; answers what failed first, 0 where nothing did. */
int
test_vfs_heal (void)
{
  calls_left = 0;
  return first_failure;
}

static int
fail_or (int code)
{
  if (calls_left == 0 || --calls_left > 0)
    return SQLITE_OK;
  calls_left = fails_for_good ? 1 : 0;
  if (first_failure == SQLITE_OK)
    first_failure = code;
  return code;
}

static int
fail_writing (void)
{
  return fail_or (failure);
}

static int
fail_otherwise (int code)
{
  return failure == SQLITE_FULL ? SQLITE_OK : fail_or (code);
}

static sqlite3_file *
get_real (sqlite3_file *file)
{
  return ((File *)file)->real;
}

static int
file_close (sqlite3_file *file)
{
  return get_real (file)->pMethods->xClose (get_real (file));
}

static int
file_read (sqlite3_file *file, void *data, int size, sqlite3_int64 at)
{
  return get_real (file)->pMethods->xRead (get_real (file), data, size, at);
}

static int
file_write (sqlite3_file *file, const void *data, int size, sqlite3_int64 at)
{
  int code = fail_writing ();

  return code != SQLITE_OK ? code : get_real (file)->pMethods->xWrite (get_real (file), data, size, at);
}

static int
file_truncate (sqlite3_file *file, sqlite3_int64 size)
{
  int code = fail_otherwise (SQLITE_IOERR_TRUNCATE);

  return code != SQLITE_OK ? code : get_real (file)->pMethods->xTruncate (get_real (file), size);
}

static int
file_sync (sqlite3_file *file, int flags)
{
  int code = fail_otherwise (SQLITE_IOERR_FSYNC);

  return code != SQLITE_OK ? code : get_real (file)->pMethods->xSync (get_real (file), flags);
}

static int
file_size (sqlite3_file *file, sqlite3_int64 *size)
{
  return get_real (file)->pMethods->xFileSize (get_real (file), size);
}

static int
file_lock (sqlite3_file *file, int level)
{
  return get_real (file)->pMethods->xLock (get_real (file), level);
}

static int
file_unlock (sqlite3_file *file, int level)
{
  return get_real (file)->pMethods->xUnlock (get_real (file), level);
}

static int
file_check_reserved (sqlite3_file *file, int *is_reserved)
{
  return get_real (file)->pMethods->xCheckReservedLock (get_real (file), is_reserved);
}

static int
file_control (sqlite3_file *file, int operation, void *argument)
{
  return get_real (file)->pMethods->xFileControl (get_real (file), operation, argument);
}

static int
file_sector_size (sqlite3_file *file)
{
  return get_real (file)->pMethods->xSectorSize (get_real (file));
}

static int
file_characteristics (sqlite3_file *file)
{
  return get_real (file)->pMethods->xDeviceCharacteristics (get_real (file));
}

/* Of version 1: no shared memory and no mapping, so that all goes through here. */
static const sqlite3_io_methods methods = {
  .iVersion = 1,
  .xClose = file_close,
  .xRead = file_read,
  .xWrite = file_write,
  .xTruncate = file_truncate,
  .xSync = file_sync,
  .xFileSize = file_size,
  .xLock = file_lock,
  .xUnlock = file_unlock,
  .xCheckReservedLock = file_check_reserved,
  .xFileControl = file_control,
  .xSectorSize = file_sector_size,
  .xDeviceCharacteristics = file_characteristics,
};

static int
open_file (sqlite3_vfs *vfs, const char *name, sqlite3_file *file, int flags, int *flags_out)
{
  File *self = (File *)file;
  int code = flags & SQLITE_OPEN_MAIN_JOURNAL ? fail_otherwise (SQLITE_CANTOPEN) : SQLITE_OK;

  self->base.pMethods = NULL;
  self->real = (sqlite3_file *)(self + 1);
  if (code == SQLITE_OK)
    code = real_vfs->xOpen (real_vfs, name, self->real, flags, flags_out);
  if (code == SQLITE_OK)
    self->base.pMethods = &methods;
  return code;
}

/* Makes it the disk of every database that is opened after. */
void
test_vfs_install (void)
{
  static sqlite3_vfs vfs;

  if (real_vfs != NULL)
    return;
  real_vfs = sqlite3_vfs_find (NULL);
  vfs = *real_vfs;
  vfs.zName = "failing";
  vfs.szOsFile += (int)sizeof (File);
  vfs.xOpen = open_file;
  g_assert_cmpint (sqlite3_vfs_register (&vfs, 1), ==, SQLITE_OK);
}
