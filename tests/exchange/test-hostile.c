/* test-hostile.c: workbooks that were made to harm, that are damaged, or that only a spreadsheet program can read.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "test-files.h"

#include <string.h>

static void
test_other_files (void)
{
  static const char *const texts[] = { "", "PK", "id,name\n", "<html><table>", "\x09\x08\x10" };

  for (guint i = 0; i < G_N_ELEMENTS (texts); i++)
    {
      g_autoptr (GBytes) bytes = g_bytes_new_static (texts[i], strlen (texts[i]));

      assert_workbook_refused (bytes, TD_EXCHANGE_ERROR_FORMAT);
    }
}

#define COMPOUND "\xD0\xCF\x11\xE0\xA1\xB1\x1A\xE1"
#define BLOCK    (64 * 1024)

static void
assert_says (const char *bytes, gsize length, const char *words)
{
  g_autoptr (GBytes) file = g_bytes_new (bytes, length);
  g_autoptr (GError) error = NULL;
  g_autoptr (TdWorkbook) workbook = td_workbook_open_bytes (file, &error);

  g_assert_null (workbook);
  g_assert_error (error, TD_EXCHANGE_ERROR, TD_EXCHANGE_ERROR_FORMAT);
  g_assert_nonnull (strstr (error->message, words));
  g_assert_nonnull (strstr (error->message, "save it"));
}

/* What a spreadsheet program can still make readable is refused with how. */
static void
test_old_and_locked (void)
{
  static const char name[] = "E\0n\0c\0r\0y\0p\0t\0e\0d\0P\0a\0c\0k\0a\0g\0e";
  g_autofree char *file = g_malloc0 (3 * BLOCK);

  assert_says ("\x09\x08\x10\x00\x00\x05", 6, "(.xls)");
  memcpy (file, COMPOUND, strlen (COMPOUND));
  assert_says (file, strlen (COMPOUND), "(.xls)");
  assert_says (file, 3 * BLOCK, "(.xls)");
  for (gsize at = BLOCK - sizeof name; at <= BLOCK; at++)
    {
      g_autofree char *locked = g_memdup2 (file, 3 * BLOCK);

      memcpy (locked + at, name, sizeof name);
      assert_says (locked, 3 * BLOCK, "password");
    }
  memcpy (file + 3 * BLOCK - sizeof name, name, sizeof name);
  assert_says (file, 3 * BLOCK, "password");
}

static void
test_truncated (void)
{
  g_autoptr (GBytes) zip = zip_sheet ("<row><c><v>1</v></c></row>");

  for (gsize length = 0; length < g_bytes_get_size (zip); length += 7)
    {
      g_autoptr (GBytes) part = g_bytes_new_from_bytes (zip, 0, length);
      g_autoptr (GError) error = NULL;
      g_autoptr (TdWorkbook) workbook = td_workbook_open_bytes (part, &error);

      /* What lies behind the directory may be missing; all else may not. */
      g_assert_true (workbook == NULL ? error->domain == TD_EXCHANGE_ERROR : length + 22 >= g_bytes_get_size (zip));
    }
}

/* No byte of a workbook, changed, brings the reader down. */
static void
test_damaged (void)
{
  g_autoptr (GBytes) zip = zip_sheet ("<row><c s='1'><v>45991</v></c><c t='s'><v>1</v></c></row>");
  gsize size;
  const guint8 *bytes = g_bytes_get_data (zip, &size);

  for (gsize i = 0; i < size; i++)
    {
      g_autofree guint8 *copy = g_memdup2 (bytes, size);
      g_autoptr (GBytes) damaged = NULL;
      g_autoptr (TdWorkbook) workbook = NULL;
      g_autofree char *found = NULL;

      copy[i] ^= 0x41;
      damaged = g_bytes_new_take (g_steal_pointer (&copy), size);
      workbook = td_workbook_open_bytes (damaged, NULL);
      found = describe_sheet (workbook, NULL);
    }
}

static void
test_zip_bomb (void)
{
  g_autofree char *filler = g_strnfill (32 * 1024 * 1024, ' ');
  g_autoptr (GBytes) zip = zip_sheet (filler);
  gint64 start = g_get_monotonic_time ();

  g_assert_cmpuint (g_bytes_get_size (zip), <, 64 * 1024);
  assert_workbook_refused (zip, TD_EXCHANGE_ERROR_LIMIT);
  g_assert_cmpint (g_get_monotonic_time () - start, <, G_USEC_PER_SEC);
}

