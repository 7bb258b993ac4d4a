"""The headings of a quarterly activity report: a measure, quarters with their parts, the previous year, a source."""

from __future__ import annotations

import re
import tomllib
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, replace
from pathlib import Path

from loaders.dates.quarters import PREVIOUS, Said, may_hold_quarters, may_name_quarters, period_of
from loaders.files.cells import text
from loaders.files.grid import Cell, Place, Sheet, is_blank
from loaders.words.vocabulary import is_case_heading, meaning_of

_DATA = tomllib.loads(Path(__file__).with_name("activity.toml").read_text(encoding="utf-8"))
_LINES = 40
_SIGNS = re.compile(r"[^a-z0-9%]+")
NUMBERED = re.compile(r"^\(?(?:\d+|[a-z]|[ivx]+)[.):]\s+", re.IGNORECASE)
_WORDS_OF_A_PERIOD = re.compile(
    r"^(?:(?:actual|figures?|performance|results?|financial year|outturn|total|in|for|of|the|to)\b *)+"
)


def plainly(said: str) -> str:
    """A text as it is looked up: small letters, and nothing but letters, digits and %."""
    return _SIGNS.sub(" ", said.casefold().replace("'", "").replace("’", "")).strip()


def _by_form(group: Mapping[str, Sequence[str]]) -> dict[str, str]:
    return {plainly(form): name for name, forms in group.items() for form in forms}


COLUMNS, PARTS, BLOCKS, TIMES = (_by_form(_DATA[name]) for name in ("columns", "parts", "blocks", "times"))
# "Q1 to Q4" is no quarter.
_SEVERAL = re.compile(r"\bq ?[1-4] ?(?:[-–&+]|to|and) ?q? ?[1-4](?!\d)", re.IGNORECASE)
NO_MEASURES: frozenset[str] = frozenset(_DATA["lines"]["words"])
NOT_FIGURES = frozenset(_DATA["not_figures"]["words"])
_RATE = re.compile(
    r"^(?:rate )?(per (?:1|10|100) ?000(?: (?:children|population|child population|under 18s?|0 17s?|0 to 17))?)$"
)


def part_of(said: str) -> str | None:
    """Which part of a measure a text names: number, numerator, denominator, percent, direction, or a rate's unit.

    >>> part_of("Denom."), part_of("Rate per 10,000 children")
    ('denominator', 'per 10,000 children')
    """
    plain = plainly(said)
    if rate := _RATE.match(plain):
        return re.sub(r"(\d+) ?000", lambda found: f"{found[1]},000", rate[1])
    return PARTS.get(plain)


def block_of(said: str) -> str | None:
    """The block that a heading names: "1. INPUTS (flow into the service)" is Inputs."""
    plain = plainly(NUMBERED.sub("", said)).removeprefix("block ").strip()
    plain = re.sub(r"^(?:\d+|[abc]) ", "", plain)
    whole = re.sub(r" (?:measures?|indicators?|block|data|activity)$", "", plain)
    first = re.split(r"\s*[(:–—-]\s*", NUMBERED.sub("", said).strip())[0]
    return BLOCKS.get(plain) or BLOCKS.get(whole) or BLOCKS.get(plainly(first))


@dataclass(frozen=True)
class Figures:
    """A column of figures: its period ("previous" for the year before), the year it names, and the part it holds.

    ``is_bare`` as in :class:`loaders.dates.quarters.Said`.
    """

    column: int
    period: str
    year: int | None
    part: str = ""
    is_bare: bool = False


@dataclass(frozen=True)
class ActivityHead:
    """The headings of a report; rows and columns counted from 0. ``directions`` are columns of words on a period."""

    sheet: Sheet
    first: int
    last: int
    named: Mapping[str, int]
    figures: tuple[Figures, ...]
    directions: Mapping[int, Figures] = field(default_factory=dict)
    headings: Mapping[int, str] = field(default_factory=dict)

    @property
    def is_list(self) -> bool:
        """Whether the periods stand in the rows, and none in a heading."""
        return not self.figures

    @property
    def told(self) -> dict[int, str]:
        """What each column is read as, in words, in the order of the sheet."""
        told = {column: name for name, column in self.named.items() if column in self.headings}
        for one in (*self.figures, *self.directions.values()):
            period = "previous year" if one.period == PREVIOUS else one.period
            told[one.column] = f"{period} {one.part}".strip()
        return {column: told[column] for column in sorted(told)}

    @property
    def unread(self) -> list[str]:
        """Headings of columns that are not read."""
        known = {*self.named.values(), *self.directions, *(one.column for one in self.figures)}
        return [heading for column, heading in self.headings.items() if column not in known]


def find_activity(sheet: Sheet) -> ActivityHead | None:
    """The headings of a quarterly report on a sheet, or ``None``: measures, a quarter, and one other period."""
    if not may_hold_quarters(sheet.top_told, sheet.top):
        return None
    filled: Mapping[Place, Cell] | None = None
    for row in [row for row in sheet.filled_rows if row < _LINES + sheet.filled_rows[0]]:
        if not any(may_name_quarters(sheet.rows[one]) for one in (row, row + 1) if one < len(sheet.rows)):
            continue
        filled = sheet.merged_fill() if filled is None else filled
        cells = {column: sheet.at(row, column) for column in range(len(sheet.rows[row]))}
        shown = {column: filled.get((row, column), cell) for column, cell in cells.items()}
        alone = {column: cell for column, cell in cells.items() if not is_blank(cell)}
        found = [head for head in (_two_rows(sheet, row, shown), _read(sheet, row, row, alone)) if head]
        if found:
            return max(found, key=lambda head: (len(head.figures) + len(head.directions), -head.last))
    return None


