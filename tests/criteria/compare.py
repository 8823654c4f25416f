#!/usr/bin/python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""Holds `tham-dinh-cli evaluate` against the reference on random districts; answers in TAP, one test a seed.

    compare.py CLI

THAM_DINH_SEEDS ("first-last", default 1-6) asks for other districts, THAM_DINH_JOBS for more than two at a time. Every
answer is compared with the order of its keys, units and shortcomings. A district on which they differ is kept, and
where it lies is told.
"""
import concurrent.futures
import json
import os
import pathlib
import shutil
import subprocess
import sys
import tempfile

import reference
from dialects import write_dialects, write_plain
from districts import District

PASSPHRASE = 'một câu dài chỉ để thử'
MAX_DIFFERENCES = 8


class Program:
    def __init__(self, cli, folder):
        self.cli, self.folder = cli, folder
        self.database = folder / 'district.tham-dinh'
        (folder / 'passphrase').write_text(PASSPHRASE + '\n', encoding='utf-8')

    def run(self, command, *arguments):
        done = subprocess.run([self.cli, '--passphrase-file', self.folder / 'passphrase', command, self.database,
                               *arguments], capture_output=True, text=True, encoding='utf-8', check=False)
        if done.returncode != 0:
            raise RuntimeError(f'{command}: {done.stdout}{done.stderr}')
        return done.stdout

    def evaluate(self, day, unit):
        one_unit = ['--unit', unit] if unit else []
        return self.run('evaluate', '--date', day.isoformat(), '--format', 'json', *one_unit)


class Pairs(list):
    """An object of JSON as its keys and values in their order."""


def parse(answer):
    return json.loads(answer, object_pairs_hook=Pairs)


def differences(expected, got, path=''):
    """What the two answers don't share, as lines that name the place."""
    if isinstance(expected, Pairs) and isinstance(got, Pairs) and [k for k, _ in expected] == [k for k, _ in got]:
        name = next((str(value) for key, value in expected if key in ('code', 'criterion')), '')
        for (key, one), (_, other) in zip(expected, got):
            yield from differences(one, other, f'{path}{name and "=" + name}/{key}')
    elif isinstance(expected, list) and isinstance(got, list) and len(expected) == len(got) and \
            not path.endswith('/shortcomings'):
        for one, other in zip(expected, got):
            yield from differences(one, other, path)
    elif path.endswith('/shortcomings') and expected != got:
        missing, extra = [x for x in expected if x not in got], [x for x in got if x not in expected]
        yield f'{path}: missing {[list(x) for x in missing]}, extra {[list(x) for x in extra]}' \
            if missing or extra else f'{path}: order'
    elif expected != got:
        yield f'{path}: expected {json.dumps(expected, ensure_ascii=False)[:300]}, ' \
              f'got {json.dumps(got, ensure_ascii=False)[:300]}'


def questions(district):
    """Every day of the district for all units, and one unit that is no commune on a day on which it is valid."""
    yield from ((day, None) for day in district.draw.days)
    units = [row for row in reference.read_rows(district.rows['units']) if row['kind'] != 'commune']
    draw = district.draw
    for _ in range(20):
        unit, day = draw.choice(units), draw.choice(draw.days)
        if reference.is_valid(unit, day):
            yield day, unit['code']
            return


def compare(cli, seed):
    """The lines of what differs; none where all is equal."""
    folder = pathlib.Path(tempfile.mkdtemp(prefix=f'tham-dinh-{seed}-'))
    district = District(seed)
    asked = list(questions(district))
    write_plain(folder / 'plain', district.rows)
    write_dialects(folder / 'dialects', district.rows, district.draw)
    program = Program(cli, folder)
    program.run('create')
    program.run('import', folder / 'dialects')
    expected = reference.District(reference.read_registers(folder / 'plain'))
    lines = []
    for day, unit in asked:
        ours, theirs = parse(json.dumps(expected.evaluate(day, unit))), parse(program.evaluate(day, unit))
        if json.dumps(ours) != json.dumps(theirs):
            lines += [f'{day} {unit or ""}{line}' for line in differences(ours, theirs)] or [f'{day}: kinds of values']
    if lines:
        lines = lines[:MAX_DIFFERENCES] + [f'{len(lines)} differences; the district lies in {folder}']
    else:
        shutil.rmtree(folder)
    return lines


def attempt(cli, seed):
    try:
        return compare(cli, seed)
    except (RuntimeError, ValueError) as error:
        return str(error).splitlines()


def main():
    if len(sys.argv) != 2:
        sys.exit(__doc__)
    first, last = (int(number) for number in os.environ.get('THAM_DINH_SEEDS', '1-6').split('-'))
    seeds = range(first, last + 1)
    failed = False
    print(f'1..{len(seeds)}', flush=True)
    with concurrent.futures.ThreadPoolExecutor(int(os.environ.get('THAM_DINH_JOBS', '2'))) as pool:
        results = pool.map(lambda seed: attempt(sys.argv[1], seed), seeds)
        for number, (seed, lines) in enumerate(zip(seeds, results), 1):
            print(f'{"not ok" if lines else "ok"} {number} - district {seed}')
            for line in lines:
                print('# ' + line)
            sys.stdout.flush()
            failed = failed or bool(lines)
    return 1 if failed else 0


if __name__ == '__main__':
    sys.exit(main())
