/* td-key-filter.c: a Bloom filter. Of a million keys that are new, all but one in a hundred need not be looked for in
 * the database, and it takes two mebibytes however many there are.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "td-key-filter-private.h"

#define LOG2_BITS 24
#define N_PROBES  2

struct _TdKeyFilter
{
  guint64 words[(1 << LOG2_BITS) / 64];
};

/**
 * td_key_hash:
 * @hash: of the key's values so far; 0 for the first
 * @value: (nullable): its next value
 *
 * Returns: a hash of them all (FNV-1a)
 */
guint64
td_key_hash (guint64 hash, const char *value)
{
  hash ^= G_GUINT64_CONSTANT (0xcbf29ce484222325);
  for (; value != NULL && *value != '\0'; value++)
    hash = (hash ^ (guchar)*value) * G_GUINT64_CONSTANT (0x100000001b3);
  return hash;
}

TdKeyFilter *
td_key_filter_new (void)
{
  return g_new0 (TdKeyFilter, 1);
}

void
td_key_filter_free (TdKeyFilter *self)
{
  g_free (self);
}

/* FNV mixes upwards: the upper bits are the better ones. */
static guint32
get_bit (guint64 key, guint probe)
{
  return (guint32)(key >> (64 - LOG2_BITS - probe * 16)) & ((1 << LOG2_BITS) - 1);
}

/**
 * td_key_filter_add:
 * @self: a filter
 * @key: a key's td_key_hash()
 */
void
td_key_filter_add (TdKeyFilter *self, guint64 key)
{
  for (guint i = 0; i < N_PROBES; i++)
    self->words[get_bit (key, i) / 64] |= G_GUINT64_CONSTANT (1) << get_bit (key, i) % 64;
}

/**
 * td_key_filter_may_have:
 * @self: a filter
 * @key: a key's td_key_hash()
 *
 * Returns: %FALSE where that key was surely never added
 */
gboolean
td_key_filter_may_have (TdKeyFilter *self, guint64 key)
{
  for (guint i = 0; i < N_PROBES; i++)
    if (!(self->words[get_bit (key, i) / 64] >> get_bit (key, i) % 64 & 1))
      return FALSE;
  return TRUE;
}
