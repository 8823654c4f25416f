/* td-vault.c: sealed cells with libsodium.
 *
 * A random data key seals; each user's passphrase, through Argon2id, wraps that key. A cell is: format version (1
 * byte), key id (4, little endian), nonce (24), XChaCha20-Poly1305 of the text padded to 16 bytes. Version, key id,
 * table, row and column are associated data, so a cell moved elsewhere does not open. Other keys (a domain's, a later
 * user's) come beside this one without rewriting cells, since each cell names its key.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "td-vault.h"

#include <glib/gi18n-lib.h>
#include <sodium.h>
#include <string.h>

#define VERSION     1
#define KEY_SIZE    crypto_aead_xchacha20poly1305_ietf_KEYBYTES
#define NONCE_SIZE  crypto_aead_xchacha20poly1305_ietf_NPUBBYTES
#define TAG_SIZE    crypto_aead_xchacha20poly1305_ietf_ABYTES
#define HEADER_SIZE (1 + 4)
#define PADDING     16
#define KDF_CONTEXT "thamdinh"

/* Outside these a slot was not written by this program, or was made cheap to guess. */
#define OPERATIONS_MIN 2
#define OPERATIONS_MAX 10
#define MEMORY_MIN     (64 * 1024 * 1024)
#define MEMORY_MAX     (1024 * 1024 * 1024)

typedef enum
{
  SUBKEY_CELLS = 1,
  SUBKEY_HASH,
  SUBKEY_CHAIN,
} Subkey;

struct _TdVault
{
  gatomicrefcount ref_count;
  guint32 key_id;
  guint8 *data_key; /* these four in guarded memory */
  guint8 *cell_key;
  guint8 *hash_key;
  guint8 *chain_key;
};

static gint64 operations_for_new = 3;
static gint64 memory_for_new = 256 * 1024 * 1024;

/**
 * td_vault_start:
 * @error: set where the library cannot be used
 *
 * Returns: whether encryption is ready; without it no database is opened
 */
gboolean
td_vault_start (GError **error)
{
  if (sodium_init () >= 0)
    return TRUE;
  g_set_error_literal (error, TD_STORE_ERROR, TD_STORE_ERROR_FAILED,
                       _ ("Encryption is not available on this computer; the database was not opened."));
  return FALSE;
}

/**
 * td_vault_use_test_cost:
 *
 * For tests: new passphrase keys take the least work that is still accepted.
 */
void
td_vault_use_test_cost (void)
{
  operations_for_new = OPERATIONS_MIN;
  memory_for_new = MEMORY_MIN;
}

static guint8 *
allocate_key (void)
{
  guint8 *key = sodium_malloc (KEY_SIZE);

  if (key == NULL)
    g_error ("no memory for a key");
  return key;
}

static guint8 *
derive (const guint8 *data_key, Subkey which)
{
  guint8 *key = allocate_key ();

  crypto_kdf_derive_from_key (key, KEY_SIZE, which, KDF_CONTEXT, data_key);
  return key;
}

static TdVault *
new_with_key (guint8 *data_key, guint32 key_id)
{
  TdVault *self = g_new0 (TdVault, 1);

  g_atomic_ref_count_init (&self->ref_count);
  self->key_id = key_id;
  self->data_key = data_key;
  self->cell_key = derive (data_key, SUBKEY_CELLS);
  self->hash_key = derive (data_key, SUBKEY_HASH);
  self->chain_key = derive (data_key, SUBKEY_CHAIN);
  return self;
}

/**
 * td_vault_new:
 *
 * Returns: (transfer full): a vault on a new random data key, the database's first
 */
TdVault *
td_vault_new (void)
{
  guint8 *data_key = allocate_key ();

  randombytes_buf (data_key, KEY_SIZE);
  return new_with_key (data_key, 1);
}

TdVault *
td_vault_ref (TdVault *self)
{
  g_atomic_ref_count_inc (&self->ref_count);
  return self;
}

