/* test-papers.h: facts as the dossier gives them, and a PDF read back.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "td-renderer.h"
#include "td-template.h"

#include <poppler.h>

#define MM(points) ((points)*25.4 / 72.0)
#define ASCENT     0.891
#define BOX        1.107
#define NBSP       "\302\240"

/* One line of a page as poppler sees it: characters of one baseline and one column. Units are millimetres. */
typedef struct
{
  char *text;    /* no-break spaces as spaces */
  double x1, x2; /* the ink's column */
  double top;    /* of the line box */
  double baseline;
  double size; /* in points */
  gboolean bold, italic;
} TestLine;

TdFacts *test_facts_new (const char *kind, guint n_rows);
TdDraft *test_draft_new (const char *kind, guint n_rows);

PopplerDocument *test_open (GBytes *pdf);
PopplerDocument *test_render (const TdDraft *draft);
char *test_read_page (PopplerDocument *document, int n);
char *test_read_all (PopplerDocument *document);
char *test_squeeze (const char *text);
guint test_count (const char *text, const char *what);

GPtrArray *test_lines (PopplerDocument *document, int page);
const TestLine *test_find_line (GPtrArray *lines, const char *start);
double test_centre (const TestLine *line);
#define assert_near(found, wanted, tolerance)                                                                          \
  G_STMT_START                                                                                                         \
  {                                                                                                                    \
    double found_ = (found), wanted_ = (wanted);                                                                       \
    if (ABS (found_ - wanted_) > (tolerance))                                                                          \
      g_error ("%s:%d: " #found " is %g, not %g ± %g", __FILE__, __LINE__, found_, wanted_, (double)(tolerance));      \
  }                                                                                                                    \
  G_STMT_END
