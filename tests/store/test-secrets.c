/* test-secrets.c: what is sealed never stands in a file in any encoding, nor in the text of an error: not after a
 * change, not in the middle of one, not after one that was dropped.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "test-place.h"

#include <string.h>

/* Every sealed column of every register gets one of these; no two share a piece. */
#define NAME        "Quàng Văn Bí Mật"
#define OTHER_NAME  "Lương Thị Kín Đáo"
#define BIRTH_DATE  "1987-06-05"
#define NATIONAL_ID "038187654321"
#define ADDRESS     "cuối bản Không Tên"
#define NOTE        "chỉ mẹ biết chuyện này"
#define HEAD        "Chủ Hộ Giấu Tên"
#define FUGITIVE    "Kẻ Trốn Vô Danh"
#define OFFENDER    "Bị Can Ẩn Danh"

/* In the clear on purpose: what shows that the search finds what is there. */
#define IN_THE_CLEAR "Dân tộc Thổ"

static const char *const secrets[]
  = { NAME, OTHER_NAME, BIRTH_DATE, NATIONAL_ID, ADDRESS, NOTE, HEAD, FUGITIVE, OFFENDER, TEST_PASSPHRASE };

static gboolean
holds (GBytes *content, const void *piece, gsize size)
{
  gsize length;
  const void *bytes = g_bytes_get_data (content, &length);

  return length >= size && memmem (bytes, length, piece, size) != NULL;
}

static char *
to_hex (const char *text, const char *digit)
{
  GString *hex = g_string_new (NULL);

  for (const guint8 *at = (const guint8 *)text; *at != '\0'; at++)
    g_string_append_printf (hex, "%02x", *at);
  if (g_ascii_isupper (*digit))
    g_string_ascii_up (hex);
  return g_string_free (hex, FALSE);
}

static gboolean
holds_utf16 (GBytes *content, const char *secret, const char *encoding)
{
  gsize size;
  g_autofree char *encoded = g_convert (secret, -1, encoding, "UTF-8", NULL, &size, NULL);

  return holds (content, encoded, size);
}

/* In any way in which it might have been written. */
static gboolean
holds_secret (GBytes *content, const char *secret)
{
  g_autofree char *decomposed = g_utf8_normalize (secret, -1, G_NORMALIZE_DEFAULT);
  g_autofree char *folded = g_utf8_casefold (secret, -1);
  g_autofree char *lower = to_hex (secret, "a");
  g_autofree char *upper = to_hex (secret, "A");
  g_autofree char *base64 = g_base64_encode ((const guint8 *)secret, strlen (secret) / 3 * 3);

  return holds (content, secret, strlen (secret)) || holds (content, decomposed, strlen (decomposed))
         || holds (content, folded, strlen (folded)) || holds (content, lower, strlen (lower))
         || holds (content, upper, strlen (upper)) || holds (content, base64, strlen (base64))
         || holds_utf16 (content, secret, "UTF-16LE") || holds_utf16 (content, secret, "UTF-16BE");
}

static void
assert_no_secret (GBytes *content)
{
  for (guint i = 0; i < G_N_ELEMENTS (secrets); i++)
    g_assert_false (holds_secret (content, secrets[i]));
}

/* Every file of the folder; answers whether one held what is in the clear. */
static gboolean
search_files (Place *place)
{
  g_autoptr (GDir) folder = g_dir_open (place->folder, 0, NULL);
  gboolean found = FALSE;
  const char *name;

  while ((name = g_dir_read_name (folder)) != NULL)
    {
      g_autoptr (GBytes) content = place_read (place, name);

      g_test_message ("%s: %zu bytes", name, g_bytes_get_size (content));
      assert_no_secret (content);
      found = holds_secret (content, IN_THE_CLEAR) || found;
    }
  return found;
}

static void
put_secrets (TdChange *change, const char *name)
{
  g_autoptr (GError) error = NULL;

  put_row (change, "persons", &error, "id", "P1", "full_name", name, "birth_date", BIRTH_DATE, "national_id",
           NATIONAL_ID, "address", ADDRESS, "note", NOTE, "ethnicity", IN_THE_CLEAR, NULL);
  g_assert_no_error (error);
  put_row (change, "households", &error, "id", "H1", "unit", "16174", "head_name", HEAD, NULL);
  g_assert_no_error (error);
  put_row (change, "fugitives", &error, "id", "F1", "unit", "16174", "wanted_on", "2025-01-01", "full_name", FUGITIVE,
           NULL);
  g_assert_no_error (error);
  put_row (change, "cases", &error, "id", "C1", "unit", "16174", "kind", "use", "happened_on", "2025-01-01", "severity",
           "serious", "by_missed_person", "no", NULL);
  g_assert_no_error (error);
  put_row (change, "offenders", &error, "id", "O1", "case", "C1", "liability", "criminal", "full_name", OFFENDER, NULL);
  g_assert_no_error (error);
}

static TdChange *
begin (Place *place)
{
  g_autoptr (GError) error = NULL;
  TdChange *change = td_change_begin (place->store, "test", &error);

  g_assert_no_error (error);
  return change;
}

static void
commit_secrets (Place *place, const char *name)
{
  g_autoptr (TdChange) change = begin (place);
  g_autoptr (GError) error = NULL;

  put_secrets (change, name);
  td_change_commit (change, &error);
  g_assert_no_error (error);
}