void
td_vault_unref (TdVault *self)
{
  if (!g_atomic_ref_count_dec (&self->ref_count))
    return;
  sodium_free (self->data_key);
  sodium_free (self->cell_key);
  sodium_free (self->hash_key);
  sodium_free (self->chain_key);
  g_free (self);
}

gint64
td_vault_get_key_id (TdVault *self)
{
  return self->key_id;
}

/* Vietnamese input methods compose letters differently; the same passphrase must give the same bytes. */
static guint8 *
derive_from_passphrase (const char *passphrase, const TdKeySlot *slot, GError **error)
{
  g_autofree char *normal = g_utf8_normalize (passphrase, -1, G_NORMALIZE_DEFAULT_COMPOSE);
  guint8 *key = allocate_key ();
  int failed;

  if (normal == NULL)
    normal = g_strdup (passphrase);
  failed = crypto_pwhash (key, KEY_SIZE, normal, strlen (normal), slot->salt, (guint64)slot->operations,
                          (gsize)slot->memory, crypto_pwhash_ALG_ARGON2ID13);
  sodium_memzero (normal, strlen (normal));
  if (!failed)
    return key;
  sodium_free (key);
  g_set_error_literal (error, TD_STORE_ERROR, TD_STORE_ERROR_FAILED,
                       _ ("There is not enough memory to unlock. Close other programs and try again."));
  return NULL;
}

static void
append_number (GByteArray *bytes, guint64 number, guint size)
{
  for (guint i = 0; i < size; i++)
    {
      guint8 byte = (guint8)(number >> (8 * i));

      g_byte_array_append (bytes, &byte, 1);
    }
}

static void
append_text (GByteArray *bytes, const char *text)
{
  g_byte_array_append (bytes, (const guint8 *)text, (guint)strlen (text) + 1);
}

static GByteArray *
slot_data (const char *user, const TdKeySlot *slot, gint64 key_id)
{
  GByteArray *data = g_byte_array_new ();

  append_text (data, "tham-dinh key");
  append_text (data, user);
  append_number (data, (guint64)slot->version, 8);
  append_number (data, (guint64)slot->operations, 8);
  append_number (data, (guint64)slot->memory, 8);
  append_number (data, (guint64)key_id, 8);
  return data;
}

/**
 * td_vault_wrap:
 * @self: the vault
 * @user: who the passphrase is of
 * @passphrase: their passphrase
 * @slot: (out caller-allocates): how the passphrase becomes a key
 * @sealed_key: filled with the data key, sealed by that key
 * @error: what failed
 *
 * Returns: whether it is done
 */
gboolean
td_vault_wrap (TdVault *self, const char *user, const char *passphrase, TdKeySlot *slot, GByteArray *sealed_key,
               GError **error)
{
  guint8 *key;

  slot->version = VERSION;
  slot->operations = operations_for_new;
  slot->memory = memory_for_new;
  randombytes_buf (slot->salt, TD_VAULT_SALT_SIZE);
  key = derive_from_passphrase (passphrase, slot, error);
  if (key == NULL)
    return FALSE;

  g_autoptr (GByteArray) data = slot_data (user, slot, self->key_id);

  g_byte_array_set_size (sealed_key, NONCE_SIZE + KEY_SIZE + TAG_SIZE);
  randombytes_buf (sealed_key->data, NONCE_SIZE);
  crypto_aead_xchacha20poly1305_ietf_encrypt (sealed_key->data + NONCE_SIZE, NULL, self->data_key, KEY_SIZE, data->data,
                                              data->len, NULL, sealed_key->data, key);
  sodium_free (key);
  return TRUE;
}

