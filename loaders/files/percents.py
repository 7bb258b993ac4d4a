"""Which cells of an .xlsx sheet show their number as a percentage: their values do not say so, 0.05 is shown as 5%."""

from __future__ import annotations

import re

from loaders.files.grid import Place, column_number

_FORMAT = re.compile(rb"<(?:\w+:)?numFmt\s[^<>]*>")
_STYLES = re.compile(rb"<(?:\w+:)?cellXfs\b[^<>]*>(.*?)</(?:\w+:)?cellXfs>", re.DOTALL)
_STYLE = re.compile(rb"<(?:\w+:)?xf\s[^<>]*>")
_NUMBER = re.compile(rb"\bnumFmtId\s*=\s*[\"'](\d+)[\"']")
_CODE = re.compile(rb"\bformatCode\s*=\s*(?:\"([^\"]*)\"|'([^']*)')")
# The two percentages among the formats that Excel has without their being written down.
_BUILT_IN = {b"9", b"10"}


def percent_styles(styles: bytes) -> list[int]:
    """The numbers of the cell styles that show a percentage, from a workbook's part of styles."""
    own = {tag: _CODE.search(tag) for tag in _FORMAT.findall(styles)}
    percents = _BUILT_IN | {_number(tag) for tag, code in own.items() if code and b"%" in (code[1] or code[2] or b"")}
    listed = _STYLES.search(styles)
    found = _STYLE.findall(listed[1]) if listed else []
    return [place for place, tag in enumerate(found) if _number(tag) in percents]


def _number(tag: bytes) -> bytes:
    found = _NUMBER.search(tag)
    return found[1] if found else b""


def percent_places(sheet: bytes, styles: list[int]) -> frozenset[Place]:
    """The places of the cells of a sheet that have one of the styles."""
    if not styles:
        return frozenset()
    wanted = b"|".join(str(style).encode() for style in styles)
    cell = (
        rb"<(?:\w+:)?c\s(?=[^<>]*\bs\s*=\s*[\"'](?:"
        + wanted
        + rb")[\"'])[^<>]*\br\s*=\s*[\"']([A-Za-z]{1,3})(\d{1,7})[\"']"
    )
    return frozenset((int(row) - 1, column_number(letters.decode())) for letters, row in re.findall(cell, sheet))
