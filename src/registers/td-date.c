/* td-date.c: calendar dates: reading what people type, counting days, showing dd/mm/yyyy.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "td-date.h"

#include <string.h>

#define FIRST_YEAR 1800
#define LAST_YEAR  2999

static gboolean
read_number (const char **text, guint min_digits, guint max_digits, guint *number)
{
  guint digits = 0;

  *number = 0;
  for (; digits < max_digits && g_ascii_isdigit (**text); digits++, (*text)++)
    *number = *number * 10 + g_ascii_digit_value (**text);
  return digits >= min_digits;
}

static gboolean
is_of_calendar (guint year, guint month, guint day)
{
  return year >= FIRST_YEAR && year <= LAST_YEAR && month <= 12
         && g_date_valid_dmy ((GDateDay)MIN (day, 99), (GDateMonth)month, (GDateYear)year);
}

static char *
format_date (guint year, guint month, guint day)
{
  if (!is_of_calendar (year, month, day))
    return NULL;
  return g_strdup_printf ("%04u-%02u-%02u", year, month, day);
}

/**
 * td_date_parse:
 * @text: `2025-11-30` or `30/11/2025`; a day or month below 10 may stand without its zero in the second form
 *
 * Returns: (transfer full) (nullable): the date as `2025-11-30`; %NULL where it is not a day of the calendar
 */
char *
td_date_parse (const char *text)
{
  guint year, month, day;
  const char *rest = text;

  if (strlen (text) > 4 && text[4] == '-')
    {
      if (read_number (&rest, 4, 4, &year) && *rest++ == '-' && read_number (&rest, 2, 2, &month) && *rest++ == '-'
          && read_number (&rest, 2, 2, &day) && *rest == '\0' && is_of_calendar (year, month, day))
        return g_strdup (text);
      return NULL;
    }
  if (read_number (&rest, 1, 2, &day) && *rest++ == '/' && read_number (&rest, 1, 2, &month) && *rest++ == '/'
      && read_number (&rest, 4, 4, &year) && *rest == '\0')
    return format_date (year, month, day);
  return NULL;
}

/* A year of two digits is of a life that someone may still remember. */
static guint
complete_year (guint year, guint digits)
{
  if (digits > 2)
    return year;
  return year + (year < 50 ? 2000 : 1900);
}

/* 050225 or 05022025: digits alone, each part whole. */
static char *
parse_digits (const char *text)
{
  gsize length = strlen (text);
  guint year, month, day;

  if ((length != 6 && length != 8) || strspn (text, "0123456789") != length)
    return NULL;
  read_number (&text, 2, 2, &day);
  read_number (&text, 2, 2, &month);
  read_number (&text, 2, 4, &year);
  return format_date (complete_year (year, (guint)length - 4), month, day);
}

/* 5/2/25, 5-2-2025 or 5.2.25: one separator, twice. */
static char *
parse_parts (const char *text)
{
  guint year, month, day;
  char separator;
  gsize digits;

  if (!read_number (&text, 1, 2, &day) || *text == '\0' || strchr ("/-.", *text) == NULL)
    return NULL;
  separator = *text++;
  if (!read_number (&text, 1, 2, &month) || *text++ != separator)
    return NULL;
  digits = strspn (text, "0123456789");
  if ((digits != 2 && digits != 4) || !read_number (&text, 2, 4, &year) || *text != '\0')
    return NULL;
  return format_date (complete_year (year, (guint)digits), month, day);
}

/**
 * td_date_parse_typed:
 * @text: what a person typed: a date as td_date_parse() reads it, or the day, the month and a year of two or four
 *   digits as `5/2/25`, `5-2-2025`, `5.2.25`, `050225` or `05022025`, with space around it or none
 *
 * For whoever sees at once what was made of it; what comes from elsewhere is read by td_date_parse(). A year of two
 * digits lies between 1950 and 2049.
 *
 * Returns: (transfer full) (nullable): the date as `2025-02-05`; %NULL where it is not a day of the calendar
 */
char *
td_date_parse_typed (const char *text)
{
  g_autofree char *typed = g_strstrip (g_strdup (text));
  char *date = td_date_parse (typed);

  if (date == NULL)
    date = parse_digits (typed);
  return date != NULL ? date : parse_parts (typed);
}

/**
 * td_date_is_valid:
 * @date: (nullable): a text
 *
 * Returns: whether it is a date in the form that is kept, `2025-11-30`
 */
gboolean
td_date_is_valid (const char *date)
{
  g_autofree char *parsed = date != NULL ? td_date_parse (date) : NULL;

  return parsed != NULL && g_str_equal (parsed, date);
}

static GDate
to_gdate (const char *date)
{
  GDate gdate;
  guint year, month, day;

  read_number (&date, 4, 4, &year);
  date++;
  read_number (&date, 2, 2, &month);
  date++;
  read_number (&date, 2, 2, &day);
  g_date_clear (&gdate, 1);
  g_date_set_dmy (&gdate, (GDateDay)day, (GDateMonth)month, (GDateYear)year);
  return gdate;
}

/**
 * td_date_add_days:
 * @date: a valid date
 * @days: how many days later; earlier where negative
 *
 * Returns: (transfer full): that day
 */
char *
td_date_add_days (const char *date, int days)
{
  GDate gdate = to_gdate (date);

  if (days >= 0)
    g_date_add_days (&gdate, (guint)days);
  else
    g_date_subtract_days (&gdate, (guint)-days);
  return g_strdup_printf ("%04u-%02u-%02u", g_date_get_year (&gdate), g_date_get_month (&gdate),
                          g_date_get_day (&gdate));
}

/**
 * td_date_days_between:
 * @from: a valid date
 * @to: a valid date
 *
 * Returns: how many days @to lies after @from; negative where it lies before
 */
int
td_date_days_between (const char *from, const char *to)
{
  GDate start = to_gdate (from), end = to_gdate (to);

  return g_date_days_between (&start, &end);
}

/**
 * td_date_show:
 * @date: a valid date
 *
 * Returns: (transfer full): the date as people here write it, `30/11/2025`
 */
char *
td_date_show (const char *date)
{
  return g_strdup_printf ("%.2s/%.2s/%.4s", date + 8, date + 5, date);
}

/**
 * td_date_today:
 *
 * The only place where the program asks the clock for a day. Vietnam keeps UTC+7 all year.
 *
 * Returns: (transfer full): today
 */
char *
td_date_today (void)
{
  g_autoptr (GTimeZone) zone = g_time_zone_new_identifier ("+07:00");
  g_autoptr (GDateTime) now = g_date_time_new_now (zone);

  return g_date_time_format (now, "%Y-%m-%d");
}
