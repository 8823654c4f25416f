# SPDX-License-Identifier: GPL-3.0-or-later
"""A small invented district with a row of every kind, its cells chosen to be easy to damage on the way.

Commune A meets all ten criteria on 2025-11-30, town B fails eight of them, C is no more; every name, number and
address is made up. SEALED are the values that must never stand in the database file, in a temporary file or in a
message.
"""
import csv
import io
import pathlib

FORMULA_STARTS = tuple('=+-@\t\r＝＋－＠')
COLUMNS = {
    'units': 'code,name,kind,parent,valid_from,valid_to,successor,official_code',
    'registrations': 'unit,registered_on',
    'reviews': 'unit,reviewed_on,by',
    'households': 'id,unit,head_name,registered_on,left_on,committed_on',
    'persons': 'id,full_name,birth_date,sex,national_id,ethnicity,address,note',
    'residences': 'person,from,unit,to',
    'classifications': 'person,category,from,to',
    'management_records': 'person,number,opened_on,closed_on,supervisor',
    'treatments': 'person,form,from,to,facility',
    'detentions': 'person,kind,from,to',
    'tests': 'person,sampled_on,occasion,result,substances',
    'supports': 'person,kind,from,to,provider,amount',
    'hotspots': 'id,unit,kind,found_on,cleared_on,description',
    'cases': 'id,unit,kind,happened_on,severity,by_missed_person,description',
    'offenders': 'id,case,person,full_name,unit,liability,handled_on,arrested_on',
    'fugitives': 'id,full_name,unit,wanted_on,arrested_on',
    'models': 'id,unit,name,started_on,ended_on,effective',
}
COLUMNS = {register: columns.split(',') for register, columns in COLUMNS.items()}

ROWS = {
    'units': [
        ['H', 'Bịa Đặt', 'district', '', '', '', '', ''],
        ['A', 'Đủ Điều', 'commune', 'H', '', '', '', '00001'],
        ['A-1', 'Đồng Tâm', 'hamlet', 'A', '', '', '', ''],
        ['B', 'Thiếu Thốn', 'town', 'H', '', '', '', '00002'],
        ['B-1', 'Một', 'quarter', 'B', '', '', '', ''],
        ['C', 'Đã Sáp Nhập', 'commune', 'H', '', '2025-07-01', 'A', '00003'],
    ],
    'registrations': [['A', '2024-10-20'], ['B', '2024-10-25']],
    'reviews': [['A', '2025-11-20', 'Công an xã; tổ 1'], ['A', '2025-10-20', '']],
    'households': [
        ['HA1', 'A-1', 'Chủ Hộ Thứ Nhất', '', '', '2025-01-05'],
        ['HA2', 'A', 'Chủ Hộ, Thứ "Hai"', '2020-02-29', '', '2025-01-05'],
        ['HB1', 'B', 'Chủ Hộ Thứ Ba', '', '', ''],
    ],
    'persons': [
        ['P1', 'Nguyễn Bịa Một', '1990-02-28', 'male', '038090000001', 'Thái', 'số 1, thôn Đồng Tâm', ''],
        ['P2', 'Lò Thị Bịa Hai', '1985-12-31', 'female', '038085000002', 'Thổ', '=1+1', 'dòng một\ndòng hai; "ba"'],
        ['P3', 'Vi Bịa Ba', '', '', '', '', '', "'@SUM(A1)"],
    ],
    'residences': [['P1', '2020-01-01', 'A-1', ''], ['P2', '2020-01-01', 'B-1', '2025-06-01'],
                   ['P2', '2025-06-01', 'B', ''], ['P3', '2021-05-05', 'B', '']],
    'classifications': [['P1', 'addict', '2023-01-01', '2025-03-01'], ['P2', 'addict', '2024-11-01', ''],
                        ['P3', 'suspected', '2025-09-01', '']],
    'management_records': [['P1', '1/2023', '2023-01-10', '2025-03-01', 'Đội bịa'],
                           ['P2', '+2/2024', '2024-11-10', '2025-01-01', '']],
    'treatments': [['P1', 'substitution', '2023-02-01', '2025-03-01', 'Cơ sở - một'],
                   ['P2', 'home_community', '2024-12-01', '2025-02-01', '']],
    'detentions': [['P1', 'custody', '2019-01-01', '2019-01-09']],
    'tests': [['P1', '2025-02-20', 'periodic', 'negative', ''],
              ['P2', '2025-11-15', 'suspicion', 'positive', '-MET, MDMA']],
    'supports': [['P1', 'loan', '2024-02-01', '', 'Ngân hàng; chi nhánh', '50000000']],
    'hotspots': [['D1', 'B', 'complex', '2025-05-05', '', '=HYPERLINK("http://bia.invalid")']],
    'cases': [['V1', 'B', 'production', '2025-04-04', 'very_serious', 'yes', '@bịa'],
              ['V2', 'A', 'use', '2025-02-02', 'less_serious', 'no', '']],
    'offenders': [['VP1', 'V1', 'P2', '', '', 'criminal', '', ''],
                  ['VP2', 'V2', '', 'Hoàng Bịa Bốn', 'A', 'administrative', '2025-02-03', '']],
    'fugitives': [['TN1', 'Quách Bịa Năm', 'B', '2025-01-01', '']],
    'models': [['M1', 'A', 'Tổ tự quản', '2025-01-01', '', 'yes'], ['M2', 'B', 'Câu lạc bộ', '2025-01-01', '', 'no']],
}

SEALED = ['Chủ Hộ Thứ Nhất', 'Chủ Hộ Thứ Ba', 'Nguyễn Bịa Một', 'Lò Thị Bịa Hai', 'Vi Bịa Ba', '1990-02-28',
          '1985-12-31', '038090000001', '038085000002', 'số 1, thôn Đồng Tâm', 'dòng hai', '@SUM(A1)',
          'Hoàng Bịa Bốn', 'Quách Bịa Năm']


def csv_text(register, rows, columns=None, delimiter=',', end='\r\n'):
    text = io.StringIO(newline='')
    writer = csv.writer(text, delimiter=delimiter, lineterminator=end)
    writer.writerow(columns or COLUMNS[register])
    writer.writerows(rows)
    return text.getvalue()


def write(folder, **registers):
    """Writes the named registers (all of ROWS where none is) as plain files; a string or bytes is a file's content."""
    folder = pathlib.Path(folder)
    folder.mkdir(parents=True, exist_ok=True)
    for register, rows in (registers or ROWS).items():
        content = rows if isinstance(rows, (str, bytes)) else csv_text(register, rows)
        (folder / (register + '.csv')).write_bytes(content if isinstance(content, bytes) else content.encode())
    return folder


def cells(content):
    """The rows of an exported file, its heading first."""
    return list(csv.reader(io.StringIO(content.decode('utf-8-sig'), newline='')))


def spreadsheet_safe(rows):
    """The rows as an export writes them: a text that a spreadsheet would run as a formula gets an apostrophe before it.

    Amounts and days are no texts and start with none of these. The import takes the apostrophe off again, also where a
    person wrote it.
    """
    return [["'" + cell if cell.startswith(FORMULA_STARTS) else cell for cell in row] for row in rows]
