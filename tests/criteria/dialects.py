# SPDX-License-Identifier: GPL-3.0-or-later
"""Register files as they come: plain ones for the reference, and the same rows in the manners that an import takes.

Both folders say the same. What differs from file to file and from cell to cell is what registers.md leaves to whoever
wrote the file: separator, byte order mark, line ends, order of columns and rows, names or labels as headings, words or
their values, the form of dates, letter case, surrounding space, NFC or NFD.
"""
import csv
import pathlib
import unicodedata

from reference import DATES
from vocabulary import COLUMNS, WORDS


def write_plain(folder, rows):
    folder = pathlib.Path(folder)
    folder.mkdir(parents=True, exist_ok=True)
    for name, columns in COLUMNS.items():
        with open(folder / (name + '.csv'), 'w', encoding='utf-8', newline='') as file:
            writer = csv.DictWriter(file, columns, restval='')
            writer.writeheader()
            writer.writerows(rows[name])


def disguise(text, random):
    """The same text to a reader that knows neither case at its edges nor normalisation."""
    if random.random() < 0.2:
        text = unicodedata.normalize('NFD', text)
    if random.random() < 0.1:
        text = random.choice(('{} ', ' {}', '  {}  ', '\u00a0{}')).format(text)
    return text


def vary_case(text, random):
    return random.choice((text, text, text.upper(), text.capitalize()))


def heading(column, label, random):
    return disguise(vary_case(random.choice((column, label)), random), random)


def cell(register, column, value, random):
    if value == '':
        return random.choice(('', '', '', ' '))
    if (register, column) in WORDS:
        value = vary_case(random.choice((value, WORDS[register, column][value])), random)
    elif column in DATES | {'birth_date'} and random.random() < 0.5:
        year, month, day = value.split('-')
        value = f'{day}/{month}/{year}'
    return disguise(value, random)


def write_dialects(folder, rows, random):
    folder = pathlib.Path(folder)
    folder.mkdir(parents=True, exist_ok=True)
    for name, labels in COLUMNS.items():
        columns = random.sample(list(labels), len(labels))
        with open(folder / (name + '.csv'), 'w', encoding=random.choice(('utf-8', 'utf-8-sig')), newline='') as file:
            writer = csv.writer(file, delimiter=random.choice(',;\t'), lineterminator=random.choice(('\n', '\r\n')),
                                quoting=random.choice((csv.QUOTE_MINIMAL, csv.QUOTE_ALL)))
            writer.writerow([heading(column, labels[column], random) for column in columns])
            for row in random.sample(rows[name], len(rows[name])):
                writer.writerow([cell(name, column, row.get(column, ''), random) for column in columns])
