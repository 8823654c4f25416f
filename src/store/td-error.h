/* td-error.h: what can go wrong with the database.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

#define TD_STORE_ERROR (td_store_error_quark ())
GQuark td_store_error_quark (void);

typedef enum
{
  TD_STORE_ERROR_FAILED,
  TD_STORE_ERROR_NOT_OURS, /* not a database of this program */
  TD_STORE_ERROR_NEWER,    /* made by a newer version of the program */
  TD_STORE_ERROR_EXISTS,   /* a file stands where a new one is to be made */
  TD_STORE_ERROR_IN_USE,   /* open in another process */
  TD_STORE_ERROR_DAMAGED,  /* the file's structure is broken */
  TD_STORE_ERROR_READ_ONLY,
  TD_STORE_ERROR_DISK_FULL,
  TD_STORE_ERROR_PASSPHRASE, /* the passphrase is not this user's */
  TD_STORE_ERROR_USER,       /* no such user */
  TD_STORE_ERROR_TAMPERED,   /* a sealed value or the audit log is not what this program wrote */
  TD_STORE_ERROR_LOCKED,     /* not unlocked yet */
  TD_STORE_ERROR_REFERENCE,  /* a row refers to a row that isn't there */
  TD_STORE_ERROR_DUPLICATE,  /* a value that must be unique stands twice */
  TD_STORE_ERROR_ROW,        /* a row lacks a value that every row needs, or ends before it starts */
  TD_STORE_ERROR_OVERLAP,    /* two periods of the same key share a day */
  TD_STORE_ERROR_CANCELLED,
} TdStoreError;

G_END_DECLS