def _two_rows(sheet: Sheet, row: int, upper: Mapping[int, Cell]) -> ActivityHead | None:
    """The headings of a row and the one below it, whose words say which part of a period, or which period of a year."""
    if row + 1 >= len(sheet.rows):
        return None
    joined: dict[int, Cell] = {}
    group: Cell = ""
    parts = 0
    for column in range(max(len(sheet.rows[row]), len(sheet.rows[row + 1]))):
        above, below = upper.get(column, ""), sheet.at(row + 1, column)
        group = above if not is_blank(above) else group
        if is_blank(below):
            joined[column] = above
        elif isinstance(below, str) and (part_of(below) or period_of(below)) and period_of(group):
            joined[column] = f"{text(group)} {text(below)}"
            parts += 1
        elif isinstance(below, str) and is_blank(above):
            joined[column] = below
        else:
            return None
    cells = {column: cell for column, cell in joined.items() if not is_blank(cell)}
    return _read(sheet, row, row + 1, cells) if parts >= 2 else None


def _read(sheet: Sheet, first: int, last: int, cells: Mapping[int, Cell]) -> ActivityHead | None:
    named: dict[str, int] = {}
    figures: list[Figures] = []
    directions: dict[int, Figures] = {}
    for column, cell in cells.items():
        said = None if _SEVERAL.search(text(cell)) else period_of(cell)
        role = COLUMNS.get(plainly(text(cell)))
        if role and role not in named:
            named[role] = column
        elif said and not NOT_FIGURES & set(said.rest.split()):
            part = _part(said)
            if part == "direction":
                directions[column] = Figures(column, said.period, said.year, part)
            elif part is not None:
                figures.append(Figures(column, said.period, said.year, part, said.is_bare))
        elif figures and part_of(text(cell)) == "direction":
            directions[column] = replace(figures[-1], column=column, part="direction")
    if not _is_report(sheet, last, cells, named, figures):
        return None
    headings = {column: text(cell) for column, cell in cells.items()}
    named.setdefault("measure", _first_words(sheet, last, cells, figures))
    if "part" not in named and (unheaded := _unheaded_parts(sheet, last, cells, figures)) is not None:
        named["part"] = unheaded
    return ActivityHead(sheet, first, last, named, tuple(figures), directions, headings)


def _part(said: Said) -> str | None:
    """The part left of a heading once its period is taken off: "" if nothing is, ``None`` if it is not known."""
    rest = _WORDS_OF_A_PERIOD.sub("", said.rest)
    return part_of(rest) if rest else ""


def _is_report(
    sheet: Sheet, last: int, cells: Mapping[int, Cell], named: Mapping[str, int], figures: Sequence[Figures]
) -> bool:
    """Whether headings are a report's: quarters, and measures; a table of teams over quarters is none."""
    periods = {(one.period, one.year) for one in figures}
    quarters = {one.period for one in figures if one.period.startswith("Q")}
    if not quarters or (len(periods) < 2 and "measure" not in named):
        return False
    others = [cell for column, cell in cells.items() if column not in named.values() and isinstance(cell, str)]
    if any(meaning_of(cell) in ("team", "worker") or is_case_heading(cell, "child") for cell in others):
        return False
    if (
        "part" in named
        and meaning_of(text(cells[named["part"]])) == "team"
        and not _holds_parts(sheet, last, named["part"])
    ):
        return False
    return "measure" in named or _first_words(sheet, last, cells, figures) >= 0


def _holds_parts(sheet: Sheet, last: int, column: int) -> bool:
    """Whether most cells of a column headed "Unit" say what is counted, such as "%": else they are teams."""
    said = [told for row in sheet.filled_rows if row > last and (told := text(sheet.at(row, column)))]
    return sum(part_of(one) is not None for one in said) * 2 > len(said)


def _unheaded_parts(sheet: Sheet, last: int, cells: Mapping[int, Cell], figures: Sequence[Figures]) -> int | None:
    """The column without a heading, left of the figures, whose cells say what is counted; ``None`` for none."""
    for column in range(min(one.column for one in figures)):
        said = {told for row in sheet.filled_rows if row > last and (told := text(sheet.at(row, column)))}
        if column not in cells and said and all(part_of(one) is not None for one in said):
            return column
    return None


def _first_words(sheet: Sheet, last: int, cells: Mapping[int, Cell], figures: Sequence[Figures]) -> int:
    """The column of measures where no heading says so; -1 if there is none.

    It is headed by a block, or by nothing and then has a block or a part of a ratio below: other lists, of people
    perhaps, can stand beside quarters too.
    """
    for column in range(min((one.column for one in figures), default=0)):
        heading = text(cells.get(column, ""))
        below = [text(sheet.at(row, column)) for row in sheet.filled_rows if row > last]
        if block_of(heading):
            return column
        if not heading and any(block_of(said) or part_of(said) in ("numerator", "denominator") for said in below):
            return column
    return -1


def column_cell(head: ActivityHead, filled: Mapping[Place, Cell], row: int, name: str) -> Cell:
    """The cell of a named column in a row, or what its merged range shows; "" where there is no such column."""
    column = head.named.get(name)
    if column is None:
        return ""
    cell = head.sheet.at(row, column)
    return filled.get((row, column), cell) if is_blank(cell) else cell
