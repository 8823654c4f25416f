#!/usr/bin/python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""What an import refuses: every bad row with its line and its column, and nothing of the rest is taken."""
import datetime
import re
import shutil
import sys

import cli
import district

TOMORROW = (datetime.date.today() + datetime.timedelta(2)).isoformat()  # two: in Vietnam it may be tomorrow already
LINE = re.compile(r'(?P<file>[^:]+):(?P<line>\d+): (?:(?P<column>[a-z_]+): )?(?P<words>.+)')


def prepares(box, tap):
    box.need('create', 'd')
    box.need('import', 'd', district.write(box.path('registers')))
    box.count = 0
    tap.ok(True, 'a district is there')


def refused(box, tap, name, places, **registers):
    """Imports the files into a copy; `places` are the (file, line, column) that must be named, and no other may be."""
    box.count += 1
    database = box.copy('d')
    folder = district.write(box.path(f'bad-{box.count}'), **registers)
    before = open(database, 'rb').read()
    run = box.run('import', database, folder)
    found = [LINE.fullmatch(line) for line in run.lines()]
    tap.ok(run.status == 1 and all(found), f'{name}: status 1, and the answer is a list of places', run)
    got = [(match['file'], int(match['line']), match['column']) for match in found if match]
    tap.equal(sorted(got, key=str), sorted(((file + '.csv', line, column) for file, line, column in places), key=str),
              f'{name}: every bad cell is told and no other')
    lines = {}
    for file, line, _ in got:
        lines.setdefault(file, []).append(line)
    tap.ok(all(seen == sorted(seen) for seen in lines.values()), f'{name}: in the order of the file', run.out)
    tap.ok(run.err.count('\n') == 1 and run.err.startswith('tham-dinh-cli: '), f'{name}: one sentence beside it', run)
    tap.ok(open(database, 'rb').read() == before, f'{name}: the database is as it was')
    return run


def every_bad_row_of_every_file(box, tap):
    run = refused(
        box, tap, 'several files, rows and cells',
        [('persons', 4, 'full_name'), ('persons', 4, 'birth_date'), ('persons', 4, 'sex'), ('persons', 6, 'id'),
         ('tests', 2, 'person'), ('tests', 2, 'result'), ('tests', 3, 'sampled_on'), ('tests', 3, 'occasion'),
         ('tests', 5, 'sampled_on'), ('cases', 2, 'unit'), ('cases', 2, 'by_missed_person'), ('supports', 2, 'amount')],
        persons='id,full_name,birth_date,sex,note\nP5,"Tốt, bịa",2000-02-29,male,"hai\ndòng"\nP6,,30/02/2001,neither,\n'
                'P7,Tốt nữa,,,\n,Không Mã,,,\n',
        tests='person;sampled_on;occasion;result\nP99;2025-01-01;periodic;maybe\nP1;31/04/2025;thỉnh thoảng;negative\n'
              'P5;01/02/2025;định kỳ;âm tính\nP1;;periodic;negative\n',
        cases='id,unit,kind,happened_on,severity,by_missed_person\nV9,Z,use,2025-01-01,serious,perhaps\n',
        supports='person,kind,from,amount\nP1,job,2025-01-01,nhiều\n',
        registrations=[['C', '2024-12-01']])
    tap.ok('neither' not in run.err and 'male' in run.out and 'nam' in run.out,
           'the words that would be right are told', run)
    tap.ok('2025-11-30' in run.out and '30/11/2025' in run.out, 'and how a day is written', run)


def headers(box, tap):
    run = refused(box, tap, 'an unknown column', [('persons', 1, None)], persons='id,full_name,colour\nP5,A,red\n')
    tap.ok('colour' in run.out, 'it is named', run)
    refused(box, tap, 'a column that is missing', [('units', 1, 'kind')], units='code,name\nX,Y\n')
    refused(box, tap, 'a column by its name and by its label', [('persons', 1, 'id')],
            persons='id,full_name,Mã đối tượng\nP5,A,P5\n')
    refused(box, tap, 'rows wider and narrower than the header', [('persons', 3, None), ('persons', 5, None)],
            persons='id,full_name\nP5,A\nP6\nP7,B\nP8,C,D\n')
    refused(box, tap, 'a file without a header', [('reviews', 1, None)], reviews='')


def references_and_periods(box, tap):
    refused(box, tap, 'rows that refer to nothing',
            [('residences', 2, 'person'), ('residences', 3, 'unit'), ('units', 2, 'parent'), ('units', 2, 'successor'),
             ('offenders', 2, 'case'), ('offenders', 3, 'person'), ('offenders', 3, 'unit')],
            residences=[['P77', '2024-01-01', 'A', ''], ['P1', '2019-01-01', 'Q', '2019-02-01']],
            units=[['X', 'X', 'commune', 'Y', '', '', 'W', '']],
            offenders=[['O1', 'V9', '', '', '', 'criminal', '', ''], ['O2', 'V1', 'P9', '', 'Q', 'criminal', '', '']])
    refused(box, tap, 'an end before its start',
            [('units', 2, 'valid_to'), ('residences', 2, 'to'), ('management_records', 2, 'closed_on'),
             ('models', 2, 'ended_on'), ('hotspots', 2, 'cleared_on'), ('households', 2, 'left_on')],
            units=[['X', 'X', 'commune', 'H', '2025-02-01', '2025-01-31', '', '']],
            residences=[['P1', '2019-02-01', 'A', '2019-01-31']],
            management_records=[['P1', '9', '2025-02-01', '2025-01-01', '']],
            models=[['M9', 'A', 'X', '2025-02-01', '2025-01-01', 'yes']],
            hotspots=[['D9', 'A', 'ring', '2025-02-01', '2025-01-01', '']],
            households=[['H9', 'A', '', '2025-02-01', '2025-01-01', '']])
    refused(box, tap, 'days after today',
            [('tests', 2, 'sampled_on'), ('residences', 2, 'from'), ('treatments', 2, 'to'),
             ('reviews', 2, 'reviewed_on')],
            tests=[['P1', TOMORROW, 'periodic', 'negative', '']], residences=[['P1', TOMORROW, 'A', '']],
            treatments=[['P1', 'substitution', '2025-05-01', TOMORROW, '']], reviews=[['A', TOMORROW, '']])


