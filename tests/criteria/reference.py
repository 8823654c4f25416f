#!/usr/bin/python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""A second reading of the ten criteria, to hold the program's queries against.

Reads a folder of register files in their plainest form (commas, the columns' own names, dates as 2025-11-30) and
prints what `tham-dinh-cli evaluate --format json` must print. It shares nothing with the program: each rule is written
down as the rule's sentence goes, in loops over rows, and nothing is done for speed but to look a person's rows up by
the person.

    reference.py FOLDER DAY [UNIT]
"""
import csv
import datetime
import json
import pathlib
import sys

PLAN_FIRST_DAY = datetime.date(2024, 10, 1)
ADDICT_LIMIT = 10
TEST_DAYS = 30
REVIEW_DAYS = 30
PERIODIC_TEST_DAYS = 90

REGISTERS = ('units', 'registrations', 'reviews', 'households', 'persons', 'residences', 'classifications',
             'management_records', 'treatments', 'detentions', 'tests', 'supports', 'hotspots', 'cases', 'offenders',
             'fugitives', 'models')
DATES = {'valid_from', 'valid_to', 'registered_on', 'reviewed_on', 'left_on', 'committed_on', 'from', 'to', 'opened_on',
         'closed_on', 'sampled_on', 'found_on', 'cleared_on', 'happened_on', 'handled_on', 'arrested_on', 'wanted_on',
         'started_on', 'ended_on'}
MISSING_DATA = {'not-reviewed', 'not-registered', 'no-household'}


def read_value(column, text):
    if text == '':
        return None
    return datetime.date.fromisoformat(text) if column in DATES else text


def read_rows(rows):
    return [{column: read_value(column, text) for column, text in row.items()} for row in rows]


def read_registers(folder):
    """Every register as a list of rows; a row is a dict, None is "not known"."""
    registers = {}
    for name in REGISTERS:
        with open(pathlib.Path(folder) / (name + '.csv'), encoding='utf-8-sig', newline='') as file:
            registers[name] = read_rows(csv.DictReader(file))
    return registers


def holds(start, end, day):
    """A period holds from its first day to the day before its end."""
    return start <= day and (end is None or day < end)


def is_valid(unit, day):
    return (unit['valid_from'] is None or unit['valid_from'] <= day) and \
        (unit['valid_to'] is None or unit['valid_to'] > day)


def done_by(day_done, day):
    return day_done is not None and day_done <= day


class Person:
    """One person's rows and what the spec's glossary says of them on a day."""

    def __init__(self, registers, key):
        self.key = key
        self.rows = {name: [row for row in registers[name] if row['person'] == key]
                     for name in ('residences', 'classifications', 'management_records', 'treatments', 'detentions',
                                  'tests', 'supports')}

    def resides(self, area, day):
        return any(row['unit'] in area and holds(row['from'], row['to'], day) for row in self.rows['residences'])

    def category_began(self, category, day):
        """Since when the person is of a category, None where they are not on that day."""
        return max((row['from'] for row in self.rows['classifications']
                    if row['category'] == category and holds(row['from'], row['to'], day)), default=None)

    def is_a(self, category, day):
        return self.category_began(category, day) is not None

    def open_records(self, day):
        return [row for row in self.rows['management_records'] if holds(row['opened_on'], row['closed_on'], day)]

    def is_supervised(self, day):
        return any(row['supervisor'] is not None for row in self.open_records(day))

    def is_detained(self, day):
        return any(holds(row['from'], row['to'], day) for row in self.rows['detentions'])

    def treatment_forms(self, day):
        return {row['form'] for row in self.rows['treatments'] if holds(row['from'], row['to'], day)}

    def is_away(self, day):
        return self.is_detained(day) or bool(self.treatment_forms(day) & {'compulsory_centre', 'voluntary_centre'})

    def has_fresh_negative_test(self, day):
        """Whether the latest test is a negative one of the last days; of two on one day a positive one wins."""
        seen = [row for row in self.rows['tests'] if row['sampled_on'] <= day]
        if not seen:
            return False
        latest = max(row['sampled_on'] for row in seen)
        if any(row['result'] == 'positive' for row in seen if row['sampled_on'] == latest):
            return False
        return latest >= day - datetime.timedelta(days=TEST_DAYS)

    def has_test(self, first, day, occasions=('periodic', 'unannounced', 'suspicion')):
        return any(row['occasion'] in occasions and first <= row['sampled_on'] <= day for row in self.rows['tests'])

    def has_support(self, kinds, first, day):
        return any(row['kind'] in kinds and first <= row['from'] <= day for row in self.rows['supports'])


class District:
    """The registers, asked about one unit on one day."""

    def __init__(self, registers):
        self.registers = registers
        self.persons = [Person(registers, row['id']) for row in registers['persons']]
        self.cases = {row['id']: row for row in registers['cases']}

    def area(self, unit, day):
        """The unit and those below it, through units that are valid on the day."""
        inside = {row['code'] for row in self.registers['units'] if row['code'] == unit and is_valid(row, day)}
        while True:
            below = {row['code'] for row in self.registers['units']
                     if row['parent'] in inside and row['code'] not in inside and is_valid(row, day)}
            if not below:
                return inside
            inside |= below

    def registered_on(self, unit, day):
        return max((row['registered_on'] for row in self.registers['registrations']
                    if row['unit'] == unit and row['registered_on'] <= day), default=None)

    def residents(self, area, day):
        return [person for person in self.persons if person.resides(area, day)]

    def addicts(self, area, day):
        return [person for person in self.residents(area, day) if person.is_a('addict', day)]

    def users(self, area, day):
        """Someone who is an addict as well counts as an addict only."""
        return [person for person in self.residents(area, day)
                if person.is_a('user', day) and not person.is_a('addict', day)]

    def households(self, area, day):
        return [row for row in self.registers['households']
                if row['unit'] in area and (row['registered_on'] is None or row['registered_on'] <= day)
                and (row['left_on'] is None or row['left_on'] > day)]

    def criterion_1(self, unit, area, day):
        first = day - datetime.timedelta(days=REVIEW_DAYS)
        if not any(row['unit'] == unit and first <= row['reviewed_on'] <= day for row in self.registers['reviews']):
            yield 'not-reviewed', None
        addicts = self.addicts(area, day)
        outside = [person for person in addicts if not person.is_away(day)]
        for person in addicts:
            if not person.open_records(day):
                yield 'addict-record', person.key
            if not person.treatment_forms(day) and not person.is_detained(day):
                yield 'addict-treatment', person.key
        if len(outside) >= ADDICT_LIMIT:
            yield 'addict-limit', None, len(outside)
        for person in outside:
            if not person.is_supervised(day):
                yield 'addict-supervision', person.key
            if not person.has_fresh_negative_test(day):
                yield 'addict-test', person.key

    def criterion_2(self, unit, area, day):
        for person in self.residents(area, day):
            if person.is_a('addict', day) or not (person.is_a('user', day) or person.is_a('psychosis', day)):
                continue
            if not person.open_records(day):
                yield 'user-record', person.key
            if person.is_away(day):
                continue
            if not person.is_supervised(day):
                yield 'user-supervision', person.key
            if not person.has_fresh_negative_test(day):
                yield 'user-test', person.key

    def criterion_3(self, unit, area, day):
        for person in self.residents(area, day):
            began = person.category_began('suspected', day)
            if began is not None and not person.has_test(began, day):
                yield 'suspect-test', person.key

    def criterion_4(self, unit, area, day):
        then = self.registered_on(unit, day)
        if then is None:
            yield 'not-registered', None
            return
        area_then = self.area(unit, then)
        addicts, addicts_then = len(self.addicts(area, day)), len(self.addicts(area_then, then))
        users, users_then = len(self.users(area, day)), len(self.users(area_then, then))
        if addicts > addicts_then:
            yield 'addicts-grew', None
        if users > users_then:
            yield 'users-grew', None
        both_nothing = addicts + users == 0 and addicts_then + users_then == 0
        if not addicts + users < addicts_then + users_then and not both_nothing:
            yield 'not-reduced', None

    def criterion_5(self, unit, area, day):
        for person in self.residents(area, day):
            began = person.category_began('post_rehab', day)
            if began is None:
                continue
            if not person.open_records(day):
                yield 'post-rehab-record', person.key
            if person.is_away(day):
                continue
            if not person.is_supervised(day):
                yield 'post-rehab-supervision', person.key
            if not person.has_test(day - datetime.timedelta(days=PERIODIC_TEST_DAYS), day):
                yield 'post-rehab-periodic-test', person.key
            if not person.has_test(began, day, ('unannounced',)):
                yield 'post-rehab-unannounced-test', person.key
            if not person.has_support({'counselling'}, began, day):
                yield 'post-rehab-counselling', person.key
            if not person.has_support({'job', 'vocational', 'loan'}, began, day):
                yield 'post-rehab-livelihood', person.key

    def cases_since_registration(self, unit, area, day):
        first = self.registered_on(unit, day) or PLAN_FIRST_DAY
        return [row for row in self.registers['cases'] if row['unit'] in area and first <= row['happened_on'] <= day]

    def criterion_6(self, unit, area, day):
        for row in self.registers['hotspots']:
            if row['unit'] in area and row['found_on'] <= day and not done_by(row['cleared_on'], day):
                yield 'hotspot', row['id']
        for row in self.cases_since_registration(unit, area, day):
            if row['kind'] in ('cultivation', 'production'):
                yield 'drug-crop-or-production', row['id']

    def criterion_7(self, unit, area, day):
        for row in self.registers['offenders']:
            case = self.cases[row['case']]
            home = row['unit'] if row['unit'] is not None else case['unit']
            if home not in area or case['happened_on'] > day:
                continue
            if row['liability'] == 'administrative' and not done_by(row['handled_on'], day):
                yield 'violation-unhandled', row['id']
            if row['liability'] == 'criminal' and not done_by(row['arrested_on'], day):
                yield 'offender-at-large', row['id']
        for row in self.registers['fugitives']:
            if row['unit'] in area and row['wanted_on'] <= day and not done_by(row['arrested_on'], day):
                yield 'fugitive-at-large', row['id']

    def criterion_8(self, unit, area, day):
        for row in self.cases_since_registration(unit, area, day):
            if row['severity'] in ('very_serious', 'extremely_serious') and row['by_missed_person'] == 'yes':
                yield 'serious-case-by-missed-person', row['id']

    def criterion_9(self, unit, area, day):
        households = self.households(area, day)
        for row in households:
            if not done_by(row['committed_on'], day):
                yield 'household-uncommitted', row['id']
        if not households:
            yield 'no-household', None

    def criterion_10(self, unit, area, day):
        if not any(row['unit'] in area and row['effective'] == 'yes' and holds(row['started_on'], row['ended_on'], day)
                   for row in self.registers['models']):
            yield 'no-effective-model', None

    def evaluate_criterion(self, number, unit, area, day):
        found = sorted(getattr(self, f'criterion_{number}')(unit, area, day),
                       key=lambda one: (one[0].encode(), (one[1] or '').encode()))
        if not found:
            state = 'met'
        elif all(one[0] in MISSING_DATA for one in found):
            state = 'unknown'
        else:
            state = 'unmet'
        return {'criterion': number, 'state': state,
                'shortcomings': [dict(zip(('requirement', 'subject', 'count'), one)) for one in found]}

    def evaluate_unit(self, unit, day):
        area = self.area(unit['code'], day)
        registered_on = self.registered_on(unit['code'], day)
        addicts, households = self.addicts(area, day), self.households(area, day)
        criteria = [self.evaluate_criterion(number, unit['code'], area, day) for number in range(1, 11)]
        return {'code': unit['code'], 'name': unit['name'], 'kind': unit['kind'],
                'met': all(one['state'] == 'met' for one in criteria),
                'registered_on': None if registered_on is None else registered_on.isoformat(),
                'figures': {'addicts': len(addicts),
                            'addicts_in_community': len([one for one in addicts if not one.is_away(day)]),
                            'users': len(self.users(area, day)),
                            'households': len(households),
                            'committed': len([row for row in households if done_by(row['committed_on'], day)])},
                'criteria': criteria}

    def evaluate(self, day, code=None):
        """What the program prints for a day: of the communes, towns and wards valid on it, or of one unit."""
        if code is not None:
            units = [row for row in self.registers['units'] if row['code'] == code]
        else:
            units = [row for row in self.registers['units']
                     if row['kind'] in ('commune', 'town', 'ward') and is_valid(row, day)]
        units.sort(key=lambda row: row['code'].encode())
        return {'date': day.isoformat(), 'units': [self.evaluate_unit(row, day) for row in units]}


if __name__ == '__main__':
    if len(sys.argv) not in (3, 4):
        sys.exit(__doc__)
    district = District(read_registers(sys.argv[1]))
    answer = district.evaluate(datetime.date.fromisoformat(sys.argv[2]), *sys.argv[3:])
    json.dump(answer, sys.stdout, ensure_ascii=False, indent=1)
    print()
