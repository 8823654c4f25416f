#!/usr/bin/python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""What `evaluate` answers: the promised object to the byte order of its lists, on any day, in any locale."""
import datetime
import json
import subprocess
import sys

import cli
import district

UNIT_KEYS = ['code', 'name', 'kind', 'met', 'registered_on', 'figures', 'criteria']
FIGURES = ['addicts', 'addicts_in_community', 'users', 'households', 'committed']
MISSING_DATA = {'not-reviewed', 'not-registered', 'no-household'}

# What spec and registers give for town B on cli.DAY, worked out by hand.
B_SHORTCOMINGS = {
    1: [('addict-record', 'P2'), ('addict-supervision', 'P2'), ('addict-test', 'P2'), ('addict-treatment', 'P2'),
        ('not-reviewed', None)],
    3: [('suspect-test', 'P3')],
    4: [('addicts-grew', None), ('not-reduced', None)],
    6: [('drug-crop-or-production', 'V1'), ('hotspot', 'D1')],
    7: [('fugitive-at-large', 'TN1'), ('offender-at-large', 'VP1')],
    8: [('serious-case-by-missed-person', 'V1')],
    9: [('household-uncommitted', 'HB1')],
    10: [('no-effective-model', None)],
}


def prepares(box, tap):
    box.need('create', 'd')
    box.need('import', 'd', district.write(box.path('registers')))
    box.need('create', 's', '--sample')
    tap.ok(True, 'two districts are there')


def ask(box, *options, database='d', **env):
    return box.run('evaluate', database, '--format', 'json', *options, env=env)


def known_answers(box, tap):
    run = ask(box, '--date', cli.DAY)
    units = {unit['code']: unit for unit in run.json()['units']}
    tap.ok('A' in units and 'B' in units, 'a commune and a town are evaluated', run)
    tap.ok(not {'H', 'NX', 'A-1', 'B-1'} & set(units),
           'a district, a hamlet and a quarter are not, unless they are named')
    tap.ok('C' not in units, 'nor a commune that is no longer valid')
    a, b = units['A'], units['B']
    tap.equal([a[key] for key in UNIT_KEYS[:5]], ['A', 'Đủ Điều', 'commune', True, '2024-10-20'], 'A meets everything')
    tap.equal(list(a['figures'].values()), [0, 0, 0, 2, 2], 'the figures of A')
    tap.equal([b[key] for key in UNIT_KEYS[:5]], ['B', 'Thiếu Thốn', 'town', False, '2024-10-25'], 'B does not')
    tap.equal(list(b['figures'].values()), [1, 1, 0, 1, 0], 'the figures of B')
    for criterion in b['criteria']:
        number = criterion['criterion']
        tap.equal([(found['requirement'], found['subject']) for found in criterion['shortcomings']],
                  B_SHORTCOMINGS.get(number, []), f'B: the shortcomings of criterion {number}')


def days_and_units(box, tap):
    one, other = ask(box, '--date', '2025-11-30'), ask(box, '--date', '30/11/2025')
    tap.ok(one.out == other.out and one.json()['date'] == '2025-11-30', 'both forms of a day are one day', other)
    before = ask(box, '--date', '30/06/2025').json()['units']
    tap.ok('C' in [unit['code'] for unit in before], 'the day before it ends a unit is evaluated')
    tap.ok('C' not in [unit['code'] for unit in ask(box, '--date', '2025-07-01').json()['units']],
           'on the day it is not')
    hamlet = ask(box, '--date', cli.DAY, '--unit', 'A-1').json()['units']
    tap.equal([(unit['code'], unit['kind'], unit['met'], unit['registered_on']) for unit in hamlet],
              [('A-1', 'hamlet', False, None)], 'a hamlet that is named is evaluated alone')
    found = {one['criterion']: (one['state'], one['shortcomings']) for one in hamlet[0]['criteria']}
    tap.equal(found[4], ('unknown', [{'requirement': 'not-registered', 'subject': None}]),
              'without a registration criterion 4 is unknown for that alone')
    tap.equal(found[9][0], 'met', "the hamlet's own household counts")
    tap.equal([unit['code'] for unit in ask(box, '--date', cli.DAY, '--unit', 'B-1').json()['units']], ['B-1'],
              'a quarter')
    for unit in ('Z', '', 'C', 'a'):
        tap.refuses(ask(box, '--date', cli.DAY, '--unit', unit), f'no unit “{unit}” on this day')
    before, today, after = vietnam_today(), ask(box, TZ='America/New_York').json()['date'], vietnam_today()
    tap.ok(today in (before, after), 'without --date it is today in Vietnam, wherever the computer is', today)


def vietnam_today():
    return (datetime.datetime.now(datetime.timezone.utc) + datetime.timedelta(hours=7)).date().isoformat()


