/* td-paper-facts.c: what the papers of an appraisal say, from the plan, a unit's verdict and the paper's day. No fact
 * here names a person of the registers.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "td-paper-facts.h"

#include "td-date.h"

#include <string.h>

#define NBSP "\302\240"

/* How long a unit has to mend what a notice names; the plan sets no term. */
#define DAYS_TO_MEND 30

/**
 * td_unit_title:
 * @kind: a unit's kind, `commune`
 * @name: its proper name, `Xuân Bình`
 *
 * Returns: (transfer full): the unit as it is written, `xã Xuân Bình`
 */
char *
td_unit_title (const char *kind, const char *name)
{
  const TdRegister *units = td_register_find ("units");
  const TdWord *word = td_field_find_word (td_register_find_field (units, "kind"), kind);

  return g_strdup_printf ("%s %s", word != NULL ? word->label : kind, name);
}

static char *
capitalise (const char *text)
{
  g_autofree char *first = g_utf8_substring (text, 0, 1);
  g_autofree char *upper = g_utf8_strup (first, -1);

  return g_strconcat (upper, text + strlen (first), NULL);
}

/* "Thực hiện Đề án …" within a sentence. */
static char *
uncapitalise (const char *text)
{
  g_autofree char *first = g_utf8_substring (text, 0, 1);
  g_autofree char *lower = g_utf8_strdown (first, -1);

  return g_strconcat (lower, text + strlen (first), NULL);
}

/* Decree 30/2020, annex I: a day below 10 and the months 1 and 2 take a zero, other months none. */
static char *
long_date (const char *date)
{
  int month = (int)g_ascii_strtoll (date + 5, NULL, 10);

  return g_strdup_printf (month < 3 ? "ngày" NBSP "%.2s tháng %02d năm %.4s" : "ngày" NBSP "%.2s tháng %d năm %.4s",
                          date + 8, month, date);
}

/* A count in an official text: below 10 with a zero, thousands with points. */
static char *
show_count (gint64 count)
{
  g_autoptr (GString) shown = g_string_new (NULL);

  g_string_printf (shown, count < 10 ? "%02d" : "%d", (int)count);
  for (gssize at = (gssize)shown->len - 3; at > 0; at -= 3)
    g_string_insert_c (shown, at, '.');
  return g_string_free (g_steal_pointer (&shown), FALSE);
}

static char *
cite_plan (const TdPlan *plan, const char *issuer)
{
  g_autofree char *issued = plan->issued_on != NULL ? long_date (plan->issued_on) : g_strdup (plan->issued_in);
  g_autofree char *title = uncapitalise (plan->title);

  return g_strdup_printf ("Kế hoạch số" NBSP "%s/KH-UBND %s của %s %s", plan->number != NULL ? plan->number : "…",
                          issued, issuer, title);
}

static const char *
agency (const TdPlan *plan, const char *id, const char *date)
{
  const TdDated *it = td_plan_find_dated (plan->agencies, id, date);

  return it != NULL ? it->text : "…";
}

/* "Ủy ban nhân dân huyện Như Xuân" stands in two lines, its kind above its place. */
static void
add_issuer (TdFacts *facts, const char *issuer, const char *district)
{
  g_autofree char *kind
    = g_str_has_suffix (issuer, district) ? g_strndup (issuer, strlen (issuer) - strlen (district)) : g_strdup (issuer);
  gboolean in_two = strlen (kind) < strlen (issuer);

  td_facts_take (facts, "issuer-1", g_utf8_strup (g_strchomp (kind), -1));
  td_facts_take (facts, "issuer-2", in_two ? g_utf8_strup (district, -1) : g_strdup (""));
}

