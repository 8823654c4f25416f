/* td-snapshot.c: a row as the audit log has it, JSON, written from the values on their way into the table. To the byte
 * what td_register_snapshot_text() reads from the table afterwards: an undo compares the two.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "td-snapshot-private.h"

static void
add_name (GString *json, const TdField *field)
{
  g_string_append (json, json->len == 0 ? "{\"" : ",\"");
  g_string_append (json, field->name);
  g_string_append (json, "\":");
}

static gboolean
is_plain (char c)
{
  return (guchar)c >= ' ' && c != '"' && c != '\\';
}

/* As json_object() of SQLite escapes. */
static void
add_escaped (GString *json, char c)
{
  switch (c)
    {
    case '"':
    case '\\':
      g_string_append_c (json, '\\');
      g_string_append_c (json, c);
      break;
    case '\b':
      g_string_append (json, "\\b");
      break;
    case '\f':
      g_string_append (json, "\\f");
      break;
    case '\n':
      g_string_append (json, "\\n");
      break;
    case '\r':
      g_string_append (json, "\\r");
      break;
    case '\t':
      g_string_append (json, "\\t");
      break;
    default:
      g_string_append_printf (json, "\\u%04x", (guint)(guchar)c);
      break;
    }
}

static void
add_string (GString *json, const char *text)
{
  g_string_append_c (json, '"');
  while (*text != '\0')
    {
      const char *end = text;

      while (is_plain (*end))
        end++;
      g_string_append_len (json, text, end - text);
      if (*end != '\0')
        add_escaped (json, *end++);
      text = end;
    }
  g_string_append_c (json, '"');
}

/**
 * td_snapshot_add_text:
 * @json: the snapshot so far
 * @field: the next field, in the clear
 * @value: (nullable): its value
 */
void
td_snapshot_add_text (GString *json, const TdField *field, const char *value)
{
  add_name (json, field);
  if (value == NULL)
    g_string_append (json, "null");
  else if (field->type == TD_TYPE_AMOUNT)
    g_string_append_printf (json, "%" G_GINT64_FORMAT, g_ascii_strtoll (value, NULL, 10));
  else
    add_string (json, value);
}

/**
 * td_snapshot_add_cell:
 * @json: the snapshot so far
 * @field: the next field, a sealed one
 * @cell: (nullable): its sealed cell
 * @size: the cell's size in bytes
 */
void
td_snapshot_add_cell (GString *json, const TdField *field, gconstpointer cell, gsize size)
{
  static const char digits[] = "0123456789ABCDEF";
  const guint8 *bytes = cell;
  gsize at;

  add_name (json, field);
  if (cell == NULL)
    {
      g_string_append (json, "null");
      return;
    }
  g_string_append_c (json, '"');
  at = json->len;
  g_string_set_size (json, at + 2 * size);
  for (gsize i = 0; i < size; i++)
    {
      json->str[at + 2 * i] = digits[bytes[i] >> 4];
      json->str[at + 2 * i + 1] = digits[bytes[i] & 0xf];
    }
  g_string_append_c (json, '"');
}

/**
 * td_snapshot_end:
 * @json: a snapshot, every field added
 */
void
td_snapshot_end (GString *json)
{
  g_string_append_c (json, '}');
}
