/* td-text-widths.c: how wide text is, without shaping it: for the columns of a table of thousands of rows, the sum of
 * what its characters take is near enough.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "td-listing-private.h"

/* Vietnamese, and what else is written with Latin letters; anything beyond counts as wide. */
#define N_KNOWN 0x2100
#define UNKNOWN (-1.0f)

/* So large that hardly anything is lost in whole units. */
#define PROBE 100

struct _TdTextWidths
{
  PangoLayout *layout; /* the thread's own */
  float widths[N_KNOWN];
};

/**
 * td_text_widths_new:
 * @layout: the thread's layout, which is set anew with each character that is met first
 *
 * Returns: (transfer full): widths
 */
TdTextWidths *
td_text_widths_new (PangoLayout *layout)
{
  TdTextWidths *self = g_new (TdTextWidths, 1);

  self->layout = layout;
  for (guint i = 0; i < N_KNOWN; i++)
    self->widths[i] = UNKNOWN;
  return self;
}

void
td_text_widths_free (TdTextWidths *self)
{
  g_free (self);
}

static float
measure_character (TdTextWidths *self, gunichar c)
{
  g_autoptr (PangoAttrList) attributes = pango_attr_list_new ();
  char text[8];
  int width;

  pango_attr_list_insert (attributes, pango_attr_size_new (PROBE * PANGO_SCALE));
  pango_layout_set_width (self->layout, -1);
  pango_layout_set_indent (self->layout, 0);
  pango_layout_set_justify (self->layout, FALSE);
  pango_layout_set_attributes (self->layout, attributes);
  pango_layout_set_text (self->layout, text, g_unichar_to_utf8 (c, text));
  pango_layout_get_size (self->layout, &width, NULL);
  return (float)width / PANGO_SCALE / PROBE;
}

static double
character_width (TdTextWidths *self, gunichar c)
{
  if (c >= N_KNOWN)
    return 1;
  if (self->widths[c] < 0)
    self->widths[c] = measure_character (self, c);
  return (double)self->widths[c];
}

/**
 * td_text_widths_measure:
 * @self: widths
 * @text: text of any number of lines
 * @longest_word: (out): the width of its widest word
 *
 * Returns: the width of its widest line, in ems
 */
double
td_text_widths_measure (TdTextWidths *self, const char *text, double *longest_word)
{
  double line = 0, longest_line = 0, word = 0;

  *longest_word = 0;
  for (; *text != '\0'; text = g_utf8_next_char (text))
    {
      gunichar c = g_utf8_get_char (text);
      double width = c == '\n' ? 0 : character_width (self, c);

      word = g_unichar_isspace (c) ? 0 : word + width;
      line = c == '\n' ? 0 : line + width;
      *longest_word = MAX (*longest_word, word);
      longest_line = MAX (longest_line, line);
    }
  return longest_line;
}
