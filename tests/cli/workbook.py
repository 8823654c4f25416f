# SPDX-License-Identifier: GPL-3.0-or-later
"""The least of a workbook that a reader takes, made by hand so that each of its parts can be made wrong."""
import struct
import zipfile
import zlib
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


def ods_xml(tables):
    """The content of an ODS workbook whose spreadsheet holds `tables`."""
    spaces = ' '.join(f'xmlns:{prefix}="urn:oasis:names:tc:opendocument:xmlns:{prefix}:1.0"'
                      for prefix in ('office', 'table', 'text'))
    return (f'<?xml version="1.0" encoding="UTF-8"?><office:document-content {spaces}><office:body><office:spreadsheet>'
            f'{tables}</office:spreadsheet></office:body></office:document-content>')


def ods_rows(rows, name='persons'):
    """A sheet of rows of texts."""
    cells = ''.join('<table:table-row>' + ''.join(f'<table:table-cell><text:p>{escape(cell)}</text:p></table:table-cell>'
                                                  for cell in row) + '</table:table-row>' for row in rows)
    return f'<table:table table:name="{name}">{cells}</table:table>'


def write_ods(path, content, **more):
    with zipfile.ZipFile(path, 'w', zipfile.ZIP_DEFLATED) as package:
        package.writestr('mimetype', 'application/vnd.oasis.opendocument.spreadsheet', zipfile.ZIP_STORED)
        for name, text in {'content.xml': content, **more}.items():
            package.writestr(name, text)
    return path


def _swell(head, block, times, tail):
    """Deflates what would take gigabytes to hold: a block that is flushed to byte ends can be repeated as it is."""
    packer = zlib.compressobj(9, zlib.DEFLATED, -15)
    pieces = [packer.compress(piece) + packer.flush(zlib.Z_FULL_FLUSH) for piece in (head, block)]
    return pieces[0] + pieces[1] * times + packer.compress(tail) + packer.flush()


def swell(path, others, name, template, times, size=None):
    """Writes a package of `others` and one part that is `template` with a MiB of its middle `times` over.

    `template`: what stands before, what is repeated, what stands behind. The package says that the part has `size`
    bytes, the truth where that is left out; its checksum is wrong, which shows to nobody who stops before the end.
    """
    head, word, tail = (piece.encode() for piece in template)
    block = word * ((1 << 20) // len(word))
    plain = {other: text.encode() for other, text in others.items()}
    entries = [(other, _swell(text, b'', 0, b''), len(text), zlib.crc32(text)) for other, text in plain.items()]
    entries.append((name, _swell(head, block, times, tail), size or len(head) + len(block) * times + len(tail), 0))
    directory = b''
    with open(path, 'wb') as package:
        for entry, data, length, checksum in entries:
            common = struct.pack('<HHHHHIIIHH', 20, 0, 8, 0, 33, checksum, len(data), length, len(entry), 0)
            directory += b'PK\1\2\x14\0' + common + struct.pack('<HHHII', 0, 0, 0, 0, package.tell()) + entry.encode()
            package.write(b'PK\3\4' + common + entry.encode() + data)
        end = struct.pack('<HHHHIIH', 0, 0, len(entries), len(entries), len(directory), package.tell(), 0)
        package.write(directory + b'PK\5\6' + end)
    return path
