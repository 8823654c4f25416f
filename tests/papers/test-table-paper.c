/* test-table-paper.c: a table of the registers on paper: what it says of itself, and that nothing masked is in the
 * file.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "test-papers.h"

#include "td-change.h"
#include "td-table-paper.h"
#include "td-vault.h"

#include <glib/gstdio.h>
#include <locale.h>
#include <string.h>

#define DAY "2025-11-30"

typedef struct
{
  char *folder;
  char *path;
  TdStore *store;
} Place;

static void
add_person (TdStore *store, const char *id, const char *name)
{
  const TdRegister *reg = td_register_find ("persons");
  g_autofree const char **values = g_new0 (const char *, reg->n_fields);
  g_autoptr (GError) error = NULL;
  g_autoptr (TdChange) change = td_change_begin (store, "test", &error);

  g_assert_no_error (error);
  values[td_register_field_index (reg, "id")] = id;
  values[td_register_field_index (reg, "full_name")] = name;
  values[td_register_field_index (reg, "birth_date")] = "1985-07-01";
  values[td_register_field_index (reg, "address")] = "Thôn Bí Mật";
  td_change_put (change, reg, values, NULL, &error);
  g_assert_no_error (error);
  td_change_commit (change, &error);
  g_assert_no_error (error);
}

static void
set_up (Place *place, gconstpointer data)
{
  g_autoptr (GBytes) plan = td_plan_built_in ();
  g_autoptr (GError) error = NULL;

  td_vault_use_test_cost ();
  place->folder = g_dir_make_tmp ("papers-XXXXXX", NULL);
  place->path = g_build_filename (place->folder, "x.tham-dinh", NULL);
  place->store = td_store_create (place->path, plan, "mai", "a long passphrase", &error);
  g_assert_no_error (error);
  add_person (place->store, "P1", "Hoàng Văn Thử");
  add_person (place->store, "P2", "Trần Thị Hai");
}

static void
tear_down (Place *place, gconstpointer data)
{
  g_autoptr (GDir) folder = g_dir_open (place->folder, 0, NULL);
  const char *name;

  td_store_unref (place->store);
  while ((name = g_dir_read_name (folder)) != NULL)
    {
      g_autofree char *path = g_build_filename (place->folder, name, NULL);

      g_remove (path);
    }
  g_rmdir (place->folder);
  g_free (place->folder);
  g_free (place->path);
}

static TdTable *
make_table (Place *place, const TdRowWish *wish, gboolean masked)
{
  g_autoptr (GError) error = NULL;
  GArray *rows = td_row_list (place->store, wish, NULL, &error);
  GArray *fields = g_array_new (FALSE, FALSE, sizeof (guint));

  g_assert_no_error (error);
  for (guint i = 0; i < wish->reg->n_fields; i++)
    g_array_append_val (fields, i);
  return td_table_new (wish->reg, fields, rows, masked);
}

static char *
print_table (Place *place, const TdRowWish *wish, gboolean masked)
{
  g_autoptr (TdTable) table = make_table (place, wish, masked);
  g_autoptr (GDateTime) now = g_date_time_new_local (2025, 11, 30, 8, 5, 0);
  g_autoptr (GError) error = NULL;
  g_autoptr (GBytes) pdf = td_table_to_pdf (table, place->store, wish, now, NULL, NULL, NULL, &error);
  PopplerDocument *document;
  g_autofree char *text = NULL;
  g_autofree char *title = NULL;

  g_assert_no_error (error);
  document = test_open (pdf);
  text = test_read_all (document);
  title = poppler_document_get_title (document);
  g_assert_cmpstr (title, ==, "ĐỐI TƯỢNG");
  g_object_unref (document);
  return g_steal_pointer (&text);
}

static void
test_full (Place *place, gconstpointer data)
{
  TdRowWish wish = { .reg = td_register_find ("persons"), .sort = 1, .text = "hoang van", .day = DAY };
  g_autofree char *text = print_table (place, &wish, FALSE);

  g_assert_nonnull (strstr (text, "ĐỐI TƯỢNG"));
  g_assert_nonnull (strstr (text, "LƯU HÀNH NỘI BỘ"));
  g_assert_nonnull (strstr (text, "Địa bàn: huyện Như Xuân."));
  g_assert_nonnull (strstr (text, "Lọc theo: mọi cột có “hoang van”."));
  g_assert_nonnull (strstr (text, "1 dòng, xếp theo Họ và tên."));
  g_assert_nonnull (strstr (text, "In lúc 08:05 ngày 30/11/2025 · Người in: mai"));
  g_assert_nonnull (strstr (text, "Trang 1/1"));
  g_assert_nonnull (strstr (text, "Hoàng Văn Thử"));
  g_assert_nonnull (strstr (text, "01/07/1985"));
  g_assert_nonnull (strstr (text, "Bí Mật"));
  g_assert_null (strstr (text, "Trần"));
}

static void
test_masked (Place *place, gconstpointer data)
{
  const TdRegister *reg = td_register_find ("persons");
  g_autofree const char **filters = g_new0 (const char *, reg->n_fields);
  TdRowWish wish = { .reg = reg, .sort = 1, .text = "Hoàng", .filters = filters, .day = DAY };
  g_autofree char *text = NULL;

  filters[td_register_field_index (reg, "full_name")] = "thử";
  filters[td_register_field_index (reg, "id")] = "p1";
  text = print_table (place, &wish, TRUE);
  g_assert_nonnull (strstr (text, "Lọc theo: mọi cột; Mã đối tượng có “p1”; Họ và tên."));
  g_assert_nonnull (strstr (text, "Đã che dữ liệu cá nhân"));
  g_assert_nonnull (strstr (text, "H.V.T."));
  g_assert_nonnull (strstr (text, "1985"));
  g_assert_null (strstr (text, "01/07/1985"));
  g_assert_null (strstr (text, "Hoàng"));
  g_assert_null (strstr (text, "thử"));
  g_assert_null (strstr (text, "Bí Mật"));
  g_assert_null (strstr (text, "Địa chỉ"));
  g_assert_null (strstr (text, "LƯU HÀNH NỘI BỘ"));
}

static void
test_place (Place *place, gconstpointer data)
{
  TdRowWish wish = { .reg = td_register_find ("units"), .unit = "16174", .is_descending = TRUE, .day = DAY };
  g_autoptr (TdTable) table = make_table (place, &wish, TRUE);
  g_auto (GStrv) lines = td_table_describe (table, &wish, td_store_get_plan (place->store));

  g_assert_cmpstr (lines[0], ==, "Địa bàn: thị trấn Yên Cát, vào ngày 30/11/2025.");
  g_assert_cmpstr (lines[1], ==, "1 dòng, xếp theo Mã đơn vị, từ cuối lên.");
  g_assert_null (lines[2]); /* there is nothing in it to mask */
}

int
main (int argc, char **argv)
{
  setlocale (LC_ALL, "");
  g_test_init (&argc, &argv, NULL);
  g_test_add ("/table-paper/full", Place, NULL, set_up, test_full, tear_down);
  g_test_add ("/table-paper/masked", Place, NULL, set_up, test_masked, tear_down);
  g_test_add ("/table-paper/place", Place, NULL, set_up, test_place, tear_down);
  return g_test_run ();
}