static void
add_head (TdFacts *facts, const TdPlan *plan, const char *date)
{
  const TdPlanUnit *unit = td_plan_get_district (plan);
  g_autofree char *district = td_unit_title (unit->kind, unit->name);
  const char *issuer = agency (plan, "issuer", date);
  int month = (int)g_ascii_strtoll (date + 5, NULL, 10);

  add_issuer (facts, issuer, district);
  td_facts_set (facts, "number", "");
  td_facts_set (facts, "day", "");
  td_facts_take (facts, "month", g_strdup_printf (month < 3 ? "%02d" : "%d", month));
  td_facts_take (facts, "year", g_strndup (date, 4));
  td_facts_set (facts, "place", unit->name);
  td_facts_set (facts, "agency-code", "UBND");
  td_facts_set (facts, "district", district);
  td_facts_take (facts, "plan-citation", cite_plan (plan, issuer));
}

static void
add_agencies (TdFacts *facts, const TdPlan *plan, const char *date)
{
  const TdDated *police_head = td_plan_find_dated (plan->offices, "police-head", date);
  const TdDated *chairman = td_plan_find_dated (plan->offices, "chairman", date);

  td_facts_set (facts, "police", agency (plan, "police", date));
  td_facts_set (facts, "labour", agency (plan, "labour", date));
  td_facts_set (facts, "health", agency (plan, "health", date));
  td_facts_set (facts, "police-head", police_head != NULL ? police_head->text : "…");
  td_facts_set (td_facts_add_row (facts, "signer"), "title",
                chairman != NULL && chairman->title != NULL ? chairman->title : "CHỦ TỊCH");
  td_facts_set (facts, "signer-name", chairman != NULL && chairman->holder != NULL ? chairman->holder : "");
}

static void
add_bases (TdFacts *facts, const TdPlan *plan, const char *date)
{
  for (guint i = 0; i < plan->bases->len; i++)
    {
      const TdDated *basis = g_ptr_array_index (plan->bases, i);

      if (td_dated_is_in_force (basis, date))
        td_facts_set (td_facts_add_row (facts, "bases"), "text", basis->text);
    }
}

static void
add_unit (TdFacts *facts, const TdVerdict *verdict, const char *date)
{
  g_autofree char *title = td_unit_title (verdict->kind, verdict->name);
  g_autofree char *kind = td_unit_title (verdict->kind, "không ma túy");
  guint n_met = td_verdict_n_met (verdict);

  td_facts_set (facts, "unit", title);
  td_facts_take (facts, "unit-title", capitalise (kind));
  td_facts_take (facts, "proposed-on", long_date (date));
  td_facts_take (facts, "made-at", g_strconcat (date, "T00:00:00+07:00", NULL));
  td_facts_take (facts, "registered-on",
                 verdict->registered_on != NULL ? long_date (verdict->registered_on) : g_strdup (""));
  td_facts_take (facts, "n-met", show_count (n_met));
  td_facts_take (facts, "n-unmet", show_count (TD_N_CRITERIA - n_met));
}

/* What the subjects of a requirement are counted in. */
static const char *
counted_in (const TdRequirement *requirement)
{
  static const struct
  {
    const char *subjects;
    const char *word;
  } words[] = { { "households", "hộ" }, { "hotspots", "điểm" }, { "cases", "vụ" } };

  for (guint i = 0; i < G_N_ELEMENTS (words); i++)
    if (g_strcmp0 (requirement->subjects, words[i].subjects) == 0)
      return words[i].word;
  return "người";
}

static char *
compare_to_registration (gint64 now, gint64 then)
{
  g_autofree char *now_shown = show_count (now);
  g_autofree char *then_shown = show_count (then);

  return g_strdup_printf ("%s" NBSP "người; ngày đăng ký: %s" NBSP "người", now_shown, then_shown);
}

static char *
households_committed (const TdVerdict *verdict)
{
  g_autofree char *committed = show_count (verdict->committed);
  g_autofree char *households = show_count (verdict->households);
  g_autofree char *share = td_share_to_string (verdict->committed, verdict->households);

  return g_strdup_printf ("%s/%s" NBSP "hộ đã ký (%s)", committed, households, share);
}

