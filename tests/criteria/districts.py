#!/usr/bin/python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""Small and nasty districts: valid registers in which days meet each other at every edge that a rule has.

Everything is drawn from a seed. Days are drawn as a distance from the days that will be evaluated, from registrations
and from the days on which units begin and end, so that most of them lie on an edge or a day beside it.

    districts.py SEED PLAIN_FOLDER [DIALECT_FOLDER]
"""
import datetime
import random
import sys

from dialects import write_dialects, write_plain
from people import add_people
from tidy import Tidy
from vocabulary import COLUMNS, WORDS

FIRST_DAY = datetime.date(2024, 10, 1)
LAST_DAY = datetime.date(2025, 12, 31)
DISTRICT = 'NX'
COMMUNES = {'16174': 'Yên Cát', '16177': 'Bãi Trành', '16180': 'Xuân Hòa', '16183': 'Xuân Bình', '16186': 'Hóa Quỳ',
            '16195': 'Cát Vân', '16198': 'Cát Tân', '16201': 'Tân Bình', '16204': 'Bình Lương', '16207': 'Thanh Quân',
            '16210': 'Thanh Xuân', '16213': 'Thanh Hòa', '16216': 'Thanh Phong', '16219': 'Thanh Lâm',
            '16222': 'Thanh Sơn', '16225': 'Thượng Ninh'}
TOWN = '16174'
MERGERS = {'16174-2025': ('Như Xuân', ('16174', '16201')),
           '16177-2025': ('Xuân Bình', ('16177', '16180', '16183')),
           '16186-2025': ('Hóa Quỳ', ('16186', '16204')),
           '16213-2025': ('Thanh Phong', ('16213', '16216', '16219')),
           '16222-2025': ('Thanh Quân', ('16222', '16207', '16210')),
           '16225-2025': ('Thượng Ninh', ('16225', '16195', '16198'))}

# Days with something about them: February's end with and without its 29th, the plan's first day, ends of months and of
# the year, the day of the reorganisation with its neighbours.
NOTABLE_DAYS = ('2024-02-29', '2024-03-01', '2024-03-30', '2024-10-01', '2024-10-31', '2024-11-30', '2024-12-31',
                '2025-01-01', '2025-03-01', '2025-03-31', '2025-06-30', '2025-07-01', '2025-07-02', '2025-11-30')
# Where the key is more than the first column.
KEYS = {'registrations': ('unit', 'registered_on'), 'reviews': ('unit', 'reviewed_on'),
        'residences': ('person', 'from'), 'classifications': ('person', 'category', 'from'),
        'management_records': ('person', 'number'), 'treatments': ('person', 'form', 'from'),
        'detentions': ('person', 'kind', 'from'), 'tests': ('person', 'sampled_on', 'occasion'),
        'supports': ('person', 'kind', 'from')}
EDGES = (0, 0, 0, 1, 29, 30, 31, 89, 90, 91)


class Draw(random.Random):
    """Random choices in the words of registers: edges, periods, words."""

    def __init__(self, seed):
        super().__init__(seed)
        self.days = sorted(datetime.date.fromisoformat(day) for day in self.sample(NOTABLE_DAYS, 4))
        self.anchors = self.days + [FIRST_DAY]

    def chance(self, probability):
        return self.random() < probability

    def word(self, register, column):
        return self.choice(list(WORDS[register, column]))

    def clamp(self, day):
        return min(day, LAST_DAY)

    def near(self):
        """A day on an edge: mostly before one of the days that count, sometimes after."""
        distance = self.choice(EDGES) * self.choice((1, 1, 1, -1))
        return self.clamp(self.choice(self.anchors) - datetime.timedelta(days=distance))

    def before(self):
        return self.near() - datetime.timedelta(days=self.choice((0, 1, 30, 90, 200, 400)))

    def end(self, start):
        """An end for a period: none, an edge, or its own start, with which it never held."""
        if self.chance(0.45):
            return None
        if self.chance(0.1):
            return start
        return max(start, self.near())

    def periods(self, most):
        """Periods one after another, some back to back, none overlapping."""
        starts = sorted({self.choice((self.near, self.before))() for _ in range(self.randint(1, most))})
        for i, start in enumerate(starts):
            following = starts[i + 1] if i + 1 < len(starts) else None
            stop = self.end(start)
            if following is not None and (stop is None or stop > following or self.chance(0.5)):
                stop = following
            yield start, stop


class District:
    def __init__(self, seed):
        self.draw = Draw(seed)
        self.rows = {name: [] for name in COLUMNS}
        self.keys = set()
        self.add_units()
        self.add_registrations_and_reviews()
        add_people(self)
        self.add_households_and_models()
        self.add_events()
        for unit in self.tidy:
            Tidy(self, unit)

    def add(self, register, **row):
        """Leaves a row out whose key is there already; `from` is written `from_`."""
        row = {column.rstrip('_'): '' if value is None else str(value) for column, value in row.items()}
        key = (register,) + tuple(row[column] for column in KEYS.get(register, (next(iter(row)),)))
        if key not in self.keys:
            self.keys.add(key)
            self.rows[register].append(row)

    def add_unit(self, code, name, kind, parent, valid_from=None, valid_to=None, successor=None):
        self.add('units', code=code, name=name, kind=kind, parent=parent, valid_from=valid_from, valid_to=valid_to,
                 successor=successor, official_code=code[:5] if code[:5].isdigit() else None)
        self.draw.anchors += [day for day in (valid_from, valid_to) if day is not None and self.draw.chance(0.3)]

    def add_units(self):
        draw = self.draw
        ending = {}
        if draw.chance(0.6):
            day = draw.choice(draw.days)
            for code in draw.sample(list(MERGERS), draw.randint(1, 6)):
                name, parts = MERGERS[code]
                self.add_unit(code, name, 'commune', draw.choice((None, DISTRICT)), valid_from=day)
                ending.update(dict.fromkeys(parts, (day, code)))
        self.add_unit(DISTRICT, 'Như Xuân', 'district', None, valid_to=draw.near() if draw.chance(0.2) else None)
        for code, name in COMMUNES.items():
            valid_to, successor = ending.get(code, (None, None))
            self.add_unit(code, name, 'town' if code == TOWN else 'commune', DISTRICT, valid_to=valid_to,
                          successor=successor)
        for code in draw.sample(('phường-1', 'Phường-1', '9001', 'ắ'), draw.randint(0, 2)):
            start = draw.near() if draw.chance(0.4) else None
            self.add_unit(code, 'Phường ' + code, 'ward', draw.choice((DISTRICT, TOWN, None)), start,
                          None if draw.chance(0.6) else max(start or FIRST_DAY, draw.near()))
        large = [row['code'] for row in self.rows['units'] if row['kind'] in ('commune', 'town', 'ward')]
        draw.shuffle(large)
        self.tidy, large = large[:2], large[2:]
        self.busy = large[:4]
        parents = self.busy * 4 + large[:8]
        self.small = []
        for number in range(draw.randint(12, 26)):
            parent = draw.choice(parents + self.small)
            start = draw.before() if draw.chance(0.3) else None
            stop = max(start or FIRST_DAY, draw.near()) if draw.chance(0.3) else None
            code = f'{parent[:12]}-{number}'
            self.add_unit(code, draw.choice(('Xuân Thịnh', 'Đồng Lườn', 'Làng Lúng', 'Khu phố 3')),
                          draw.choice(('hamlet', 'quarter')), parent, start, stop)
            self.small.append(code)
        self.large = large

    def place(self):
        """Where somebody or something is: mostly in few communes, so that these have plenty of everything."""
        draw = self.draw
        units = draw.choice((self.busy, self.busy, self.busy, self.small, self.small, self.large, [DISTRICT]))
        return draw.choice(units)

    def add_registrations_and_reviews(self):
        draw = self.draw
        for unit in self.large + self.small:
            if not draw.chance(0.75 if unit in self.large else 0.3):
                continue
            for _ in range(draw.randint(1, 3)):
                day = draw.choice((draw.near, draw.before))()
                self.add('registrations', unit=unit, registered_on=day)
                if unit in self.busy:
                    draw.anchors.append(day)
        for _ in range(50):
            self.add('reviews', unit=draw.choice(self.large + self.busy * 3 + self.small), reviewed_on=draw.near(),
                     by=draw.choice(('Công an xã', '')))

    def add_households_and_models(self):
        draw = self.draw
        willing = draw.sample(self.large + self.small, (len(self.large) + len(self.small)) // 2)
        for number in range(draw.randint(40, 90)):
            unit = self.place()
            start = draw.near() if draw.chance(0.6) else None
            committed = None if draw.chance(0.2) else draw.near()
            if unit in willing:
                committed = FIRST_DAY - datetime.timedelta(days=300)
            self.add('households', id=f'{draw.choice("HhĐ")}{number}', unit=unit, head_name=f'Chủ hộ "{number}"',
                     registered_on=start, left_on=max(start or FIRST_DAY, draw.near()) if draw.chance(0.3) else None,
                     committed_on=committed)
        for number in range(draw.randint(10, 35)):
            start = draw.before()
            self.add('models', id=f'M{number}', unit=self.place(), name='Dòng họ tự quản; không ma túy',
                     started_on=start, ended_on=draw.end(start), effective=draw.choice(('yes', 'yes', 'no')))

    def add_events(self):
        draw = self.draw
        for number in range(draw.randint(0, 20)):
            start = draw.before()
            self.add('hotspots', id=f'{draw.choice("Qq")}{number}', unit=self.place(), found_on=start,
                     kind=draw.word('hotspots', 'kind'), cleared_on=draw.end(start),
                     description='Quán\nnước, cạnh "chợ"')
        persons = [row['id'] for row in self.rows['persons']] + ['']
        for number in range(draw.randint(5, 40)):
            case = f'{draw.choice(("V", "v", "VA-"))}{number}'
            self.add('cases', id=case, unit=self.place(), happened_on=draw.near(), kind=draw.word('cases', 'kind'),
                     severity=draw.word('cases', 'severity'), by_missed_person=draw.choice(('yes', 'no')))
            for member in range(draw.choice((0, 1, 1, 2))):
                self.add('offenders', id=f'{case}/{member}', case=case, person=draw.choice(persons),
                         full_name='Người ở nơi khác', unit=draw.choice((self.place(), None)),
                         liability=draw.word('offenders', 'liability'),
                         handled_on=draw.choice((None, draw.near())), arrested_on=draw.choice((None, draw.near())))
        for number in range(draw.randint(0, 10)):
            start = draw.before()
            self.add('fugitives', id=f'T{number}', full_name='Người bị truy nã', unit=self.place(), wanted_on=start,
                     arrested_on=draw.end(start))


if __name__ == '__main__':
    if len(sys.argv) not in (3, 4):
        sys.exit(__doc__)
    district = District(int(sys.argv[1]))
    write_plain(sys.argv[2], district.rows)
    if len(sys.argv) == 4:
        write_dialects(sys.argv[3], district.rows, district.draw)
    print(*district.draw.days)
