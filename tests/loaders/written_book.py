"""A plain workbook (.xlsx) written by hand: many tests want one, and a whole library takes most of their time.

The parts are those that Excel writes: texts shared between cells, dates as numbers with a date's format.
"""

from __future__ import annotations

import datetime as dt
import io
import zipfile
from collections.abc import Mapping, Sequence
from functools import cache
from xml.sax.saxutils import escape, quoteattr

MAIN = "http://schemas.openxmlformats.org/spreadsheetml/2006/main"
OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
PACKAGE = "http://schemas.openxmlformats.org/package/2006"
KIND = "application/vnd.openxmlformats-officedocument.spreadsheetml"
HEAD = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'
STYLES = (
    f'{HEAD}<styleSheet xmlns="{MAIN}"><numFmts count="1"><numFmt numFmtId="164" formatCode="yyyy-mm-dd"/></numFmts>'
    '<fonts count="1"><font><sz val="11"/><name val="Calibri"/></font></fonts>'
    '<fills count="2"><fill><patternFill patternType="none"/></fill><fill><patternFill patternType="gray125"/></fill>'
    '</fills><borders count="1"><border/></borders><cellStyleXfs count="1"><xf numFmtId="0"/></cellStyleXfs>'
    '<cellXfs count="3"><xf numFmtId="0"/><xf numFmtId="164" applyNumberFormat="1"/>'
    '<xf numFmtId="22" applyNumberFormat="1"/></cellXfs>'
    '<cellStyles count="1"><cellStyle name="Normal" xfId="0" builtinId="0"/></cellStyles></styleSheet>'
)
RELATIONS = (
    f'{HEAD}<Relationships xmlns="{PACKAGE}/relationships">'
    f'<Relationship Id="rId1" Type="{OFFICE}/officeDocument" Target="xl/workbook.xml"/></Relationships>'
)
# What a program says that leaves formulas without their results: whoever opens the file is to work them out.
CALCULATE = '<calcPr calcId="124519" fullCalcOnLoad="1"/>'
DATE, MOMENT = 1, 2  # the formats of the styles above, by their places
ERRORS = frozenset({"#NULL!", "#DIV/0!", "#VALUE!", "#REF!", "#NAME?", "#NUM!", "#N/A"})
START = dt.datetime(1899, 12, 30)


def written_book(sheets: Mapping[str, Sequence[Sequence[object]]], hidden: Sequence[str] = ()) -> bytes:
    """These rows on these sheets: texts, numbers, dates, true and false; "=…" is a formula without a result."""
    shared: dict[str, int] = {}
    names = list(sheets)
    parts = {
        "[Content_Types].xml": _content_types(len(names)),
        "_rels/.rels": RELATIONS,
        "xl/workbook.xml": _workbook(names, hidden),
        "xl/_rels/workbook.xml.rels": _relations(len(names)),
        "xl/styles.xml": STYLES,
    }
    parts |= {f"xl/worksheets/sheet{n}.xml": _sheet(rows, shared) for n, rows in enumerate(sheets.values(), start=1)}
    parts["xl/sharedStrings.xml"] = _texts(shared)
    content = io.BytesIO()
    with zipfile.ZipFile(content, "w", zipfile.ZIP_DEFLATED, compresslevel=1) as archive:
        for name, part in parts.items():
            archive.writestr(_entry(name), part)
    return content.getvalue()


@cache
def _entry(name: str) -> zipfile.ZipInfo:
    entry = zipfile.ZipInfo(name)
    entry.compress_type = zipfile.ZIP_DEFLATED
    return entry


@cache
def _content_types(many: int) -> str:
    pages = [(f"worksheets/sheet{n}", "worksheet") for n in range(1, many + 1)]
    said = [("workbook", "sheet.main"), *pages, ("styles", "styles"), ("sharedStrings", "sharedStrings")]
    parts = (f'<Override PartName="/xl/{name}.xml" ContentType="{KIND}.{kind}+xml"/>' for name, kind in said)
    ending = '<Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>'
    return f'{HEAD}<Types xmlns="{PACKAGE}/content-types">{ending}{"".join(parts)}</Types>'


@cache
def _relations(many: int) -> str:
    pages = [("worksheet", f"worksheets/sheet{n}") for n in range(1, many + 1)]
    said = [*pages, ("styles", "styles"), ("sharedStrings", "sharedStrings")]
    each = (
        f'<Relationship Id="rId{n}" Type="{OFFICE}/{kind}" Target="{target}.xml"/>'
        for n, (kind, target) in enumerate(said, start=1)
    )
    return f'{HEAD}<Relationships xmlns="{PACKAGE}/relationships">{"".join(each)}</Relationships>'


def _workbook(names: Sequence[str], hidden: Sequence[str]) -> str:
    states = ("hidden" if name in hidden else "visible" for name in names)
    each = (
        f'<sheet name={quoteattr(name)} sheetId="{n}" state="{state}" r:id="rId{n}"/>'
        for n, (name, state) in enumerate(zip(names, states, strict=True), start=1)
    )
    return f'{HEAD}<workbook xmlns="{MAIN}" xmlns:r="{OFFICE}"><sheets>{"".join(each)}</sheets>{CALCULATE}</workbook>'


def _sheet(rows: Sequence[Sequence[object]], shared: dict[str, int]) -> str:
    lines = []
    for number, row in enumerate(rows, start=1):
        cells = [
            _cell(f"{_letters(column)}{number}", value, shared)
            for column, value in enumerate(row, start=1)
            if value not in ("", None)
        ]
        if cells:
            lines.append(f'<row r="{number}">{"".join(cells)}</row>')
    return f'{HEAD}<worksheet xmlns="{MAIN}"><sheetData>{"".join(lines)}</sheetData></worksheet>'


def _cell(place: str, value: object, shared: dict[str, int]) -> str:
    if isinstance(value, str):
        return _text_cell(place, value, shared)
    if isinstance(value, bool):
        return f'<c r="{place}" t="b"><v>{value:d}</v></c>'
    if isinstance(value, int | float):
        return f'<c r="{place}"><v>{value!r}</v></c>'
    if isinstance(value, dt.datetime):
        return f'<c r="{place}" s="{MOMENT}"><v>{(value - START) / dt.timedelta(days=1)!r}</v></c>'
    if isinstance(value, dt.date):
        return f'<c r="{place}" s="{DATE}"><v>{(value - START.date()).days}</v></c>'
    raise TypeError(f"No cell is written for {value!r}")


def _text_cell(place: str, text: str, shared: dict[str, int]) -> str:
    if text.startswith("=") and len(text) > 1:
        return f'<c r="{place}"><f>{escape(text[1:])}</f><v></v></c>'
    if text in ERRORS:
        return f'<c r="{place}" t="e"><v>{text}</v></c>'
    return f'<c r="{place}" t="s"><v>{shared.setdefault(text, len(shared))}</v></c>'


def _texts(shared: Mapping[str, int]) -> str:
    each = (f'<si><t xml:space="preserve">{escape(text)}</t></si>' for text in shared)
    return f'{HEAD}<sst xmlns="{MAIN}" count="{len(shared)}" uniqueCount="{len(shared)}">{"".join(each)}</sst>'


@cache
def _letters(column: int) -> str:
    before, last = divmod(column - 1, 26)
    return (_letters(before) if before else "") + chr(ord("A") + last)
