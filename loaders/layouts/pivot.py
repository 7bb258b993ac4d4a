"""Single figures, each with its month, team and measure, gathered into one row for each team and month."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field

from loaders.dates.periods import month_in
from loaders.files.cells import text
from loaders.files.grid import Cell, Place, Sheet, is_blank
from loaders.layouts.found import Remark
from loaders.layouts.measures import measure_of
from loaders.layouts.sections import in_section
from loaders.layouts.unfolded import Column, Flat, block_line
from loaders.teams.rows import is_total

_Key = tuple[object, str, int]


@dataclass(frozen=True, slots=True)
class Fact:
    """One figure: the places of its month, its team, its measure's name, itself, and of words such as an area.

    ``section`` is what stands over or beside the measure's name.
    """

    month: Place | None
    team: Place
    measure: Place
    cell: Place
    words: Mapping[str, Place] = field(default_factory=dict)
    section: str = ""


@dataclass(frozen=True)
class Outline:
    """What a flat table takes over from the table it was made of."""

    shape: str
    heads: Mapping[str, Column]
    titles: Sequence[str]
    taken: range
    totals_last: bool = False


class Pivot:
    """Gathers the facts of one sheet."""

    def __init__(self, sheet: Sheet, filled: Mapping[Place, Cell], outline: Outline) -> None:
        """``filled`` is what merged ranges show."""
        self._sheet = sheet
        self._filled = filled
        self._outline = outline
        self._rows: dict[_Key, dict[str, Fact]] = {}
        self._measures: dict[str, Column] = {}
        self._unread: dict[str, Column] = {}
        self._beside: dict[_Key, dict[str, Fact]] = {}
        self._seen: dict[tuple[object, str, str], list[str]] = {}
        self._facts: list[Fact] = []
        self._by_area = False

    def _said(self, place: Place) -> str:
        return text(self._cell(place))

    def _cell(self, place: Place) -> Cell:
        value = self._sheet.at(*place)
        return self._filled.get(place, value) if value == "" else value

    def add(self, fact: Fact) -> None:
        """Keep one figure; a second one for the same team, month and measure stands in a row of its own."""
        self._facts.append(fact)
        self._put(fact)

    def _put(self, fact: Fact) -> None:
        heading = in_section(fact.section, self._said(fact.measure))
        name = measure_of(heading)
        column = Column(name, heading, fact.measure, block_line(heading))
        month, team, area = self._month(fact), self._said(fact.team).casefold(), self._area(fact)
        key = f"{team}\n{area}" if self._by_area and area else team
        if name is None:
            self._unread.setdefault(heading.casefold(), column)
            self._beside.setdefault((month, key, 0), {}).setdefault(heading.casefold(), fact)
            return
        measure = f"{name} {heading.casefold()}" if name == "part" else name
        self._measures.setdefault(measure, column)
        before = self._seen.setdefault((month, team, measure), [])
        self._by_area = self._by_area or bool(before and area and area not in before)
        again = before.count(area) if self._by_area else len(before)
        before.append(area)
        self._rows.setdefault((month, key, again), {})[measure] = fact

    def _area(self, fact: Fact) -> str:
        place = fact.words.get("area")
        return self._said(place).casefold() if place else ""

    def _put_by_area(self) -> None:
        """Put all figures again: teams of several areas have the same name, and each stands by its area."""
        for kept in (self._rows, self._measures, self._unread, self._beside, self._seen):
            kept.clear()
        for fact in self._facts:
            self._put(fact)

    def _month(self, fact: Fact) -> object:
        if fact.month is None:
            return None
        when = month_in(self._cell(fact.month))
        year = fact.words.get("year")
        return when.month if when else (self._said(fact.month).casefold(), self._said(year) if year else "")

    def flat(self) -> Flat | None:
        """The flat table, months in their order and in each the teams in theirs; ``None`` if there are no figures."""
        if self._by_area:
            self._put_by_area()
        filled = {key: facts for key, facts in self._rows.items() if any(map(self._is_filled, facts.values()))}
        held = {key[0] for key in filled if not _is_of_total(key[1])}
        rows = {key: facts for key, facts in self._rows.items() if key[0] in held}
        if not rows:
            return None
        remarks = self._empty_months(held)
        named = {(team, again) for _, team, again in filled}
        remarks += self._empty_rows([facts for key, facts in rows.items() if key[1:] not in named])
        kept = [(key, facts) for key, facts in sorted(rows.items(), key=self._order()) if key[1:] in named]
        words = [name for name in ("month", "team", "area", "kind", "year") if name in self._outline.heads]
        columns = [*(self._outline.heads[name] for name in words), *self._measures.values(), *self._unread.values()]
        flat = [[*self._words(facts, words), *self._cells(key, facts)] for key, facts in kept]
        return Flat(self._outline.shape, columns, flat, self._outline.titles, self._outline.taken, tuple(remarks))

    def _order(self) -> _Order:
        return _Order(list(self._rows), self._outline.totals_last)

    def _is_filled(self, fact: Fact) -> bool:
        place = fact.cell
        return not is_blank(self._cell(place)) or place in self._sheet.formulas or place in self._sheet.faults

    def _words(self, facts: Mapping[str, Fact], words: Sequence[str]) -> list[Place | None]:
        first = next(iter(facts.values()))
        told = {**first.words, "team": first.team, **({"month": first.month} if first.month else {})}
        return [told.get(name) for name in words]

    def _cells(self, key: _Key, facts: Mapping[str, Fact]) -> list[Place | None]:
        beside = self._beside.get(key, {})
        cells = [facts[name].cell if name in facts else None for name in self._measures]
        return [*cells, *(beside[name].cell if name in beside else None for name in self._unread)]

    def _empty_months(self, held: set[object]) -> list[Remark]:
        """Months that are there already but not filled in yet."""
        empty = {key[0]: next(iter(facts.values())) for key, facts in self._rows.items() if key[0] not in held}
        return [
            Remark("month_not_filled_in", fact.month, {"month": self._said(fact.month)})
            for fact in empty.values()
            if fact.month
        ]

    def _empty_rows(self, empty: Sequence[Mapping[str, Fact]]) -> list[Remark]:
        places = dict.fromkeys(next(iter(facts.values())).team for facts in empty)
        return [Remark("name_without_any_figure", place, {"name": self._said(place)}) for place in places]


def _is_of_total(name: str) -> bool:
    """Whether the name of a row, behind which its area may stand, is that of a total."""
    return is_total(name.partition("\n")[0])


class _Order:
    """Where a row goes: by its month, then by its team, each as it first comes.

    Totals go last where they may stand anywhere.
    """

    def __init__(self, keys: Sequence[_Key], totals_last: bool) -> None:
        self._months = {month: place for place, month in enumerate(dict.fromkeys(key[0] for key in keys))}
        self._teams = {team: place for place, team in enumerate(dict.fromkeys(key[1:] for key in keys))}
        self._totals_last = totals_last

    def __call__(self, item: tuple[_Key, object]) -> tuple[int, bool, int]:
        (month, team, again), _ = item
        last = self._totals_last and _is_of_total(team)
        return self._months[month], last, self._teams[team, again]
