/* store-helper.c: another process for the tests: opens a database, keeps it open, or writes to it until it is killed.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "test-place.h"

#include "td-audit.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

static void
say (const char *what)
{
  puts (what);
  fflush (stdout);
}

/* What went wrong, as the test at the other end of the pipe reads it. */
static int
fail (GError *error)
{
  g_autofree char *what
    = g_strdup_printf ("%s %d: %s", error->domain == TD_STORE_ERROR ? "store" : "other", error->code, error->message);

  say (what);
  return EXIT_FAILURE;
}

static int
hold (const char *path)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (TdStore) store = td_store_open (path, &error);

  if (store == NULL)
    return fail (error);
  say ("open");
  for (;;)
    pause ();
}

static gboolean
has_person (TdStore *store, int number, GError **error)
{
  g_autofree char *id = g_strdup_printf ("P%d", number);
  g_autofree char *name = read_value (store, "persons", id, "full_name", error);
  g_autofree char *unit = read_value (store, "residences", id, "unit", error);

  return name != NULL && unit != NULL;
}

/* With many hamlets, so that much is written by each commit and a kill falls between. */
static gboolean
put_hamlets (TdChange *change, int number, GError **error)
{
  g_autofree char *name = g_strnfill (3000, 'x');

  for (int i = 0; i < 20; i++)
    {
      g_autofree char *code = g_strdup_printf ("%d-%d", number % 3, i);
      g_autofree char *official = g_strdup_printf ("%d", number);

      if (put_row (change, "units", error, "code", code, "name", name, "kind", "hamlet", "parent", "16174",
                   "official_code", official, NULL)
          == TD_OUTCOME_FAILED)
        return FALSE;
    }
  return TRUE;
}

static gboolean
write_person (TdStore *store, int number, GError **error)
{
  g_autofree char *id = g_strdup_printf ("P%d", number);
  g_autoptr (TdChange) change = td_change_begin (store, "helper", error);

  return change != NULL && put_hamlets (change, number, error)
         && put_row (change, "persons", error, "id", id, "full_name", "Lò Văn Thử", NULL) != TD_OUTCOME_FAILED
         && put_row (change, "residences", error, "person", id, "from", "2025-01-01", "unit", "16174", NULL)
              != TD_OUTCOME_FAILED
         && td_change_commit (change, error);
}

static gboolean
check (TdStore *store, int last, GError **error)
{
  guint64 n_entries;

  if (!td_audit_verify (store, &n_entries, error))
    return FALSE;
  for (int i = 1; i <= last; i++)
    if (!has_person (store, i, error))
      {
        if (error != NULL && *error == NULL)
          g_set_error (error, TD_STORE_ERROR, TD_STORE_ERROR_FAILED, "person %d is lost", i);
        return FALSE;
      }
  return TRUE;
}

/* Checks that the first @last persons are there, says how many are, then adds one after another, saying each once it
 * is safe. */
static int
write_on (const char *path, int last)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (TdStore) store = td_store_open (path, &error);

  if (store == NULL || !td_store_unlock (store, TEST_USER, TEST_PASSPHRASE, &error) || !check (store, last, &error))
    return fail (error);
  for (; has_person (store, last + 1, &error); last++)
    ;
  for (int number = last; error == NULL; number++)
    {
      g_autofree char *safe = g_strdup_printf ("%d", number);

      say (safe);
      write_person (store, number + 1, &error);
    }
  return fail (error);
}

int
main (int argc, char **argv)
{
  if (argc == 3 && g_str_equal (argv[1], "hold"))
    return hold (argv[2]);
  if (argc == 4 && g_str_equal (argv[1], "write"))
    return write_on (argv[2], atoi (argv[3]));
  return EXIT_FAILURE;
}
