#!/usr/bin/python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""Both papers of every commune of the invented district, measured: what can be checked of the layout without an eye.

Lengths are millimetres from the page's upper left corner; the text stands between 30 and 195 and between 20 and 277.
"""
import hashlib
import re
import sys
import unicodedata

import cli
import district
from pdf import Pdf

KINDS = ('decision-recognise', 'notice-refuse')
FONTS = re.compile(r'^[A-Z]{6}\+(LiberationSerif|Tinos|TimesNewRoman)')
CODE = re.compile(r'^/(QĐ|TB)-[A-ZĐ0-9]+(-[A-ZĐ0-9&]+)*$')
NATION, MOTTO = 'CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM', 'Độc lập - Tự do - Hạnh phúc'


def near(one, other, tolerance):
    return abs(one - other) <= tolerance


def centre(line):
    return (line.x0 + line.x1) / 2


def problems(pdf, kind):
    """What is wrong with the paper, as the number of the assertion and words."""
    info, lines = pdf.info, pdf.lines
    if not (info['Page size'].startswith('595.276 x 841.89') and info['Page rot'] == '0'):
        yield f'1: page {info["Page size"]} {info["Page rot"]}'
    for line in lines:
        is_number = line.page > 1 and line.y0 < 18
        if not is_number and not (29.7 <= line.x0 and line.x1 <= 195.3 and 19.7 <= line.y0 and line.y1 <= 277.3):
            yield f'2: outside: {line}'
    for font in pdf.fonts:
        if not FONTS.match(font[0]) or font[-5:-2] != ['yes', 'yes', 'yes']:
            yield f'4: {font}'
    text = pdf.text.replace('\f', '')
    signs = set(text) - {'\n'}
    if unicodedata.normalize('NFC', text) != text or '\ufffd' in signs or \
            any(unicodedata.category(sign) in ('Co', 'Cn', 'Cc') for sign in signs):
        yield '5: not NFC, or a character that is no text'
    yield from head(pdf, kind)
    yield from body(pdf, kind)
    yield from foot(pdf, kind)
    yield from metadata(pdf, kind)


def head(pdf, kind):
    nation, motto = pdf.line(NATION), pdf.line(MOTTO)
    if not nation or nation.text != NATION or not 11.9 <= nation.size <= 13.1 or 'b' not in pdf.style(nation) or \
            not near(centre(nation), 146.5, 0.5) or not near(nation.y0, 20, 0.5):
        yield f'6: {nation}'
    if not motto or motto.text != MOTTO or not 12.9 <= motto.size <= 14.1 or 'b' not in pdf.style(motto) or \
            not near(centre(motto), 146.5, 0.5) or nation and not 0 <= motto.y0 - nation.y1 <= motto.y1 - motto.y0:
        yield f'7: {motto}'
    number = next((line for line in pdf.lines if line.text == 'Số:'), None)
    code = next((line for line in pdf.lines if line.text.startswith('/')), None)
    if not number or not code or not CODE.match(code.text) or (code.text[1:3] == 'QĐ') != (kind == KINDS[0]) or \
            not near(number.size, 13, 0.1) or not near((number.x0 + code.x1) / 2, 63.5, 0.7) or code.x0 - number.x1 < 4:
        yield f'12: {number} {code}'  # a draft has no number, and leaves room for one
    # a draft has no day of its own, and leaves room for one: ngày ____ tháng 11 năm 2025
    if not re.search(r'[^\W\d_][^\n]*, ngày\s{4,}tháng (0[12]|[3-9]|1[0-2]) năm \d{4}', pdf.text):
        yield '13: the place and the day'


def body(pdf, kind):
    one = ' '.join(line.text for line in pdf.lines if line.y0 > 18)
    if kind == KINDS[0]:
        places = [one.find('CHỦ TỊCH ỦY BAN NHÂN DÂN'), one.find('Căn cứ '), one.rfind('QUYẾT ĐỊNH:')]
        articles = [int(number) for number in re.findall(r'Điều (\d+)\. ', one)]
        if -1 in places or places != sorted(places) or one.find('Điều 1.') < places[2] or \
                articles != list(range(1, len(articles) + 1)) or len(articles) < 3:
            yield f'17: {places} {articles}'
        if any('i' not in pdf.style(line) for line in pdf.lines if line.text.startswith('Căn cứ ')):
            yield '17: a basis that is not italic'
        bases = [part.strip() for part in re.split(r'(?<=;) (?=Căn cứ |Xét |Theo )', one[places[1]:places[2]].strip())]
        if any(not re.match('Căn cứ |Xét |Theo ', basis) for basis in bases) or \
                [basis[-1] for basis in bases] != [';'] * (len(bases) - 1) + ['.']:
            yield f'18: {bases}'
    ends = one.count('./.')
    if ends != 1 or not re.search(r'\./\. .{0,80}Nơi nhận:', one) and not re.search(r'\./\.\s', one):
        yield f'23: {ends} ends'
    if '…' in one.replace('Kế hoạch số …', '').replace('Kế hoạch số\xa0…', ''):
        yield '36: an ellipsis'


def foot(pdf, kind):
    last = max(line.page for line in pdf.lines if 'Nơi nhận:' in line.text)
    to = pdf.line('Nơi nhận:', last)
    if not to or not near(to.x0, 30, 0.5) or not near(to.size, 12, 0.1) or pdf.style(to) != {'b', 'i'}:
        yield f'24: {to}'
        return
    left = [line for line in pdf.lines if line.page == last and line.y0 > to.y0 + 1 and line.x0 < 100]
    items = '\n'.join(line.text for line in left)
    names = [' '.join(name.split()) for name in re.split(r'(?m)^- ', items)[1:]]
    if not left or not all(near(line.size, 11, 0.1) for line in left) or not left[0].text.startswith('- ') or \
            any(not name.endswith(';') for name in names[:-1]) or not re.match(r'Lưu: .*\.$', names[-1]):
        yield f'24: {items}'
    articles = re.findall(r'Điều (\d+)\. ', pdf.text)
    if kind == KINDS[0] and names[0] != f'Như Điều {articles[-1]};':
        yield f'32: {names}'
    above = [line for line in pdf.lines if line.page == last and 18 < line.y0 < to.y0 - 1]
    if len(above) < 2 or last != pdf.pages:
        yield f'28: {len(above)} lines above the signature'
    for page in range(1, pdf.pages + 1):
        numbers = [line for line in pdf.lines if line.page == page and line.y0 < 18]
        if page == 1 and numbers:
            yield '29: a number on page 1'
        if page > 1 and not (len(numbers) == 1 and numbers[0].text == str(page) and
                             near(centre(numbers[0]), 112.5, 1) and
                             12.9 <= numbers[0].size <= 14.1 and numbers[0].y0 >= 8):
            yield f'29: {numbers}'


def metadata(pdf, kind):
    info = pdf.info
    code, title = ('QĐ-UBND', 'QUYẾT ĐỊNH') if kind == KINDS[0] else ('TB-UBND', 'THÔNG BÁO')
    if not info.get('Title', '').startswith(title) or 'NHÂN DÂN' not in info.get('Author', '').upper() or \
            code not in info.get('Subject', '') or not info.get('CreationDate', '').startswith('2025-11-30') or \
            not info['CreationDate'].endswith('+07') or info.get('Tagged') != 'yes':
        yield f'35: {info}'
    count = len(set(re.findall(r'Điều\s\d+\.', pdf.text))) if kind == KINDS[0] else \
        len(re.findall(r'^\s*\d\. [A-ZĐ][^\n]*$', re.sub(r'(?ms)^ *TT .*?^ *3\. ', '3. ', pdf.text), re.MULTILINE))
    if len(pdf.outline()) != count:
        yield f'35: outline {pdf.outline()}, {count} articles or headings'


def all_communes(box, tap):
    box.need('create', 's', '--sample')
    persons = district.cells(box.export('s', 'out')['persons.csv'])[1:]
    box.secrets = {value for row in persons for value in (row[1], row[4]) if value}
    box.path('second').mkdir()
    for kind in KINDS:
        run = box.run('document', 's', kind, '--all', '--date', cli.DAY, '--output', kind)
        tap.answers(run, f'{kind} of every commune and town')
        tap.equal(run.out, '', f'{kind}: the files are the answer')
        paths = sorted(box.path(kind).iterdir())
        tap.equal(len(paths), 16, f'{kind}: sixteen files')
        for path in paths:
            pdf = Pdf(path)
            wrong = list(problems(pdf, kind))
            tap.ok(not wrong, f'{path.name} is laid out as it should be', '\n'.join(map(str, wrong)))
            words = clean_words(pdf.text + ' '.join(pdf.info.values()))
            shown = [value for value in box.secrets if value in words]
            tap.equal(shown, [], f'{path.name} names no person of the registers')
        again = box.run('document', 's', kind, '--all', '--date', '30/11/2025', '--output', f'second/{kind}',
                        env={'LC_ALL': 'vi_VN.UTF-8', 'TZ': 'America/New_York'})
        tap.ok(again.status == 0 and hashes(box.path(kind)) == hashes(box.path('second') / kind),
               f'{kind}: made again, in another locale and zone, each is the same byte for byte', again)


def clean_words(text):
    return ' '.join(text.split())


def hashes(folder):
    return {path.name: hashlib.sha256(path.read_bytes()).hexdigest() for path in folder.iterdir()}


def several_units(box, tap):
    run = box.run('document', 's', KINDS[1], '--unit', '16183', '--unit', '16177', '--date', cli.DAY, '--output', 'two')
    tap.answers(run, 'two units in one call')
    tap.equal(sorted(path.name for path in box.path('two').iterdir()),
              ['notice-refuse-16177.pdf', 'notice-refuse-16183.pdf'],
              'a file each in the folder')
    tap.equal(hashes(box.path('two')), {name: value for name, value in hashes(box.path(KINDS[1])).items()
                                        if '16183' in name or '16177' in name}, 'the same as among all')
    before = hashes(box.path('two'))
    run = box.run('document', 's', KINDS[1], '--unit', '16183', '--unit', 'nowhere', '--date', cli.DAY, '--output',
                  'three')
    tap.refuses(run, 'a unit among others that is not there', 'nowhere')
    tap.ok(not box.path('three').exists() or not list(box.path('three').iterdir()), 'and no paper of the others')
    tap.refuses(box.run('document', 's', KINDS[1], '--unit', '16183', '--date', cli.DAY, '--output', 'two'),
                'one unit onto a folder')
    tap.equal(hashes(box.path('two')), before, 'which is as it was')


def codes_are_no_paths(box, tap):
    box.need('create', 'codes')
    box.need('import', 'codes', district.write(box.path('paths'), units=[
        [code, 'Bịa', 'commune', 'NX', '', '', '', ''] for code in ('x/../../evil', 'a/b', 'Đ 1')]))
    box.path('safe/notice-refuse-x').mkdir(parents=True)
    run = box.run('document', 'codes', KINDS[1], '--unit', 'x/../../evil', '--unit', 'a/b', '--unit', 'Đ 1', '--date',
                  cli.DAY,
                  '--output', 'safe')
    tap.answers(run, 'codes of units with slashes')
    names = sorted(path.name for path in box.path('safe').glob('*.pdf'))
    tap.ok(len(names) == 3 and 'notice-refuse-Đ 1.pdf' in names and not list(box.folder.glob('evil*')),
           'each makes a file of the folder and no path out of it', names)


def long_names(box, tap):
    """What no template was drawn for: the name breaks over lines and stays on the page."""
    names = {'LONG': 'Thượng Nghĩa Phong Quảng Trường Xuân Đông Nghiêm ' * 5, 'BLOCK': 'Đ' * 150,
             'SIGN': 'A <b>&amp; {unit} "…'}
    box.need('import', 's', district.write(box.path('long'), units=[[code, name.strip(), 'commune', 'NX', '', '', '',
                                                                     '']
                                                                    for code, name in names.items()]))
    for kind in KINDS:
        run = box.run('document', 's', kind, '--unit', 'LONG', '--unit', 'BLOCK', '--unit', 'SIGN', '--date', cli.DAY,
                      '--output', f'long-{kind}')
        if not tap.answers(run, f'{kind} of units with names that nobody foresaw'):
            continue
        for code, name in names.items():
            pdf = Pdf(box.path(f'long-{kind}/{kind}-{code}.pdf'))
            wrong = [line for line in problems(pdf, kind) if not line.startswith(('36', '35: outline'))]
            tap.ok(not wrong, f'{kind}-{code} is laid out as it should be', '\n'.join(wrong))
            text = ''.join(''.join(line.text.split()) for line in pdf.lines)
            tap.ok(''.join(name.split()) in text, f'{kind}-{code}: the whole name stands there', text[:1500])


if __name__ == '__main__':
    sys.exit(cli.main(all_communes, several_units, codes_are_no_paths, long_names))
