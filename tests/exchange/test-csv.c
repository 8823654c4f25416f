/* test-csv.c: what the reader takes, what it refuses and on which line, and that the writer's files come back.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "td-csv.h"

#include <string.h>

static TdCsvReader *
reader_for (const char *text, gssize length)
{
  g_autoptr (GInputStream) stream = g_memory_input_stream_new_from_data (text, length, NULL);

  return td_csv_reader_new (stream);
}

/* Every record as `line[cell|cell]`, every fault as `line!`, and `.` at a proper end. */
static char *
describe (TdCsvReader *reader)
{
  GString *text = g_string_new (NULL);

  for (;;)
    {
      g_autoptr (GError) error = NULL;
      const TdRecord *record = td_csv_reader_next (reader, NULL, &error);

      if (record == NULL && error == NULL)
        return g_string_free (g_string_append (text, "."), FALSE);
      if (record == NULL)
        {
          g_assert_true (error->domain == TD_EXCHANGE_ERROR);
          g_string_append_printf (text, "%u!", td_csv_reader_get_line (reader));
          if (error->code != TD_EXCHANGE_ERROR_RECORD)
            return g_string_free (text, FALSE);
          continue;
        }
      g_string_append_printf (text, "%u[", record->line);
      for (guint i = 0; i < MIN (record->n_cells, TD_RECORD_MAX_CELLS); i++)
        g_string_append_printf (text, "%s%s", i > 0 ? "|" : "", record->cells[i]);
      g_string_append (text, "]");
    }
}

static void
assert_reads (const char *text, const char *expected)
{
  g_autoptr (TdCsvReader) reader = reader_for (text, -1);
  g_autofree char *found = describe (reader);

  g_assert_cmpstr (found, ==, expected);
}

static void
test_plain (void)
{
  assert_reads ("id,name\na,b\n", "1[id|name]2[a|b].");
  assert_reads ("id,name\r\na,b", "1[id|name]2[a|b].");
  assert_reads ("id,name\ra,b\r", "1[id|name]2[a|b].");
  assert_reads ("id,name\na,\n,b\n", "1[id|name]2[a|]3[|b].");
  assert_reads ("\xEF\xBB\xBFid,name\n", "1[id|name].");
  assert_reads ("\xEF\xBB\xBF\"id\",name\n", "1[id|name].");
  assert_reads ("", ".");
  assert_reads ("\xEF\xBB\xBF", ".");
}

static void
test_separators (void)
{
  assert_reads ("id;name\na,b;c\n", "1[id|name]2[a,b|c].");
  assert_reads ("id\tname\na;b\tc\n", "1[id|name]2[a;b|c].");
  assert_reads ("\"a,b,c\";name\n", "1[a,b,c|name].");
  assert_reads ("Mã;Người quản lý, giám sát\n", "1[Mã|Người quản lý, giám sát].");
  assert_reads ("\n\r\nid;name\n", "3[id|name].");
  assert_reads ("id\na\n", "1[id]2[a].");
}

static void
test_quotes (void)
{
  assert_reads ("a,b\n\"x, y\",\"say \"\"no\"\"\"\n", "1[a|b]2[x, y|say \"no\"].");
  assert_reads ("a,b\n\"one\r\ntwo\rthree\nfour\",c\nd,e\n", "1[a|b]2[one\r\ntwo\rthree\nfour|c]6[d|e].");
  assert_reads ("a,b\n\"\",\"\"\nc,\"\"\"\"\n", "1[a|b]3[c|\"].");
}

static void
test_blank_lines (void)
{
  assert_reads ("a,b\n\n\r\n  \n,\nc,d\n\n", "1[a|b]6[c|d].");
}

static void
test_faults (void)
{
  assert_reads ("a,b\n\"x\"y,z\nc,d\n", "1[a|b]2!3[c|d].");
  assert_reads ("a,b\nx\"y,z\nc,d\n", "1[a|b]2!3[c|d].");
  assert_reads ("a,b\nx\"y,z", "1[a|b]2!.");
  assert_reads ("a,b\nc,d\ne,\"open\nf,g\n", "1[a|b]2[c|d]3!");
  assert_reads ("a,b\n\"long\ncell\",\"open\nf,g\n", "1[a|b]3!");
}

static void
test_nul (void)
{
  static const char text[] = "a,b\nc,\0d\n";
  g_autoptr (TdCsvReader) reader = reader_for (text, sizeof text - 1);
  g_autofree char *found = describe (reader);

  g_assert_cmpstr (found, ==, "1[a|b]2!");
}

static void
test_invalid_utf8_is_handed_on (void)
{
  assert_reads ("a,b\n\xFF\xFE,c\n", "1[a|b]2[\xFF\xFE|c].");
}

