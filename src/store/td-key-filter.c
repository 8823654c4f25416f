/* td-key-filter.c: a Bloom filter. Of a million keys that are new all but some dozens need not be looked for in the
 * database, and it takes eight mebibytes however many there are.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "td-key-filter-private.h"

/* A key's bits lie within one line of the processor's cache. */
#define LOG2_LINES 17
#define LINE_WORDS 8
#define N_PROBES   4

struct _TdKeyFilter
{
  guint64 lines[1 << LOG2_LINES][LINE_WORDS];
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

/* FNV leaves its upper bits much alone: this spreads each bit over all (the end of MurmurHash3). */
static guint64
spread (guint64 key)
{
  key = (key ^ key >> 33) * G_GUINT64_CONSTANT (0xff51afd7ed558ccd);
  key = (key ^ key >> 33) * G_GUINT64_CONSTANT (0xc4ceb9fe1a85ec53);
  return key ^ key >> 33;
}

static guint64 *
get_line (TdKeyFilter *self, guint64 bits)
{
  return self->lines[bits >> (64 - LOG2_LINES)];
}

/* Three bits choose a word of the line, six a bit of that word. */
static guint64
get_bit (guint64 bits, guint probe, guint *word)
{
  *word = bits >> (probe * 9) & (LINE_WORDS - 1);
  return G_GUINT64_CONSTANT (1) << (bits >> (probe * 9 + 3) & 63);
}

/**
 * td_key_filter_add:
 * @self: a filter
 * @key: a key's td_key_hash()
 */
void
td_key_filter_add (TdKeyFilter *self, guint64 key)
{
  guint64 bits = spread (key);
  guint64 *line = get_line (self, bits);
  guint word;

  for (guint i = 0; i < N_PROBES; i++)
    {
      guint64 bit = get_bit (bits, i, &word);

      line[word] |= bit;
    }
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
  guint64 bits = spread (key);
  guint64 *line = get_line (self, bits);
  guint word;

  for (guint i = 0; i < N_PROBES; i++)
    {
      guint64 bit = get_bit (bits, i, &word);

      if ((line[word] & bit) == 0)
        return FALSE;
    }
  return TRUE;
}
