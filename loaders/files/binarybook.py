"""What a binary workbook (.xlsb) says that its values do not; its records are walked, after [MS-XLSB]."""

from __future__ import annotations

import posixpath
import struct
from collections.abc import Iterator, Mapping
from dataclasses import replace

from loaders.files.facts import RELATION, Facts, tags
from loaders.files.grid import Place
from loaders.files.oldbook import FAULTS
from loaders.files.reach import refuse_far
from loaders.refusal import RefusalError

_ROW, _ERROR, _TEXT_FORMULA, _ERROR_FORMULA, _SHEET, _MERGED, _PROPERTIES = 0, 3, 8, 11, 156, 176, 153
_FILLED = frozenset({2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 62})
_CALCULATE_FIRST = 2
_BOOK, _LINKS = "xl/workbook.bin", "xl/_rels/workbook.bin.rels"


def binary_facts(parts: Mapping[str, bytes]) -> dict[str, Facts]:
    """The facts of each sheet by its name, from a workbook's unpacked parts.

    Raises :class:`RefusalError` if it is damaged or reaches too far.
    """
    by_name = {name.casefold(): part for name, part in parts.items()}
    links = {tag.get("id", ""): tag.get("target", "") for tag in tags(RELATION, by_name.get(_LINKS, b""))}
    try:
        found = {}
        from_1904 = False
        for kind, record in _records(by_name.get(_BOOK, b"")):
            if kind == _PROPERTIES:
                from_1904 = bool(record[0] & 1)
            elif kind == _SHEET:
                link, name = _two_texts(record[8:])
                part = posixpath.normpath(posixpath.join("/xl", links.get(link, ""))).lstrip("/")
                found[name] = replace(_sheet(by_name.get(part.casefold(), b"")), from_1904=from_1904)
    except (struct.error, IndexError, UnicodeDecodeError) as error:
        raise RefusalError("damaged") from error
    return found


def _records(data: bytes) -> Iterator[tuple[int, bytes]]:
    place, end = 0, len(data)
    while place < end:
        kind = data[place]
        place += 1
        if kind & 0x80:
            kind = kind & 0x7F | (data[place] & 0x7F) << 7
            place += 1
        length = shift = 0
        while True:
            byte = data[place]
            place += 1
            length |= (byte & 0x7F) << shift
            shift += 7
            if byte < 0x80 or shift > 21:
                break
        if place + length > end:
            raise RefusalError("damaged")
        yield kind, data[place : place + length]
        place += length


def _two_texts(data: bytes) -> tuple[str, str]:
    texts = []
    for _ in range(2):
        (length,) = struct.unpack_from("<I", data)
        texts.append(data[4 : 4 + 2 * length].decode("utf-16-le"))
        data = data[4 + 2 * length :]
    return texts[0], texts[1]


def _sheet(data: bytes) -> Facts:
    formulas: dict[Place, str] = {}
    faults: dict[Place, str] = {}
    merged: list[tuple[Place, Place]] = []
    row = rows = columns = 0
    for kind, record in _records(data):
        if kind == _ROW:
            (row,) = struct.unpack_from("<I", record)
        elif kind in _FILLED:
            (column,) = struct.unpack_from("<I", record)
            rows, columns = max(rows, row + 1), max(columns, column + 1)
            if kind in (_ERROR, _ERROR_FORMULA):
                faults[row, column] = FAULTS.get(record[8], "#N/A")
            elif kind == _TEXT_FORMULA and record[8:12] == b"\0\0\0\0" and record[12] & _CALCULATE_FIRST:
                formulas[row, column] = ""
        elif kind == _MERGED:
            top, bottom, left, right = struct.unpack_from("<IIII", record)
            merged.append(((top, left), (bottom, right)))
    refuse_far(rows, columns)
    return Facts(formulas, faults, tuple(merged))