/* What was found, in numbers: shortcomings @first to before @end of one requirement. */
static char *
describe_actual (const TdVerdict *verdict, const TdShortcoming *first, guint n_shortcomings)
{
  const char *id = first->requirement->id;
  g_autofree char *count = show_count (first->count >= 0 ? first->count : n_shortcomings);

  if (g_str_equal (id, "household-uncommitted"))
    return households_committed (verdict);
  if (g_str_equal (id, "addicts-grew"))
    return compare_to_registration (verdict->addicts, verdict->registered_addicts);
  if (g_str_equal (id, "users-grew"))
    return compare_to_registration (verdict->users, verdict->registered_users);
  if (g_str_equal (id, "not-reduced"))
    return compare_to_registration (verdict->addicts + verdict->users,
                                    verdict->registered_addicts + verdict->registered_users);
  if (g_str_equal (id, "no-effective-model"))
    return g_strdup ("00" NBSP "mô hình");
  if (first->requirement->subjects == NULL && first->count < 0)
    return g_strdup ("Chưa có");
  return g_strdup_printf ("%s" NBSP "%s", count, counted_in (first->requirement));
}

static void
add_unmet_row (TdFacts *facts, const TdPlan *plan, const TdVerdict *verdict, const TdShortcoming *first,
               guint n_shortcomings, const char *deadline)
{
  const TdRequirementText *text = td_plan_find_requirement (plan, first->requirement->id);
  guint criterion = first->requirement->criterion;
  TdFacts *row = td_facts_add_row (facts, "unmet");

  td_facts_take (row, "no", g_strdup_printf ("%u", td_facts_n_rows (facts, "unmet")));
  td_facts_take (row, "criterion", g_strdup_printf ("%u. %s", criterion, plan->criteria[criterion - 1]->label));
  td_facts_set (row, "requirement", text != NULL ? text->rule : first->requirement->id);
  td_facts_set (row, "reason", text != NULL ? text->finding : first->requirement->id);
  td_facts_set (row, "remedy", text != NULL ? text->remedy : "");
  td_facts_take (row, "actual", describe_actual (verdict, first, n_shortcomings));
  td_facts_set (row, "deadline", deadline);
}

static char *
choose_deadline (const TdPlan *plan, const char *date)
{
  g_autofree char *day = td_date_add_days (date, DAYS_TO_MEND);

  return td_date_show (strcmp (date, plan->last_day) < 0 && strcmp (day, plan->last_day) > 0 ? plan->last_day : day);
}

/* One row for each requirement that something stands in the way of. */
static void
add_unmet (TdFacts *facts, const TdPlan *plan, const TdVerdict *verdict, const char *date)
{
  g_autofree char *deadline = choose_deadline (plan, date);

  td_facts_set (facts, "deadline", deadline);
  for (guint i = 0; i < TD_N_CRITERIA; i++)
    {
      GPtrArray *shortcomings = verdict->findings[i].shortcomings;
      guint end;

      for (guint start = 0; start < shortcomings->len; start = end)
        {
          const TdShortcoming *first = g_ptr_array_index (shortcomings, start);

          for (end = start + 1; end < shortcomings->len; end++)
            if (((TdShortcoming *)g_ptr_array_index (shortcomings, end))->requirement != first->requirement)
              break;
          add_unmet_row (facts, plan, verdict, first, end - start, deadline);
        }
    }
}

/**
 * td_paper_facts_new:
 * @plan: the plan
 * @verdict: what was found of the unit on @date
 * @date: the day of the proposal, and of the paper until it is issued: who is in office and which law is in force is
 *   looked up by it
 *
 * Returns: (transfer full): the facts of a draft about the unit, neither number nor day given yet
 */
TdFacts *
td_paper_facts_new (const TdPlan *plan, const TdVerdict *verdict, const char *date)
{
  TdFacts *facts = td_facts_new ();

  add_head (facts, plan, date);
  add_agencies (facts, plan, date);
  add_bases (facts, plan, date);
  add_unit (facts, verdict, date);
  add_unmet (facts, plan, verdict, date);
  return facts;
}
