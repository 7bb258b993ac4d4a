"""The Department for Education's file on the children's social work workforce: figures to compare with, never a month.

Its columns are known by the spellings in ``published.toml``, so that a release with other headings is a matter of data.
"""

from __future__ import annotations

import re
import tomllib
from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

import pandas as pd

from loaders.cells import Kind, number, quoted, text
from loaders.grid import Sheet, cell_name
from loaders.problems import Problems
from model.benchmark import MEASURES
from model.exact import exact
from model.tables import BENCHMARK, conform

_DATA = tomllib.loads(Path(__file__).with_name("published.toml").read_text(encoding="utf-8"))
_SIGNS = re.compile(r"[^a-z0-9]+")
_YEAR = re.compile(r"(?<!\d)(?:19|20)\d{2}(?!\d)")
_LINES = 25
# A published average is rounded, and so are the cases and the FTE that it is made from.
_TOLERANCE = exact("0.1")


def _plain(heading: str) -> str:
    return _SIGNS.sub(" ", heading.casefold()).strip()


PLACES: Mapping[str, list[str]] = {name: [*map(_plain, forms)] for name, forms in _DATA["places"].items()}
SPELLINGS: Mapping[str, list[str]] = {name: [*map(_plain, forms)] for name, forms in _DATA["measures"].items()}
_LEVELS = {form: level for level, forms in _DATA["levels"].items() for form in forms}


@dataclass(frozen=True)
class Published:
    """The table of published figures on a sheet: its row of headings and our columns, both counted from 0."""

    sheet: Sheet
    row: int
    places: Mapping[str, int]
    measures: Mapping[str, int]

    @property
    def columns(self) -> dict[str, str]:
        """Heading to what it is read as, in the order of the sheet."""
        read = sorted((column, name) for name, column in (*self.places.items(), *self.measures.items()))
        return {text(self.sheet.at(self.row, column)): name for column, name in read}


def find_published(sheet: Sheet) -> Published | None:
    """The table of published figures on a sheet, or ``None``: a row with a year, a level, a council and a measure."""
    for row in range(min(_LINES, len(sheet.rows))):
        words = [(cell, column) for column, cell in enumerate(sheet.rows[row]) if isinstance(cell, str) and cell]
        # A year, a level, a place and a measure at the least: the figures of other sheets are passed over unread.
        if len(words) < 4:
            continue
        at = {_plain(cell): column for cell, column in words}
        places = _columns(at, PLACES)
        if "year" in places and "level" in places and ("council" in places or "region" in places):
            measures = _columns(at, SPELLINGS)
            return Published(sheet, row, places, measures) if measures else None
    return None


def _columns(at: Mapping[str, int], spellings: Mapping[str, list[str]]) -> dict[str, int]:
    """The column of each of ours; of several headings for one, that of the spelling to be preferred."""
    found = {name: next((at[form] for form in forms if form in at), None) for name, forms in spellings.items()}
    return {name: column for name, column in found.items() if column is not None}


def read_published(found: Published, problems: Problems) -> pd.DataFrame:
    """The table of published figures, a row a place, year and measure; what is odd is among the problems."""
    return _Reading(found, problems).run()


@dataclass
class _Place:
    """What a row is of."""

    year: int
    level: str
    name: str
    code: str | None
    region: str | None


