/* test-papers.c: facts as the dossier gives them, and a PDF read back.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "test-papers.h"

#include <string.h>

/* Wider than a blank slot for a day, narrower than what parts the head's columns. */
#define COLUMN_GAP 12

static void
set_all (TdFacts *facts, const char *const *pairs)
{
  for (; *pairs != NULL; pairs += 2)
    td_facts_set (facts, pairs[0], pairs[1]);
}

static void
add_bases (TdFacts *facts)
{
  static const char *const bases[] = {
    "Luật Tổ chức chính quyền địa phương ngày 19 tháng 02 năm 2025",
    "Luật Phòng, chống ma túy ngày 30 tháng 3 năm 2021",
    "Nghị định số 105/2021/NĐ-CP ngày 04 tháng 12 năm 2021 của Chính phủ quy định chi tiết và hướng dẫn thi hành một "
    "số "
    "điều của Luật Phòng, chống ma túy",
  };

  for (guint i = 0; i < G_N_ELEMENTS (bases); i++)
    td_facts_set (td_facts_add_row (facts, "bases"), "text", bases[i]);
}

static void
add_unmet (TdFacts *facts, guint i)
{
  static const char *const rows[][12] = {
    { "criterion", "Tiêu chí 1. Người nghiện", "requirement", "Dưới 10 người nghiện ngoài cộng đồng", "actual",
      "12 người ngoài cộng đồng", "reason", "Vượt quá số quy định 03 người", "remedy",
      "Vận động, lập hồ sơ đưa người nghiện đi cai nghiện", "deadline", "31/12/2025" },
    { "criterion", "Tiêu chí 9. Hộ gia đình cam kết", "requirement", "100% hộ đang cư trú ký cam kết", "actual",
      "1.204/1.250 hộ (96,32%)", "reason", "46 hộ chưa ký cam kết", "remedy", "Tổ chức ký cam kết đối với 46 hộ",
      "deadline", "15/12/2025" },
  };
  TdFacts *row = td_facts_add_row (facts, "unmet");
  const char *const *pairs = rows[i % 2];

  td_facts_take (row, "no", g_strdup_printf ("%u", i + 1));
  for (guint j = 0; j < 12; j += 2)
    td_facts_set (row, pairs[j], pairs[j + 1]);
}

/* The facts of either paper; @n_rows rows of criteria not met. */
TdFacts *
test_facts_new (const char *kind, guint n_rows)
{
  static const char *const both[] = { "issuer-1",
                                      "ỦY BAN NHÂN DÂN",
                                      "issuer-2",
                                      "HUYỆN NHƯ XUÂN",
                                      "place",
                                      "Như Xuân",
                                      "number",
                                      "",
                                      "day",
                                      "",
                                      "month",
                                      "11",
                                      "year",
                                      "2025",
                                      "agency-code",
                                      "UBND",
                                      "district",
                                      "huyện Như Xuân",
                                      "unit",
                                      "xã Xuân Bình",
                                      "unit-title",
                                      "Xã không ma túy",
                                      "proposed-on",
                                      "ngày 30 tháng 11 năm 2025",
                                      "registered-on",
                                      "ngày 20 tháng 10 năm 2024",
                                      "plan-citation",
                                      "Kế hoạch số 112/KH-UBND ngày 15 tháng 10 năm 2024 của Ủy ban nhân dân huyện Như "
                                      "Xuân về thực hiện Đề án xây dựng “Xã, "
                                      "thị trấn, huyện không ma túy” trên địa bàn huyện Như Xuân giai đoạn 2024 - 2025",
                                      "police",
                                      "Công an huyện Như Xuân",
                                      "police-head",
                                      "Trưởng Công an huyện",
                                      "labour",
                                      "Phòng Lao động - Thương binh và Xã hội",
                                      "health",
                                      "Trung tâm Y tế huyện",
                                      "n-met",
                                      "08",
                                      "n-unmet",
                                      "02",
                                      "signer-name",
                                      "Nguyễn Đức Đồng",
                                      NULL };
  static const char *const deputy[] = { "KT. CHỦ TỊCH", "PHÓ CHỦ TỊCH" };
  TdFacts *facts = td_facts_new ();

  set_all (facts, both);
  if (strcmp (kind, "decision-recognise") == 0)
    td_facts_set (td_facts_add_row (facts, "signer"), "title", "CHỦ TỊCH");
  else
    for (guint i = 0; i < G_N_ELEMENTS (deputy); i++)
      td_facts_set (td_facts_add_row (facts, "signer"), "title", deputy[i]);
  add_bases (facts);
  for (guint i = 0; i < n_rows; i++)
    add_unmet (facts, i);
  return facts;
}

TdDraft *
test_draft_new (const char *kind, guint n_rows)
{
  g_autoptr (TdFacts) facts = test_facts_new (kind, n_rows);
  g_autoptr (GError) error = NULL;
  TdDraft *draft = td_template_fill (kind, facts, &error);

  g_assert_no_error (error);
  return draft;
}

PopplerDocument *
test_open (GBytes *pdf)
{
  g_autoptr (GError) error = NULL;
  PopplerDocument *document = poppler_document_new_from_bytes (pdf, NULL, &error);

  g_assert_no_error (error);
  return document;
}

PopplerDocument *
test_render (const TdDraft *draft)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GBytes) pdf = td_draft_to_pdf (draft, NULL, &error);

  g_assert_no_error (error);
  return test_open (pdf);
}

