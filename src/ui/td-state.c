/* td-state.c: each state has a shape, a word and a colour, so that none is told by colour alone.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "td-state.h"

#include <glib/gi18n.h>

static const struct
{
  const char *icon;
  const char *css_class;
  const char *title;
} looks[] = {
  [TD_STATE_MET] = { "object-select-symbolic", "success", N_ ("Meets all") },
  [TD_STATE_UNMET] = { "window-close-symbolic", "error", N_ ("Not met") },
  [TD_STATE_UNKNOWN] = { "dialog-question-symbolic", "warning", N_ ("Data missing") },
};

/**
 * td_state_of_verdict:
 * @verdict: a unit's verdict
 *
 * Returns: the state of the whole: unmet where any criterion is
 */
TdState
td_state_of_verdict (const TdVerdict *verdict)
{
  if (td_verdict_is_met (verdict))
    return TD_STATE_MET;
  for (guint i = 0; i < TD_N_CRITERIA; i++)
    if (verdict->findings[i].state == TD_STATE_UNMET)
      return TD_STATE_UNMET;
  return TD_STATE_UNKNOWN;
}

const char *
td_state_icon (TdState state)
{
  return looks[state].icon;
}

/**
 * td_state_title:
 * @state: the state of a whole unit
 *
 * Returns: two words for it
 */
const char *
td_state_title (TdState state)
{
  return _ (looks[state].title);
}

/**
 * td_state_colour:
 * @widget: a widget
 * @state: a state, whose colour it takes in place of another's
 */
void
td_state_colour (GtkWidget *widget, TdState state)
{
  for (guint i = 0; i < G_N_ELEMENTS (looks); i++)
    if (i == (guint)state)
      gtk_widget_add_css_class (widget, looks[i].css_class);
    else
      gtk_widget_remove_css_class (widget, looks[i].css_class);
}

/**
 * td_state_describe:
 * @finding: of one criterion
 *
 * Returns: (transfer full): its state in words, with how many things stand in the way
 */
char *
td_state_describe (const TdFinding *finding)
{
  guint n = finding->shortcomings->len;

  switch (finding->state)
    {
    case TD_STATE_UNMET:
      return g_strdup_printf (ngettext ("not met, %u shortcoming", "not met, %u shortcomings", n), n);
    case TD_STATE_UNKNOWN:
      return g_strdup_printf (
        ngettext ("not known, %u piece of data is missing", "not known, %u pieces of data are missing", n), n);
    case TD_STATE_MET:
    default:
      return g_strdup (_ ("met"));
    }
}

/**
 * td_capitalise:
 * @text: `xã Xuân Bình`
 *
 * Returns: (transfer full): `Xã Xuân Bình`, as it stands at the head of a page
 */
char *
td_capitalise (const char *text)
{
  g_autofree char *first = g_utf8_substring (text, 0, MIN (1, g_utf8_strlen (text, -1)));
  g_autofree char *upper = g_utf8_strup (first, -1);

  return g_strconcat (upper, text + strlen (first), NULL);
}
