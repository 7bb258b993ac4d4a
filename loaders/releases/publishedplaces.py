"""The rows of published figures: England, a region or a council, by what the row, its codes and its name say."""

from __future__ import annotations

import tomllib
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from functools import cached_property
from itertools import pairwise
from pathlib import Path

from loaders.files.cells import text
from loaders.files.grid import Cell, Place, is_blank
from loaders.releases.publishedhead import Published
from loaders.releases.publishedwords import COUNCILS, PLACES, REGIONS, plain, plain_name, years_in

_DATA = tomllib.loads(Path(__file__).with_name("published.toml").read_text(encoding="utf-8"))
_LEVELS = {form: level for level, forms in _DATA["levels"].items() for form in forms}
_NO_PLACES = frozenset(map(plain, _DATA["no_places"]["names"]))
_HEADINGS = frozenset(form for forms in PLACES.values() for form in forms)
# The first letters of the codes of England, of regions and of the kinds of councils.
_CODES = {"E92": "England", "E12": "region", "E13": "region"} | dict.fromkeys(
    ("E06", "E07", "E08", "E09", "E10"), "council"
)


@dataclass(frozen=True)
class Named:
    """What a row, counted from 0, is of. ``year`` is ``None`` where the columns say it."""

    row: int
    level: str
    name: str
    code: str | None = None
    region: str | None = None
    year: int | None = None


@dataclass(frozen=True)
class Rows:
    """The rows of a table that are of a place, and those with figures of which that, or their year, cannot be told."""

    named: Sequence[Named]
    unclear: Sequence[int]


def rows_of(found: Published) -> Rows:
    """What each row below the headings is of; lines without a figure, such as footnotes, are passed over."""
    return _Rows(found).run()


class _Rows:
    def __init__(self, found: Published) -> None:
        self._found, self._sheet = found, found.sheet

    @cached_property
    def _filled(self) -> Mapping[Place, Cell]:
        return self._sheet.merged_fill() if self._found.is_wide else {}

    def run(self) -> Rows:
        named: list[Named] = []
        unclear: list[int] = []
        for row in self._sheet.filled_rows:
            if row <= self._found.row:
                continue
            one = self._named(row)
            if one is not None:
                named.append(one)
            elif self._has_figures(row) and not self._is_no_place(row):
                unclear.append(row)
        if "region" not in self._found.places:
            named = list(_with_regions(named))
        return Rows([one for one in named if not self._found.is_wide or self._has_figures(one.row)], unclear)

    def _text(self, row: int, name: str) -> str:
        column = self._found.places.get(name)
        if column is None:
            return ""
        cell = self._sheet.at(row, column)
        return text(self._filled.get((row, column), "") if is_blank(cell) else cell)

    def _has_figures(self, row: int) -> bool:
        return any(not is_blank(self._sheet.at(row, one.column)) for one in self._found.figures)

    def _is_no_place(self, row: int) -> bool:
        """Whether the row repeats the headings, or is of several places together."""
        said = [plain_name(self._text(row, name)) for name in ("council", "area", "region")]
        return any(one in _NO_PLACES or one in _HEADINGS for one in said if one)

    def _named(self, row: int) -> Named | None:
        year = self._year(row)
        level = self._level(row)
        if level is None or year is None or self._is_no_place(row):
            return None
        name = {
            "England": "England",
            "region": self._text(row, "region") or self._text(row, "area") or self._text(row, "council"),
            "council": self._text(row, "council") or self._text(row, "area"),
        }[level]
        region = _newest(self._text(row, "region"), REGIONS) if level == "council" else ""
        code = self._code(row, level)
        known = {"region": REGIONS, "council": COUNCILS}.get(level, {})
        return Named(row, level, shown, code, region or None, year or None) if (shown := _newest(name, known)) else None

    def _year(self, row: int) -> int | None:
        """The year of a row: 0 where its columns say it, ``None`` where it cannot be told."""
        if "year" not in self._found.places:
            return 0
        years = years_in(self._text(row, "year"))
        return next(iter(years)) or None if len(years) == 1 else None

    def _code(self, row: int, level: str) -> str | None:
        own = self._text(row, {"England": "country_code", "region": "region_code", "council": "code"}[level])
        general = self._text(row, "code")
        return own or (general if _CODES.get(general[:3]) == level else "") or None

    def _level(self, row: int) -> str | None:
        if "level" in self._found.places:
            return _LEVELS.get(plain(self._text(row, "level")))
        if level := _CODES.get(self._text(row, "code")[:3]):
            return level
        council, region = (plain_name(self._text(row, name)) for name in ("council", "region"))
        name = council or plain_name(self._text(row, "area")) or region or plain_name(self._text(row, "country"))
        if name == "england":
            return "England"
        if name in REGIONS and (not council or council == region or not region):
            return "region"
        return "council" if name and (council or not region) else "region" if region else None


def _newest(name: str, known: Mapping[str, str]) -> str:
    """The name that the newest release gives a place, without a footnote's mark."""
    return known.get(plain_name(name), name if plain_name(name) == plain(name) else name.rstrip("0123456789()[], "))


def _with_regions(named: Sequence[Named]) -> Iterator[Named]:
    """The rows of one column of places, each council in the region above it where councils do stand below regions."""
    after = [second.level for first, second in pairwise(named) if first.level == "region"]
    below = after.count("council") > 1
    region = None
    for one in named:
        region = one.name if one.level == "region" else region
        yield replace(one, region=region) if below and one.level == "council" else one
