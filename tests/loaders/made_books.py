"""The same rows as a workbook of any other kind: .xls, .xlsb, .ods, Strict Open XML; written by hand, byte by byte.

A cell is a text, a number, a date, ``None``, :class:`Broken` (an error such as
#REF!) or :class:`Computed` (a formula and its stored result, or none).
"""

from __future__ import annotations

import datetime as dt
import io
import re
import struct
import zipfile
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from xml.sax.saxutils import escape, quoteattr

import openpyxl

Merge = tuple[int, int, int, int]  # first row, first column, last row, last column, counted from 0


@dataclass(frozen=True)
class Broken:
    """A cell that shows an error."""

    code: int = 0x17  # #REF!
    shown: str = "#REF!"


@dataclass(frozen=True)
class Computed:
    """A formula; its result is ``None`` where the program that wrote it did not calculate."""

    formula: str
    result: float | str | None


@dataclass(frozen=True)
class Page:
    """One sheet."""

    rows: Sequence[Sequence[object]]
    merges: Sequence[Merge] = ()
    hidden: bool = False


Pages = Mapping[str, Page]


def pages_of(content: bytes) -> dict[str, Page]:
    """The sheets of a workbook (.xlsx), to be written as another kind; formulas in it have no result."""
    pages = {}
    for sheet in openpyxl.load_workbook(io.BytesIO(content)).worksheets:
        rows = [[_taken(cell.value) for cell in row] for row in sheet.iter_rows(min_row=1, min_col=1)]
        merges = [(a.min_row - 1, a.min_col - 1, a.max_row - 1, a.max_col - 1) for a in sheet.merged_cells.ranges]
        pages[sheet.title] = Page(rows, sorted(merges), sheet.sheet_state != "visible")
    return pages


def _taken(cell: object) -> object:
    if isinstance(cell, dt.datetime):
        return cell.date()
    return Computed(cell[1:], None) if isinstance(cell, str) and cell.startswith("=") else cell


def days(day: dt.date, from_1904: bool) -> float:
    start = dt.date(1904, 1, 1) if from_1904 else dt.date(1899, 12, 30)
    return float((day - start).days)


def cells_of(page: Page):
    for row, cells in enumerate(page.rows):
        for column, cell in enumerate(cells):
            if cell is not None and cell != "":
                yield row, column, cell


# --- .xls: records of BIFF8 in a stream of an OLE2 file ---


def record(kind: int, data: bytes = b"") -> bytes:
    return struct.pack("<HH", kind, len(data)) + data


def short_text(text: str, length: str) -> bytes:
    return struct.pack(length, len(text)) + b"\1" + text.encode("utf-16-le")


def xls(pages: Pages, *, from_1904: bool = False, password: bool = False) -> bytes:
    """A workbook of Excel 97 to 2003."""
    shared: dict[str, int] = {}
    sheets = [xls_sheet(page, shared, from_1904) for page in pages.values()]
    start = record(0x809, struct.pack("<HHHHII", 0x600, 5, 0, 0, 0, 0))
    if password:
        start += record(0x2F, bytes(54))
    start += record(0x42, struct.pack("<H", 1200)) + record(0x22, struct.pack("<H", from_1904))
    start += b"".join(record(0xE0, struct.pack("<HH", 0, form) + bytes(16)) for form in (0, 14))
    end = shared_texts(list(shared)) + record(0x0A)
    place = len(start) + sum(12 + 2 * len(name) for name in pages) + len(end)
    middle = b""
    for (name, page), sheet in zip(pages.items(), sheets, strict=True):
        middle += record(0x85, struct.pack("<IBB", place, page.hidden, 0) + short_text(name, "<B"))
        place += len(sheet)
    return ole2({"Workbook": start + middle + end + b"".join(sheets)})


def shared_texts(texts: Sequence[str]) -> bytes:
    parts = [struct.pack("<II", len(texts), len(texts))]
    for text in texts:
        told = short_text(text, "<H")
        if len(parts[-1]) + len(told) > 8000:
            parts.append(b"")
        parts[-1] += told
    return record(0xFC, parts[0]) + b"".join(record(0x3C, part) for part in parts[1:])


