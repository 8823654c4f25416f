#!/usr/bin/python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""A sealed value stands nowhere but in what was exported: not in the database, beside it, in a folder, in a message."""
import os
import signal
import subprocess
import sys
import time
import zipfile

import cli
import district
import workbook

FILES = 'd d-journal d-wal d-shm d.lock'.split()


def traces(box, *but):
    """{file: sealed value} over everything below the sandbox that is not named in `but`."""
    found = {}
    for path in box.folder.rglob('*'):
        if path.is_file() and not any(part in but for part in path.relative_to(box.folder).parts):
            content = path.read_bytes().lower()
            found.update({str(path.relative_to(box.folder)): value for value in district.SEALED
                          if value.encode().lower() in content or value.encode('utf-16-le').lower() in content})
    return found


def at_rest(box, tap):
    """An open folder of this name would be passed on without a thought; the temporary folder is looked at too."""
    box.need('create', 'd')
    district.write(box.path('in'))
    run = box.need('import', 'd', 'in')
    tap.ok(not any(value in run.out + run.err for value in district.SEALED), 'an import tells counts and no person',
           run)
    tap.equal(traces(box, 'in'), {}, 'after an import no sealed value stands in the database or beside it')
    sealed = district.write(box.path('change'), persons=[['P1', 'Tên Mới Bịa', '1970-07-07', '', '', '', '', '']])
    box.need('import', 'd', sealed)
    tap.equal(traces(box, 'in'), {}, 'nor the old values of a row that was changed')
    content = b''.join(box.path(name).read_bytes() for name in FILES if box.path(name).exists())
    tap.ok('Tên Mới Bịa'.encode() not in content and b'1970-07-07' not in content, 'nor the new ones')
    tap.ok(b'P1' in content and 'Cơ sở - một'.encode() in content, 'while what the criteria need is there in the clear')


def while_it_runs(box, tap):
    """Snapshots of the journal and of temporary folders while a large import is cut off again and again."""
    rows = [[f'K{n}', f'Canary Bịa {n}', '1901-02-03', 'male', '', '', f'Ngõ Bịa {n}', ''] for n in range(20000)]
    district.write(box.path('large'), persons=rows)
    seen, found = set(), []
    for pause in (0.6, 0.8, 1.0, 1.3):
        process = subprocess.Popen([box.program, 'import', box.path('d'), box.path('large')], cwd=box.folder,
                                   env=box.environment(), stdin=subprocess.DEVNULL, stdout=subprocess.DEVNULL,
                                   stderr=subprocess.DEVNULL, start_new_session=True)
        end = time.monotonic() + pause
        while time.monotonic() < end and process.poll() is None:
            for path in [*box.folder.glob('d*'), *box.temporary.rglob('*'), *box.home.rglob('*')]:
                if not path.is_file():
                    continue
                content = path.read_bytes()
                if content:
                    seen.add(path.name)
                found += [path.name for value in ('Canary Bịa', '1901-02-03', 'Ngõ Bịa') if value.encode() in content]
            time.sleep(0.02)
        process.send_signal(signal.SIGKILL)
        process.wait()
    tap.equal(sorted(set(found)), [], 'no sealed value in the database, its journal or a temporary folder on the way')
    if 'd-journal' not in seen:
        tap.skip('the journal was looked at', 'it was never seen with content')
    else:
        tap.ok(True, 'the journal was looked at')
    run = box.run('import', 'd', 'in')
    tap.answers(run, 'after a program that was killed in its work the database opens')
    rows = district.cells(box.export('d', 'after-kill')['persons.csv'])
    tap.ok(len(rows) in (4, 20004), 'and holds the whole import or nothing of it', len(rows))


def in_messages(box, tap):
    """Whoever gets stuck sends what the program said to somebody else."""
    bad = district.write(
        box.path('bad'),
        persons=['P1,Nguyễn Bịa Một,31/31/1990,đàn ông,038085000002,Thái,"số 1, thôn Đồng Tâm",x'.split(','),
                 ['P8', 'Lò Thị Bịa Hai', '1985-12-31', '', '038090000001', '', '', '@SUM(A1)' + 'x' * 5000],
                 ['', 'Vi Bịa Ba', '1990-02-28', '', '', '', '', '']],
        offenders=[['VP9', 'nowhere', 'P1', 'Hoàng Bịa Bốn', 'A', 'neither', '', '']],
        households='id,unit,head_name\nH9,Z,Chủ Hộ Thứ Nhất\n'.encode() + b'H8,A,\xff Hai\n')
    book = workbook.write(box.path('bad/book.xlsx'), {'fugitives': [['id', 'full_name', 'unit', 'wanted_on'],
                                                                    ['T9', 'Quách Bịa Năm', 'Z', 'x']]})
    for path in ('bad', book):
        run = box.run('import', 'd', path, env={'G_MESSAGES_DEBUG': 'all', 'THAM_DINH_DEBUG': '1'})
        tap.ok(run.status == 1 and not any(value in run.out + run.err for value in district.SEALED + ['31/31/1990']),
               f'{os.path.basename(path)}: the mistakes are told without a sealed value', run)
    for options in (['--format', 'text'], ['--format', 'json'], ['--format', 'csv']):
        run = box.run('evaluate', 'd', '--date', cli.DAY, *options)
        tap.ok(run.status == 0 and not any(value in run.out + run.err for value in district.SEALED),
               f'evaluate {options[1]} names persons by their keys alone')
    tap.equal(traces(box, 'in', 'bad', 'after-kill'), {}, 'and nothing of it was kept anywhere')
    tap.equal([path.name for path in box.temporary.rglob('*')], [], 'the temporary folder is empty')


def in_papers(box, tap):
    run = box.run('document', 'd', 'notice-refuse', '--unit', 'B', '--date', cli.DAY, '--output', 'tb.pdf')
    tap.answers(run, 'a refusal is written')
    text = subprocess.run(['pdftotext', '-raw', box.path('tb.pdf'), '-'], capture_output=True,
                          check=True).stdout.decode()
    info = subprocess.run(['pdfinfo', '-custom', box.path('tb.pdf')], capture_output=True, check=True).stdout.decode()
    words = ' '.join(text.split())
    tap.equal([value for value in district.SEALED if value in words + info], [], 'it never lists the names of persons')


def in_masked_files(box, tap):
    """For others to look at; and what they hand back must not take the place of what is known."""
    box.need('create', 'e')
    box.need('import', 'e', 'in')
    before = box.export('e', 'before')
    box.need('export', 'e', 'masked', '--masked')
    box.need('export', 'e', 'masked-book', '--masked', '--format', 'xlsx')
    with zipfile.ZipFile(box.path('masked-book/registers.xlsx')) as book:
        book.extractall(box.path('masked-parts'))
    tap.equal({name: value for name, value in traces(box, 'in', 'before').items() if name.startswith('masked')}, {},
              'a masked export holds no sealed value, as files or as a workbook')
    tap.ok('N.B.M.'.encode() in box.path('masked/persons.csv').read_bytes(), 'of a name it holds the initials')
    for path in ('masked', 'masked-book/registers.xlsx'):
        run = box.run('import', 'e', path)
        tap.ok(run.status == 1 and 'is masked' in run.out and not cli.complains(run),
               f'{path} is not imported again', run)
    tap.equal(box.export('e', 'after'), before, 'and nothing was changed by the attempt')


if __name__ == '__main__':
    sys.exit(cli.main(at_rest, while_it_runs, in_messages, in_papers, in_masked_files))
