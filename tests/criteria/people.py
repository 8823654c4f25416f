# SPDX-License-Identifier: GPL-3.0-or-later
"""The people of a nasty district: some looked after to the day, the others in every disorder that registers allow."""
import datetime

CENTRES = ('compulsory_centre', 'voluntary_centre')


def add_people(district):
    draw = district.draw
    for number in range(draw.randint(50, 90)):
        key = add_person(district, f'{draw.choice(("P", "p", "ĐT-"))}{number}')
        add_residences(district, key)
        if draw.chance(0.3):
            look_after(district, key, draw.choice(draw.days))
        else:
            muddle(district, key)
    for unit in draw.sample(district.busy, 2):
        add_crowd(district, unit)


def add_person(district, key):
    draw = district.draw
    number = len(district.rows['persons'])
    district.add('persons', id=key, full_name=f'Người thứ {number}, bịa', sex=draw.choice(('male', 'female', '')),
                 birth_date=draw.choice((None, '1990-02-28')), ethnicity=draw.choice(('Thái', 'Thổ', '')),
                 national_id=f'{number:012}' if draw.chance(0.5) else None, note=draw.choice(('', 'dòng 1\ndòng; 2')))
    return key


def add_residences(district, key):
    draw = district.draw
    for i, (start, stop) in enumerate(draw.periods(draw.choice((1, 1, 2, 3)))):
        if i == 0 and draw.chance(0.4):
            start -= datetime.timedelta(days=700)
        district.add('residences', person=key, from_=start, to=stop, unit=district.place())


def add_crowd(district, unit):
    """About as many addicts as a commune may have, all looked after on one day; one may go into a centre, be locked up,
    move away or be cured around that day, and one may be a user as well."""
    draw = district.draw
    day = draw.choice(draw.days)
    homes = [unit] + [row['code'] for row in district.rows['units'] if row['parent'] == unit]
    begin = day - datetime.timedelta(days=500)
    for number in range(draw.choice((8, 9, 9, 10, 10, 11))):
        key = add_person(district, f'{unit[:12]}/{number}')
        edge = day + datetime.timedelta(days=draw.choice((-1, 0, 0, 1)))
        fate = draw.choice(('stays',) * 8 + ('centre', 'left centre', 'prison', 'moves', 'cured', 'user'))
        district.add('residences', person=key, from_=begin, unit=draw.choice(homes + [unit]),
                     to=edge if fate == 'moves' else None)
        if fate == 'moves':
            district.add('residences', person=key, from_=edge, unit=draw.choice(district.busy))
        district.add('classifications', person=key, category='addict', from_=begin,
                     to=edge if fate == 'cured' else None)
        if fate == 'user':
            district.add('classifications', person=key, category='user', from_=begin)
        if fate == 'centre':
            district.add('treatments', person=key, form=draw.choice(CENTRES), from_=edge)
        elif fate == 'left centre':
            district.add('treatments', person=key, form=draw.choice(CENTRES), from_=begin, to=edge)
        elif fate == 'prison':
            district.add('detentions', person=key, kind='custody', from_=edge)
        district.add('treatments', person=key, form='home_community', from_=begin)
        district.add('management_records', person=key, number='01', opened_on=begin, supervisor='Công an viên')
        district.add('tests', person=key, occasion='periodic', result='negative',
                     sampled_on=day - datetime.timedelta(days=draw.choice((0, 1, 29, 30, 30))))


def look_after(district, key, day):
    """Nothing is left to want on the day, at the very edge of what is asked."""
    draw = district.draw
    began = day - datetime.timedelta(days=draw.choice((0, 30, 200)))
    category = draw.choice(('addict', 'user', 'psychosis', 'suspected', 'post_rehab'))
    district.add('classifications', person=key, category=category, from_=began)
    district.add('management_records', person=key, number='02', opened_on=day, supervisor='Công an viên')
    district.add('treatments', person=key, form=draw.word('treatments', 'form'), from_=day)
    latest = min(draw.choice((0, 1, 29, 30)), (day - began).days)
    for occasion, age in (('periodic', latest), ('unannounced', (day - began).days)):
        district.add('tests', person=key, occasion=occasion, result='negative',
                     sampled_on=day - datetime.timedelta(days=age))
    if draw.chance(0.2):
        district.add('tests', person=key, occasion='suspicion', result='positive',
                     sampled_on=day - datetime.timedelta(days=latest))
    for kind in ('counselling', draw.choice(('job', 'vocational', 'loan'))):
        start = draw.choice((began, day))
        district.add('supports', person=key, kind=kind, from_=start, to=draw.choice((None, start)), amount=5000000)


def muddle(district, key):
    draw = district.draw
    for category in ('addict', 'user', 'psychosis', 'suspected', 'post_rehab', 'released'):
        if draw.chance(0.35):
            for start, stop in draw.periods(2):
                district.add('classifications', person=key, category=category, from_=start, to=stop)
                if draw.chance(0.5):
                    draw_around(district, key, start)
    for number in range(draw.choice((0, 1, 1, 2, 3))):
        start = draw.choice((draw.near, draw.before))()
        district.add('management_records', person=key, number=f'{number}/HS', opened_on=start,
                     closed_on=draw.end(start), supervisor=draw.choice(('Công an viên', 'Trưởng thôn', '')))
    for form in ('compulsory_centre', 'voluntary_centre', 'home_community', 'substitution'):
        if draw.chance(0.2):
            for start, stop in draw.periods(2):
                district.add('treatments', person=key, form=form, from_=start, to=stop, facility='Cơ sở A, B')
    for kind in ('custody', 'prison'):
        if draw.chance(0.1):
            for start, stop in draw.periods(2):
                district.add('detentions', person=key, kind=kind, from_=start, to=stop)
    for _ in range(draw.choice((0, 1, 2, 3, 5))):
        add_test(district, key, draw.near())
    for kind in ('counselling', 'job', 'vocational', 'loan'):
        if draw.chance(0.3):
            for start, stop in draw.periods(2):
                district.add('supports', person=key, kind=kind, from_=start, to=stop)


def add_test(district, key, day):
    """One sample, sometimes two of one day that may contradict each other."""
    draw = district.draw
    for occasion in draw.sample(('periodic', 'unannounced', 'suspicion'), draw.choice((1, 1, 1, 2))):
        district.add('tests', person=key, sampled_on=day, occasion=occasion,
                     result=draw.choice(('negative', 'negative', 'negative', 'positive')))


def draw_around(district, key, began):
    """What is counted since a classification began, on that day and beside it."""
    draw = district.draw
    day = draw.clamp(began + datetime.timedelta(days=draw.choice((-1, 0, 0, 1))))
    add_test(district, key, day)
    kind = draw.word('supports', 'kind')
    if not any(row['person'] == key and row['kind'] == kind for row in district.rows['supports']):
        district.add('supports', person=key, kind=kind, from_=day, to=day)