static char *
plain_spaces (const char *text)
{
  g_auto (GStrv) parts = g_strsplit (text, NBSP, -1);

  return g_strjoinv (" ", parts);
}

/* All text of page @n from 0, with no-break spaces as spaces and each run of white space as one. */
char *
test_read_page (PopplerDocument *document, int n)
{
  PopplerPage *page = poppler_document_get_page (document, n);
  g_autofree char *text = poppler_page_get_text (page);

  g_object_unref (page);
  return test_squeeze (text);
}

char *
test_read_all (PopplerDocument *document)
{
  g_autoptr (GString) all = g_string_new (NULL);

  for (int i = 0; i < poppler_document_get_n_pages (document); i++)
    {
      g_autofree char *text = test_read_page (document, i);

      g_string_append_printf (all, "%s ", text);
    }
  return g_string_free (g_steal_pointer (&all), FALSE);
}

char *
test_squeeze (const char *text)
{
  g_autofree char *plain = plain_spaces (text);
  GString *out = g_string_new (NULL);

  for (const char *c = plain; *c != '\0'; c++)
    if (!g_ascii_isspace (*c))
      g_string_append_c (out, *c);
    else if (out->len > 0 && out->str[out->len - 1] != ' ')
      g_string_append_c (out, ' ');
  return g_string_free (out, FALSE);
}

guint
test_count (const char *text, const char *what)
{
  guint n = 0;

  for (text = strstr (text, what); text != NULL; text = strstr (text + 1, what))
    n++;
  return n;
}

static void
line_free (TestLine *line)
{
  g_free (line->text);
  g_free (line);
}

/* What poppler tells of character @i. */
static const PopplerTextAttributes *
attributes_at (GList *attributes, int i)
{
  for (GList *l = attributes; l != NULL; l = l->next)
    {
      const PopplerTextAttributes *found = l->data;

      if (found->start_index <= i && i <= found->end_index)
        return found;
    }
  g_error ("a letter has no font");
}

static TestLine *
start_line (const PopplerRectangle *box, const PopplerTextAttributes *attributes)
{
  TestLine *line = g_new0 (TestLine, 1);

  line->x1 = MM (box->x1);
  line->top = MM (box->y1);
  line->size = attributes->font_size;
  line->baseline = line->top + MM (ASCENT * line->size);
  line->bold = strstr (attributes->font_name, "Bold") != NULL;
  line->italic = strstr (attributes->font_name, "Italic") != NULL;
  return line;
}

/* Whether a letter at @box goes on with @line. Poppler takes a blank slot for a gap between columns; by its place it is
 * still one line. */
static gboolean
continues (const TestLine *line, const PopplerRectangle *box)
{
  return ABS (MM (box->y1) - line->top) < 0.3 && MM (box->x1) < line->x2 + COLUMN_GAP && MM (box->x1) > line->x2 - 0.5;
}

static TestLine *
end_line (GPtrArray *lines, TestLine *line, GString *text)
{
  g_autofree char *plain = test_squeeze (text->str);

  g_string_truncate (text, 0);
  line->text = g_strdup (g_strchomp (plain));
  g_ptr_array_add (lines, line);
  return NULL;
}

static void
read_lines (GPtrArray *lines, const char *text, GList *attributes, const PopplerRectangle *boxes, guint n_boxes)
{
  g_autoptr (GString) now = g_string_new (NULL);
  TestLine *line = NULL;

  for (guint i = 0; i < n_boxes && *text != '\0'; i++, text = g_utf8_next_char (text))
    {
      gunichar letter = g_utf8_get_char (text);
      const PopplerTextAttributes *attribute = attributes_at (attributes, (int)i);

      if (g_unichar_isspace (letter))
        {
          g_string_append_c (now, ' ');
          continue;
        }
      if (line != NULL && !continues (line, &boxes[i]))
        line = end_line (lines, line, now);
      if (line == NULL)
        {
          g_string_truncate (now, 0);
          line = start_line (&boxes[i], attribute);
        }
      line->x2 = MM (boxes[i].x2);
      g_string_append_unichar (now, letter);
    }
  if (line != NULL)
    end_line (lines, line, now);
}

/* The lines of page @n, from 0, in the order of the text; two columns at one height are two lines. A line's font is
 * that of its first letter. */
GPtrArray *
test_lines (PopplerDocument *document, int n)
{
  PopplerPage *page = poppler_document_get_page (document, n);
  g_autofree char *text = poppler_page_get_text (page);
  GList *attributes = poppler_page_get_text_attributes (page);
  g_autofree PopplerRectangle *boxes = NULL;
  GPtrArray *lines = g_ptr_array_new_with_free_func ((GDestroyNotify)line_free);
  guint n_boxes;

  poppler_page_get_text_layout (page, &boxes, &n_boxes);
  read_lines (lines, text, attributes, boxes, n_boxes);
  poppler_page_free_text_attributes (attributes);
  g_object_unref (page);
  return lines;
}

/* The only line that begins with @start. */
const TestLine *
test_find_line (GPtrArray *lines, const char *start)
{
  const TestLine *found = NULL;

  for (guint i = 0; i < lines->len; i++)
    {
      const TestLine *line = g_ptr_array_index (lines, i);

      if (!g_str_has_prefix (line->text, start))
        continue;
      if (found != NULL)
        g_error ("two lines begin with “%s”", start);
      found = line;
    }
  if (found == NULL)
    g_error ("no line begins with “%s”", start);
  return found;
}

double
test_centre (const TestLine *line)
{
  return (line->x1 + line->x2) / 2;
}
