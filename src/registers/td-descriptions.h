/* td-descriptions.h: the registers' descriptions, each in the file of its name; only td-register.c reads this.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "td-register.h"

#define TD_KEY (TD_FIELD_KEY | TD_FIELD_REQUIRED)

#define TD_DEFINE_REGISTER(identifier, name_, title_)                                                                  \
  const TdRegister identifier = { .name = name_, .title = title_, .fields = fields, .n_fields = G_N_ELEMENTS (fields) };

/* Every register, in the order in which they can be filled: one comes after those that it refers to. */
#define TD_EVERY_REGISTER(DO)                                                                                          \
  DO (td_units)                                                                                                        \
  DO (td_registrations)                                                                                                \
  DO (td_reviews)                                                                                                      \
  DO (td_households)                                                                                                   \
  DO (td_persons)                                                                                                      \
  DO (td_residences)                                                                                                   \
  DO (td_classifications)                                                                                              \
  DO (td_management_records)                                                                                           \
  DO (td_treatments)                                                                                                   \
  DO (td_detentions)                                                                                                   \
  DO (td_tests)                                                                                                        \
  DO (td_supports)                                                                                                     \
  DO (td_hotspots)                                                                                                     \
  DO (td_cases)                                                                                                        \
  DO (td_offenders)                                                                                                    \
  DO (td_fugitives)                                                                                                    \
  DO (td_models)

#define TD_DECLARE_REGISTER(identifier) extern const TdRegister identifier;

TD_EVERY_REGISTER (TD_DECLARE_REGISTER)
