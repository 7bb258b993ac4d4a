"""What an OpenDocument spreadsheet (.ods) says that its values do not, and how far it reaches once unfolded.

A row or a cell of an .ods file can say that it stands there a million times.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass, field
from xml.parsers import expat

from loaders.files.facts import Facts
from loaders.files.grid import Place
from loaders.files.reach import refuse_far
from loaders.refusal import RefusalError

_OFFICE = "urn:oasis:names:tc:opendocument:xmlns:office:1.0 "
_TABLE = "urn:oasis:names:tc:opendocument:xmlns:table:1.0 "
_TEXT = "urn:oasis:names:tc:opendocument:xmlns:text:1.0 "
_CELLS = (f"{_TABLE}table-cell", f"{_TABLE}covered-table-cell")
_FAULT = re.compile(r"#(?:NULL!|DIV/0!|VALUE!|REF!|NAME\?|NUM!|N/A)|Err:\d{3}")
_NOT_IN_EXCEL = re.compile(r"^\w+:=|^=|\[\.|(?<=:)\.|\]")
_MOST_DIGITS = 12


def document_facts(parts: Mapping[str, bytes]) -> dict[str, Facts]:
    """The facts of each sheet by its name, from the file's unpacked parts.

    Raises :class:`RefusalError` if it is damaged, has a password, or reaches too far.
    """
    if b"encryption-data" in parts.get("META-INF/manifest.xml", b"") or "encrypted-package" in parts:
        raise RefusalError("password_open_document")
    walk = _Walk()
    parser = expat.ParserCreate(namespace_separator=" ")
    parser.buffer_text = True
    parser.StartElementHandler, parser.EndElementHandler = walk.start, walk.end
    parser.CharacterDataHandler = walk.characters
    try:
        parser.Parse(parts.get("content.xml", b""), True)
    except (expat.ExpatError, ValueError) as error:
        raise RefusalError("damaged") from error
    if not walk.is_spreadsheet:
        raise RefusalError("other_kind", kind="an OpenDocument file of another kind")
    return {sheet.name: Facts(sheet.formulas, sheet.faults, tuple(sheet.merged)) for sheet in walk.sheets}


@dataclass
class _Sheet:
    """One sheet while it is walked: where the walk is, and what it has met."""

    name: str
    row: int = 0
    column: int = 0
    repeated: int = 1
    formulas: dict[Place, str] = field(default_factory=dict)
    faults: dict[Place, str] = field(default_factory=dict)
    merged: list[tuple[Place, Place]] = field(default_factory=list)


class _Walk:
    """Goes through the tags of the one part that holds the cells."""

    def __init__(self) -> None:
        self.sheets: list[_Sheet] = []
        self.is_spreadsheet = False
        self._cell: dict[str, str] | None = None
        self._words = ""
        self._inside = False

    def start(self, tag: str, attributes: dict[str, str]) -> None:
        """A tag begins."""
        if tag == f"{_TABLE}table":
            self.sheets.append(_Sheet(attributes.get(f"{_TABLE}name", "")))
        elif tag == f"{_OFFICE}spreadsheet":
            self.is_spreadsheet = True
        elif self.sheets and tag == f"{_TABLE}table-row":
            self.sheets[-1].column = 0
            self.sheets[-1].repeated = _times(attributes.get(f"{_TABLE}number-rows-repeated"))
        elif self.sheets and tag in _CELLS:
            self._cell, self._words = attributes, ""
        elif tag == f"{_TEXT}p":
            self._inside = True

    def characters(self, words: str) -> None:
        """Text between tags."""
        if self._inside and len(self._words) < 100:
            self._words += words

    def end(self, tag: str) -> None:
        """A tag ends."""
        if tag == f"{_TABLE}table-row" and self.sheets:
            self.sheets[-1].row += self.sheets[-1].repeated
        elif tag in _CELLS and self._cell is not None:
            self._finish_cell(self.sheets[-1], self._cell)
            self._cell = None
        elif tag == f"{_TEXT}p":
            self._inside = False

    def _finish_cell(self, sheet: _Sheet, cell: Mapping[str, str]) -> None:
        place = (sheet.row, sheet.column)
        sheet.column += _times(cell.get(f"{_TABLE}number-columns-repeated"))
        formula = cell.get(f"{_TABLE}formula")
        kind = cell.get(f"{_OFFICE}value-type")
        if kind or self._words or formula:
            refuse_far(sheet.row + sheet.repeated, sheet.column)
        if formula is not None and not kind and not self._words:
            sheet.formulas[place] = _as_in_excel(formula)
        elif self._words.startswith(("#", "Err:")) and _FAULT.fullmatch(self._words):
            sheet.faults[place] = self._words
        down, right = (_times(cell.get(f"{_TABLE}number-{way}-spanned")) for way in ("rows", "columns"))
        if down > 1 or right > 1:
            sheet.merged.append((place, (place[0] + down - 1, place[1] + right - 1)))


def _as_in_excel(formula: str) -> str:
    """A formula as Excel writes it: "of:=SUM([.C5:.E5])" is SUM(C5:E5)."""
    return _NOT_IN_EXCEL.sub("", formula).replace(";", ",")


def _times(told: str | None) -> int:
    digits = (told or "1").strip()
    return max(int(digits[:_MOST_DIGITS]), 1) if digits.isdecimal() else 1
