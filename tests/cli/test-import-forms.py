#!/usr/bin/python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""The manners in which a register may be written, and what a second import of it does.

Whatever the manner, the database that comes of it must export the same bytes as one that read plain files.
"""
import shutil
import sys
import unicodedata

import cli
import district

LABELS = {
    'persons': ['Mã đối tượng', 'Họ và tên', 'Ngày sinh', 'Giới tính', 'Số căn cước', 'Dân tộc', 'Địa chỉ', 'Ghi chú'],
    'tests': ['Đối tượng', 'Ngày lấy mẫu', 'Dịp xét nghiệm', 'Kết quả', 'Chất ma túy'],
}


def nfd(text):
    return unicodedata.normalize('NFD', text)


def prepares(box, tap):
    box.need('create', 'empty')
    shutil.copy(box.path('empty'), box.path('plain'))
    box.need('import', 'plain', district.write(box.path('registers')))
    box.expected = box.export('plain', 'plain-out')
    tap.ok(box.expected, 'plain files are read')


def strange_files():
    """Each register in another manner; the rows are those of district.ROWS."""
    rows = district.ROWS
    vietnamese_day = lambda day: '/'.join(reversed(day.split('-'))) if day else ''
    files = {name: district.csv_text(name, rows[name]) for name in rows}
    files['units'] = '\ufeff' + district.csv_text('units', [
        [*row[:2], {'district': 'Huyện', 'commune': 'xã', 'hamlet': 'THÔN', 'town': nfd('thị trấn'),
                    'quarter': ' Khu phố '}[row[2]], *row[3:]] for row in rows['units']], delimiter=';', end='\n')
    files['registrations'] = district.csv_text(
        'registrations', [[vietnamese_day(row[1]), ' ' + row[0] + ' '] for row in rows['registrations']],
        ['REGISTERED_ON', ' Unit '], delimiter='\t')
    files['persons'] = district.csv_text('persons', [
        [row[0], nfd(row[1]) + '  ', vietnamese_day(row[2]), {'male': 'Nam', 'female': 'NỮ', '': ''}[row[3]], *row[4:]]
        for row in rows['persons']], [nfd(label).upper() for label in LABELS['persons']], delimiter=';')
    files['tests'] = district.csv_text('tests', [
        [{'negative': 'Âm tính', 'positive': 'POSITIVE'}[row[3]], row[4], row[0],
         {'periodic': nfd('ĐỊNH KỲ'), 'suspicion': 'khi nghi vấn'}[row[2]], vietnamese_day(row[1])]
        for row in rows['tests']], [LABELS['tests'][column] for column in (3, 4, 0, 2, 1)], end='\n')
    files['detentions'] = files['detentions'].replace('custody', '"tạm giữ, tạm giam"').rstrip()  # no last line end
    files['models'] = files['models'].replace('yes', 'Có').replace(',no', ',Không') + '\r\n\r\n'  # empty lines
    files['cases'] = ','.join(f'"{name}"' for name in district.COLUMNS['cases']) + '\n' + \
        files['cases'].partition('\n')[2]
    files['classifications'] = files['classifications'].replace('addict', '"Người nghiện ma túy"')
    files['reviews'] = district.csv_text('reviews', [row for row in rows['reviews']][::-1], delimiter=';')
    files['fugitives'] = district.csv_text('fugitives', [row[:4] for row in rows['fugitives']],
                                           district.COLUMNS['fugitives'][:4])  # a column that nothing needs left out
    return files


def manners(box, tap):
    files = strange_files()
    folder = district.write(box.path('strange'), **files)
    shutil.copy(box.path('empty'), box.path('strange-db'))
    run = box.run('import', 'strange-db', folder)
    if tap.answers(run, 'separators, a byte order mark, labels, letter case, NFD, words, days and line ends as they come'):
        got = box.export('strange-db', 'strange-out')
        for name, content in box.expected.items():
            tap.equal(got[name].decode(), content.decode(), f'{name}: read as the plain file is')
    shutil.copy(box.path('empty'), box.path('pieces'))
    shutil.move(folder / 'persons.csv', box.path('PERSONS.CSV'))
    run = box.run('import', 'pieces', 'PERSONS.CSV', folder)
    if tap.answers(run, 'several paths in one run, which refer to each other; letter case of a file name'):
        tap.equal(box.export('pieces', 'pieces-out'), box.expected, 'are one import')


def other_files_of_a_folder(box, tap):
    """A folder that a person keeps holds more than registers; what is no CSV is not meant, what is must be told."""
    folder = district.write(box.path('kept'), registrations=[['A', '2024-10-20']])
    (folder / 'ghi chú.txt').write_text('nhớ hỏi lại', encoding='utf-8')
    run = box.run('import', 'plain', folder, '--dry-run')
    tap.answers(run, 'a file of another kind in a folder is passed over')
    (folder / 'sổ tay.csv').write_text('a,b\n1,2\n', encoding='utf-8')
    run = box.run('import', 'plain', folder, '--dry-run')
    tap.ok(run.status == 1 and 'sổ tay.csv' in run.out, 'a CSV file that is no register is named', run)
    box.path('hollow').mkdir()
    run = box.run('import', 'plain', 'hollow')
    tap.ok(run.status == 1 and 'hollow' in run.out + run.err, 'a folder without any register is refused', run)
    run = box.run('import', 'plain', 'not-there.csv')
    tap.ok(run.status == 1 and 'not-there.csv' in run.out + run.err, 'a path that is not there is refused', run)
    run = box.run('import', 'plain', 'persons.csv')
    tap.ok(run.status == 1 and 'persons.csv' in run.out + run.err, 'also where it bears the name of a register', run)


def again(box, tap):
    run = box.run('import', 'plain', 'registers')
    tap.ok(run.status == 0 and run.out.count('0 added, 0 changed') == len(district.ROWS),
           'the same files a second time change nothing', run)
    tap.equal(box.export('plain', 'again-out'), box.expected, 'nor what is exported')
    before = box.path('plain').read_bytes()
    change = district.write(box.path('change'), persons=district.csv_text('persons', [
        ['P1', 'Nguyễn Bịa Một', '1991-03-01', 'male', '038090000001', 'Thái', 'số 1, thôn Đồng Tâm', ''],
        ['P2', *district.ROWS['persons'][1][1:]], ['P9', 'Hà Bịa Chín', '', '', '', '', '', '']]),
                            registrations=[['A', '2024-10-20'], ['A', '2025-10-20']])
    run = box.run('import', 'plain', change, '--dry-run')
    tap.ok(run.status == 0 and 'persons: 1 added, 1 changed, 1 ' in run.out and
           'registrations: 1 added, 0 changed, 1 ' in run.out, '--dry-run counts what would come of it', run)
    tap.ok(box.path('plain').read_bytes() == before, 'and leaves the database byte for byte as it was')
    run = box.run('import', 'plain', change)
    tap.ok('persons: 1 added, 1 changed, 1 ' in run.out and not run.err, 'the import does what was said', run)
    got = box.export('plain', 'changed-out')
    rows = {row[0]: row for row in district.cells(got['persons.csv'])}
    tap.equal([rows['P1'][2], rows['P9'][1], rows['P3'][1]], ['1991-03-01', 'Hà Bịa Chín', 'Vi Bịa Ba'],
              'a row whose key is there is updated, a new one added, one that is not named left alone')
    tap.equal([name for name in got if got[name] != box.expected[name]], ['persons.csv', 'registrations.csv'],
              'and no other register changes')


def columns_left_out(box, tap):
    """A file without a column says nothing on it; a file with an empty cell says that it is not known."""
    some = district.write(box.path('some'), persons='id,full_name,birth_date\nP2,Lò Thị Bịa Hai,\n')
    box.need('import', 'plain', some)
    row = {row[0]: row for row in district.cells(box.export('plain', 'some-out')['persons.csv'])}['P2']
    tap.equal(row[2], '', 'an empty cell empties the value')
    tap.equal(row[3:6], ['female', '038085000002', 'Thổ'], 'a column that the file does not have keeps it')


def words_with_the_separator(box, tap):
    """The separator is found from the header, not from a title that holds another one."""
    shutil.copy(box.path('empty'), box.path('one-column'))
    box.need('import', 'one-column', district.write(box.path('first'), units=district.ROWS['units']))
    text = 'id;unit;kind;found_on;description\nD7;A;ring;01/02/2025;a, b, c, d, e, f, g\tvà "h"\n'.replace('"h"', 'h')
    run = box.run('import', 'one-column', district.write(box.path('hot'), hotspots=text))
    if tap.answers(run, 'commas and a tab in a text of a file that is separated by semicolons'):
        got = district.cells(box.export('one-column', 'one-out')['hotspots.csv'])
        tap.equal(got[1], ['D7', 'A', 'ring', '2025-02-01', '', 'a, b, c, d, e, f, g\tvà h'], 'are kept')


if __name__ == '__main__':
    sys.exit(cli.main(prepares, manners, other_files_of_a_folder, again, columns_left_out, words_with_the_separator))
