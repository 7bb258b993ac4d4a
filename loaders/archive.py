"""What can be said of a workbook before it is opened: its parts are unpacked one at a time, under limits.

A workbook is a zip of XML. A small one can ask a reader for gigabytes: by what it
unpacks to, by one cell in the farthest corner, by one long text shown a million
times, by entities that expand. All of that is looked at here, on the bytes.
"""

from __future__ import annotations

import io
import posixpath
import re
import zipfile
import zlib
from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from loaders.grid import Place, cell_name, column_number
from loaders.refusal import Refusal

MOST_BYTES = 20_000_000
_MOST_UNPACKED = 200_000_000
_MOST_IN_A_PART = 60_000_000
_MOST_PARTS = 3_000
_MOST_CELLS = 2_000_000
_MOST_TEXT = 500_000_000
_LONGEST_TEXT = 40_000

_TOO_LARGE = "The workbook is far larger than a team caseload workbook. Copy the team figures into a new workbook and upload that."
_DAMAGED = (
    "The workbook is damaged or only part of it arrived. Open it in Excel, save it again as .xlsx, and upload that."
)

_SHEET = re.compile(r"xl/worksheets/[^/]+\.xml", re.IGNORECASE)
# A cell with something in it: one that closes itself is only formatted.
_FILLED_CELL = re.compile(rb"<(?:\w+:)?c\s[^>]*?\br\s*=\s*[\"']([A-Za-z]{1,7})(\d{1,10})[\"'][^>/]*>")
_FORMULA_CELL = re.compile(
    rb"<(?:\w+:)?c\s([^>]*)>\s*<(?:\w+:)?f\b([^>]*?)(?:/>|>([^<]*)</(?:\w+:)?f>)\s*(?:<(?:\w+:)?v\s*/>|<(?:\w+:)?v\s*>\s*</(?:\w+:)?v>)?\s*</(?:\w+:)?c>"
)
_FAULT_CELL = re.compile(
    rb"<(?:\w+:)?c\s([^>]*\bt\s*=\s*[\"']e[\"'][^>]*)>(?:\s*<(?:\w+:)?f\b[^>]*?(?:/>|>[^<]*</(?:\w+:)?f>))?\s*<(?:\w+:)?v\s*>([^<]*)<"
)
_REFERENCE = re.compile(rb"\br\s*=\s*[\"']([A-Za-z]{1,3})(\d{1,7})[\"']")
_TEXT_RESULT = re.compile(rb"\bt\s*=\s*[\"']str[\"']")
_SHEET_ENTRY = re.compile(r"<(?:\w+:)?sheet\s[^>]*>")
_RELATION = re.compile(r"<(?:\w+:)?Relationship\s[^>]*>")
_ATTRIBUTE = re.compile(r"([\w:]+)\s*=\s*(?:\"([^\"]*)\"|'([^']*)')")


@dataclass(frozen=True)
class Facts:
    """What a sheet's XML says that its values do not: formulas without a stored value, cells with an error."""

    formulas: Mapping[Place, str]
    faults: Mapping[Place, str]


def inspect(content: bytes) -> dict[str, Facts]:
    """The facts of each sheet by the sheet's name, once the workbook is known to be safe to open.

    Raises :class:`Refusal` if it is damaged, too large, or made to break a reader.
    """
    try:
        with zipfile.ZipFile(io.BytesIO(content)) as archive:
            entries = archive.infolist()
        parts = dict(_unpacked(content, entries))
    except (zipfile.BadZipFile, zlib.error, NotImplementedError, ValueError, EOFError, OSError, IndexError) as error:
        raise Refusal("damaged", _DAMAGED) from error
    _refuse_long_texts(parts)
    facts = {name: _facts(name, xml) for name, xml in parts.items() if _SHEET.fullmatch(name)}
    return {sheet: facts[part] for sheet, part in _sheet_parts(parts).items() if part in facts}


def part_names(content: bytes) -> list[str]:
    """The names of the parts of a zip; raises :class:`Refusal` if it is damaged."""
    try:
        with zipfile.ZipFile(io.BytesIO(content)) as archive:
            return archive.namelist()
    except (zipfile.BadZipFile, NotImplementedError, ValueError, OSError, IndexError) as error:
        raise Refusal("damaged", _DAMAGED) from error


def _unpacked(content: bytes, entries: list[zipfile.ZipInfo]) -> Iterator[tuple[str, bytes]]:
    """The XML parts that a reader opens. What a part claims to unpack to is not believed."""
    if len(entries) > _MOST_PARTS:
        raise Refusal("too_large", _TOO_LARGE)
    left = _MOST_UNPACKED
    for entry in entries:
        if not entry.filename.casefold().endswith((".xml", ".rels")):
            continue
        part = _inflate(content, entry, min(left, _MOST_IN_A_PART))
        left -= len(part)
        if b"<!DOCTYPE" in part or b"<!ENTITY" in part or b"\0" in part[:64]:
            raise Refusal("unsafe", "The workbook holds definitions that no spreadsheet program writes. " + _DAMAGED)
        yield entry.filename.replace("\\", "/").lstrip("/"), part