def overlaps(box, tap):
    run = refused(box, tap, 'a period that meets one of the database', [('residences', 2, 'from')],
                  residences=[['P1', '2021-01-01', 'B', '']])
    tap.ok('residences' in run.out, 'told', run)
    refused(box, tap, 'two periods of one file', [('classifications', 4, 'from')],
            classifications=[['P3', 'user', '2025-01-01', '2025-03-01'], ['P3', 'post_rehab', '2025-02-01', ''],
                             ['P3', 'user', '2025-02-28', '']])
    refused(box, tap, 'an overlap above an end before its start', [('treatments', 2, 'from'), ('treatments', 4, 'to')],
            treatments=[['P1', 'substitution', '2024-05-01', '2024-06-01', ''],
                        ['P3', 'substitution', '2024-01-01', '', ''],
                        ['P2', 'compulsory_centre', '2025-06-01', '2025-05-01', '']])
    database = box.copy('d')
    folder = district.write(box.path('meeting'), residences=[['P1', '2020-01-01', 'A-1', '2025-05-05'],
                                                             ['P1', '2025-05-05', 'B', '']],
                            classifications=[['P3', 'user', '2025-01-01', '2025-03-01'],
                                             ['P3', 'user', '2025-03-01', '']])
    tap.answers(box.run('import', database, folder),
                'periods that meet on a day do not overlap, nor does a row with itself')


def national_ids(box, tap):
    """The number of a person must not stand in what is printed, kept in a log or sent to somebody for help."""
    numbers = ['038090000001', '038071000007', '038071000008']
    run = refused(box, tap, 'a number that another row has',
                  [('persons', 2, 'national_id'), ('persons', 4, 'national_id')],
                  persons='id,full_name,national_id\nP5,Trùng Bịa,038090000001\nP6,Đầu Bịa,038071000007\n'
                          'P7,Cuối Bịa,038071000007\nP8,Riêng Bịa,038071000008\n')
    tap.ok(not any(number in run.out + run.err for number in numbers), 'no number is shown', run)
    tap.ok('Bịa' not in run.out + run.err, 'and no name', run)
    database = box.copy('d')
    swap = district.write(box.path('swap'), persons='id,full_name,national_id\nP1,Nguyễn Bịa Một,038085000002\n'
                                                    'P2,Lò Thị Bịa Hai,038090000001\n')
    tap.answers(box.run('import', database, swap), 'two rows may change their numbers with each other')


def texts(box, tap):
    refused(box, tap, 'cells that are too long', [('persons', 3, 'note'), ('persons', 5, 'note')],
            persons='id,full_name,note\n' + ''.join(f'P{5 + n},A,{text}\n' for n, text in enumerate(
                ['x' * 4096, 'x' * 4097, 'ộ' * 4096, 'ộ' * 4097])))
    refused(box, tap, 'bytes that are no UTF-8, behind a cell of two lines', [('persons', 4, 'full_name')],
            persons=b'id,full_name\nP5,"hai\nd\xc3\xb2ng"\nP6,Nguy\xean\nP7,B\n')
    refused(box, tap, 'a quotation mark that is not closed', [('persons', 3, None)],
            persons='id,full_name\nP5,A\nP6,"B\nP7,C\n')
    refused(box, tap, 'a NUL character', [('persons', 2, None)], persons=b'id,full_name\nP5,A\0B\n')
    run = refused(box, tap, 'UTF-16', [('persons', 1, None)], persons='id,full_name\nP5,A\n'.encode('utf-16'))
    tap.ok('UTF-8' in run.out, 'UTF-16: what would be right is told', run)


def workbooks(box, tap):
    """In a workbook the sheet stands where a file's name does not tell enough."""
    import workbook
    path = workbook.write(box.path('book.xlsx'), {'persons': [['id', 'full_name', 'sex'], ['P5', 'A', 'male'],
                                                              ['P6', '', 'neither']],
                                                  'tests': [['person', 'sampled_on', 'occasion', 'result'],
                                                            ['P9', '2025-01-01', 'periodic', 'negative']]})
    database = box.copy('d')
    run = box.run('import', database, path)
    tap.ok(run.status == 1 and len(run.lines()) == 3 and
           all(re.match(r'book\.xlsx.persons:3: (full_name|sex): ', line) for line in run.lines()[:2]) and
           re.match(r'book\.xlsx.tests:2: person: ', run.lines()[2]), 'each bad cell with its sheet, row and column',
           run)
    shutil.copy(path, box.path('book.csv'))
    run = box.run('import', database, 'book.csv')
    tap.ok(run.status == 1 and 'book.csv' in run.out + run.err, 'a workbook that calls itself CSV is refused', run)


if __name__ == '__main__':
    sys.exit(cli.main(prepares, every_bad_row_of_every_file, headers, references_and_periods, overlaps, national_ids,
                      texts, workbooks))
