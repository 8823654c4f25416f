/* td-descriptions.h: the registers' descriptions, each in the file of its name; only td-register.c reads this.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "td-register.h"

#define TD_KEY (TD_FIELD_KEY | TD_FIELD_REQUIRED)

#define TD_DEFINE_REGISTER(identifier, name_, title_)                                                                  \
  const TdRegister identifier = { .name = name_, .title = title_, .fields = fields, .n_fields = G_N_ELEMENTS (fields) };

extern const TdRegister td_units;
extern const TdRegister td_registrations;
extern const TdRegister td_reviews;
extern const TdRegister td_households;
extern const TdRegister td_persons;
extern const TdRegister td_residences;
extern const TdRegister td_classifications;
extern const TdRegister td_management_records;
extern const TdRegister td_treatments;
extern const TdRegister td_detentions;
extern const TdRegister td_tests;
extern const TdRegister td_supports;
extern const TdRegister td_hotspots;
extern const TdRegister td_cases;
extern const TdRegister td_offenders;
extern const TdRegister td_fugitives;
extern const TdRegister td_models;
