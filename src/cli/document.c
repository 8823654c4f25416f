/* document.c: tham-dinh-cli document: papers as draft PDFs, one or many in a call.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "td-cli.h"
#include "td-paper-facts.h"
#include "td-renderer.h"
#include "td-template.h"

#include <errno.h>
#include <glib/gi18n.h>
#include <glib/gstdio.h>

/* What a call asks for. */
typedef struct
{
  const char *kind;
  char *date;
  char **units; /* (nullable): every unit where none is named */
  char *output; /* a file for one unit, a folder for more */
} Request;

static TdExit
list_kinds (void)
{
  const char *const *kinds = td_template_kinds ();

  for (guint i = 0; kinds[i] != NULL; i++)
    g_print ("%s\t%s\n", kinds[i], td_template_title (kinds[i]));
  return TD_EXIT_DONE;
}

static gboolean
is_kind (const char *kind)
{
  return g_strv_contains (td_template_kinds (), kind);
}

/* A draft may be looked at before its time; but nobody is to take it for what the registers say. */
static void
warn_if_not_so (const char *kind, const TdVerdict *verdict)
{
  g_autofree char *title = td_unit_title (verdict->kind, verdict->name);

  if (td_verdict_is_met (verdict) == g_str_equal (kind, "decision-recognise"))
    return;
  g_printerr (_ ("Note: %s meets %u of %d criteria on this day; this is a draft only.\n"), title,
              td_verdict_n_met (verdict), TD_N_CRITERIA);
}

static gboolean
write_paper (TdStore *store, const Request *request, const TdVerdict *verdict, const char *path, GError **error)
{
  g_autoptr (TdFacts) facts = td_paper_facts_new (td_store_get_plan (store), verdict, request->date);
  g_autoptr (TdDraft) draft = td_template_fill (request->kind, facts, error);

  if (draft == NULL || !td_draft_save_pdf (draft, path, NULL, error))
    return FALSE;
  warn_if_not_so (request->kind, verdict);
  return TRUE;
}

static gboolean
write_papers (TdStore *store, const Request *request, GPtrArray *verdicts, GError **error)
{
  if (g_mkdir_with_parents (request->output, 0700) != 0)
    {
      g_set_error (error, G_FILE_ERROR, g_file_error_from_errno (errno),
                   _ ("The folder “%s” cannot be made: %s. Check the path."), request->output, g_strerror (errno));
      return FALSE;
    }
  for (guint i = 0; i < verdicts->len; i++)
    {
      const TdVerdict *verdict = g_ptr_array_index (verdicts, i);
      /* A code is whatever the district writes; in a file's name a slash would lead elsewhere. */
      g_autofree char *code = g_uri_escape_string (verdict->code, " ", TRUE);
      g_autofree char *name = g_strdup_printf ("%s-%s.pdf", request->kind, code);
      g_autofree char *path = g_build_filename (request->output, name, NULL);

      if (!write_paper (store, request, verdict, path, error))
        return FALSE;
      td_cli_progress (i + 1, verdicts->len, NULL);
    }
  g_printerr (ngettext ("Made %u paper in “%s”.\n", "Made %u papers in “%s”.\n", verdicts->len), verdicts->len,
              request->output);
  return TRUE;
}

static TdVerdict *
find_verdict (const TdEvaluation *evaluation, const char *unit)
{
  for (guint i = 0; i < evaluation->verdicts->len; i++)
    {
      TdVerdict *verdict = g_ptr_array_index (evaluation->verdicts, i);

      if (g_str_equal (verdict->code, unit))
        return verdict;
    }
  return NULL;
}

/* Said here, since saving knows the file only under the temporary name that it gets first. */
static gboolean
check_file (const char *path, GError **error)
{
  g_autofree char *folder = g_path_get_dirname (path);

  if (g_file_test (path, G_FILE_TEST_IS_DIR))
    g_set_error (error, G_FILE_ERROR, G_FILE_ERROR_ISDIR, _ ("“%s” is a folder. Name the file to write."), path);
  else if (!g_file_test (folder, G_FILE_TEST_IS_DIR))
    g_set_error (error, G_FILE_ERROR, G_FILE_ERROR_NOENT,
                 _ ("There is no folder “%s”. Make it, or name the file in another one."), folder);
  else
    return TRUE;
  return FALSE;
}

