"""What a sheet's XML says that its values do not: formulas without a stored result, cells that show an error.

Both reach us as blanks from the reader, and a blank that is not one must be told apart.
"""

from __future__ import annotations

import posixpath
import re
from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from html import unescape

from loaders.files.grid import Place, column_number
from loaders.files.hiddenlines import hidden_lines
from loaders.files.percents import percent_places, percent_styles
from loaders.files.reach import has_prefixed
from loaders.files.walked import FactsWalk, is_written_otherwise

_TAG = r"<(?:\w+:)?"
_FORMULA_CELL = re.compile(
    rf"{_TAG}c\s([^<>]*)>\s*{_TAG}f\b[^<>]*?(?:/>|>([^<]*)</(?:\w+:)?f>)\s*"
    rf"(?:{_TAG}v\s*/>|{_TAG}v\s*>\s*((?:0(?:\.0+)?)?)\s*</(?:\w+:)?v>)?\s*</(?:\w+:)?c>".encode()
)
# A program that writes formulas without calculating leaves 0 in each, and asks for it when the file is opened.
_NOT_CALCULATED = re.compile(rb"\bfullCalcOnLoad\s*=\s*[\"'](?:1|true)[\"']")
_FROM_1904 = re.compile(rb"\bdate1904\s*=\s*[\"'](?:1|true)[\"']")
_FAULT_CELL = re.compile(
    rf"{_TAG}c\s([^<>]*\bt\s*=\s*[\"']e[\"'][^<>]*)>(?:\s*{_TAG}f\b[^<>]*?(?:/>|>[^<]*</(?:\w+:)?f>))?"
    rf"\s*{_TAG}v\s*>([^<]*)<".encode()
)
_REFERENCE = re.compile(rb"\br\s*=\s*[\"']([A-Za-z]{1,3})(\d{1,7})[\"']")
_TEXT_RESULT = re.compile(rb"\bt\s*=\s*[\"']str[\"']")
_SHEET_ENTRY = re.compile(rf"{_TAG}sheet\s[^<>]*>")
RELATION = re.compile(rf"{_TAG}Relationship\s[^<>]*>")
_ATTRIBUTE = re.compile(r"([\w:]+)\s*=\s*(?:\"([^\"]*)\"|'([^']*)')")


@dataclass(frozen=True)
class Facts:
    """For one sheet: the formula of each cell that has no stored result, and the error that each other cell shows.

    In a file that was never calculated, a result of 0 is none. A formula is "" where it cannot be told.
    ``from_1904`` says that the workbook counts its days from 1904.
    ``percents`` are the places that show their number as a percentage, where that can be told.
    ``hidden_rows`` and ``hidden_columns`` are those that are not shown, where that can be told.
    ``merged`` holds first and last place of each merged range, where the reader of values does not say them.
    """

    formulas: Mapping[Place, str] = field(default_factory=dict)
    faults: Mapping[Place, str] = field(default_factory=dict)
    merged: tuple[tuple[Place, Place], ...] = ()
    percents: frozenset[Place] = frozenset()
    from_1904: bool = False
    hidden_rows: frozenset[int] = frozenset()
    hidden_columns: frozenset[int] = frozenset()


def facts_by_sheet(parts: Mapping[str, bytes]) -> dict[str, Facts]:
    """The facts of each sheet, by the sheet's name, from a workbook's unpacked parts."""
    by_name = {name.casefold(): part for name, part in parts.items()}
    from_1904 = bool(_FROM_1904.search(by_name.get("xl/workbook.xml", b"")))
    calculated = not _NOT_CALCULATED.search(by_name.get("xl/workbook.xml", b""))
    sheets = _sheet_parts(by_name).items()
    percents = percent_styles(by_name.get("xl/styles.xml", b""))
    found = {sheet: _facts(by_name.get(part.casefold(), b""), calculated, percents) for sheet, part in sheets}
    return {sheet: replace(facts, from_1904=True) for sheet, facts in found.items()} if from_1904 else found


def _facts(xml: bytes, calculated: bool, percents: list[int]) -> Facts:
    faulty = b'"e"' in xml or (b"'" in xml and b"'e'" in xml)
    has_formulas = _has_formulas(xml)
    shown_as_percentage, hidden = percent_places(xml, percents), hidden_lines(xml)
    if (faulty or has_formulas) and is_written_otherwise(xml):
        walk = FactsWalk(calculated=calculated)
        walk.over(xml)
        return Facts(walk.formulas, walk.faults, (), shown_as_percentage, False, *hidden)
    formulas: dict[Place, str] = {}
    for attributes, formula, zero in _FORMULA_CELL.findall(xml) if has_formulas else []:
        place = _place(attributes)
        # A formula whose result is an empty text has a result: nothing.
        if place and not _TEXT_RESULT.search(attributes) and not (zero and calculated):
            formulas[place] = unescape(formula.decode("utf-8", errors="replace"))
    faults = {
        place: unescape(fault.decode("utf-8", errors="replace"))
        for attributes, fault in (_FAULT_CELL.findall(xml) if faulty else [])
        if (place := _place(attributes))
    }
    return Facts(formulas, faults, (), shown_as_percentage, False, *hidden)


def _has_formulas(xml: bytes) -> bool:
    """Whether there may be formulas. One letter is looked for among the cells first, which is many times faster."""
    first, last = xml.find(b"sheetData"), xml.rfind(b"sheetData")
    return xml.find(b"f", max(first, 0), last) >= 0 and (b"<f" in xml or has_prefixed(xml, b"f"))


def _place(attributes: bytes) -> Place | None:
    found = _REFERENCE.search(b" " + attributes)
    return (int(found.group(2)) - 1, column_number(found.group(1).decode())) if found else None


def _sheet_parts(parts: Mapping[str, bytes]) -> dict[str, str]:
    """The name of the part that holds each sheet, by the sheet's name."""
    targets = {}
    for tag in tags(RELATION, parts.get("xl/_rels/workbook.xml.rels", b"")):
        path = posixpath.join("/xl", tag.get("target", ""))
        targets[tag.get("id", "")] = posixpath.normpath(path).lstrip("/")
    sheets = tags(_SHEET_ENTRY, parts.get("xl/workbook.xml", b""))
    return {sheet.get("name", ""): targets.get(sheet.get("id", ""), "") for sheet in sheets}


def tags(pattern: re.Pattern[str], xml: bytes) -> list[dict[str, str]]:
    """The attributes of each tag that a pattern finds, by their names without prefix, in small letters."""
    tags = pattern.findall(xml.decode("utf-8", errors="replace"))
    return [
        {name.rpartition(":")[2].casefold(): unescape(one or other) for name, one, other in _ATTRIBUTE.findall(tag)}
        for tag in tags
    ]