def form(box, tap):
    """On the invented district, that has a case of nearly everything."""
    run = ask(box, '--date', cli.DAY, database='s')
    answer = run.json()
    tap.equal(list(answer), ['date', 'units'], 'the keys of the answer in their order')
    units = answer['units']
    tap.equal(len(units), 16, 'sixteen communes and towns')
    tap.equal([unit['code'] for unit in units], sorted((unit['code'] for unit in units), key=str.encode),
              'by their codes')
    tap.ok(all(list(unit) == UNIT_KEYS for unit in units), 'the keys of a unit')
    tap.ok(all(list(unit['figures']) == FIGURES for unit in units), 'the keys of the figures')
    tap.ok(all(type(figure) is int for unit in units for figure in unit['figures'].values()),
           'figures are whole numbers')
    tap.ok(all([one['criterion'] for one in unit['criteria']] == list(range(1, 11)) for unit in units),
           'criteria 1 to 10')
    criteria = [one for unit in units for one in unit['criteria']]
    tap.ok(all(list(one) == ['criterion', 'state', 'shortcomings'] for one in criteria), 'the keys of a criterion')
    tap.ok(all(one['state'] == state_of(one['shortcomings']) for one in criteria),
           'the state follows from what is listed')
    tap.equal({one['state'] for one in criteria}, {'met', 'unmet'} | {one['state'] for one in criteria} & {'unknown'},
              'states of the three')
    tap.ok(all(unit['met'] is all(one['state'] == 'met' for one in unit['criteria']) for unit in units),
           'a unit is met when its ten criteria are')
    found = [one for criterion in criteria for one in criterion['shortcomings']]
    tap.ok(all(list(one) == ['requirement', 'subject'] + ['count'] * (one['requirement'] == 'addict-limit')
               for one in found),
           'the keys of a shortcoming; a count stands with the limit of addicts alone')
    tap.ok(any('count' in one for one in found) and all(one['count'] >= 10 and one['subject'] is None for one in found
                                                        if 'count' in one), 'the count reaches the limit')
    tap.ok(all(keys == sorted(keys) and len(keys) == len(set(keys)) for keys in
               ([(one['requirement'].encode(), (one['subject'] or '').encode()) for one in criterion['shortcomings']]
                for criterion in criteria)), 'shortcomings by requirement, then by subject, each once')


def state_of(shortcomings):
    if not shortcomings:
        return 'met'
    return 'unknown' if all(one['requirement'] in MISSING_DATA for one in shortcomings) else 'unmet'


def locales(box, tap):
    answers = box.together(*(lambda locale=locale, database=box.copy('s'): ask(
        box, '--date', cli.DAY, database=database, LC_ALL=locale, LANGUAGE=None, TZ=zone)
        for locale, zone in (('C.UTF-8', 'UTC'), ('vi_VN.UTF-8', 'Asia/Ho_Chi_Minh'), ('C', 'America/New_York'),
                             ('tr_TR.UTF-8', 'Pacific/Kiritimati'))))
    for run, name in zip(answers[1:], ('in Vietnamese', 'in the locale C', 'in a locale that may not be there')):
        tap.ok(run.status == 0 and run.raw_out == answers[0].raw_out, f'the same bytes {name}', run)
    tap.ok('Yên Cát'.encode() in answers[0].raw_out or json.dumps('Yên Cát').encode() in answers[0].raw_out,
           'names are whole')


def outputs(box, tap):
    """A pipe that closes early is no failure of the program; an answer that could not be written is one."""
    process = subprocess.Popen([box.program, 'evaluate', box.path('s'), '--date', cli.DAY], env=box.environment(),
                               stdin=subprocess.DEVNULL, stdout=subprocess.PIPE, stderr=subprocess.PIPE, bufsize=0)
    process.stdout.read(1)
    process.stdout.close()
    err = process.stderr.read().decode()
    status = process.wait()
    tap.ok(status in (0, 1, -13) and not cli.complains(cli.Run([], status, b'', err.encode())) and err.count('\n') <= 1,
           'a reader that leaves early', f'{status} {err}')
    with open('/dev/full', 'w', encoding='utf-8') as full:
        done = subprocess.run([box.program, 'evaluate', box.path('s'), '--date', cli.DAY], env=box.environment(),
                              stdin=subprocess.DEVNULL, stdout=full, stderr=subprocess.PIPE, check=False)
    run = cli.Run(['evaluate > /dev/full'], done.returncode, b'', done.stderr)
    tap.refuses(run, 'an answer that finds no room is told')


if __name__ == '__main__':
    sys.exit(cli.main(prepares, known_answers, days_and_units, form, locales, outputs))
