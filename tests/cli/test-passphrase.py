#!/usr/bin/python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""Where the passphrase comes from, what a wrong one answers, and every other database that cannot be opened."""
import shutil
import sqlite3
import sys
import unicodedata

import cli
import district
from terminal import Terminal

EVALUATE = ['evaluate', 'd', '--date', cli.DAY, '--unit', 'A', '--format', 'json']


def prepares(box, tap):
    box.need('create', 'd')
    box.need('import', 'd', district.write(box.path('registers')))
    tap.ok(True, 'a database is there')


def comes_from_files(box, tap):
    wrong = box.path('wrong')
    wrong.write_text('một câu khác hẳn\n', encoding='utf-8')
    run = box.run('--passphrase-file', box.passphrase, *EVALUATE, env={'THAM_DINH_PASSPHRASE_FILE': wrong})
    tap.answers(run, '--passphrase-file goes before the environment')
    tap.answers(box.run(f'--passphrase-file={box.passphrase}', *EVALUATE, env={'THAM_DINH_PASSPHRASE_FILE': None}),
                'the option may be written with =')
    # keyboards of different systems compose letters differently: it is the same passphrase
    box.path('nfd').write_text(unicodedata.normalize('NFD', cli.PASSPHRASE), encoding='utf-8')
    tap.answers(box.run('--passphrase-file', 'nfd', *EVALUATE), 'letters in pieces, and no line end behind them')
    box.path('crlf').write_bytes(cli.PASSPHRASE.encode() + b'\r\n')
    tap.answers(box.run('--passphrase-file', 'crlf', *EVALUATE), 'a line end of another system is no part of it')
    run = box.run('--passphrase-file', wrong, *EVALUATE)
    tap.refuses(run, 'a wrong passphrase is refused', 'assphrase')
    tap.ok('khác hẳn' not in run.err, 'and not repeated')
    wrong_words = run.err
    tap.refuses(box.run('--passphrase-file', 'none', *EVALUATE), 'a file of the passphrase that is not there', 'none')
    tap.refuses(box.run(*EVALUATE, env={'THAM_DINH_PASSPHRASE_FILE': 'none'}), 'nor the one of the environment', 'none')
    box.path('empty').write_bytes(b'')
    tap.refuses(box.run('--passphrase-file', 'empty', 'create', 'e'), 'an empty passphrase makes no database')
    tap.ok(not box.path('e').exists(), 'and leaves none behind')
    tap.refuses(box.run(*EVALUATE, env={'THAM_DINH_PASSPHRASE_FILE': None}), 'no file and no terminal',
                '--passphrase-file')
    run = box.run('--as', 'nobody', *EVALUATE)
    tap.refuses(run, 'an unknown user is named', 'nobody')
    tap.ok(run.err != wrong_words, 'and not told that the passphrase is wrong')


def is_asked_on_the_terminal(box, tap):
    terminal = Terminal(box, *EVALUATE)
    tap.ok(terminal.asked(), 'without a file the terminal is asked, its echo turned off', terminal.text())
    with open(f'/proc/{terminal.pid}/limits', encoding='utf-8') as limits:
        tap.ok(any(line.split()[:6] == 'Max core file size 0 0'.split() for line in limits),
               'a crash would leave no dump of its memory')
    second = box.run(*EVALUATE)
    tap.refuses(second, 'a database that waits for its passphrase in another program is in use', 'open')
    terminal.type(cli.PASSPHRASE + '\n')
    tap.equal(terminal.end(), 0, 'the typed passphrase opens it')
    tap.ok('"code"' in terminal.text(), 'the answer follows', terminal.text())
    tap.ok(cli.PASSPHRASE not in terminal.text() and 'một' not in terminal.text(), 'what was typed is not shown')
    terminal = Terminal(box, *EVALUATE)
    terminal.asked()
    terminal.type('sai rồi\n')
    tap.equal(terminal.end(), 1, 'a wrong one is refused')
    tap.ok('sai' not in terminal.text(), 'and not shown')
    terminal = Terminal(box, *EVALUATE)
    terminal.asked()
    terminal.type('\x03')
    terminal.end()
    tap.ok(terminal.status != 0, 'Ctrl+C at the prompt ends the program')
    terminal = Terminal(box, *EVALUATE)
    terminal.asked()
    terminal.kill()
    tap.answers(box.run(*EVALUATE), 'a program that was killed holds nothing')