def _inflate(content: bytes, entry: zipfile.ZipInfo, most: int) -> bytes:
    """One part, unpacked up to a limit."""
    start = entry.header_offset
    if content[start : start + 4] != b"PK\x03\x04" or entry.flag_bits & 1:
        raise zipfile.BadZipFile("no part where the directory says")
    lengths = content[start + 26 : start + 30]
    begin = start + 30 + int.from_bytes(lengths[:2], "little") + int.from_bytes(lengths[2:], "little")
    packed = content[begin : begin + entry.compress_size]
    if entry.compress_type == zipfile.ZIP_STORED:
        part, whole = packed[: most + 1], True
    elif entry.compress_type == zipfile.ZIP_DEFLATED:
        unpacker = zlib.decompressobj(-15)
        part = unpacker.decompress(packed, most + 1)
        whole = unpacker.eof
    else:
        raise zipfile.BadZipFile("packed in a way no spreadsheet program uses")
    if len(part) > most:
        raise Refusal("too_large", _TOO_LARGE)
    if not whole or zlib.crc32(part) != entry.CRC:
        raise zipfile.BadZipFile("a part is cut short or changed")
    return part


def _refuse_long_texts(parts: Mapping[str, bytes]) -> None:
    """A shared text is copied into every cell that shows it."""
    shared = next((xml for name, xml in parts.items() if name.casefold() == "xl/sharedstrings.xml"), b"")
    if len(shared) <= _LONGEST_TEXT:
        return
    longest = max(map(len, re.split(rb"</(?:\w+:)?si>", shared)))
    if longest <= _LONGEST_TEXT:
        return
    shown = sum(xml.count(b't="s"') + xml.count(b"t='s'") for name, xml in parts.items() if _SHEET.fullmatch(name))
    if shown * longest > _MOST_TEXT:
        raise Refusal("unsafe", "The workbook shows one very long text in very many cells. " + _TOO_LARGE)


def _facts(name: str, xml: bytes) -> Facts:
    _refuse_far_cells(name, xml)
    formulas: dict[Place, str] = {}
    if b"<f" in xml or b":f" in xml:
        for attributes, how, formula in _FORMULA_CELL.findall(xml):
            place = _place(attributes)
            # A formula whose result is an empty text has a value: nothing.
            if place and not _TEXT_RESULT.search(attributes):
                formulas[place] = _unescaped(formula) or ("shared" if b"shared" in how else "")
    found = _FAULT_CELL.findall(xml) if b'"e"' in xml or b"'e'" in xml else []
    faults = {place: _unescaped(fault) for attributes, fault in found if (place := _place(attributes))}
    return Facts(formulas, faults)


def _refuse_far_cells(name: str, xml: bytes) -> None:
    """Readers build the whole rectangle down to the last cell, however empty it is."""
    places = set(_FILLED_CELL.findall(xml))
    if not places:
        return
    rows = max(int(row) for _, row in places)
    columns = max(column_number(letters.decode()) for letters in {letters for letters, _ in places}) + 1
    if rows * columns > _MOST_CELLS:
        far = cell_name(rows - 1, columns - 1)
        raise Refusal(
            "far_cells",
            f"One sheet ({posixpath.basename(name)}) reaches as far as cell {far}, though it can hold little. "
            "Delete the rows and columns beyond the figures, or copy the figures into a new workbook, and upload that.",
        )


def _place(attributes: bytes) -> Place | None:
    found = _REFERENCE.search(b" " + attributes)
    return (int(found.group(2)) - 1, column_number(found.group(1).decode())) if found else None


def _unescaped(text: bytes) -> str:
    plain = text.decode("utf-8", errors="replace")
    for code, character in (("&lt;", "<"), ("&gt;", ">"), ("&quot;", '"'), ("&apos;", "'"), ("&amp;", "&")):
        plain = plain.replace(code, character)
    return plain


def _sheet_parts(parts: Mapping[str, bytes]) -> dict[str, str]:
    """The part that holds each sheet, by the sheet's name."""
    relations = parts.get("xl/_rels/workbook.xml.rels", b"").decode("utf-8", errors="replace")
    targets = {}
    for tag in _RELATION.findall(relations):
        relation = _attributes(tag)
        targets[relation.get("Id", "")] = posixpath.normpath(posixpath.join("/xl", relation.get("Target", ""))).lstrip(
            "/"
        )
    book = parts.get("xl/workbook.xml", b"").decode("utf-8", errors="replace")
    sheets = [_attributes(tag) for tag in _SHEET_ENTRY.findall(book)]
    return {sheet.get("name", ""): targets.get(sheet.get("r:id", ""), "") for sheet in sheets}


def _attributes(tag: str) -> dict[str, str]:
    return {name: _unescaped((one or other).encode()) for name, one, other in _ATTRIBUTE.findall(tag)}