static gboolean
write_one (TdStore *store, const Request *request, GError **error)
{
  g_autoptr (TdEvaluation) evaluation = NULL;

  if (!check_file (request->output, error))
    return FALSE;
  evaluation = td_evaluate (store, request->date, request->units[0], NULL, error);
  return evaluation != NULL
         && write_paper (store, request, g_ptr_array_index (evaluation->verdicts, 0), request->output, error);
}

static gboolean
write_many (TdStore *store, const Request *request, GError **error)
{
  g_autoptr (TdEvaluation) evaluation = td_evaluate (store, request->date, NULL, NULL, error);
  g_autoptr (GPtrArray) chosen = g_ptr_array_new ();

  if (evaluation == NULL)
    return FALSE;
  if (request->units == NULL)
    return write_papers (store, request, evaluation->verdicts, error);
  for (guint i = 0; request->units[i] != NULL; i++)
    {
      TdVerdict *verdict = find_verdict (evaluation, request->units[i]);

      if (verdict == NULL)
        {
          g_set_error (error, TD_CRITERIA_ERROR, TD_CRITERIA_ERROR_NO_UNIT,
                       _ ("There is no commune, town or ward “%s” on that day. Check its code."), request->units[i]);
          return FALSE;
        }
      g_ptr_array_add (chosen, verdict);
    }
  return write_papers (store, request, chosen, error);
}

/* What the plan has to say of papers of that day. */
static void
tell_notes (const TdPlan *plan, const char *date)
{
  for (guint i = 0; i < plan->notes->len; i++)
    {
      const TdDated *note = g_ptr_array_index (plan->notes, i);

      if (td_dated_is_in_force (note, date))
        g_printerr ("%s\n", note->text);
    }
}

static TdExit
document (const TdCliGlobals *globals, const char *database, const Request *request)
{
  GError *error = NULL;
  gboolean one = request->units != NULL && g_strv_length (request->units) == 1;
  g_autoptr (TdStore) store = td_cli_open (globals, database, &error);

  if (store == NULL || !(one ? write_one : write_many) (store, request, &error))
    return td_cli_fail (error);
  tell_notes (td_store_get_plan (store), request->date);
  return TD_EXIT_DONE;
}

static const char *
find_mistake (const Request *request, int argc, gboolean all)
{
  if (argc != 3)
    return _ ("Name a database and the kind of paper.");
  if (!is_kind (request->kind))
    return _ ("There is no such kind of paper; “document --list” names them.");
  if ((request->units == NULL) == !all)
    return _ ("Name the units with --unit, or all of them with --all.");
  return request->output == NULL ? _ ("Name the file to write with --output.") : NULL;
}

/**
 * td_command_document:
 * @globals: what stands before the command
 * @argc: how many words
 * @argv: the command's words
 *
 * Returns: how to end
 */
TdExit
td_command_document (const TdCliGlobals *globals, int argc, char **argv)
{
  Request request = { 0 };
  g_autofree char *date = NULL;
  gboolean list = FALSE, all = FALSE;
  const GOptionEntry entries[] = {
    { "list", 0, 0, G_OPTION_ARG_NONE, &list, N_ ("Name the kinds of paper"), NULL },
    { "unit", 0, 0, G_OPTION_ARG_STRING_ARRAY, &request.units, N_ ("A unit, by its code; may be given again"),
      N_ ("CODE") },
    { "all", 0, 0, G_OPTION_ARG_NONE, &all, N_ ("Every commune, town and ward"), NULL },
    { "date", 0, 0, G_OPTION_ARG_STRING, &date, N_ ("The proposal day (today, where it is not given)"), N_ ("DATE") },
    { "output", 0, 0, G_OPTION_ARG_FILENAME, &request.output, N_ ("The PDF to write; for several units, a folder"),
      N_ ("PATH") },
    G_OPTION_ENTRY_NULL,
  };
  g_autoptr (GOptionContext) context = td_cli_context (_ ("DATABASE KIND"), _ ("Make papers as draft PDFs."), entries);
  const char *mistake;
  TdExit exit;

  if (td_cli_parse (context, &argc, &argv, 0, 2, &exit))
    {
      request.kind = argc == 3 ? argv[2] : NULL;
      mistake = list ? NULL : find_mistake (&request, argc, all);
      if (list)
        exit = list_kinds ();
      else if (mistake != NULL)
        exit = td_cli_usage (context, mistake);
      else if (td_cli_read_date (context, date, &request.date, &exit))
        exit = document (globals, argv[1], &request);
    }
  g_strfreev (request.units);
  g_free (request.output);
  g_free (request.date);
  return exit;
}