static gboolean
slot_is_sane (const TdKeySlot *slot, gsize size, GError **error)
{
  if (slot->version == VERSION && slot->operations >= OPERATIONS_MIN && slot->operations <= OPERATIONS_MAX
      && slot->memory >= MEMORY_MIN && slot->memory <= MEMORY_MAX && size == NONCE_SIZE + KEY_SIZE + TAG_SIZE)
    return TRUE;
  g_set_error_literal (error, TD_STORE_ERROR, TD_STORE_ERROR_TAMPERED,
                       _ ("The key in this database is not as this program writes it: the file was changed or damaged. "
                          "Open your latest backup."));
  return FALSE;
}

/**
 * td_vault_unwrap:
 * @user: a user's name
 * @passphrase: what they typed
 * @slot: how their passphrase becomes a key
 * @key_id: the data key's id
 * @sealed_key: the data key, sealed
 * @size: its size in bytes
 * @error: %TD_STORE_ERROR_PASSPHRASE for a wrong passphrase, %TD_STORE_ERROR_TAMPERED for a slot not of our making
 *
 * Returns: (transfer full) (nullable): the unlocked vault
 */
TdVault *
td_vault_unwrap (const char *user, const char *passphrase, const TdKeySlot *slot, gint64 key_id,
                 const guint8 *sealed_key, gsize size, GError **error)
{
  guint8 *key, *data_key;
  int failed;

  if (!slot_is_sane (slot, size, error))
    return NULL;
  key = derive_from_passphrase (passphrase, slot, error);
  if (key == NULL)
    return NULL;

  g_autoptr (GByteArray) data = slot_data (user, slot, key_id);

  data_key = allocate_key ();
  failed = crypto_aead_xchacha20poly1305_ietf_decrypt (data_key, NULL, NULL, sealed_key + NONCE_SIZE, size - NONCE_SIZE,
                                                       data->data, data->len, sealed_key, key);
  sodium_free (key);
  if (!failed)
    return new_with_key (data_key, (guint32)key_id);
  sodium_free (data_key);
  g_set_error_literal (error, TD_STORE_ERROR, TD_STORE_ERROR_PASSPHRASE,
                       _ ("The passphrase is wrong. Check Caps Lock and the input method, and type it again."));
  return NULL;
}

static void
append_cell_data (GByteArray *data, guint32 key_id, const char *table, gint64 row, const char *column)
{
  append_text (data, "tham-dinh cell");
  append_number (data, VERSION, 1);
  append_number (data, key_id, 4);
  append_text (data, table);
  append_number (data, (guint64)row, 8);
  append_text (data, column);
}

/**
 * td_vault_seal:
 * @self: the vault
 * @table: the table that the cell stands in
 * @row: its row_id
 * @column: its column
 * @text: what to seal
 *
 * Returns: (transfer full): the sealed cell
 */
GBytes *
td_vault_seal (TdVault *self, const char *table, gint64 row, const char *column, const char *text)
{
  GByteArray *cell = g_byte_array_new ();
  g_autoptr (GByteArray) data = g_byte_array_sized_new (64);
  gsize length = strlen (text);
  gsize padded = length + PADDING - length % PADDING;
  g_autofree guint8 *plain = g_malloc (padded);

  memcpy (plain, text, length);
  sodium_pad (NULL, plain, length, PADDING, padded);
  append_cell_data (data, self->key_id, table, row, column);

  append_number (cell, VERSION, 1);
  append_number (cell, self->key_id, 4);
  g_byte_array_set_size (cell, (guint)(HEADER_SIZE + NONCE_SIZE + padded + TAG_SIZE));
  randombytes_buf (cell->data + HEADER_SIZE, NONCE_SIZE);
  crypto_aead_xchacha20poly1305_ietf_encrypt (cell->data + HEADER_SIZE + NONCE_SIZE, NULL, plain, padded, data->data,
                                              data->len, NULL, cell->data + HEADER_SIZE, self->cell_key);
  sodium_memzero (plain, padded);
  return g_byte_array_free_to_bytes (cell);
}

