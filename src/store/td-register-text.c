/* td-register-text.c: the text of a register's statements, written from its description: names come from the program,
 * values are always bound.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "td-register-text-private.h"

static void
append_column (GString *sql, const char *name)
{
  g_string_append_printf (sql, "\"%s\"", name);
}

gboolean
td_field_has_hash (const TdField *field)
{
  return (field->flags & TD_FIELD_SEALED) && (field->flags & TD_FIELD_UNIQUE);
}

static void
append_columns (GString *sql, const TdRegister *reg)
{
  for (guint i = 0; i < reg->n_fields; i++)
    {
      g_string_append (sql, ", ");
      append_column (sql, reg->fields[i].name);
    }
}

int
td_register_parameter (guint field)
{
  return (int)field + 2;
}

int
td_register_hash_parameter (const TdRegister *reg, guint field)
{
  return (int)(reg->n_fields + field) + 2;
}

static void
append_key_condition (GString *sql, const TdRegister *reg)
{
  const char *join = " WHERE ";

  for (guint i = 0; i < reg->n_fields; i++)
    if (reg->fields[i].flags & TD_FIELD_KEY)
      {
        g_string_append (sql, join);
        append_column (sql, reg->fields[i].name);
        g_string_append_printf (sql, " = ?%d", td_register_parameter (i));
        join = " AND ";
      }
}

char *
td_register_find_text (const TdRegister *reg)
{
  GString *sql = g_string_new ("SELECT row_id");

  append_columns (sql, reg);
  g_string_append_printf (sql, " FROM %s", reg->name);
  append_key_condition (sql, reg);
  return g_string_free (sql, FALSE);
}

/**
 * td_register_into_text:
 * @reg: a register
 * @n_columns: (out): how many columns it names
 *
 * Returns: (transfer full): an INSERT up to its values: the row_id, then the fields, the hash of each beside it
 */
char *
td_register_into_text (const TdRegister *reg, guint *n_columns)
{
  GString *sql = g_string_new ("INSERT INTO ");

  g_string_append_printf (sql, "%s (row_id", reg->name);
  *n_columns = 1;
  for (guint i = 0; i < reg->n_fields; i++)
    {
      g_string_append_printf (sql, ", \"%s\"", reg->fields[i].name);
      if (td_field_has_hash (&reg->fields[i]))
        g_string_append_printf (sql, ", %s_hash", reg->fields[i].name);
      *n_columns += td_field_has_hash (&reg->fields[i]) ? 2 : 1;
    }
  g_string_append_c (sql, ')');
  return g_string_free (sql, FALSE);
}

char *
td_register_update_text (const TdRegister *reg)
{
  GString *sql = g_string_new ("UPDATE ");

  g_string_append_printf (sql, "%s SET row_id = ?1", reg->name);
  for (guint i = 0; i < reg->n_fields; i++)
    {
      g_string_append (sql, ", ");
      append_column (sql, reg->fields[i].name);
      g_string_append_printf (sql, " = ?%d", td_register_parameter (i));
      if (td_field_has_hash (&reg->fields[i]))
        g_string_append_printf (sql, ", %s_hash = ?%d", reg->fields[i].name, td_register_hash_parameter (reg, i));
    }
  g_string_append (sql, " WHERE row_id = ?1");
  return g_string_free (sql, FALSE);
}

char *
td_register_delete_text (const TdRegister *reg)
{
  return g_strdup_printf ("DELETE FROM %s WHERE row_id = ?1", reg->name);
}

/* The row as JSON: what is sealed stays sealed, in hex. */
char *
td_register_snapshot_text (const TdRegister *reg)
{
  GString *sql = g_string_new ("SELECT json_object (");

  for (guint i = 0; i < reg->n_fields; i++)
    {
      const TdField *field = &reg->fields[i];

      g_string_append_printf (sql, "%s'%s', ", i > 0 ? ", " : "", field->name);
      if (field->flags & TD_FIELD_SEALED)
        g_string_append_printf (sql, "iif (\"%s\" IS NULL, NULL, hex (\"%s\"))", field->name, field->name);
      else
        append_column (sql, field->name);
    }
  g_string_append_printf (sql, ") FROM %s WHERE row_id = ?1", reg->name);
  return g_string_free (sql, FALSE);
}

/**
 * td_register_select_text:
 * @reg: a register
 * @field: (nullable): a field in the clear that the rows are to have the value ?1 in
 *
 * Returns: (transfer full): the query for row_id and all columns, ordered by key
 */
char *
td_register_select_text (const TdRegister *reg, const char *field)
{
  GString *sql = g_string_new ("SELECT row_id");
  const char *join = " ORDER BY ";

  append_columns (sql, reg);
  g_string_append_printf (sql, " FROM %s", reg->name);
  if (field != NULL)
    {
      g_string_append (sql, " WHERE ");
      append_column (sql, field);
      g_string_append (sql, " = ?1");
    }
  for (guint i = 0; i < reg->n_fields; i++)
    if (reg->fields[i].flags & TD_FIELD_KEY)
      {
        g_string_append (sql, join);
        append_column (sql, reg->fields[i].name);
        join = ", ";
      }
  return g_string_free (sql, FALSE);
}

/* The rows of the same key but for the starting day that share a day with row ?1. A period holds from its first day
 * until the day before its end; one that ends on the day it starts holds on none. */
char *
td_register_overlap_text (const TdRegister *reg)
{
  const char *start = td_register_period_start (reg);
  const char *end = NULL;
  GString *sql = g_string_new ("SELECT other.row_id, other.\"");

  g_string_append_printf (sql, "%s\" > this.\"%s\" FROM %s AS this JOIN %s AS other ON other.row_id <> this.row_id",
                          start, start, reg->name, reg->name);
  for (guint i = 0; i < reg->n_fields; i++)
    {
      const TdField *field = &reg->fields[i];

      if ((field->flags & TD_FIELD_KEY) && !g_str_equal (field->name, start))
        g_string_append_printf (sql, " AND other.\"%s\" = this.\"%s\"", field->name, field->name);
      if (g_strcmp0 (field->ends, start) == 0)
        end = field->name;
    }
  g_string_append_printf (sql,
                          " WHERE this.row_id = ?1"
                          " AND (this.\"%s\" IS NULL OR (other.\"%s\" < this.\"%s\" AND this.\"%s\" > this.\"%s\"))"
                          " AND (other.\"%s\" IS NULL OR (this.\"%s\" < other.\"%s\" AND other.\"%s\" > other.\"%s\"))"
                          " ORDER BY other.\"%s\"",
                          end, start, end, end, start, end, start, end, end, start, start);
  return g_string_free (sql, FALSE);
}