class _Reading:
    def __init__(self, found: Published, problems: Problems) -> None:
        self._found, self._sheet, self._problems = found, found.sheet, problems
        self._rows: list[tuple[object, ...]] = []
        self._reasons: Counter[str] = Counter()
        self._seen: dict[tuple[int, str, str], int] = {}

    def run(self) -> pd.DataFrame:
        for row in self._sheet.filled_rows:
            if row > self._found.row and (place := self._place(row)) and self._is_first(row, place):
                self._read(row, place)
        if self._reasons:
            told = ", ".join(f"{count:,} {reason}" for reason, count in self._reasons.most_common())
            self._problems.add("published_missing", sheet=self._sheet.name, n=f"{self._reasons.total():,}", told=told)
        columns = ["year", "level", "place", "code", "region", "measure", "value", "reason"]
        frame = pd.DataFrame(self._rows, columns=columns)
        release = str(frame["year"].max()) if len(frame) else ""
        return conform(frame.assign(release=release), BENCHMARK)

    def _text(self, row: int, name: str) -> str | None:
        column = self._found.places.get(name)
        return (text(self._sheet.at(row, column)) or None) if column is not None else None

    def _place(self, row: int) -> _Place | None:
        """What a row is of; ``None``, said, where its year, level or name cannot be told."""
        said, level = self._text(row, "year"), _LEVELS.get(_plain(self._text(row, "level") or ""))
        years = _YEAR.findall(said or "")
        name = {"England": "England", "region": self._text(row, "region"), "council": self._text(row, "council")}.get(
            level or ""
        )
        if level is None or len(set(years)) != 1 or not name:
            place = (row, self._found.places["level" if years else "year"])
            self._problems.add("published_row_unclear", sheet=self._sheet.name, place=place)
            return None
        code = {"England": "country_code", "region": "region_code", "council": "code"}[level]
        region = self._text(row, "region") if level == "council" else None
        return _Place(int(years[0]), level, name, self._text(row, code), region)

    def _is_first(self, row: int, place: _Place) -> bool:
        key = (place.year, place.level, place.name.casefold())
        other = self._seen.setdefault(key, row)
        if other == row:
            return True
        column = self._found.places.get("council", self._found.places["level"])
        words = {"place_name": place.name, "year": str(place.year), "other": cell_name(other, column)}
        self._problems.add("published_twice", sheet=self._sheet.name, place=(row, column), words=words)
        return False

    def _read(self, row: int, place: _Place) -> None:
        values: dict[str, float | None] = {}
        for name, column in self._found.measures.items():
            value, reason = self._figure(row, column, name)
            values[name] = value
            self._rows.append(
                (place.year, place.level, place.name, place.code, place.region, name, value, reason or None)
            )
        self._check(row, place, values)

    def _figure(self, row: int, column: int, name: str) -> tuple[float | None, str]:
        cell = self._sheet.at(row, column)
        value, kind, reason = number(cell.strip().removesuffix("%") if isinstance(cell, str) else cell)
        if kind is Kind.MISSING:
            reason = f"{reason} ({text(cell)})"
            self._reasons[reason] += 1
        elif kind in (Kind.DATE, Kind.UNREADABLE) or (value is not None and not 0 <= value <= MEASURES[name].most):
            words = {"cell_quoted": quoted(cell), "label": MEASURES[name].label}
            self._problems.add(
                "published_unreadable", sheet=self._sheet.name, place=(row, column), found=text(cell)[:60], words=words
            )
            return None, "not a figure that can be read"
        return value, reason

    def _check(self, row: int, place: _Place, values: Mapping[str, float | None]) -> None:
        """Cases divided by case-holding FTE must give the published average."""
        printed, cases, fte = (values.get(name) for name in ("caseload", "cases", "case_holders_fte"))
        if printed is None or cases is None or not fte:
            return
        average = exact(cases) / exact(fte)
        if abs(average - exact(printed)) > _TOLERANCE:
            words = {"place_name": place.name, "year": str(place.year), "value": f"{printed:,g}"}
            self._problems.add(
                "published_disagrees",
                sheet=self._sheet.name,
                place=(row, self._found.measures["caseload"]),
                words=words,
                average=f"{float(average):,.2f}",
            )


def published_sheets(sheets: Sequence[Sheet]) -> list[Published]:
    """The tables of published figures among the sheets that are not hidden."""
    return [found for sheet in sheets if not sheet.hidden and (found := find_published(sheet))]
