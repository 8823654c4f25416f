/* test-vault.c: sealed cells by themselves: they open where they were sealed, and nowhere else, and not when a single
 * bit of them is another.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "td-vault.h"

#include <string.h>

#define HEADER 5 /* version and key id */
#define NONCE  24
#define TAG    16

static TdVault *
new_vault (void)
{
  g_autoptr (GError) error = NULL;

  td_vault_start (&error);
  g_assert_no_error (error);
  return td_vault_new ();
}

static void
assert_opens (TdVault *vault, GBytes *cell, const char *expected)
{
  g_autoptr (GError) error = NULL;
  g_autofree char *text = NULL;
  gsize size;
  const guint8 *bytes = g_bytes_get_data (cell, &size);

  text = td_vault_open (vault, "persons", 7, "note", bytes, size, &error);
  g_assert_no_error (error);
  g_assert_cmpstr (text, ==, expected);
}

static void
assert_does_not_open (TdVault *vault, const char *table, gint64 row, const char *column, const guint8 *cell, gsize size)
{
  g_autoptr (GError) error = NULL;

  g_assert_null (td_vault_open (vault, table, row, column, cell, size, &error));
  g_assert_error (error, TD_STORE_ERROR, TD_STORE_ERROR_TAMPERED);
}

static void
what_is_sealed_opens_again (void)
{
  g_autoptr (TdVault) vault = new_vault ();
  g_autofree char *longest = g_strnfill (4096 * 4, 'x');
  const char *const texts[]
    = { "", "a", "fifteen letters", "sixteen letters!", "seventeen letters", "Lò Văn Thử", longest };

  for (guint i = 0; i < G_N_ELEMENTS (texts); i++)
    {
      g_autoptr (GBytes) cell = td_vault_seal (vault, "persons", 7, "note", texts[i]);

      assert_opens (vault, cell, texts[i]);
    }
}

static void
the_size_says_little_of_the_text (void)
{
  g_autoptr (TdVault) vault = new_vault ();
  g_autoptr (GBytes) shorter = td_vault_seal (vault, "persons", 7, "note", "Lê");
  g_autoptr (GBytes) longer = td_vault_seal (vault, "persons", 7, "note", "Lò Văn Thử");
  g_autoptr (GBytes) more = td_vault_seal (vault, "persons", 7, "note", "sixteen letters!");

  g_assert_cmpuint (g_bytes_get_size (shorter), ==, HEADER + NONCE + 16 + TAG);
  g_assert_cmpuint (g_bytes_get_size (longer), ==, HEADER + NONCE + 16 + TAG);
  g_assert_cmpuint (g_bytes_get_size (more), ==, HEADER + NONCE + 32 + TAG);
}

static void
the_same_text_is_never_sealed_the_same (void)
{
  g_autoptr (TdVault) vault = new_vault ();
  g_autoptr (GBytes) first = td_vault_seal (vault, "persons", 7, "note", "Lò Văn Thử");
  g_autoptr (GBytes) second = td_vault_seal (vault, "persons", 7, "note", "Lò Văn Thử");
  const guint8 *a = g_bytes_get_data (first, NULL), *b = g_bytes_get_data (second, NULL);

  g_assert_cmpint (memcmp (a + HEADER, b + HEADER, NONCE), !=, 0);
  g_assert_cmpint (memcmp (a + HEADER + NONCE, b + HEADER + NONCE, 16 + TAG), !=, 0);
}

static void
any_other_bit_is_noticed (void)
{
  g_autoptr (TdVault) vault = new_vault ();
  g_autoptr (GBytes) cell = td_vault_seal (vault, "persons", 7, "note", "Lò Văn Thử");
  gsize size;
  g_autofree guint8 *bytes = g_memdup2 (g_bytes_get_data (cell, NULL), g_bytes_get_size (cell));

  size = g_bytes_get_size (cell);
  for (gsize bit = 0; bit < size * 8; bit++)
    {
      bytes[bit / 8] ^= (guint8)(1 << bit % 8);
      assert_does_not_open (vault, "persons", 7, "note", bytes, size);
      bytes[bit / 8] ^= (guint8)(1 << bit % 8);
    }
  assert_opens (vault, cell, "Lò Văn Thử");
}

static void
any_other_length_is_noticed (void)
{
  g_autoptr (TdVault) vault = new_vault ();
  g_autoptr (GBytes) cell = td_vault_seal (vault, "persons", 7, "note", "Lò Văn Thử");
  gsize size = g_bytes_get_size (cell);
  g_autofree guint8 *bytes = g_malloc0 (size + 32);

  memcpy (bytes, g_bytes_get_data (cell, NULL), size);
  for (gsize length = 0; length <= size + 32; length++)
    if (length != size)
      assert_does_not_open (vault, "persons", 7, "note", bytes, length);
  assert_does_not_open (vault, "persons", 7, "note", NULL, 0);
}

