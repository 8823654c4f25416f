/* td-date.h: calendar dates as the program keeps them: text of the form 2025-11-30, which sorts by itself.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

char *td_date_parse (const char *text);
char *td_date_parse_typed (const char *text);
gboolean td_date_is_valid (const char *date);
char *td_date_add_days (const char *date, int days);
int td_date_days_between (const char *from, const char *to);
char *td_date_show (const char *date);
char *td_date_today (void);

G_END_DECLS
