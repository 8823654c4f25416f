/* test-unlock.c: passphrases, users, and key slots that somebody changed in the file: never accepted, never an excuse
 * to take all memory.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "test-place.h"

#include "td-audit.h"
#include "td-vault.h"

#include <string.h>

static GError *
try_unlock (Place *place, const char *user, const char *passphrase)
{
  GError *error = NULL;

  place_close (place);
  place->store = td_store_open (place->path, &error);
  g_assert_no_error (error);
  g_assert_cmpint (td_store_unlock (place->store, user, passphrase, &error), ==, error == NULL);
  g_assert_cmpint (td_store_is_unlocked (place->store), ==, error == NULL);
  return error;
}

static void
assert_unlocks (Place *place, const char *user, const char *passphrase)
{
  g_autoptr (GError) error = try_unlock (place, user, passphrase);

  g_assert_no_error (error);
  g_assert_cmpstr (td_store_get_user (place->store), ==, TEST_USER);
}

static void
assert_stays_locked (Place *place, const char *user, const char *passphrase, TdStoreError code)
{
  g_autoptr (GError) error = try_unlock (place, user, passphrase);

  g_assert_error (error, TD_STORE_ERROR, (int)code);
  g_assert_null (td_store_get_user (place->store));
}

static void
the_passphrase_unlocks (Place *place, gconstpointer data)
{
  assert_unlocks (place, NULL, TEST_PASSPHRASE);
  assert_unlocks (place, TEST_USER, TEST_PASSPHRASE);
}

static void
a_wrong_passphrase_does_not (Place *place, gconstpointer data)
{
  assert_stays_locked (place, NULL, "", TD_STORE_ERROR_PASSPHRASE);
  assert_stays_locked (place, NULL, TEST_PASSPHRASE " ", TD_STORE_ERROR_PASSPHRASE);
  assert_stays_locked (place, NULL, "Một câu dài chỉ để thử", TD_STORE_ERROR_PASSPHRASE);
}

/* Input methods compose letters differently. */
static void
the_passphrase_may_be_typed_decomposed (Place *place, gconstpointer data)
{
  g_autofree char *decomposed = g_utf8_normalize (TEST_PASSPHRASE, -1, G_NORMALIZE_DEFAULT);

  g_assert_cmpstr (decomposed, !=, TEST_PASSPHRASE);
  assert_unlocks (place, NULL, decomposed);
}

static void
a_user_who_is_not_there_is_named (Place *place, gconstpointer data)
{
  g_autoptr (GError) error = try_unlock (place, "nobody", TEST_PASSPHRASE);

  g_assert_error (error, TD_STORE_ERROR, TD_STORE_ERROR_USER);
  g_assert_nonnull (strstr (error->message, "nobody"));
}

static void
a_failed_try_keeps_what_is_unlocked (Place *place, gconstpointer data)
{
  g_autoptr (GError) error = NULL;

  g_assert_false (td_store_unlock (place->store, NULL, "wrong", &error));
  g_assert_true (td_store_is_unlocked (place->store));
  assert_audit_holds (place->store, 17);
}

static void
a_locked_store_gives_and_takes_nothing_sealed (Place *place, gconstpointer data)
{
  g_autoptr (GError) changing = NULL;
  g_autoptr (GError) reading = NULL;
  g_autoptr (GError) checking = NULL;
  g_autoptr (GError) working = NULL;
  guint64 n;

  add_row (place->store, "persons", "id", "P1", "full_name", "Lò Văn Thử", NULL);
  place_close (place);
  place->store = td_store_open (place->path, NULL);
  g_assert_null (td_change_begin (place->store, "test", &changing));
  g_assert_error (changing, TD_STORE_ERROR, TD_STORE_ERROR_LOCKED);
  g_assert_null (read_value (place->store, "persons", "P1", "full_name", &reading));
  g_assert_error (reading, TD_STORE_ERROR, TD_STORE_ERROR_LOCKED);
  g_assert_false (td_audit_verify (place->store, &n, &checking));
  g_assert_error (checking, TD_STORE_ERROR, TD_STORE_ERROR_LOCKED);
  g_assert_null (td_store_open_worker (place->store, &working));
  g_assert_error (working, TD_STORE_ERROR, TD_STORE_ERROR_LOCKED);
}

/* After a change in the file the right passphrase must not unlock, whatever it is called. */
static void
assert_not_accepted (Place *place, const char *sql, gboolean is_absurd)
{
  g_autofree char *whole = g_strdup_printf ("BEGIN; %s; COMMIT", sql);
  g_autoptr (GError) error = NULL;

  place_close (place);
  place_execute (place, whole);
  g_test_message ("%s", sql);
  error = try_unlock (place, NULL, TEST_PASSPHRASE);
  if (is_absurd)
    g_assert_error (error, TD_STORE_ERROR, TD_STORE_ERROR_TAMPERED);
  else if (!g_error_matches (error, TD_STORE_ERROR, TD_STORE_ERROR_TAMPERED))
    g_assert_error (error, TD_STORE_ERROR, TD_STORE_ERROR_PASSPHRASE);
}

