"""What an old Excel workbook (.xls) says that its values do not; its records are walked, after [MS-XLS]."""

from __future__ import annotations

import struct
from collections.abc import Iterator, Mapping
from dataclasses import replace

from loaders.files.compound import Compound
from loaders.files.facts import Facts
from loaders.files.grid import Place
from loaders.refusal import RefusalError

STREAMS = ("Workbook", "Book")
# Errors as Excel numbers them, in every binary format.
FAULTS: Mapping[int, str] = {
    0x00: "#NULL!", 0x07: "#DIV/0!", 0x0F: "#VALUE!", 0x17: "#REF!", 0x1D: "#NAME?", 0x24: "#NUM!", 0x2A: "#N/A",
}  # fmt: skip
_BEGIN, _END, _PASSWORD, _SHEET = 0x809, 0x0A, 0x2F, 0x85
_FORMULA, _BOOLEAN_OR_ERROR, _MERGED, _DAYS = 0x06, 0x205, 0xE5, 0x22
_CALCULATE_FIRST = 3  # flags of a formula that is still to be worked out when the file is opened
_NEW = 0x600  # the version that writes names in Unicode


def old_facts(content: bytes) -> dict[str, Facts]:
    """The facts of each sheet by its name. Raises :class:`RefusalError` if it is damaged or has a password."""
    book = Compound(content)
    records = book.stream(next(name for name in STREAMS if name in book.names))
    try:
        days = next((record for kind, record in _records(records, 0) if kind == _DAYS), b"\0\0")
        from_1904 = days[0] == 1
        return {name: replace(_sheet(records, start), from_1904=from_1904) for name, start in _sheets(records)}
    except (struct.error, IndexError) as error:
        raise RefusalError("damaged") from error


def _records(data: bytes, start: int) -> Iterator[tuple[int, bytes]]:
    """The records from a place to the end that belongs to its beginning."""
    depth = 0
    while True:
        kind, length = struct.unpack_from("<HH", data, start)
        start += 4
        if kind == _BEGIN:
            depth += 1
        elif kind == _END:
            depth -= 1
            if depth <= 0:
                return
        elif depth == 1:
            # What lies deeper is a chart on the sheet.
            yield kind, data[start : start + length]
        start += length


def _sheets(data: bytes) -> list[tuple[str, int]]:
    """The name of each sheet, and where its records begin."""
    (version,) = struct.unpack_from("<H", data, 4)
    sheets = []
    for kind, record in _records(data, 0):
        if kind == _PASSWORD:
            raise RefusalError("password")
        if kind == _SHEET:
            (start,) = struct.unpack_from("<I", record)
            wide = version >= _NEW and record[7] & 1
            name = record[8 if version >= _NEW else 7 :][: record[6] * (2 if wide else 1)]
            sheets.append((name.decode("utf-16-le" if wide else "latin-1", errors="replace"), start))
    return sheets


def _sheet(data: bytes, start: int) -> Facts:
    formulas: dict[Place, str] = {}
    faults: dict[Place, str] = {}
    merged: list[tuple[Place, Place]] = []
    for kind, record in _records(data, start):
        if kind == _BOOLEAN_OR_ERROR and record[7]:
            faults[_place(record)] = FAULTS.get(record[6], "#N/A")
        elif kind == _FORMULA and record[12:14] == b"\xff\xff":
            if record[6] == 2:
                faults[_place(record)] = FAULTS.get(record[8], "#N/A")
            elif record[6] == 3 and record[14] & _CALCULATE_FIRST:
                formulas[_place(record)] = ""
        elif kind == _MERGED:
            for top, bottom, left, right in struct.iter_unpack("<HHHH", record[2 : 2 + len(record[2:]) // 8 * 8]):
                merged.append(((top, left), (bottom, right)))
    return Facts(formulas, faults, tuple(merged))


def _place(record: bytes) -> Place:
    row, column = struct.unpack_from("<HH", record)
    return row, column
