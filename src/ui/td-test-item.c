/* td-test-item.c: what a test found; nothing until it is set. A test of that day that is there already is left as it is
 * unless another result is set.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "td-test-item.h"

#include "td-register.h"

#include <glib/gi18n.h>

struct _TdTestItem
{
  TdSheetItem parent_instance;
  char *result; /* (nullable): a word of tests.result */
  char *substances;
};

G_DEFINE_FINAL_TYPE (TdTestItem, td_test_item, TD_TYPE_SHEET_ITEM)

static gboolean
td_test_item_is_set (TdSheetItem *item)
{
  return TD_TEST_ITEM (item)->result != NULL;
}

static void
td_test_item_take_over (TdSheetItem *item, TdSheetItem *former)
{
  TdTestItem *self = TD_TEST_ITEM (item);
  TdTestItem *other = TD_TEST_ITEM (former);

  g_free (self->result);
  self->result = g_strdup (other->result);
  g_free (self->substances);
  self->substances = g_strdup (other->substances);
  td_sheet_item_changed (item);
}

static const char *
name_result (const char *result)
{
  const TdField *field = td_register_find_field (td_register_find ("tests"), "result");
  const TdWord *word = result != NULL ? td_field_find_word (field, result) : NULL;

  return word != NULL ? word->label : NULL;
}

static char *
td_test_item_describe (TdSheetItem *item)
{
  const TdSheetLine *line = td_sheet_item_get_line (item);
  const char *result = name_result (TD_TEST_ITEM (item)->result);

  return g_strdup_printf ("%s, %s, %s", line->name, line->place != NULL ? line->place : line->key,
                          result != NULL ? result : _ ("not set"));
}

static void
td_test_item_finalize (GObject *object)
{
  TdTestItem *self = TD_TEST_ITEM (object);

  g_free (self->result);
  g_free (self->substances);
  G_OBJECT_CLASS (td_test_item_parent_class)->finalize (object);
}

static void
td_test_item_class_init (TdTestItemClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = td_test_item_finalize;
  TD_SHEET_ITEM_CLASS (klass)->is_set = td_test_item_is_set;
  TD_SHEET_ITEM_CLASS (klass)->take_over = td_test_item_take_over;
  TD_SHEET_ITEM_CLASS (klass)->describe = td_test_item_describe;
}

static void
td_test_item_init (TdTestItem *self)
{
}

/**
 * td_test_item_new:
 * @line: (transfer full): a person
 *
 * Returns: (transfer full): the item, with no result
 */
TdTestItem *
td_test_item_new (TdTestLine *line)
{
  TdTestItem *self = td_sheet_item_new (TD_TYPE_TEST_ITEM, &line->line, td_test_line_free);

  self->substances = g_strdup (line->kept_substances != NULL ? line->kept_substances : "");
  return self;
}

const TdTestLine *
td_test_item_get_line (TdTestItem *self)
{
  return (const TdTestLine *)td_sheet_item_get_line (TD_SHEET_ITEM (self));
}

/**
 * td_test_item_set_result:
 * @self: the item
 * @result: (nullable): a word of tests.result; %NULL for none
 */
void
td_test_item_set_result (TdTestItem *self, const char *result)
{
  if (g_strcmp0 (self->result, result) == 0)
    return;
  g_free (self->result);
  self->result = g_strdup (result);
  td_sheet_item_changed (TD_SHEET_ITEM (self));
}

const char *
td_test_item_get_result (TdTestItem *self)
{
  return self->result;
}

gboolean
td_test_item_is_positive (TdTestItem *self)
{
  return g_strcmp0 (self->result, "positive") == 0;
}

void
td_test_item_set_substances (TdTestItem *self, const char *substances)
{
  g_free (self->substances);
  self->substances = g_strdup (substances);
}

/**
 * td_test_item_get_substances:
 * @self: the item
 *
 * Returns: what was found; empty where that is not known
 */
const char *
td_test_item_get_substances (TdTestItem *self)
{
  return self->substances;
}

/**
 * td_test_item_is_news:
 * @self: the item
 *
 * Returns: whether a result is set that is not there already
 */
gboolean
td_test_item_is_news (TdTestItem *self)
{
  const TdTestLine *line = td_test_item_get_line (self);
  const char *kept = line->kept_substances != NULL ? line->kept_substances : "";

  if (self->result == NULL || g_strcmp0 (self->result, line->kept_result) != 0)
    return self->result != NULL;
  return td_test_item_is_positive (self) && !g_str_equal (self->substances, kept);
}