def xls_sheet(page: Page, shared: dict[str, int], from_1904: bool) -> bytes:
    height, width = len(page.rows), max(map(len, page.rows), default=0)
    out = [record(0x809, struct.pack("<HHHHII", 0x600, 0x10, 0, 0, 0, 0))]
    out.append(record(0x200, struct.pack("<IIHHH", 0, height, 0, width, 0)))
    for row, column, cell in cells_of(page):
        head = struct.pack("<HHH", row, column, isinstance(cell, dt.date))
        if isinstance(cell, Broken):
            out.append(record(0x205, head + bytes([cell.code, 1])))
        elif isinstance(cell, Computed):
            blank = struct.pack("<BBBBHH", 3, 0, 0, 0, 0, 0xFFFF)
            result = blank if cell.result is None else struct.pack("<d", cell.result)
            flags = 3 * (cell.result is None)
            out.append(record(0x06, head + result + struct.pack("<HIH", flags, 0, 3) + b"\x1e\1\0"))
        elif isinstance(cell, dt.date):
            out.append(record(0x203, head + struct.pack("<d", days(cell, from_1904))))
        elif isinstance(cell, str):
            out.append(record(0xFD, head + struct.pack("<I", shared.setdefault(cell, len(shared)))))
        else:
            out.append(record(0x203, head + struct.pack("<d", cell)))
    if page.merges:
        areas = b"".join(struct.pack("<HHHH", top, bottom, left, right) for top, left, bottom, right in page.merges)
        out.append(record(0xE5, struct.pack("<H", len(page.merges)) + areas))
    return b"".join(out) + record(0x0A)


