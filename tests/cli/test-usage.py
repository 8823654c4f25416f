#!/usr/bin/python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""What a script relies on before any database is read: help, usage, exit statuses and which stream says what.

Wrong usage is found before a passphrase is asked, so nothing here takes long.
"""
import sys

import cli

COMMANDS = {'create': 'DATABASE', 'import': 'DATABASE PATH…', 'export': 'DATABASE FOLDER', 'evaluate': 'DATABASE',
            'document': 'DATABASE KIND'}
OPTIONS = {'create': ['--plan', '--sample'], 'import': ['--dry-run'], 'export': ['--format', '--masked'],
           'evaluate': ['--date', '--unit', '--format'], 'document': ['--unit', '--date', '--output', '--list']}


def helps(box, tap):
    for option in ('--help', '-h'):
        run = box.run(option)
        tap.answers(run, f'{option} is answered')
        tap.ok(not run.err and all(name in run.out for name in [*COMMANDS, '--passphrase-file', '--as']),
               f'{option} names every command and every general option on standard output', run)
    for command, names in OPTIONS.items():
        run = box.run(command, '--help')
        tap.answers(run, f'{command} --help is answered')
        tap.ok(not run.err and all(name in run.out for name in names) and COMMANDS[command].split()[0] in run.out,
               f'{command} --help names its arguments and options on standard output', run)
    tap.answers(box.run('evaluate', 'no-such-file', '--help'), '--help is answered behind arguments too')
    tap.answers(box.run('--passphrase-file', 'no-such-file', 'evaluate', '--help'), 'help needs no passphrase')
    tap.answers(box.run('--as', 'nobody', 'evaluate', '--help'), 'help needs no user')


def lists_papers(box, tap):
    run = box.run('document', '--list')
    tap.answers(run, 'document --list needs no database')
    kinds = [line.split()[0] for line in run.lines()]
    tap.ok(not run.err and {'decision-recognise', 'notice-refuse'} <= set(kinds), 'it names the kinds of paper', run)
    tap.ok(len(kinds) == len(set(kinds)), 'each kind stands there once', run)


def misuse(box, tap):
    tap.misused(box.run(), 'no command at all', '')
    tap.misused(box.run('appraise'), 'an unknown command', '')
    tap.misused(box.run('Evaluate', 'x'), 'a command in the wrong letter case', '')
    tap.misused(box.run('--colour'), 'an unknown general option', '')
    tap.misused(box.run('--passphrase-file'), 'an option without its value', '')
    for command in COMMANDS:
        tap.misused(box.run(command), f'{command} without arguments', command)
        tap.misused(box.run(command, 'x', '--colour'), f'{command} with an unknown option', command)
    tap.misused(box.run('import', 'x'), 'import without a path', 'import')
    tap.misused(box.run('export', 'x'), 'export without a folder', 'export')
    for command, arguments in {'create': ['x', 'y'], 'export': ['x', 'y', 'z'], 'evaluate': ['x', 'y'],
                               'document': ['x', 'notice-refuse', 'y', '--unit', 'A', '--output', 'z.pdf']}.items():
        tap.misused(box.run(command, *arguments), f'{command} with one argument too many', command)
    tap.misused(box.run('evaluate', 'x', '--format', 'yaml'), 'an unknown format of evaluate', 'evaluate')
    tap.misused(box.run('evaluate', 'x', '--format', 'xlsx'), 'a format of another command', 'evaluate')
    tap.misused(box.run('export', 'x', 'y', '--format', 'json'), 'an unknown format of export', 'export')
    for day in ('tomorrow', '2025-02-29', '2025-13-01', '31/11/2025', '11/30/2025', '2025-11', '20251130', ''):
        tap.misused(box.run('evaluate', 'x', '--date', day), f'evaluate on “{day}”, which is no day', 'evaluate')
    tap.misused(box.run('document', 'x', 'notice-refuse', '--unit', 'A', '--output', 'y.pdf', '--date', '30.11.2025'),
                'document on no day', 'document')


def misused_papers(box, tap):
    paper = ['document', 'x', 'notice-refuse']
    tap.misused(box.run('document', 'x'), 'document without a kind', 'document')
    tap.misused(box.run('document', 'x', 'ode', '--unit', 'A', '--output', 'y.pdf'), 'an unknown kind', 'document')
    tap.misused(box.run(*paper, '--output', 'y.pdf'), 'document without a unit', 'document')
    tap.misused(box.run(*paper, '--unit', 'A'), 'document without an output', 'document')
    tap.misused(box.run(*paper, '--unit', 'A', '--all', '--output', 'y'), 'a unit and all of them at once', 'document')
    tap.ok(not box.path('y.pdf').exists(), 'wrong usage writes nothing')


def secrets_are_no_arguments(box, tap):
    """What stands in an argument is seen by everyone on the machine and kept in the shell's history."""
    for option in ('--passphrase', '--password', '-p'):
        run = box.run(option, 'abc def ghi', 'evaluate', 'x')
        tap.misused(run, f'{option} is refused', '')
        tap.ok('abc def ghi' not in run.out + run.err, f'what stood behind {option} is not repeated', run)
    everything = ''.join(box.run(*words, '--help').out for words in ([], *([name] for name in COMMANDS)))
    tap.ok('PASSPHRASE' not in everything.replace('THAM_DINH_PASSPHRASE', ''), 'no option takes a passphrase')


def missing_files(box, tap):
    """Refused before a passphrase is asked: nobody should type one for a file that is not there."""
    for command, rest in {'import': ['y'], 'export': ['out'], 'evaluate': [],
                          'document': ['notice-refuse', '--unit', 'A', '--output', 'y.pdf']}.items():
        run = box.run(command, 'no-such.tham-dinh', *rest, env={'THAM_DINH_PASSPHRASE_FILE': None})
        tap.refuses(run, f'{command} on a file that is not there', 'no-such.tham-dinh')
    tap.equal([path.name for path in box.folder.glob('no-such*')], [], 'nothing is made in its place')
    tap.ok(not box.path('out').exists(), 'and no folder for an export')
    box.path('folder').mkdir()
    tap.refuses(box.run('evaluate', 'folder'), 'a folder instead of a database')
    tap.refuses(box.run('evaluate', '/dev/null'), 'a device instead of a database')


if __name__ == '__main__':
    sys.exit(cli.main(helps, lists_papers, misuse, misused_papers, secrets_are_no_arguments, missing_files))
