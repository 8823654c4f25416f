/* td-csv.c: a strict reader of RFC 4180 that holds one record and one piece of the file in memory.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "td-csv.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#define CHUNK (64 * 1024)

typedef enum
{
  AT_CELL_START,
  IN_PLAIN_CELL,
  IN_QUOTES,
  AFTER_QUOTE, /* behind a quote within quotes: the cell's end, or the first half of a doubled one */
  SKIPPING,    /* a faulty record is passed over up to the end of its line */
} State;

typedef enum
{
  STEP_MORE,
  STEP_RECORD,
  STEP_END,
  STEP_FAILED,
} Step;

struct _TdCsvReader
{
  GInputStream *stream;
  TdRecord *record;
  char *buffer;
  gsize at;
  gsize filled;
  guint64 position; /* of the buffer's end in the file */
  guint line;
  guint fault_line;
  const char *fault; /* what is wrong with the record at hand, or NULL */
  char separator;
  gboolean started;
  gboolean after_cr; /* an LF that comes now belongs to the same line end */
};

/**
 * td_csv_reader_new:
 * @stream: the file, from its first byte
 *
 * Returns: (transfer full): a reader that takes the separator from the first line that is not blank
 */
TdCsvReader *
td_csv_reader_new (GInputStream *stream)
{
  TdCsvReader *self = g_new0 (TdCsvReader, 1);

  self->stream = g_object_ref (stream);
  self->record = td_record_new ();
  self->buffer = g_malloc (CHUNK);
  self->line = 1;
  return self;
}

void
td_csv_reader_free (TdCsvReader *self)
{
  g_object_unref (self->stream);
  td_record_free (self->record);
  g_free (self->buffer);
  g_free (self);
}

/**
 * td_csv_reader_get_line:
 * @self: a reader
 *
 * Returns: the line that the last error speaks of
 */
guint
td_csv_reader_get_line (TdCsvReader *self)
{
  return self->fault_line;
}

/**
 * td_csv_reader_get_position:
 * @self: a reader
 *
 * Returns: how many bytes of the file are behind it
 */
guint64
td_csv_reader_get_position (TdCsvReader *self)
{
  return self->position - (self->filled - self->at);
}

/* No heading holds a tab or a semicolon, but some hold a comma: where two stand equally often, the comma is the text.
 */
static char
guess_separator (const char *text, gsize length)
{
  static const char candidates[] = "\t;,";
  guint counts[G_N_ELEMENTS (candidates) - 1] = { 0 };
  gboolean quoted = FALSE;
  guint best = 0;
  gsize at = 0;

  while (at < length && (text[at] == '\n' || text[at] == '\r'))
    at++;
  for (; at < length && (quoted || (text[at] != '\n' && text[at] != '\r')); at++)
    {
      if (text[at] == '"')
        quoted = !quoted;
      for (guint i = 0; !quoted && i < G_N_ELEMENTS (counts); i++)
        counts[i] += text[at] == candidates[i];
    }
  for (guint i = 1; i < G_N_ELEMENTS (counts); i++)
    if (counts[i] > counts[best])
      best = i;
  return counts[best] > 0 ? candidates[best] : ',';
}

static gboolean
fill (TdCsvReader *self, GCancellable *cancellable, GError **error)
{
  self->at = 0;
  if (!g_input_stream_read_all (self->stream, self->buffer, CHUNK, &self->filled, cancellable, error))
    {
      self->filled = 0;
      return FALSE;
    }
  self->position += self->filled;
  if (!self->started)
    {
      self->started = TRUE;
      if (self->filled >= 3 && memcmp (self->buffer, TD_CSV_BYTE_ORDER_MARK, 3) == 0)
        self->at = 3;
      self->separator = guess_separator (self->buffer + self->at, self->filled - self->at);
    }
  return TRUE;
}

static Step
refuse (TdCsvReader *self, guint line, TdExchangeError code, const char *what, GError **error)
{
  self->fault_line = line;
  g_set_error_literal (error, TD_EXCHANGE_ERROR, (int)code, what);
  return STEP_FAILED;
}

static Step
refuse_long_cell (TdCsvReader *self, GError **error)
{
  return refuse (self, self->record->line, TD_EXCHANGE_ERROR_LIMIT,
                 _ ("a cell is far too long; look for a quotation mark that is not closed"), error);
}

static void
note_fault (TdCsvReader *self, const char *what, State *state)
{
  self->fault = what;
  self->fault_line = self->line;
  *state = SKIPPING;
}

