# SPDX-License-Identifier: GPL-3.0-or-later
"""A PDF as poppler's tools see it: lines with their place in millimetres, size and style."""
import collections
import functools
import html
import re
import subprocess

MM = 25.4 / 72
BOX = 1.107  # height of a line's box over the size of its font, for the fonts with the metrics of Times

Line = collections.namedtuple('Line', 'page text x0 x1 y0 y1 size')


def tool(*command):
    return subprocess.run(list(map(str, command)), capture_output=True, check=True).stdout.decode('utf-8')


class Pdf:
    def __init__(self, path):
        self.path = path
        self.info = dict(re.findall(r'^([A-Za-z ]+):[ \t]+(.*)$', tool('pdfinfo', '-isodates', path), re.MULTILINE))
        self.fonts = [line.split() for line in tool('pdffonts', path).splitlines()[2:]]
        self.pages = int(self.info['Pages'])
        self.text = tool('pdftotext', '-layout', path, '-')
        self.lines = list(read_lines(tool('pdftotext', '-bbox-layout', path, '-')))

    def style(self, line):
        """What every piece of the line is set in: 'b', 'i'. A word may be several pieces, of several subsets."""
        pieces = [style for page, x, y, style in self.pieces if page == line.page and
                  line.x0 - 1 < x < line.x1 and line.y0 < y < line.y1]
        return set.intersection(*pieces) if pieces else set()

    @functools.cached_property
    def pieces(self):
        """(page, x, y, styles) of the middle of each piece of text; the tool counts in pixels, three to two points."""
        result = []
        for page, content in enumerate(tool('pdftohtml', '-xml', '-i', '-hidden', '-stdout',
                                            self.path).split('<page ')):
            for top, left, width, height, text in re.findall(
                    r'<text top="(-?\d+)" left="(-?\d+)" width="(-?\d+)" height="(-?\d+)" font="\d+">(.*?)</text>',
                    content):
                if clean(re.sub('<[^>]*>', '', text)):
                    x, y = int(left) + int(width) / 2, int(top) + int(height) / 2
                    result.append((page, x / 1.5 * MM, y / 1.5 * MM, {tag for tag in 'bi' if f'<{tag}>' in text}))
        return result

    def outline(self):
        """The titles of the bookmarks, in their order."""
        shown = tool('qpdf', '--json', '--json-key=outlines', self.path)
        return re.findall(r'"title": "((?:[^"\\]|\\.)*)"', shown)

    def line(self, text, page=1):
        """The line of the page that holds these words, and None where there is none or more than one."""
        found = [line for line in self.lines if line.page == page and text in line.text]
        return found[0] if len(found) == 1 else None


def clean(text):
    return ' '.join(html.unescape(text).split())


def read_lines(bbox):
    page = 0
    number = r'="([\d.-]+)"'
    for element in re.finditer(r'<page |<line xMin' + number + ' yMin' + number + ' xMax' + number + ' yMax' + number +
                               r'>(.*?)</line>', bbox, re.DOTALL):
        if element.group(0) == '<page ':
            page += 1
            continue
        x0, y0, x1, y1 = (float(element.group(n)) for n in range(1, 5))
        words = re.findall(r'<word [^>]*>(.*?)</word>', element.group(5))
        yield Line(page, clean(' '.join(words)), x0 * MM, x1 * MM, y0 * MM, y1 * MM, (y1 - y0) / BOX)
