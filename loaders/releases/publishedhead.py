"""The headings of published figures: a row a place and year, or a row a place with years and measures side by side.

The words by which they are known are in ``published.toml``, so that a release with other headings is a matter of data.
"""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from itertools import islice

from loaders.files.cells import text
from loaders.files.grid import Cell, Place, Sheet, is_blank
from loaders.releases.publishedwords import (
    MEASURE_OF,
    OF_TITLES,
    PLACE_OF,
    PLACES,
    REGIONS,
    SPELLINGS,
    measure_key,
    only,
    plain,
    plain_name,
    title_measure,
    title_year,
    years_in,
)
from loaders.words.vocabulary import meaning_of

_CODE = re.compile(r"E(?:06|07|08|09|10|12|13|92)\d{6}")
_LEVEL = re.compile("|".join(sorted({form.split()[0] for form in PLACES["level"]})), re.IGNORECASE)
# England's name and every code begin with it.
_INITIAL = re.compile("^[Ee]", re.MULTILINE)
_ENGLAND, _REGION, _CODED = "england", "region", "code"
_LINES, _LOOKED_AT = 25, 80


@dataclass(frozen=True)
class Figures:
    """A column of one measure, counted from 0, and the year that it is of; ``None`` where each row says its own."""

    column: int
    measure: str
    year: int | None = None


@dataclass(frozen=True)
class Published:
    """A table of published figures on a sheet: its last row of headings and our columns, counted from 0.

    ``undated`` are columns of a measure of which nothing says the year, ``unnamed`` columns of a year of which
    nothing says the measure: neither is read. ``is_wide`` where years or measures stand side by side.
    """

    sheet: Sheet
    row: int
    places: Mapping[str, int]
    figures: tuple[Figures, ...]
    is_wide: bool = False
    undated: tuple[int, ...] = ()
    unnamed: tuple[int, ...] = ()

    @property
    def columns(self) -> dict[str, str]:
        """Heading to what it is read as, in the order of the sheet."""
        named = [(column, name) for name, column in self.places.items()]
        named += [(one.column, f"{one.measure} {one.year or ''}".strip()) for one in self.figures]
        return {self._heading(column): name for column, name in sorted(named)}

    def _heading(self, column: int) -> str:
        own = text(self.sheet.at(self.row, column))
        if not self.is_wide or self.row == 0:
            return own
        # Years and measures in two rows: one heading of the two, as no year stands there but once.
        above = _above(self.sheet, self.row, self.sheet.merged_fill()).get(column, "")
        return f"{above} {own}".strip() if column not in self.places.values() else own or above


def may_be_published(told: str) -> bool:
    """Whether the texts of the first rows, in one, have a word for a level or begin as a place's name or code does."""
    return _LEVEL.search(told) is not None or _INITIAL.search(told) is not None


def find_published(sheet: Sheet) -> Published | None:
    """The table of published figures on a sheet, or ``None``.

    Either a row of headings with a year, a level, a council or region and a measure; or one with a place, and
    measures by year in one or two rows, above rows of England or of places with their codes.
    """
    rows = range(min(_LINES, len(sheet.rows)))
    for row in rows if _LEVEL.search(sheet.top_told) else ():
        words = [(cell, column) for column, cell in enumerate(sheet.rows[row]) if isinstance(cell, str) and cell]
        # A year, a level, a place and a measure at the least: the figures of other sheets are passed over unread.
        if len(words) < 4 or not any(_LEVEL.search(cell) for cell, _ in words):
            continue
        places = _places(words)
        if "year" in places and "level" in places and ("council" in places or "region" in places):
            figures = _preferred((column, cell, None) for cell, column in words)
            return Published(sheet, row, places, figures) if figures else None
    names = _names(sheet) if _INITIAL.search(sheet.top_told) else set()
    if not names & {_ENGLAND, _CODED}:
        return None
    filled = sheet.merged_fill()
    # Of two rows of headings the lower one is the last, and says more.
    found = [one for row in rows if (one := _wide(sheet, row, filled)) and _is_told(one, names)]
    return max(found, key=lambda one: (len(one.figures), len(one.undated) + len(one.unnamed)), default=None)


def _names(sheet: Sheet) -> set[str]:
    """What stands in the first columns: England, a region's name, a place's code, as in the department's tables."""
    cells = {cell for row in islice(sheet.rows, _LOOKED_AT) for cell in row[:8] if isinstance(cell, str)}
    found = {_ENGLAND for cell in cells if cell[:1] in "Ee" and plain_name(cell) == _ENGLAND}
    found |= {_CODED for cell in cells if cell[:1] == "E" and _CODE.match(cell)}
    return found | ({_REGION} if found and any(plain_name(cell) in REGIONS for cell in cells) else set())


def _is_told(found: Published, names: set[str]) -> bool:
    """Whether the places are surely the department's: a council's own areas can stand above a line for England too."""
    return "council" in found.places or _CODED in names or _REGION in names