def ole2(streams: Mapping[str, bytes]) -> bytes:
    """A file of streams, each of at least 4,096 bytes."""
    sectors: list[bytes] = []
    chains: list[int] = []

    def put(data: bytes) -> int:
        first = len(sectors)
        cut = [data[n : n + 512].ljust(512, b"\0") for n in range(0, len(data), 512)]
        sectors.extend(cut)
        chains.extend([*range(first + 1, first + len(cut)), 0xFFFFFFFE])
        return first

    entries = [(name, 2, put(data.ljust(4096, b"\0")), max(len(data), 4096)) for name, data in streams.items()]
    names = [("Root Entry", 5, 0xFFFFFFFE, 0), *entries]
    directory = b"".join(directory_entry(place, len(names), *entry) for place, entry in enumerate(names))
    first_directory = put(directory.ljust(-(-len(directory) // 512) * 512, b"\0"))
    tables = 1
    while (len(sectors) + tables) * 4 > tables * 512:
        tables += 1
    where = list(range(len(sectors), len(sectors) + tables))
    table = struct.pack(f"<{len(chains) + tables}I", *chains, *[0xFFFFFFFD] * tables).ljust(tables * 512, b"\xff")
    head = bytes.fromhex("d0cf11e0a1b11ae1") + bytes(16) + struct.pack("<HHHHH", 0x3E, 3, 0xFFFE, 9, 6) + bytes(10)
    head += struct.pack("<IIIIIIII", tables, first_directory, 0, 4096, 0xFFFFFFFE, 0, 0xFFFFFFFE, 0)
    head += struct.pack(f"<{tables}I", *where).ljust(436, b"\xff")
    return head + b"".join(sectors) + table


def directory_entry(place: int, many: int, name: str, kind: int, first: int, size: int) -> bytes:
    told = (name + "\0").encode("utf-16-le")
    right = place + 1 if 0 < place < many - 1 else 0xFFFFFFFF
    child = 1 if not place and many > 1 else 0xFFFFFFFF
    links = struct.pack("<BBIII", kind, 1, 0xFFFFFFFF, right, child)
    return told.ljust(64, b"\0") + struct.pack("<H", len(told)) + links + bytes(36) + struct.pack("<IQ", first, size)


# --- .xlsb: records of BIFF12 in a zip ---


def binary(kind: int, data: bytes = b"") -> bytes:
    told = bytes([kind]) if kind < 0x80 else bytes([kind & 0x7F | 0x80, kind >> 7])
    length = len(data)
    while length >= 0x80:
        told += bytes([length & 0x7F | 0x80])
        length >>= 7
    return told + bytes([length]) + data


def long_text(text: str) -> bytes:
    return struct.pack("<I", len(text)) + text.encode("utf-16-le")


def xlsb(pages: Pages, *, from_1904: bool = False) -> bytes:
    """A binary workbook of Excel 2007 and later."""
    bundle = b"".join(
        binary(156, struct.pack("<II", page.hidden, place) + long_text(f"rId{place}") + long_text(name))
        for place, (name, page) in enumerate(pages.items(), start=1)
    )
    book = binary(131) + binary(153, struct.pack("<II", from_1904, 0) + long_text(""))
    parts = {"xl/workbook.bin": book + binary(143) + bundle + binary(144) + binary(132)}
    links, shared = "", dict[str, int]()
    for place, page in enumerate(pages.values(), start=1):
        parts[f"xl/worksheets/sheet{place}.bin"] = xlsb_sheet(page, shared, from_1904)
        links += relation(f"rId{place}", "worksheet", f"worksheets/sheet{place}.bin")
    parts["xl/sharedStrings.bin"] = b"".join(
        [binary(159, struct.pack("<II", len(shared), len(shared))), *(binary(19, b"\0" + long_text(t)) for t in shared)]
    ) + binary(160)
    forms = b"".join(binary(47, struct.pack("<HH", 0, form) + bytes(12)) for form in (0, 14))
    parts["xl/styles.bin"] = binary(278) + binary(617, struct.pack("<I", 2)) + forms + binary(618) + binary(279)
    links += relation("rIdS", "sharedStrings", "sharedStrings.bin") + relation("rIdF", "styles", "styles.bin")
    parts["xl/_rels/workbook.bin.rels"] = relations(links)
    parts["_rels/.rels"] = relations(relation("rId1", "officeDocument", "xl/workbook.bin"))
    types = '<Default Extension="bin" ContentType="application/vnd.ms-excel.sheet.binary.macroEnabled.main"/>'
    parts["[Content_Types].xml"] = f'<Types xmlns="{CONTENT}content-types">{types}</Types>'.encode()
    return zipped(parts)


CONTENT = "http://schemas.openxmlformats.org/package/2006/"


def relation(name: str, kind: str, target: str) -> str:
    where = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
    return f'<Relationship Id="{name}" Type="{where}/{kind}" Target="{target}"/>'


def relations(inside: str) -> bytes:
    return f'<Relationships xmlns="{CONTENT}relationships">{inside}</Relationships>'.encode()


def xlsb_sheet(page: Page, shared: dict[str, int], from_1904: bool) -> bytes:
    height, width = len(page.rows), max(map(len, page.rows), default=0)
    out, last = [binary(129), binary(148, struct.pack("<IIII", 0, height - 1, 0, width - 1)), binary(145)], -1
    for row, column, cell in cells_of(page):
        if row != last:
            out.append(binary(0, struct.pack("<I", row) + bytes(13)))
            last = row
        head = struct.pack("<II", column, isinstance(cell, dt.date))
        if isinstance(cell, Broken):
            out.append(binary(3, head + bytes([cell.code])))
        elif isinstance(cell, Computed):
            told = (8, long_text("")) if cell.result is None else (9, struct.pack("<d", cell.result))
            rest = struct.pack("<HI", 2 * (cell.result is None), 3) + b"\x1e\1\0" + bytes(4)
            out.append(binary(told[0], head + told[1] + rest))
        elif isinstance(cell, dt.date):
            out.append(binary(5, head + struct.pack("<d", days(cell, from_1904))))
        elif isinstance(cell, str):
            out.append(binary(7, head + struct.pack("<I", shared.setdefault(cell, len(shared)))))
        else:
            out.append(binary(5, head + struct.pack("<d", cell)))
    out.append(binary(146))
    if page.merges:
        areas = (
            binary(176, struct.pack("<IIII", top, bottom, left, right)) for top, left, bottom, right in page.merges
        )
        out += [binary(177, struct.pack("<I", len(page.merges))), *areas, binary(178)]
    return b"".join(out) + binary(130)


def zipped(parts: Mapping[str, bytes], stored: Sequence[str] = ()) -> bytes:
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, part in parts.items():
            archive.writestr(name, part, zipfile.ZIP_STORED if name in stored else zipfile.ZIP_DEFLATED)
    return out.getvalue()


# --- .ods ---

KIND = "application/vnd.oasis.opendocument.spreadsheet"
SPACES = " ".join(
    f'xmlns:{short}="urn:oasis:names:tc:opendocument:xmlns:{name}:1.0"'
    for short, name in (("office", "office"), ("table", "table"), ("text", "text"), ("style", "style"))
)


def ods(pages: Pages, *, content: str | None = None) -> bytes:
    """An OpenDocument spreadsheet as LibreOffice writes it: rows of nothing below the last one, repeated."""
    tables = "".join(ods_table(name, page) for name, page in pages.items())
    style = '<style:style style:name="away" style:family="table"><style:table-properties table:display="false"/>'
    whole = (
        f'<?xml version="1.0" encoding="UTF-8"?><office:document-content {SPACES} office:version="1.3">'
        f"<office:automatic-styles>{style}</style:style></office:automatic-styles>"
        f"<office:body><office:spreadsheet>{tables}</office:spreadsheet></office:body></office:document-content>"
    )
    space = 'xmlns:manifest="urn:oasis:names:tc:opendocument:xmlns:manifest:1.0"'
    manifest = f'<manifest:manifest {space}><manifest:file-entry manifest:full-path="/" manifest:media-type="{KIND}"/>'
    parts = {"mimetype": KIND.encode(), "content.xml": (content or whole).encode()}
    return zipped({**parts, "META-INF/manifest.xml": f"{manifest}</manifest:manifest>".encode()}, ["mimetype"])


def ods_table(name: str, page: Page) -> str:
    spans = {(top, left): (bottom - top + 1, right - left + 1) for top, left, bottom, right in page.merges}
    covered = {
        (row, column)
        for top, left, bottom, right in page.merges
        for row in range(top, bottom + 1)
        for column in range(left, right + 1)
        if (row, column) != (top, left)
    }
    rows = []
    for row, cells in enumerate(page.rows):
        told = [
            "<table:covered-table-cell/>" if (row, column) in covered else ods_cell(cell, spans.get((row, column)))
            for column, cell in enumerate(cells)
        ]
        rows.append(f"<table:table-row>{''.join(told)}<table:table-cell {REPEATED}='900'/></table:table-row>")
    style = ' table:style-name="away"' if page.hidden else ""
    rest = "<table:table-row table:number-rows-repeated='1048000'><table:table-cell/></table:table-row>"
    return f"<table:table table:name={quoteattr(name)}{style}>{''.join(rows)}{rest}</table:table>"


REPEATED = "table:number-columns-repeated"


def ods_cell(cell: object, span: tuple[int, int] | None) -> str:
    said = f" table:number-rows-spanned='{span[0]}' table:number-columns-spanned='{span[1]}'" if span else ""
    if isinstance(cell, Computed):
        formula = re.sub(r"([A-Z]+\d+)", r"[.\1]", cell.formula).replace("]:[", ":").replace(",", ";")
        said += f" table:formula={quoteattr('of:=' + formula)}"
        cell = cell.result
    if cell is None or cell == "":
        return f"<table:table-cell{said}/>"
    if isinstance(cell, Broken):
        told = f"office:value-type='string' office:string-value=''><text:p>{cell.shown}</text:p>"
    elif isinstance(cell, dt.date):
        told = f"office:value-type='date' office:date-value='{cell:%Y-%m-%d}'><text:p>{cell:%d/%m/%y}</text:p>"
    elif isinstance(cell, str):
        lines = "".join(f"<text:p>{escape(line)}</text:p>" for line in cell.split("\n"))
        told = f"office:value-type='string'>{lines}"
    else:
        told = f"office:value-type='float' office:value='{cell}'><text:p>{cell}</text:p>"
    return f"<table:table-cell{said} {told}</table:table-cell>"


# --- Strict Open XML: an ordinary workbook under the other names ---

_STRICT = (
    (rb"http://schemas\.openxmlformats\.org/spreadsheetml/2006/main", b"http://purl.oclc.org/ooxml/spreadsheetml/main"),
    (
        rb"http://schemas\.openxmlformats\.org/officeDocument/2006/relationships",
        b"http://purl.oclc.org/ooxml/officeDocument/relationships",
    ),
    (rb"<workbook ", b'<workbook conformance="strict" '),
)


def strict(content: bytes) -> bytes:
    """The same workbook (.xlsx) as Strict Open XML."""
    with zipfile.ZipFile(io.BytesIO(content)) as archive:
        parts = {name: archive.read(name) for name in archive.namelist()}
    for name, part in parts.items():
        for pattern, text in _STRICT:
            part = re.sub(pattern, text, part)
        parts[name] = part
    return zipped(parts)