static gboolean
header_is_ours (TdVault *self, const guint8 *cell, gsize size)
{
  guint32 key_id;

  if (size < HEADER_SIZE + NONCE_SIZE + PADDING + TAG_SIZE || cell[0] != VERSION)
    return FALSE;
  memcpy (&key_id, cell + 1, sizeof key_id);
  return GUINT32_FROM_LE (key_id) == self->key_id;
}

/**
 * td_vault_open:
 * @self: the vault
 * @table: the table that the cell stands in
 * @row: its row_id
 * @column: its column
 * @cell: the sealed cell
 * @size: its size in bytes
 * @error: %TD_STORE_ERROR_TAMPERED where it is not what was sealed for just this cell
 *
 * Returns: (transfer full) (nullable): the text
 */
char *
td_vault_open (TdVault *self, const char *table, gint64 row, const char *column, const guint8 *cell, gsize size,
               GError **error)
{
  if (header_is_ours (self, cell, size))
    {
      g_autoptr (GByteArray) data = g_byte_array_sized_new (64);
      gsize padded = size - HEADER_SIZE - NONCE_SIZE - TAG_SIZE;
      g_autofree char *text = g_malloc (padded + 1);
      gsize length;

      append_cell_data (data, self->key_id, table, row, column);
      if (crypto_aead_xchacha20poly1305_ietf_decrypt ((guint8 *)text, NULL, NULL, cell + HEADER_SIZE + NONCE_SIZE,
                                                      size - HEADER_SIZE - NONCE_SIZE, data->data, data->len,
                                                      cell + HEADER_SIZE, self->cell_key)
            == 0
          && sodium_unpad (&length, (const guint8 *)text, padded, PADDING) == 0)
        {
          text[length] = '\0';
          return g_steal_pointer (&text);
        }
    }
  g_set_error (error, TD_STORE_ERROR, TD_STORE_ERROR_TAMPERED,
               _ ("The sealed value %s of row %ld"
                  " in %s is not what this program wrote: the file was changed outside the program or is damaged. "
                  "Compare with your latest backup."),
               column, (glong)row, table);
  return NULL;
}

/**
 * td_vault_hash:
 * @self: the vault
 * @table: a table
 * @column: a column whose values must be unique
 * @text: a value
 * @hash: (out): the same for the same value, and no clue to it without the key
 */
void
td_vault_hash (TdVault *self, const char *table, const char *column, const char *text, guint8 hash[TD_VAULT_HASH_SIZE])
{
  g_autoptr (GByteArray) data = g_byte_array_sized_new (64);

  append_text (data, table);
  append_text (data, column);
  append_text (data, text);
  crypto_generichash (hash, TD_VAULT_HASH_SIZE, data->data, data->len, self->hash_key, KEY_SIZE);
  sodium_memzero (data->data, data->len);
}

/**
 * td_vault_chain:
 * @self: the vault
 * @previous: the chain of the entry before
 * @parts: (array length=n_parts): what the entry says; a part may be %NULL
 * @n_parts: how many
 * @chain: (out): the entry's chain
 */
void
td_vault_chain (TdVault *self, const guint8 previous[TD_VAULT_HASH_SIZE], const char *const *parts, guint n_parts,
                guint8 chain[TD_VAULT_HASH_SIZE])
{
  crypto_generichash_state state;

  crypto_generichash_init (&state, self->chain_key, KEY_SIZE, TD_VAULT_HASH_SIZE);
  crypto_generichash_update (&state, previous, TD_VAULT_HASH_SIZE);
  for (guint i = 0; i < n_parts; i++)
    {
      const char *part = parts[i] != NULL ? parts[i] : "";
      guint8 is_there = parts[i] != NULL;

      crypto_generichash_update (&state, &is_there, 1);
      crypto_generichash_update (&state, (const guint8 *)part, strlen (part) + 1);
    }
  crypto_generichash_final (&state, chain, TD_VAULT_HASH_SIZE);
}
