# SPDX-License-Identifier: GPL-3.0-or-later
"""Runs tham-dinh-cli as a person's script would, and tells what came of it in TAP.

A test file makes one Sandbox: a folder of its own with the passphrase, the home and the temporary folder of everything
that it starts, so that a run reads no setting of the machine and what it leaves behind can be looked at. A key
derivation takes about half a second on purpose; `Sandbox.together` lets independent runs share the cores.
"""
import concurrent.futures
import contextlib
import json
import os
import pathlib
import shutil
import subprocess
import sys
import tempfile
import traceback

PASSPHRASE = 'một câu dài chỉ để thử'
DAY = '2025-11-30'  # the last day of the invented district's story


class Run:
    """One finished run; text where it is UTF-8, which everything that the program says has to be."""

    def __init__(self, arguments, status, out, err):
        self.arguments, self.status = arguments, status
        self.raw_out, self.raw_err = out, err
        self.out, self.err = out.decode('utf-8', 'replace'), err.decode('utf-8', 'replace')

    def lines(self):
        return self.out.splitlines()

    def json(self):
        return json.loads(self.out)

    def __str__(self):
        call = ' '.join(map(str, self.arguments))
        return f'{call}\nstatus {self.status}\nout: {self.out[:1500]}\nerr: {self.err[:1500]}'


class Sandbox:
    def __init__(self, program):
        self.program = os.path.abspath(program)
        self.folder = pathlib.Path(tempfile.mkdtemp(prefix='tham-dinh-cli-'))
        self.temporary, self.home = self.folder / 'tmp', self.folder / 'home'
        self.temporary.mkdir()
        self.home.mkdir()
        self.passphrase = self.folder / 'passphrase'
        self.passphrase.write_text(PASSPHRASE + '\n', encoding='utf-8')

    def path(self, name):
        return self.folder / name

    def environment(self, **changes):
        kept = {name: os.environ[name] for name in ('PATH', 'ASAN_OPTIONS', 'LSAN_OPTIONS', 'UBSAN_OPTIONS')
                if name in os.environ}
        kept.update(LC_ALL='C.UTF-8', HOME=str(self.home), TMPDIR=str(self.temporary), G_DEBUG='fatal-criticals',
                    XDG_CONFIG_HOME=str(self.home / 'config'), XDG_DATA_HOME=str(self.home / 'data'),
                    XDG_CACHE_HOME=str(self.home / 'cache'), XDG_STATE_HOME=str(self.home / 'state'),
                    THAM_DINH_PASSPHRASE_FILE=str(self.passphrase))
        kept.update({name: str(value) for name, value in changes.items() if value is not None})
        return {name: value for name, value in kept.items() if changes.get(name, value) is not None}

    def run(self, *arguments, env=None, cwd=None, timeout=60, before=None):
        """`before` runs in the child before the program, for limits."""
        done = subprocess.run([self.program, *map(str, arguments)], stdin=subprocess.DEVNULL, capture_output=True,
                              env=self.environment(**(env or {})), cwd=cwd or self.folder, timeout=timeout,
                              check=False, preexec_fn=before, start_new_session=True)  # no terminal to ask on
        return Run(arguments, done.returncode, done.stdout, done.stderr)

    def need(self, *arguments, **options):
        """A run that the test builds on: nothing after it would mean anything if it failed."""
        done = self.run(*arguments, **options)
        if done.status != 0:
            raise RuntimeError(str(done))
        return done

    def together(self, *calls):
        """The answers of calls that don't need each other, in their order."""
        with concurrent.futures.ThreadPoolExecutor(2) as pool:
            return list(pool.map(lambda call: call(), calls))

    def copy(self, database):
        """A copy for a run of its own: a database is open in one program at a time."""
        handle, path = tempfile.mkstemp(suffix='.tham-dinh', dir=self.folder)
        os.close(handle)
        shutil.copy(self.path(database), path)
        return path

    def export(self, database, folder, *options):
        """What the database holds, as {file name: bytes}."""
        self.need('export', database, folder, *options)
        return contents(self.path(folder))


def contents(folder):
    return {str(path.relative_to(folder)): path.read_bytes() for path in sorted(folder.rglob('*')) if path.is_file()}


class Tap:
    def __init__(self):
        self.count = self.failed = 0

    def ok(self, condition, name, detail=''):
        self.count += 1
        if not condition:
            self.failed += 1
        print(f'{"ok" if condition else "not ok"} {self.count} - {name}')
        if not condition:
            for line in str(detail).splitlines():
                print('# ' + line)
        sys.stdout.flush()
        return bool(condition)

    def equal(self, got, expected, name):
        return self.ok(got == expected, name, f'got      {str(got)[:1500]}\nexpected {str(expected)[:1500]}')

    def answers(self, run, name):
        """Status 0; a complaint of GLib or a sanitizer on standard error is a failure too."""
        return self.ok(run.status == 0 and not complains(run), name, run)

    def refuses(self, run, name, *words):
        """Status 1, nothing but one line on standard error, in which all of `words` stand."""
        lines = run.err.splitlines()
        return self.ok(run.status == 1 and not run.out and len(lines) == 1 and says_what_to_do(lines[0]) and
                       all(word in run.err for word in words), name, run)

    def misused(self, run, name, usage):
        """Status 2, nothing on standard output and the usage of `usage` on standard error."""
        return self.ok(run.status == 2 and not run.out and 'Usage:' in run.err and not complains(run) and
                       f'tham-dinh-cli {usage}'.strip() in run.err, name, run)

    def skip(self, name, why):
        self.count += 1
        print(f'ok {self.count} - {name} # SKIP {why}')

    def finish(self):
        print(f'1..{self.count}')
        return 1 if self.failed or not self.count else 0


def complains(run):
    return any(word in run.err for word in ('CRITICAL', 'WARNING', 'Sanitizer', 'assertion', 'runtime error'))


def says_what_to_do(line):
    """A sentence of its own: the program's name, then words that begin large and end with a full stop."""
    name, _, sentence = line.partition(': ')
    return name == 'tham-dinh-cli' and sentence[:1] == sentence[:1].upper() and sentence.endswith('.')


def main(*parts):
    """Runs each part with the sandbox and the TAP writer; a part that breaks off is a failed test, not a silent one."""
    if len(sys.argv) != 2:
        sys.exit(f'usage: {sys.argv[0]} CLI')
    box, tap = Sandbox(sys.argv[1]), Tap()
    try:
        for part in parts:
            try:
                part(box, tap)
            except Exception:  # pylint: disable=broad-except
                tap.ok(False, f'{part.__name__} runs to its end', traceback.format_exc())
        return tap.finish()
    finally:
        with contextlib.suppress(OSError):
            shutil.rmtree(box.folder)
