#!/usr/bin/python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""Files that were made to harm: refused with status 1, in seconds and in little memory, the database untouched."""
import resource
import sys
import time
import zipfile

import cli
import district
import workbook

SECONDS = 15  # a key derivation on a busy machine included; what a bomb costs is minutes
MEMORY = 1 << 30  # of which the key derivation takes a quarter

PERSONS = [['id', 'full_name'], ['P5', 'Năm Bịa']]
BOMB = '<!DOCTYPE a [<!ENTITY a "ha">' + ''.join(
    f'<!ENTITY {chr(98 + n)} "{f"&{chr(97 + n)};" * 10}">' for n in range(9)) + ']>'


def limit_time():
    resource.setrlimit(resource.RLIMIT_CPU, (SECONDS, SECONDS))


def limit_both():
    limit_time()
    resource.setrlimit(resource.RLIMIT_AS, (MEMORY, MEMORY))


def prepares(box, tap):
    # the address sanitizer reserves terabytes of addresses for itself
    box.limit = limit_time if b'__asan_init' in open(box.program, 'rb').read() else limit_both
    box.need('create', 'd')
    box.need('import', 'd', district.write(box.path('registers')))
    tap.answers(box.run('import', 'd', workbook.write(box.path('good.xlsx'), {'persons': PERSONS}), '--dry-run',
                        before=box.limit), 'a small workbook made by hand is read under the same limits')


def refuses_file(box, tap, path, what):
    before = box.path('d').read_bytes()
    start = time.monotonic()
    run = box.run('import', 'd', path, before=box.limit)
    seconds = time.monotonic() - start
    tap.ok(run.status == 1 and run.out.startswith(path.name) and run.err.count('\n') == 1 and len(run.out) < 100000,
           f'{what}: refused by its name', run)
    tap.ok(seconds < SECONDS, f'{what}: in bounded time', f'{seconds} s')
    tap.ok(box.path('d').read_bytes() == before and not list(box.temporary.iterdir()), f'{what}: nothing is left of it')


def bombs(box, tap):
    path = box.path('zip-bomb.xlsx')
    with zipfile.ZipFile(path, 'w', zipfile.ZIP_DEFLATED) as package:
        texts = workbook.parts({'persons': PERSONS})
        for name, text in texts.items():
            if 'sheet1' not in name:
                package.writestr(name, text)
        with package.open('xl/worksheets/sheet1.xml', 'w', force_zip64=True) as sheet:
            head, tail = texts['xl/worksheets/sheet1.xml'].split('</sheetData>')
            sheet.write(head.encode())
            for _ in range(300):
                sheet.write(b'<row><c t="inlineStr"><is><t>' + b'A' * (1 << 20) + b'</t></is></c></row>')
            sheet.write(('</sheetData>' + tail).encode())
    refuses_file(box, tap, path, 'a zip bomb of 300 MiB')
    sheet = workbook.sheet_xml(PERSONS)
    declaration, body = sheet.split('?>', 1)
    bomb = declaration + '?>' + BOMB + body.replace('Năm Bịa', '&j;')
    refuses_file(box, tap, workbook.write(box.path('entities.xlsx'), {'persons': bomb}), 'a bomb of entities')
    plain = declaration + '?><!DOCTYPE worksheet>' + body
    refuses_file(box, tap, workbook.write(box.path('doctype.xlsx'), {'persons': plain}), 'a document type')
    box.path('secret').write_text('nội dung của tệp khác', encoding='utf-8')
    outside = declaration + f'?><!DOCTYPE a [<!ENTITY e SYSTEM "file://{box.path("secret")}">]>' + \
        body.replace('Năm Bịa', '&e;')
    refuses_file(box, tap, workbook.write(box.path('outside.xlsx'), {'persons': outside}), 'an entity of another file')
    deep = sheet.replace('<sheetData>', '<a>' * 5000 + '<sheetData>')
    deep = deep.replace('</sheetData>', '</sheetData>' + '</a>' * 5000)
    refuses_file(box, tap, workbook.write(box.path('deep.xlsx'), {'persons': deep}), 'elements 5,000 deep')


def damaged(box, tap):
    good = box.path('good.xlsx').read_bytes()
    for name, content, what in (('cut.xlsx', good[:len(good) // 2], 'a workbook cut off in its middle'),
                                ('junk.xlsx', b'PK\x03\x04' + bytes(range(256)) * 8,
                                 'bytes that only begin like a package'),
                                ('empty.xlsx', b'', 'an empty workbook')):
        box.path(name).write_bytes(content)
        refuses_file(box, tap, box.path(name), what)
    many = {f'xl/media/image{n}.png': 'x' for n in range(2000)}
    refuses_file(box, tap, workbook.write(box.path('many.xlsx'), {'persons': PERSONS}, **many), '2,000 parts')


def long_texts(box, tap):
    for name, content, what in (
            ('persons.csv', b'id,full_name\nP5,"' + b'A' * (64 << 20), 'a cell of 64 MiB that never ends'),
            ('cases.csv', b',' * (16 << 20), 'a header of sixteen million columns'),
            ('tests.csv', bytes(8 << 20), '8 MiB of NUL')):
        box.path(name).write_bytes(content)
        refuses_file(box, tap, box.path(name), what)
        box.path(name).unlink()


def many_mistakes(box, tap):
    """Every bad row is told, however many: a person mends them in one go."""
    count = 9000
    path = district.write(box.path('wrong'), persons='id,full_name,sex\n' + 'P5,Năm,x\n' * count) / 'persons.csv'
    run = box.run('import', 'd', path, before=box.limit)
    tap.ok(run.status == 1 and len(run.lines()) == count, f'{count} bad rows are {count} lines', run.out[-500:])


if __name__ == '__main__':
    sys.exit(cli.main(prepares, bombs, damaged, long_texts, many_mistakes))
