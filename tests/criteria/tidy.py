# SPDX-License-Identifier: GPL-3.0-or-later
"""A commune that meets all ten criteria on one day, each day in it the last that will do; in about half of the districts
one of those days is moved by one, so that a rule that is off by a day is seen by itself."""
import datetime

from people import add_person


class Tidy:
    def __init__(self, district, unit):
        self.district, self.unit = district, unit
        draw = district.draw
        self.day = draw.choice(draw.days)
        self.registered = self.day - datetime.timedelta(days=draw.choice((100, 120, 365)))
        self.edges = 0
        self.moved = draw.randrange(84)
        self.step = draw.choice((-1, 1))
        self.add_places()
        self.add_addicts()
        self.add_others()

    def edge(self, distance=0, start=None):
        """A day at a distance from the day of the verdict (or from another): one of all these is moved."""
        day = (start or self.day) + datetime.timedelta(days=distance)
        if self.edges == self.moved:
            day += datetime.timedelta(days=self.step)
        self.edges += 1
        return day

    def add(self, register, **row):
        self.district.add(register, **row)

    def key(self, number):
        return f'{self.unit}:{number}'

    def add_places(self):
        unit, long_ago = self.unit, self.registered - datetime.timedelta(days=900)
        self.add('registrations', unit=unit, registered_on=self.edge(0, self.registered))
        self.add('registrations', unit=unit, registered_on=self.edge(2))
        self.add('reviews', unit=unit, reviewed_on=self.edge(-30))
        self.add('models', id=self.key(1), unit=unit, name='Tổ tự quản', effective='yes', started_on=self.edge(),
                 ended_on=self.edge(2))
        self.add('households', id=self.key(1), unit=unit, committed_on=self.edge())
        self.add('households', id=self.key(2), unit=unit, left_on=self.edge())
        self.add('households', id=self.key(3), unit=unit, registered_on=self.edge(1))
        self.add('hotspots', id=self.key(1), unit=unit, kind='at_risk', found_on=long_ago, cleared_on=self.edge())
        self.add('hotspots', id=self.key(2), unit=unit, kind='ring', found_on=self.edge(1))
        for number, day in enumerate((self.edge(-1, self.registered), self.edge(1))):
            self.add('cases', id=self.key(number), unit=unit, kind='production', severity='extremely_serious',
                     by_missed_person='yes', happened_on=day)
        self.add('cases', id=self.key(7), unit=unit, kind='use', severity='serious', by_missed_person='yes',
                 happened_on=self.registered)
        self.add('offenders', id=self.key(1), case=self.key(7), liability='administrative', handled_on=self.edge())
        self.add('offenders', id=self.key(2), case=self.key(7), liability='criminal', arrested_on=self.edge())
        self.add('offenders', id=self.key(3), case=self.key(1), liability='criminal')
        self.add('fugitives', id=self.key(1), full_name='A', unit=unit, wanted_on=long_ago, arrested_on=self.edge())
        self.add('fugitives', id=self.key(2), full_name='B', unit=unit, wanted_on=self.edge(1))

    def add_resident(self, number, category, began, ended=None):
        key = add_person(self.district, self.key(number))
        self.add('residences', person=key, from_=began, unit=self.unit)
        self.add('classifications', person=key, category=category, from_=began, to=ended)
        return key

    def add_record(self, key):
        self.add('management_records', person=key, number='1', opened_on=self.edge(-400), closed_on=self.edge(),
                 supervisor='Người trước')
        self.add('management_records', person=key, number='2', opened_on=self.edge(), supervisor='Người sau')

    def add_addicts(self):
        """Ten from the registration on, of whom one goes into a centre on the day, and one who is cured on it."""
        for number in range(10):
            key = self.add_resident(number, 'addict', self.registered)
            self.add('treatments', person=key, form='substitution', from_=self.registered)
            if number == 0:
                self.add('treatments', person=key, form='compulsory_centre', from_=self.edge())
            if number < 2:
                self.add_record(key)
            else:
                self.add('management_records', person=key, number='1', opened_on=self.registered, supervisor='C')
            self.add('tests', person=key, occasion='periodic', result='negative',
                     sampled_on=self.edge(-30) if number < 2 else self.day)
        self.add_resident(10, 'addict', self.registered, self.edge())
        key = self.add_resident(11, 'user', self.edge(0, self.registered))
        self.add_record(key)
        self.add('tests', person=key, occasion='unannounced', result='positive', sampled_on=self.edge(-31))
        self.add('tests', person=key, occasion='periodic', result='negative', sampled_on=self.edge(-29))
        self.add('tests', person=key, occasion='suspicion', result='positive', sampled_on=self.edge(1))

    def add_others(self):
        key = self.add_resident(12, 'suspected', self.edge(-5))
        self.add('tests', person=key, occasion='suspicion', result='positive', sampled_on=self.edge(-5))
        began = self.edge(-90)
        key = self.add_resident(13, 'post_rehab', began)
        self.add_record(key)
        self.add('tests', person=key, occasion='unannounced', result='positive', sampled_on=self.edge(-90))
        self.add('supports', person=key, kind='counselling', from_=self.edge(-90), to=self.edge(-89))
        self.add('supports', person=key, kind=self.district.draw.choice(('job', 'vocational', 'loan')),
                 from_=self.edge())
        key = self.add_resident(14, 'post_rehab', self.registered)
        self.add_record(key)
        self.add('tests', person=key, occasion='periodic', result='negative', sampled_on=self.edge(-90))
        self.add('tests', person=key, occasion='unannounced', result='negative', sampled_on=self.registered)
        for kind in ('counselling', 'loan'):
            self.add('supports', person=key, kind=kind, from_=self.edge())