static void
a_cell_opens_in_its_own_place_alone (void)
{
  g_autoptr (TdVault) vault = new_vault ();
  g_autoptr (GBytes) cell = td_vault_seal (vault, "persons", 7, "note", "Lò Văn Thử");
  gsize size;
  const guint8 *bytes = g_bytes_get_data (cell, &size);

  assert_does_not_open (vault, "persons", 8, "note", bytes, size);
  assert_does_not_open (vault, "persons", 7, "address", bytes, size);
  assert_does_not_open (vault, "offenders", 7, "note", bytes, size);
  assert_does_not_open (vault, "persons", 7 + (G_GINT64_CONSTANT (1) << 32), "note", bytes, size);
  assert_does_not_open (vault, "person", 7, "snote", bytes, size);
}

static void
another_key_does_not_open (void)
{
  g_autoptr (TdVault) vault = new_vault ();
  g_autoptr (TdVault) other = new_vault ();
  g_autoptr (GBytes) cell = td_vault_seal (vault, "persons", 7, "note", "Lò Văn Thử");
  gsize size;
  const guint8 *bytes = g_bytes_get_data (cell, &size);

  assert_does_not_open (other, "persons", 7, "note", bytes, size);
}

static void
assert_hashes (TdVault *a, TdVault *b, const char *column, const char *text, gboolean same)
{
  guint8 first[TD_VAULT_HASH_SIZE], second[TD_VAULT_HASH_SIZE];

  td_vault_hash (a, "persons", "national_id", "038090001234", first);
  td_vault_hash (b, "persons", column, text, second);
  g_assert_cmpint (memcmp (first, second, TD_VAULT_HASH_SIZE) == 0, ==, same);
}

static void
a_hash_is_one_values_in_one_column_under_one_key (void)
{
  g_autoptr (TdVault) vault = new_vault ();
  g_autoptr (TdVault) other = new_vault ();

  assert_hashes (vault, vault, "national_id", "038090001234", TRUE);
  assert_hashes (vault, vault, "national_id", "038090001235", FALSE);
  assert_hashes (vault, vault, "note", "038090001234", FALSE);
  assert_hashes (vault, other, "national_id", "038090001234", FALSE);
}

static void
assert_chains_differ (const char *const *parts, const char *const *others)
{
  g_autoptr (TdVault) vault = new_vault ();
  const guint8 previous[TD_VAULT_HASH_SIZE] = { 0 };
  guint8 first[TD_VAULT_HASH_SIZE], second[TD_VAULT_HASH_SIZE];

  td_vault_chain (vault, previous, parts, 2, first);
  td_vault_chain (vault, previous, others, 2, second);
  g_assert_cmpint (memcmp (first, second, TD_VAULT_HASH_SIZE), !=, 0);
}

static void
a_chain_tells_its_parts_apart (void)
{
  assert_chains_differ ((const char *const[]){ "ab", "c" }, (const char *const[]){ "a", "bc" });
  assert_chains_differ ((const char *const[]){ "a\001", "b" }, (const char *const[]){ "a", "\001b" });
  assert_chains_differ ((const char *const[]){ NULL, "a" }, (const char *const[]){ "", "a" });
  assert_chains_differ ((const char *const[]){ NULL, "a" }, (const char *const[]){ "a", NULL });
}

static void
a_chain_holds_to_what_came_before (void)
{
  g_autoptr (TdVault) vault = new_vault ();
  const char *const parts[] = { "a" };
  guint8 previous[TD_VAULT_HASH_SIZE] = { 0 }, first[TD_VAULT_HASH_SIZE], second[TD_VAULT_HASH_SIZE];

  td_vault_chain (vault, previous, parts, 1, first);
  previous[31] = 1;
  td_vault_chain (vault, previous, parts, 1, second);
  g_assert_cmpint (memcmp (first, second, TD_VAULT_HASH_SIZE), !=, 0);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/vault/opens", what_is_sealed_opens_again);
  g_test_add_func ("/vault/size", the_size_says_little_of_the_text);
  g_test_add_func ("/vault/never-the-same", the_same_text_is_never_sealed_the_same);
  g_test_add_func ("/vault/bits", any_other_bit_is_noticed);
  g_test_add_func ("/vault/lengths", any_other_length_is_noticed);
  g_test_add_func ("/vault/place", a_cell_opens_in_its_own_place_alone);
  g_test_add_func ("/vault/key", another_key_does_not_open);
  g_test_add_func ("/vault/hash", a_hash_is_one_values_in_one_column_under_one_key);
  g_test_add_func ("/vault/chain-parts", a_chain_tells_its_parts_apart);
  g_test_add_func ("/vault/chain-before", a_chain_holds_to_what_came_before);
  return g_test_run ();
}
