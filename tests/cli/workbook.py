# SPDX-License-Identifier: GPL-3.0-or-later
"""The least of a workbook that a reader takes, made by hand so that each of its parts can be made wrong."""
import zipfile
from xml.sax.saxutils import escape

MAIN = 'http://schemas.openxmlformats.org/spreadsheetml/2006/main'
RELATIONS = 'http://schemas.openxmlformats.org/package/2006/relationships'
OFFICE = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships'
TYPES = 'http://schemas.openxmlformats.org/package/2006/content-types'
PACKAGE = 'application/vnd.openxmlformats-officedocument.spreadsheetml.'


def sheet_xml(rows):
    cells = ''.join('<row>' + ''.join(f'<c t="inlineStr"><is><t xml:space="preserve">{escape(cell)}</t></is></c>'
                                      for cell in row) + '</row>' for row in rows)
    return f'<?xml version="1.0" encoding="UTF-8"?><worksheet xmlns="{MAIN}"><sheetData>{cells}</sheetData></worksheet>'


def parts(sheets):
    """{name in the package: text} of sheets given as rows, or as the XML of the whole sheet."""
    names = list(sheets)
    result = {
        '[Content_Types].xml': f'<Types xmlns="{TYPES}"><Default Extension="rels" ContentType="application/vnd.openxml'
                               'formats-package.relationships+xml"/><Default Extension="xml" ContentType="application/'
                               f'xml"/><Override PartName="/xl/workbook.xml" ContentType="{PACKAGE}sheet.main+xml"/>' +
                               ''.join(f'<Override PartName="/xl/worksheets/sheet{n}.xml" ContentType="{PACKAGE}'
                                       'worksheet+xml"/>' for n in range(1, len(names) + 1)) + '</Types>',
        '_rels/.rels': f'<Relationships xmlns="{RELATIONS}"><Relationship Id="rId1" Type="{OFFICE}/officeDocument" '
                       'Target="xl/workbook.xml"/></Relationships>',
        'xl/workbook.xml': f'<workbook xmlns="{MAIN}" xmlns:r="{OFFICE}"><sheets>' +
                           ''.join(f'<sheet name="{name}" sheetId="{n}" r:id="rId{n}"/>'
                                   for n, name in enumerate(names, 1)) + '</sheets></workbook>',
        'xl/_rels/workbook.xml.rels': f'<Relationships xmlns="{RELATIONS}">' +
                                      ''.join(f'<Relationship Id="rId{n}" Type="{OFFICE}/worksheet" Target="worksheets/'
                                              f'sheet{n}.xml"/>' for n in range(1,
                                                                                len(names) + 1)) + '</Relationships>',
    }
    for number, name in enumerate(names, 1):
        rows = sheets[name]
        result[f'xl/worksheets/sheet{number}.xml'] = rows if isinstance(rows, (str, bytes)) else sheet_xml(rows)
    return result


def write(path, sheets, **more):
    """`more`: parts that replace or join those of the sheets, by their names in the package."""
    with zipfile.ZipFile(path, 'w', zipfile.ZIP_DEFLATED) as package:
        for name, text in {**parts(sheets), **more}.items():
            package.writestr(name, text)
    return path
