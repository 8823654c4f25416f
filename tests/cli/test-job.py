#!/usr/bin/python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""The whole main job from nothing: create, import, evaluate, papers, export, import into a second database."""
import csv
import io
import os
import sys
import unicodedata

import cli
import district

ON_DAY = ['--date', cli.DAY]


def mode(path):
    return oct(os.stat(path).st_mode & 0o777)


def makes_a_database(box, tap):
    run = box.run('create', 'one.tham-dinh')
    tap.answers(run, 'create')
    tap.equal(run.out, '', 'it has no answer to give on standard output')
    tap.equal(mode(box.path('one.tham-dinh')), '0o600', 'the database is for its owner alone, whatever the umask')
    for name in box.folder.glob('one.tham-dinh?*'):
        tap.equal(mode(name), '0o600', f'so is {name.name}')
    run = box.run('import', 'one.tham-dinh', district.write(box.path('registers')))
    tap.answers(run, 'import of a folder')
    for register, rows in district.ROWS.items():
        tap.ok(f'{register}: {len(rows)} added, 0 changed' in run.out,
               f'it tells how many rows of {register} were added', run)


def evaluates(box, tap):
    text, answer, table = box.together(
        lambda: box.run('evaluate', 'one.tham-dinh', *ON_DAY),
        lambda: box.run('evaluate', box.copy('one.tham-dinh'), *ON_DAY, '--format', 'json'),
        lambda: box.run('evaluate', box.copy('one.tham-dinh'), *ON_DAY, '--format', 'csv'))
    for run, name in ((text, 'text'), (answer, 'json'), (table, 'csv')):
        tap.answers(run, f'evaluate as {name}: units that meet nothing are an answer too')
        tap.equal(run.err, '', f'{name}: nothing else is said')
    units = answer.json()['units']
    tap.ok(all(unit['code'] in text.out and unit['name'] in text.out for unit in units), 'text names every unit', text)
    rows = list(csv.DictReader(io.StringIO(table.raw_out.decode('utf-8-sig'), newline='')))
    tap.ok(rows and None not in rows[0] and all(None not in row.values() for row in rows), 'csv is a table', table)
    expected = [[unit['code'], str(criterion['criterion']), criterion['state'], found.get('requirement', ''),
                 found.get('subject') or '', str(found.get('count', ''))]
                for unit in units for criterion in unit['criteria'] for found in criterion['shortcomings'] or [{}]]
    names = ('unit', 'criterion', 'state', 'requirement', 'subject', 'count')
    tap.equal([[row[name] for name in names] for row in rows],
              expected, 'csv says what json says')


def makes_papers(box, tap):
    before = box.path('one.tham-dinh').read_bytes()
    runs = box.together(
        lambda: box.run('document', 'one.tham-dinh', 'decision-recognise', '--unit', 'A', *ON_DAY, '--output',
                        'qd.pdf'),
        lambda: box.run('document', box.copy('one.tham-dinh'), 'notice-refuse', '--unit', 'B', *ON_DAY, '--output',
                        'tb.pdf'))
    for run, name in zip(runs, ('qd.pdf', 'tb.pdf')):
        tap.answers(run, f'a paper is made: {name}')
        tap.equal(run.out, '', f'{name}: the answer is the file')
        tap.equal(box.path(name).read_bytes()[:5], b'%PDF-', f'{name} is a PDF')
    tap.ok('criteria' not in runs[0].err, 'a decision for a unit that meets all ten needs no word on its criteria', runs[0])
    tap.ok('cấp huyện' in runs[0].err, 'but the plan tells that the agencies of that day are others', runs[0])
    tap.equal(sorted(path.name for path in box.folder.glob('*.pdf*')), ['qd.pdf', 'tb.pdf'], 'nothing else is left')
    tap.ok(box.path('one.tham-dinh').read_bytes() == before, 'a draft leaves the database as it was')
    run = box.run('document', 'one.tham-dinh', 'notice-refuse', '--unit', 'B', *ON_DAY, '--output', 'none/tb.pdf')
    tap.refuses(run, 'a folder that is not there')
    run = box.run('document', 'one.tham-dinh', 'decision-recognise', '--unit', 'nobody', *ON_DAY, '--output', 'x.pdf')
    tap.refuses(run, 'a unit that is not there', 'nobody')
    tap.ok(not box.path('x.pdf').exists(), 'and no paper of it')


def exports(box, tap):
    files = box.export('one.tham-dinh', 'out')
    tap.equal(sorted(files), sorted(name + '.csv' for name in district.COLUMNS), 'export writes a file a register')
    for name, rows in district.ROWS.items():
        got = district.cells(files[name + '.csv'])
        tap.equal(got[0], district.COLUMNS[name], f'{name}: the columns of the register in their order')
        tap.ok(all(len(row) == len(got[0]) for row in got), f'{name}: a row has a cell for each')
        tap.equal(sorted(row for row in got[1:] if name != 'units' or row[0] in 'ABCH' or row[0][:2] in ('A-', 'B-')),
                  sorted(district.spreadsheet_safe(rows)), f'{name}: what was imported is what is exported')
        text = files[name + '.csv'].decode()
        tap.equal(unicodedata.normalize('NFC', text), text, f'{name}: NFC')
    for path in (box.path('out'), *box.path('out').iterdir()):
        tap.equal(mode(path), '0o700' if path.is_dir() else '0o600', f'{path.name} is for its owner alone')


def a_second_database_says_the_same(box, tap):
    first = cli.contents(box.path('out'))
    box.need('export', 'one.tham-dinh', 'book', '--format', 'xlsx')
    books = list(box.path('book').iterdir())
    tap.equal([(path.suffix, mode(path)) for path in books], [('.xlsx', '0o600')], 'one workbook, for its owner alone')

    def again(name, source):
        box.need('create', name)
        box.need('import', name, source)
        return box.export(name, name + '-out')

    second, third = box.together(lambda: again('two', 'out'), lambda: again('three', books[0]))
    tap.equal(second, first, 'export, import and export again through CSV: byte for byte the same')
    tap.equal(third, first, 'and through a workbook')
    one, two, three = box.together(*(lambda name=name: box.run('evaluate', name, *ON_DAY, '--format', 'json').out
                                     for name in ('one.tham-dinh', 'two', 'three')))
    tap.ok(one and one == two == three, 'the three databases answer alike', f'{one[:500]}\n{two[:500]}\n{three[:500]}')
    run = box.run('import', 'two', 'out')
    tap.ok(run.status == 0 and run.out.count('0 added, 0 changed') == len(district.COLUMNS),
           'what a database exported changes nothing in it', run)


def keeps_no_export_by_halves(box, tap):
    box.path('file').write_text('mine', encoding='utf-8')
    tap.refuses(box.run('export', 'one.tham-dinh', 'file'), 'an export onto a file is refused')
    tap.equal(box.path('file').read_text(encoding='utf-8'), 'mine', 'and the file is as it was')
    run = box.run('export', 'one.tham-dinh', 'out')
    tap.answers(run, 'an export may be made again into its folder')
    tap.equal(sorted(path.name for path in box.path('out').iterdir()),
              sorted(name + '.csv' for name in district.COLUMNS),
              'and leaves no other file there')


if __name__ == '__main__':
    sys.exit(cli.main(makes_a_database, evaluates, makes_papers, exports, a_second_database_says_the_same,
                      keeps_no_export_by_halves))
