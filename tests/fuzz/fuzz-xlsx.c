/* fuzz-xlsx.c: the parts of an XLSX workbook.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "fuzz.h"

int
LLVMFuzzerTestOneInput (const guint8 *data, gsize size)
{
  Part parts[] = {
    { "sheet.xml", "<worksheet><sheetData><row><c t='s' s='0'><v>0</v></c></row></sheetData></worksheet>" },
    { "strings.xml", "<sst><si><t>x</t></si></sst>" },
    { "styles.xml", "<styleSheet><cellXfs><xf numFmtId='14'/></cellXfs></styleSheet>" },
    { "book.xml", "<workbook><sheets><sheet name='persons' id='a'/></sheets></workbook>" },
    { "_rels/book.xml.rels", "<Relationships><Relationship Id='a' Type='/worksheet' Target='sheet.xml'/>"
                             "<Relationship Id='b' Type='/sharedStrings' Target='strings.xml'/>"
                             "<Relationship Id='c' Type='/styles' Target='styles.xml'/></Relationships>" },
    { "_rels/.rels", "<Relationships><Relationship Type='/officeDocument' Target='book.xml'/></Relationships>" },
  };

  fuzz_read_parts (data, size, parts, G_N_ELEMENTS (parts));
  return 0;
}