/* The reader's pieces end anywhere: in a quote, between CR and LF. */
static void
test_across_pieces (void)
{
  for (gsize padding = 65536 - 24; padding < 65536 + 4; padding++)
    {
      g_autofree char *filler = g_strnfill (padding - 5, 'x');
      g_autofree char *text = g_strconcat ("a,b\n", filler, ",\"q\"\"\r\n\"\r\nc,d\r\n", NULL);
      g_autofree char *expected = g_strconcat ("1[a|b]2[", filler, "|q\"\r\n]4[c|d].", NULL);

      assert_reads (text, expected);
    }
}

static void
test_many_cells (void)
{
  g_autofree char *commas = g_strnfill (100000, ',');
  g_autofree char *text = g_strconcat ("a,b\nx", commas, "\nc,d\n", NULL);
  g_autoptr (TdCsvReader) reader = reader_for (text, -1);
  const TdRecord *record;

  td_csv_reader_next (reader, NULL, NULL);
  record = td_csv_reader_next (reader, NULL, NULL);
  g_assert_cmpuint (record->n_cells, ==, 100001);
  g_assert_cmpstr (record->cells[0], ==, "x");
  record = td_csv_reader_next (reader, NULL, NULL);
  g_assert_cmpstr (record->cells[1], ==, "d");
}

/* An endless stream: after a head, one byte without end. */
typedef struct
{
  GInputStream parent;
  guint64 given;
  const char *head;
} Endless;

typedef GInputStreamClass EndlessClass;
GType endless_get_type (void);
G_DEFINE_TYPE (Endless, endless, G_TYPE_INPUT_STREAM)

static gssize
endless_read (GInputStream *stream, void *buffer, gsize count, GCancellable *cancellable, GError **error)
{
  Endless *self = (Endless *)stream;
  gsize head = self->given == 0 ? strlen (self->head) : 0;

  memset (buffer, 'x', count);
  memcpy (buffer, self->head, head);
  self->given += count;
  g_assert_cmpuint (self->given, <, 1024 * 1024);
  return (gssize)count;
}

static void
endless_class_init (EndlessClass *klass)
{
  klass->read_fn = endless_read;
}

static void
endless_init (Endless *self)
{
}

static void
test_huge_cell (void)
{
  static const char *const heads[] = { "a,b\nc,", "a,b\nc,\"" };

  for (guint i = 0; i < G_N_ELEMENTS (heads); i++)
    {
      g_autoptr (GInputStream) stream = g_object_new (endless_get_type (), NULL);
      g_autoptr (TdCsvReader) reader = NULL;
      g_autoptr (GError) error = NULL;

      ((Endless *)stream)->head = heads[i];
      reader = td_csv_reader_new (stream);
      g_assert_nonnull (td_csv_reader_next (reader, NULL, NULL));
      g_assert_null (td_csv_reader_next (reader, NULL, &error));
      g_assert_error (error, TD_EXCHANGE_ERROR, TD_EXCHANGE_ERROR_LIMIT);
      g_assert_cmpuint (td_csv_reader_get_line (reader), ==, 2);
    }
}

static void
test_writer (void)
{
  static const char *const cells[] = { "=1+1", "a,b", "say \"no\"", "two\nlines", NULL, "đủ; dấu", "'x", "'@y", "＝z" };
  g_autoptr (GOutputStream) stream = g_memory_output_stream_new_resizable ();
  g_autoptr (TdCsvReader) reader = NULL;
  g_autofree char *found = NULL;

  g_assert_true (td_csv_write_start (stream, NULL, NULL));
  g_assert_true (td_csv_write_record (stream, cells, G_N_ELEMENTS (cells), NULL, NULL));
  g_output_stream_write_all (stream, "", 1, NULL, NULL, NULL);
  g_assert_cmpstr (g_memory_output_stream_get_data (G_MEMORY_OUTPUT_STREAM (stream)), ==,
                   "\xEF\xBB\xBF'=1+1,\"a,b\",\"say \"\"no\"\"\",\"two\nlines\",,đủ; dấu,'x,''@y,'＝z\r\n");
  reader = reader_for (g_memory_output_stream_get_data (G_MEMORY_OUTPUT_STREAM (stream)),
                       (gssize)g_memory_output_stream_get_data_size (G_MEMORY_OUTPUT_STREAM (stream)) - 1);
  found = describe (reader);
  g_assert_cmpstr (found, ==, "1[=1+1|a,b|say \"no\"|two\nlines||đủ; dấu|'x|'@y|＝z].");
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/csv/plain", test_plain);
  g_test_add_func ("/csv/separators", test_separators);
  g_test_add_func ("/csv/quotes", test_quotes);
  g_test_add_func ("/csv/blank-lines", test_blank_lines);
  g_test_add_func ("/csv/faults", test_faults);
  g_test_add_func ("/csv/nul", test_nul);
  g_test_add_func ("/csv/invalid-utf8", test_invalid_utf8_is_handed_on);
  g_test_add_func ("/csv/across-pieces", test_across_pieces);
  g_test_add_func ("/csv/many-cells", test_many_cells);
  g_test_add_func ("/csv/huge-cell", test_huge_cell);
  g_test_add_func ("/csv/writer", test_writer);
  return g_test_run ();
}