/* Takes in the bytes that mean nothing but themselves, in one go. */
static gboolean
take_run (TdCsvReader *self, State *state)
{
  const char *start = self->buffer + self->at;
  const char *end = self->buffer + self->filled;
  const char *next = start;

  if (*state == AFTER_QUOTE)
    return TRUE;
  if (*state == IN_QUOTES)
    while (next < end && *next != '"' && *next != '\n' && *next != '\r' && *next != '\0')
      next++;
  else
    while (next < end && *next != self->separator && *next != '"' && *next != '\n' && *next != '\r' && *next != '\0')
      next++;
  if (next == start)
    return TRUE;
  self->at += (gsize)(next - start);
  self->after_cr = FALSE;
  if (*state == AT_CELL_START)
    *state = IN_PLAIN_CELL;
  return *state == SKIPPING || td_record_append (self->record, start, (gsize)(next - start));
}

static Step
take_outside_quotes (TdCsvReader *self, State *state, char c)
{
  if (c == '\n' || c == '\r')
    return STEP_RECORD;
  if (*state == SKIPPING)
    return STEP_MORE;
  if (c == self->separator)
    {
      td_record_start_cell (self->record);
      *state = AT_CELL_START;
    }
  else if (c == '"' && *state == AT_CELL_START)
    {
      self->fault_line = self->line;
      *state = IN_QUOTES;
    }
  else if (*state == AFTER_QUOTE)
    note_fault (self,
                _ ("text stands behind a closing quotation mark; double each quotation mark that belongs to the text"),
                state);
  else
    note_fault (self,
                _ ("a quotation mark stands within a cell that does not start with one; put the whole cell between "
                   "quotation marks and double those that belong to its text"),
                state);
  return STEP_MORE;
}

static Step
take_byte (TdCsvReader *self, State *state, char c, GError **error)
{
  gboolean line_end = c == '\n' || c == '\r';
  gboolean second_half = c == '\n' && self->after_cr;

  self->after_cr = c == '\r';
  if (line_end && !second_half)
    self->line++;
  if (c == '\0')
    return refuse (self, self->line, TD_EXCHANGE_ERROR_FORMAT,
                   _ ("a NUL character stands here; save the file again as CSV with the encoding UTF-8"), error);
  if (*state == IN_QUOTES && c == '"')
    *state = AFTER_QUOTE;
  else if (*state == IN_QUOTES || (*state == AFTER_QUOTE && c == '"'))
    {
      *state = IN_QUOTES;
      if (!td_record_append (self->record, &c, 1))
        return refuse_long_cell (self, error);
    }
  else if (!second_half)
    return take_outside_quotes (self, state, c);
  return STEP_MORE;
}

static Step
read_record (TdCsvReader *self, GCancellable *cancellable, GError **error)
{
  State state = AT_CELL_START;
  Step step = STEP_MORE;

  self->fault = NULL;
  td_record_start (self->record, self->line);
  td_record_start_cell (self->record);
  while (step == STEP_MORE)
    {
      if (self->at == self->filled && !fill (self, cancellable, error))
        return STEP_FAILED;
      if (self->filled == 0)
        break;
      if (!take_run (self, &state))
        return refuse_long_cell (self, error);
      if (self->at < self->filled)
        step = take_byte (self, &state, self->buffer[self->at++], error);
    }
  if (step != STEP_MORE)
    return step;
  if (state == IN_QUOTES)
    return refuse (self, self->fault_line, TD_EXCHANGE_ERROR_FORMAT,
                   _ ("a quotation mark opens here and is not closed; close it"), error);
  return state == AT_CELL_START && self->record->n_cells == 1 ? STEP_END : STEP_RECORD;
}

/* Takes off what td_csv_write_record() put before a text. */
static void
drop_guards (TdRecord *record)
{
  for (guint i = 0; i < MIN (record->n_cells, TD_RECORD_MAX_CELLS); i++)
    if (record->cells[i][0] == '\'' && td_csv_is_formula (record->cells[i]))
      td_record_drop_first (record, i);
}

/**
 * td_csv_reader_next:
 * @self: a reader
 * @cancellable: (nullable): a cancellable
 * @error: %TD_EXCHANGE_ERROR_RECORD where only this record is lost, other errors of that domain where the file ends
 *   here, and what the stream reports; td_csv_reader_get_line() says where
 *
 * Reads the next record, the header among them. Records in which nothing stands are passed over.
 *
 * Returns: (transfer none) (nullable): the record, until the next call; %NULL with @error unset at the file's end
 */
const TdRecord *
td_csv_reader_next (TdCsvReader *self, GCancellable *cancellable, GError **error)
{
  Step step;

  do
    {
      step = read_record (self, cancellable, error);
      if (step == STEP_FAILED || step == STEP_END)
        return NULL;
      if (self->fault != NULL)
        {
          g_set_error_literal (error, TD_EXCHANGE_ERROR, TD_EXCHANGE_ERROR_RECORD, self->fault);
          return NULL;
        }
      td_record_finish (self->record);
      drop_guards (self->record);
    }
  while (td_record_is_blank (self->record));
  return self->record;
}