/* Outside the bounds nothing is derived at all: a slot must not make the program take 4 GiB, or no time. */
static void
absurd_costs_are_refused_unspent (Place *place, gconstpointer data)
{
  static const char *const changes[] = {
    "UPDATE vault_users SET operations = 0",
    "UPDATE vault_users SET operations = 1",
    "UPDATE vault_users SET operations = -1",
    "UPDATE vault_users SET operations = 11",
    "UPDATE vault_users SET operations = 4294967298",
    "UPDATE vault_users SET operations = 2, memory = 0",
    "UPDATE vault_users SET memory = 8192",
    "UPDATE vault_users SET memory = 67108863",
    "UPDATE vault_users SET memory = -67108864",
    "UPDATE vault_users SET memory = 1073741825",
    "UPDATE vault_users SET memory = 4398046511104",
    "UPDATE vault_users SET memory = 9223372036854775807",
    "UPDATE vault_users SET memory = 67108864, version = 0",
    "UPDATE vault_users SET version = 2",
    "UPDATE vault_users SET version = 4294967297",
  };
  gint64 before = g_get_monotonic_time ();

  for (guint i = 0; i < G_N_ELEMENTS (changes); i++)
    assert_not_accepted (place, changes[i], TRUE);
  g_assert_cmpint (g_get_monotonic_time () - before, <, 10 * G_USEC_PER_SEC);
}

static void
other_costs_give_another_key (Place *place, gconstpointer data)
{
  assert_not_accepted (place, "UPDATE vault_users SET operations = 3", FALSE);
  assert_not_accepted (place, "UPDATE vault_users SET operations = 2, memory = 67109888", FALSE);
}

static void
another_salt_gives_another_key (Place *place, gconstpointer data)
{
  assert_not_accepted (place, "UPDATE vault_users SET salt = zeroblob (16)", FALSE);
  assert_not_accepted (place, "UPDATE vault_users SET salt = x''", FALSE);
  assert_not_accepted (place, "UPDATE vault_users SET salt = zeroblob (1000)", FALSE);
}

static void
a_slot_is_not_another_users (Place *place, gconstpointer data)
{
  assert_not_accepted (place, "UPDATE vault_users SET name = 'intruder'", FALSE);
}

static void
a_slot_is_not_another_keys (Place *place, gconstpointer data)
{
  static const char *const ids[] = { "2", "-1", "4294967297" };

  for (guint i = 0; i < G_N_ELEMENTS (ids); i++)
    {
      g_autofree char *sql
        = g_strdup_printf ("UPDATE vault_keys SET id = %s; UPDATE vault_grants SET key = %s", ids[i], ids[i]);

      assert_not_accepted (place, sql, FALSE);
    }
}

static void
another_sealed_key_is_noticed (Place *place, gconstpointer data)
{
  g_autofree char *hex = place_text (place, "SELECT hex (sealed_key) FROM vault_grants");

  assert_not_accepted (place, "UPDATE vault_grants SET sealed_key = x''", TRUE);
  assert_not_accepted (place, "UPDATE vault_grants SET sealed_key = zeroblob (71)", TRUE);
  assert_not_accepted (place, "UPDATE vault_grants SET sealed_key = zeroblob (72)", FALSE);
  for (gsize at = 0; at < strlen (hex); at += 18)
    {
      g_autofree char *changed = g_strdup (hex);
      g_autofree char *sql = NULL;

      changed[at] = changed[at] == '0' ? '1' : '0';
      sql = g_strdup_printf ("UPDATE vault_grants SET sealed_key = x'%s'", changed);
      assert_not_accepted (place, sql, FALSE);
    }
}

/* What a database gets that is not made by a test. */
static void
the_usual_cost_is_not_cheap (void)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GByteArray) sealed_key = g_byte_array_new ();
  g_autoptr (TdVault) vault = NULL;
  TdKeySlot slot;

  td_vault_start (&error);
  vault = td_vault_new ();
  td_vault_wrap (vault, TEST_USER, TEST_PASSPHRASE, &slot, sealed_key, &error);
  g_assert_no_error (error);
  g_assert_cmpint (slot.operations, >=, 3);
  g_assert_cmpint (slot.memory, >=, 256 * 1024 * 1024);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  /* Before the others, which make it cheap. */
  g_test_add_func ("/unlock/cost", the_usual_cost_is_not_cheap);
  place_add_test ("/unlock/passphrase", the_passphrase_unlocks);
  place_add_test ("/unlock/wrong-passphrase", a_wrong_passphrase_does_not);
  place_add_test ("/unlock/decomposed", the_passphrase_may_be_typed_decomposed);
  place_add_test ("/unlock/no-such-user", a_user_who_is_not_there_is_named);
  place_add_test ("/unlock/failed-try", a_failed_try_keeps_what_is_unlocked);
  place_add_test ("/unlock/locked", a_locked_store_gives_and_takes_nothing_sealed);
  place_add_test ("/unlock/absurd-costs", absurd_costs_are_refused_unspent);
  place_add_test ("/unlock/other-costs", other_costs_give_another_key);
  place_add_test ("/unlock/other-salt", another_salt_gives_another_key);
  place_add_test ("/unlock/other-user", a_slot_is_not_another_users);
  place_add_test ("/unlock/other-key-id", a_slot_is_not_another_keys);
  place_add_test ("/unlock/other-sealed-key", another_sealed_key_is_noticed);
  return g_test_run ();
}