def a_new_one_is_asked_twice(box, tap):
    """A slip of the finger would lock everything away for good."""
    terminal = Terminal(box, 'create', 'typed')
    tap.ok(terminal.asked(), 'create asks for a passphrase', terminal.text())
    terminal.type('câu thứ nhất dài\n')
    tap.ok(terminal.asked(), 'and asks again', terminal.text())
    terminal.type('câu thứ hai dài\n')
    tap.equal(terminal.end(), 1, 'two different ones are refused')
    tap.ok(not box.path('typed').exists(), 'and no database is made')
    terminal = Terminal(box, 'create', 'typed')
    terminal.asked()
    terminal.type(cli.PASSPHRASE + '\n')
    terminal.asked()
    terminal.type(cli.PASSPHRASE + '\n')
    tap.equal(terminal.end(), 0, 'twice the same makes the database')
    tap.answers(box.run('export', 'typed', 'typed-out'), 'which the same passphrase from a file opens')


def existing_files_stay(box, tap):
    before = box.path('d').read_bytes()
    tap.refuses(box.run('create', 'd'), 'create over a database', 'd')
    tap.ok(box.path('d').read_bytes() == before, 'which is as it was')
    tap.refuses(box.run('create', 'd', '--sample'), 'nor with the sample')
    box.path('letter').write_text('xin chào', encoding='utf-8')
    tap.refuses(box.run('create', 'letter'), 'create over any file')
    tap.equal(box.path('letter').read_text(encoding='utf-8'), 'xin chào', 'which is as it was too')
    tap.refuses(box.run('create', 'none/d'), 'create in a folder that is not there')
    for name, content in {'absent': None, 'wrong': '<plan', 'other': '<?xml version="1.0"?><catalogue/>'}.items():
        if content is not None:
            box.path(name).write_text(content, encoding='utf-8')
        run = box.run('create', 'planned', '--plan', name)
        tap.ok(run.status == 1 and not run.out and run.err.count('\n') == 1, f'a plan that is {name} is refused', run)
        tap.equal(list(box.folder.glob('planned*')), [], 'leaves no database')


def other_files_are_no_databases(box, tap):
    def refused(name, what, *words):
        content = box.path(name).read_bytes()
        tap.refuses(box.run('evaluate', name), what, *words)
        tap.ok(box.path(name).read_bytes() == content, f'{what}: it is left as it was')

    box.path('nothing').write_bytes(b'')
    refused('nothing', 'an empty file')
    refused('letter', 'a text')
    sqlite3.connect(box.path('foreign')).executescript('CREATE TABLE persons (id TEXT); PRAGMA journal_mode = WAL')
    refused('foreign', 'a database of another program')
    shutil.copy(box.path('d'), box.path('newer'))
    with sqlite3.connect(box.path('newer')) as database:
        database.execute(f'PRAGMA user_version = {database.execute("PRAGMA user_version").fetchone()[0] + 1}')
    database.close()
    refused('newer', 'a database of a newer version', 'newer')
    box.path('cut').write_bytes(box.path('d').read_bytes()[:40960])
    tap.ok(box.run('evaluate', 'cut').status == 1, 'a database that was cut off', box.run('evaluate', 'cut'))


def changed_cells_do_not_open(box, tap):
    """Told apart from a wrong passphrase: the remedy is a backup and not another try."""
    wrong = box.run('--passphrase-file', 'wrong', 'export', 'd', 'out').err

    def tampered(name, statement):
        shutil.copy(box.path('d'), box.path(name))
        database = sqlite3.connect(box.path(name))
        database.executescript(statement)
        database.commit()
        database.close()
        return box.run('export', name, name + '-out')

    flip = "substr(full_name, 1, 30) || x'00' || substr(full_name, 32)"
    for name, statement in {
            'a changed cell': f"UPDATE persons SET full_name = CAST({flip} AS BLOB) WHERE id = 'P1'",
            'a cell of another row': "UPDATE persons SET full_name = (SELECT full_name FROM persons WHERE id = 'P2') "
                                     "WHERE id = 'P1'",
            'a cell of another column': "UPDATE persons SET note = address WHERE id = 'P2'",
            'words instead of a cell': "UPDATE persons SET full_name = CAST('Khác' AS BLOB) WHERE id = 'P1'"}.items():
        run = tampered(name.replace(' ', '-'), statement)
        tap.refuses(run, f'{name} is found')
        tap.ok(run.err != wrong and 'passphrase' not in run.err.lower(), f'{name} is not called a wrong passphrase',
               run)
        tap.ok(not list(box.folder.glob(name.replace(' ', '-') + '-out/*')), f'{name}: nothing is exported by halves')


if __name__ == '__main__':
    sys.exit(cli.main(prepares, comes_from_files, is_asked_on_the_terminal, a_new_one_is_asked_twice,
                      existing_files_stay, other_files_are_no_databases, changed_cells_do_not_open))