static void
test_too_large (void)
{
  g_autofree char *filler = g_strnfill (129 * 1024 * 1024, ' ');
  const Part parts[] = { { "_rels/.rels", "<Relationships/>" }, { "xl/media/image.png", filler } };
  g_autoptr (GBytes) zip = zip_parts (parts, G_N_ELEMENTS (parts));

  assert_workbook_refused (zip, TD_EXCHANGE_ERROR_LIMIT);
}

static void
test_entities (void)
{
  g_autoptr (GString) bomb = g_string_new ("<!DOCTYPE r [<!ENTITY a0 'ha'>");
  g_autoptr (GBytes) zip = NULL;

  for (guint i = 1; i < 10; i++)
    {
      g_string_append_printf (bomb, "<!ENTITY a%u '", i);
      for (guint j = 0; j < 10; j++)
        g_string_append_printf (bomb, "&a%u;", i - 1);
      g_string_append (bomb, "'>");
    }
  g_string_append (bomb, "]><Relationships x='&a9;'>&a9;</Relationships>");
  zip = zip_parts (&(Part){ "_rels/.rels", bomb->str }, 1);
  assert_workbook_refused (zip, TD_EXCHANGE_ERROR_FORMAT);
}

static void
test_document_types (void)
{
  static const char *const texts[] = {
    "<!DOCTYPE Relationships><Relationships/>",
    "<!DOCTYPE r SYSTEM 'file:///etc/passwd'><r/>",
    "<!DOCTYPE r [<!ENTITY x SYSTEM 'file:///etc/passwd'>]><r>&x;</r>",
    "<!DOCTYPE r [<!ENTITY % x SYSTEM 'http://127.0.0.1:1/x'> %x;]><r/>",
  };

  for (guint i = 0; i < G_N_ELEMENTS (texts); i++)
    {
      g_autoptr (GBytes) zip = zip_parts (&(Part){ "_rels/.rels", texts[i] }, 1);

      assert_workbook_refused (zip, TD_EXCHANGE_ERROR_FORMAT);
    }
}

static void
test_deep (void)
{
  g_autoptr (GString) deep = g_string_new (NULL);
  g_autoptr (GBytes) zip = NULL;

  for (guint i = 0; i < 5000; i++)
    g_string_append (deep, "<a>");
  for (guint i = 0; i < 5000; i++)
    g_string_append (deep, "</a>");
  zip = zip_sheet (deep->str);
  assert_workbook_refused (zip, TD_EXCHANGE_ERROR_FORMAT);
}

static void
test_many_entries (void)
{
  g_autofree Part *parts = g_new0 (Part, 1100);
  g_autoptr (GStringChunk) names = g_string_chunk_new (4096);
  g_autoptr (GBytes) zip = NULL;

  for (guint i = 0; i < 1100; i++)
    {
      g_autofree char *name = g_strdup_printf ("xl/part%u.xml", i);

      parts[i] = (Part){ g_string_chunk_insert (names, name), "" };
    }
  parts[0].name = "_rels/.rels";
  zip = zip_parts (parts, 1100);
  assert_workbook_refused (zip, TD_EXCHANGE_ERROR_LIMIT);
}

static void
test_bad_cells (void)
{
  static const char *const rows[] = {
    "<row><c t='s'><v>4</v></c></row>", "<row><c t='s'><v>-1</v></c></row>", "<row><c r='B1'/><c r='A1'/></row>",
    "<row><c r='ZZZZ1'/></row>",        "<row r='2'/><row r='1'/>",          "<row r='1048577'/>",
    "<row><c><v>1</c></row>",
  };

  for (guint i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      g_autoptr (GBytes) zip = zip_sheet (rows[i]);

      assert_workbook_refused (zip, TD_EXCHANGE_ERROR_FORMAT);
    }
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/hostile/other-files", test_other_files);
  g_test_add_func ("/hostile/old-and-locked", test_old_and_locked);
  g_test_add_func ("/hostile/truncated", test_truncated);
  g_test_add_func ("/hostile/damaged", test_damaged);
  g_test_add_func ("/hostile/zip-bomb", test_zip_bomb);
  g_test_add_func ("/hostile/too-large", test_too_large);
  g_test_add_func ("/hostile/entities", test_entities);
  g_test_add_func ("/hostile/document-types", test_document_types);
  g_test_add_func ("/hostile/deep", test_deep);
  g_test_add_func ("/hostile/many-entries", test_many_entries);
  g_test_add_func ("/hostile/bad-cells", test_bad_cells);
  return g_test_run ();
}