def _places(words: Sequence[tuple[str, int]]) -> dict[str, int]:
    """The column of each of our places; of several headings for one, that of the spelling to be preferred."""
    at = {plain(cell): column for cell, column in reversed(words)}
    found = {name: next((at[form] for form in forms if form in at), None) for name, forms in PLACES.items()}
    return {name: column for name, column in found.items() if column is not None}


def _preferred(headings: Iterable[tuple[int, str, int | None]]) -> tuple[Figures, ...]:
    """The column of each measure and year, by the spelling to be preferred; of two alike the first."""
    best: dict[tuple[str, int | None], tuple[int, int]] = {}
    for column, heading, year in headings:
        measure, rank = MEASURE_OF.get(measure_key(heading), ("", 0))
        if measure:
            key = (measure, year)
            best[key] = min(best.get(key, (rank, column)), (rank, column))
    # In the order of our measures, whatever the file's: a release that is uploaded again is then the same.
    ordered = sorted(best.items(), key=lambda one: list(SPELLINGS).index(one[0][0]))
    return tuple(Figures(column, name, year) for (name, year), (_, column) in ordered)


def _said(cell: Cell) -> str:
    """A heading in words; a 30 September is its year."""
    if isinstance(cell, dt.date) and (cell.month, cell.day) == (9, 30):
        return str(cell.year)
    return text(cell)


def _above(sheet: Sheet, row: int, filled: Mapping[Place, Cell]) -> dict[int, str]:
    """What the row of headings above says of each column: a block's name goes on to the right as far as the next.

    Nothing if a single cell stands there, which is a title.
    """
    if not row or sum(not is_blank(cell) for cell in sheet.rows[row - 1]) < 2:
        return {}
    said: dict[int, str] = {}
    group = ""
    for column in range(len(sheet.rows[row])):
        shown = _said(filled.get((row - 1, column), sheet.at(row - 1, column)))
        group = shown or group
        own = plain(text(sheet.at(row, column)))
        said[column] = group if own and own not in PLACE_OF else shown
    return said


@dataclass(frozen=True)
class _Column:
    """A column that is no place: what the two rows of headings say of it, and what it is of by all that is said."""

    number: int
    above: str
    own: str
    heading: str

    @property
    def is_measure(self) -> bool:
        return measure_key(self.heading) in MEASURE_OF

    @property
    def years(self) -> set[int]:
        """The years that its headings name."""
        return years_in(f"{self.above} {self.own}")

    @property
    def is_bare(self) -> bool:
        """Whether it has a year for a heading, and nothing else."""
        return not measure_key(f"{self.above} {self.own}") and bool(years_in(self.own))


def _wide(sheet: Sheet, row: int, filled: Mapping[Place, Cell]) -> Published | None:
    """A table with measures or years side by side, whose last row of headings is this one."""
    above = _above(sheet, row, filled)
    shown = {column: _said(sheet.at(row, column)) for column in range(len(sheet.rows[row]))}
    places = _places([(own or above.get(column, ""), column) for column, own in shown.items()])
    if not {"council", "area", "region"} & set(places) or "team" in map(meaning_of, filter(None, shown.values())):
        return None
    lines = _lines_above(sheet, row - bool(above))
    title = title_measure(lines)
    columns = [
        _Column(column, up := above.get(column, ""), own, _heading(up, own, title))
        for column, own in shown.items()
        if own and column not in places.values()
    ]
    measures = [one for one in columns if one.is_measure]
    unnamed = tuple(one.number for one in columns if one.is_bare) if not measures else ()
    if not measures and len(unnamed) < 2:
        return None
    other = only({year for one in measures for year in one.years}) or title_year(lines)
    dated = [(one.number, one.heading, only(one.years) if one.years else other) for one in measures]
    has_year = "year" in places
    undated = () if has_year else tuple(column for column, _, year in dated if year is None)
    figures = _preferred(one for one in dated if has_year or one[2] is not None)
    return Published(sheet, row, places, figures, True, undated, unnamed)


def _heading(up: str, own: str, title: str) -> str:
    """What a column is of: its own words, those with or of the row above, or of a title if it has only a year."""
    if "headcount" in plain(f"{up} {own}"):
        return ""
    for said in (own, f"{up} {own}", up):
        if measure_key(said) in MEASURE_OF and (said != up or not measure_key(own)):
            return said
    bare = all(not measure_key(said) or measure_key(said) in OF_TITLES for said in (up, own))
    return title if bare and (measure_key(own) or years_in(own)) else ""


def _lines_above(sheet: Sheet, row: int) -> list[str]:
    """The lines above the headings, each a cell, and the sheet's own name, where it has one."""
    lines = [text(cell) for above in sheet.rows[:row] for cell in above if isinstance(cell, str) and not is_blank(cell)]
    return lines if sheet.is_text else [*lines, sheet.name]


def published_sheets(sheets: Sequence[Sheet]) -> list[Published]:
    """The tables of published figures among the sheets that are not hidden."""
    return [found for sheet in sheets if not sheet.hidden and (found := find_published(sheet))]