static void
every_sealed_field_has_a_secret (Place *place, gconstpointer data)
{
  guint n, n_sealed = 0;
  const TdRegister *const *all = td_registers_all (&n);

  for (guint i = 0; i < n; i++)
    for (guint j = 0; j < all[i]->n_fields; j++)
      n_sealed += (all[i]->fields[j].flags & TD_FIELD_SEALED) != 0;
  /* name, birth date, number, address, note; head of household, fugitive, offender */
  g_assert_cmpuint (n_sealed, ==, 8);
}

static void
no_file_holds_a_secret_after_changes (Place *place, gconstpointer data)
{
  commit_secrets (place, NAME);
  g_assert_true (search_files (place));
  commit_secrets (place, OTHER_NAME);
  g_assert_true (search_files (place));
  place_close (place);
  g_assert_true (search_files (place));
}

static void
no_file_holds_a_secret_within_a_change (Place *place, gconstpointer data)
{
  g_autoptr (TdChange) change = NULL;
  g_autoptr (GBytes) journal = NULL;

  commit_secrets (place, NAME);
  change = begin (place);
  put_secrets (change, OTHER_NAME);
  journal = place_read (place, "district.tham-dinh-journal");
  g_assert_true (holds_secret (journal, IN_THE_CLEAR));
  g_assert_true (search_files (place));
}

static void
no_file_holds_a_secret_after_a_dropped_change (Place *place, gconstpointer data)
{
  TdChange *change = begin (place);

  put_secrets (change, NAME);
  td_change_free (change);
  g_assert_false (search_files (place));
}

/* More than the cache takes, so that pages reach the file before the change is done. */
static void
no_file_holds_a_secret_of_a_large_change (Place *place, gconstpointer data)
{
  g_autoptr (TdChange) change = begin (place);
  g_autofree char *note = g_strnfill (4000, 'x');
  g_autoptr (GError) error = NULL;

  sqlite3_soft_heap_limit64 (4 * 1024 * 1024);
  put_secrets (change, NAME);
  for (int i = 0; i < 600 && error == NULL; i++)
    {
      g_autofree char *id = g_strdup_printf ("X%d", i);

      put_row (change, "persons", &error, "id", id, "full_name", NAME, "note", note, "address", ADDRESS, "ethnicity",
               IN_THE_CLEAR, NULL);
    }
  sqlite3_soft_heap_limit64 (0);
  g_assert_no_error (error);
  g_assert_true (search_files (place));
}

static void
the_audit_log_keeps_what_is_sealed_sealed (Place *place, gconstpointer data)
{
  g_autofree char *log = NULL;
  g_autoptr (GBytes) content = NULL;

  commit_secrets (place, NAME);
  commit_secrets (place, OTHER_NAME);
  log = place_text (place, "SELECT group_concat (coalesce (before, '') || coalesce (after, '')) FROM audit");
  content = g_bytes_new_static (log, strlen (log));
  g_assert_true (holds_secret (content, IN_THE_CLEAR));
  assert_no_secret (content);
}

static void
assert_tells_no_secret (GError *error)
{
  g_autoptr (GBytes) content = NULL;

  g_assert_nonnull (error);
  g_test_message ("%s", error->message);
  content = g_bytes_new (error->message, strlen (error->message));
  assert_no_secret (content);
}

static void
an_error_tells_no_secret (Place *place, gconstpointer data)
{
  g_autoptr (TdChange) change = NULL;
  g_autoptr (GError) duplicate = NULL;
  g_autoptr (GError) missing = NULL;
  g_autoptr (GError) word = NULL;
  g_autoptr (GError) tampered = NULL;

  commit_secrets (place, NAME);
  place_execute (place, "UPDATE persons SET note = zeroblob (61)");
  change = begin (place);
  put_row (change, "persons", &duplicate, "id", "P2", "full_name", NAME, "national_id", NATIONAL_ID, NULL);
  put_row (change, "persons", &missing, "id", "P2", "note", NOTE, "national_id", NATIONAL_ID, NULL);
  put_row (change, "persons", &word, "id", "P2", "full_name", NAME, "sex", NOTE, NULL);
  put_row (change, "persons", &tampered, "id", "P1", "full_name", OTHER_NAME, NULL);
  assert_tells_no_secret (duplicate);
  assert_tells_no_secret (missing);
  assert_tells_no_secret (word);
  assert_tells_no_secret (tampered);
}

static void
a_wrong_passphrase_is_not_told (Place *place, gconstpointer data)
{
  g_autoptr (GError) error = NULL;

  g_assert_false (td_store_unlock (place->store, NULL, NOTE, &error));
  assert_tells_no_secret (error);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  place_add_test ("/secrets/all", every_sealed_field_has_a_secret);
  place_add_test ("/secrets/after", no_file_holds_a_secret_after_changes);
  place_add_test ("/secrets/within", no_file_holds_a_secret_within_a_change);
  place_add_test ("/secrets/dropped", no_file_holds_a_secret_after_a_dropped_change);
  place_add_test ("/secrets/large", no_file_holds_a_secret_of_a_large_change);
  place_add_test ("/secrets/audit", the_audit_log_keeps_what_is_sealed_sealed);
  place_add_test ("/secrets/errors", an_error_tells_no_secret);
  place_add_test ("/secrets/passphrase", a_wrong_passphrase_is_not_told);
  return g_test_run ();
}
