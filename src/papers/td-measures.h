/* td-measures.h: the layout table: Decree 30/2020/NĐ-CP, annex I, in points. Where the Decree gives a range, the value
 * chosen stands here.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#define TD_MM(x) ((x)*72.0 / 25.4)

/* A4 */
#define TD_PAGE_SHORT TD_MM (210)
#define TD_PAGE_LONG  TD_MM (297)

/* Margins: top and bottom 20 to 25 mm, left 30 to 35, right 15 to 20. */
#define TD_MARGIN_TOP    TD_MM (20)
#define TD_MARGIN_BOTTOM TD_MM (20)
#define TD_MARGIN_LEFT   TD_MM (30)
#define TD_MARGIN_RIGHT  TD_MM (15)

/* The head's two columns. */
#define TD_LEFT_CENTRE  TD_MM (63.5)
#define TD_LEFT_WIDTH   TD_MM (67)
#define TD_RIGHT_CENTRE TD_MM (146.5)
#define TD_RIGHT_WIDTH  TD_MM (97)

/* Sizes. */
#define TD_SIZE_NATION 13
#define TD_SIZE_MOTTO  14
#define TD_SIZE_ISSUER 13
#define TD_SIZE_NUMBER 13
#define TD_SIZE_DATE   14
#define TD_SIZE_ABOUT  12
#define TD_SIZE_MARK   13
#define TD_SIZE_BODY   14
#define TD_SIZE_TABLE  12
#define TD_SIZE_NOTE   12 /* Nơi nhận: */
#define TD_SIZE_NOTES  11 /* its lines */
#define TD_SIZE_PAGE   14

/* The line box of Times New Roman and its kin, in ems. */
#define TD_ASCENT  0.891
#define TD_DESCENT 0.216
#define TD_BOX     (TD_ASCENT + TD_DESCENT)

/* From baseline to baseline, in ems: single line spacing is 1.15, the most allowed is one and a half of it. */
#define TD_PITCH_SINGLE 1.15
#define TD_PITCH_BODY   1.3225

#define TD_INDENT        TD_MM (12.7)
#define TD_PARAGRAPH_GAP 6.0
#define TD_RULE_WIDTH    0.6
#define TD_RULE_SHARE    0.4 /* of its line, between a third and a half */
#define TD_SUBJECT_WIDTH TD_MM (125)

/* Down the first page. */
#define TD_TOP_MOTTO  TD_MM (25.3)
#define TD_TOP_NUMBER TD_MM (36)
#define TD_TOP_TITLE  TD_MM (48)
#define TD_TOP_BODY   TD_MM (66)
#define TD_RULE_DROP  TD_MM (0.8) /* below the line box */

/* The page's number in the top margin. */
#define TD_TOP_PAGE TD_MM (10)

/* Signatures: room for the hand and the seal between the authority and the name. */
#define TD_SIGN_GAP       TD_MM (27)
#define TD_NOTES_WIDTH    TD_MM (70)
#define TD_CELL_PADDING   TD_MM (1.3)
#define TD_CELL_PADDING_Y 2.0
