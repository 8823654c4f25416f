/* td-pages-private.h: laid-out pages as plain data: where each piece of text and each rule stands. Units are points
 * from the page's top left corner.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "td-renderer.h"

G_BEGIN_DECLS

/* Glyphs of one font, as cairo draws them. */
typedef struct
{
  cairo_scaled_font_t *font;
  char *text;
  int n_bytes;
  cairo_glyph_t *glyphs; /* from the line's start */
  int n_glyphs;
  cairo_text_cluster_t *clusters;
  int n_clusters;
  cairo_text_cluster_flags_t flags;
} TdRun;

/* One line. */
typedef struct
{
  GArray *runs;  /* TdRun */
  double size;   /* of its font */
  double indent; /* from the column's left edge */
  double width;
} TdText;

typedef enum
{
  TD_ROLE_NONE, /* not part of the paper's structure, such as a page's number */
  TD_ROLE_PARAGRAPH,
  TD_ROLE_TITLE,
  TD_ROLE_HEADING,
  TD_ROLE_CELL_HEAD,
  TD_ROLE_CELL,
} TdRole;

/* Lines of one paragraph or one cell share all three numbers. */
typedef struct
{
  TdRole role;
  guint block;
  guint row;
  guint cell;
} TdTag;

typedef struct
{
  const TdText *text;
  double x;
  double y; /* of the baseline */
  gboolean red;
  TdTag tag;
} TdPlaced;

typedef struct
{
  double x1, y1, x2, y2;
  double width;
  gboolean red;
} TdRule;

typedef struct
{
  double width, height;
  guint number;   /* from 1 again in each annex */
  guint section;  /* 0: the paper itself, then its annexes */
  GArray *placed; /* TdPlaced */
  GArray *rules;  /* TdRule */
} TdPage;

typedef struct
{
  char *text;
  guint level; /* from 0 */
  guint page;
  double y;
} TdBookmark;

struct _TdPages
{
  GPtrArray *pages;     /* TdPage */
  GPtrArray *texts;     /* TdText, which all pages share */
  GPtrArray *bookmarks; /* TdBookmark */
  char *title, *author, *subject, *keywords, *made_at;
};

TdPages *td_pages_new (void);
TdPage *td_pages_add (TdPages *self, double width, double height, guint section, guint number);
void td_pages_add_bookmark (TdPages *self, const char *text, guint level, guint page, double y);
const TdPage *td_pages_get (const TdPages *self, guint n);

void td_text_free (TdText *self);
char *td_text_get_string (const TdText *self);

G_END_DECLS
