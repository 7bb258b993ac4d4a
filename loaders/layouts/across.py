"""Tables with their months side by side: a block for each measure, or the measures beside or below the months."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import replace

from loaders.areas.teamnames import with_names_across
from loaders.children.people import people_heading, table_of_people
from loaders.dates.baremonths import is_bare_month, lines_of_years
from loaders.files.cells import quoted, text
from loaders.files.grid import Cell, Place, Sheet
from loaders.layouts.found import Remark
from loaders.layouts.measures import measure_of
from loaders.layouts.monthblocks import MonthBlock
from loaders.layouts.monthhead import MonthHeading, month_headings
from loaders.layouts.pivot import Fact, Outline, Pivot
from loaders.layouts.teamblocks import with_corners
from loaders.layouts.unfolded import Column, Flat, lines_between, row_line, span
from loaders.staff.personnames import are_like_people
from loaders.words.vocabulary import meaning_of


def month_tables(sheet: Sheet, filled: Mapping[Place, Cell]) -> list[Flat]:
    """The tables of a sheet that have their months side by side, as one; none for a sheet that has none."""
    headings = list(month_headings(sheet))
    if not headings:
        return []
    return _Sheet(sheet, filled, headings).flat()


class _Sheet:
    """The blocks of one sheet."""

    def __init__(self, sheet: Sheet, filled: Mapping[Place, Cell], headings: Sequence[MonthHeading]) -> None:
        self._sheet = sheet
        self._filled = filled
        self._headings, self._asked = with_names_across(sheet, filled, with_corners(sheet, headings))

    def flat(self) -> list[Flat]:
        """Their figures as one flat table."""
        facts: list[Fact] = []
        used: list[MonthHeading] = []
        people: list[Flat] = []
        remarks = self._asked
        others: list[Place] = []
        end = -1
        ends = [*(heading.first for heading in self._headings[1:]), len(self._sheet.rows)]
        for heading, below in zip(self._headings, ends, strict=True):
            block = MonthBlock(self._sheet, self._filled, heading, end, below)
            own = list(block.facts())
            if own and (named := self._people_in(heading, own)):
                if any(measure_of(self._said(fact.measure)) for fact in own):
                    people.append(table_of_people("months side by side", named, range(heading.row, block.last + 1)))
            elif own:
                facts += own
                used.append(heading)
                others += block.others()
            elif block.last > heading.last:
                months = span(list(dict.fromkeys(heading.columns.values())))
                remarks.append(Remark("block_without_measure", (heading.row, heading.name), {"months": months}))
            end = block.last
        if not any(measure_of(self._said(fact.measure)) for fact in facts):
            return people
        if others:
            names = ", ".join(dict.fromkeys(quoted(self._said(place)) for place in others))
            remarks.append(Remark("beside_months", others[0], {"names": names}))
        table = self._pivoted(facts, self._outline(used[0], end))
        return [*([replace(table, remarks=(*table.remarks, *remarks))] if table else []), *people]

    def _people_in(self, heading: MonthHeading, own: Sequence[Fact]) -> Place | None:
        """The heading by which the rows of a block are people, its own or, where it says nothing, another block's."""
        named = [self._names_people(other) for other in self._headings]
        if any(named) and not {"team", "area"} & heading.words.keys():
            return self._names_people(heading) or next(filter(None, named))
        corner = (heading.last, heading.name)
        # The children of "Social workers", who stand below.
        if len(named) == 1 and meaning_of(self._said(corner)) == "workers" and own[0].measure != corner:
            return corner
        return self._names_people(heading) or (corner if self._has_unnamed_people(own) else None)

    def _has_unnamed_people(self, own: Sequence[Fact]) -> bool:
        """Whether no heading of the sheet says that its rows are teams or areas, and their names look like people's."""
        if any({"team", "area"} & heading.words.keys() for heading in self._headings):
            return False
        return are_like_people({self._said(fact.team) for fact in own})

    def _names_people(self, heading: MonthHeading) -> Place | None:
        before = range(min(heading.columns))
        headings = {
            (row, column): self._said((row, column)) for row in (heading.row, heading.last) for column in before
        }
        return people_heading(self._sheet, headings, heading.name)

    def _pivoted(self, facts: Sequence[Fact], outline: Outline) -> Flat | None:
        pivot = Pivot(self._sheet, self._filled, outline)
        for fact in facts:
            pivot.add(fact)
        return pivot.flat()

    def _said(self, place: Place) -> str:
        value = self._sheet.at(*place)
        return text(self._filled.get(place, value) if value == "" else value)

    def _outline(self, heading: MonthHeading, last: int) -> Outline:
        row = heading.last
        months = list(dict.fromkeys(heading.columns.values()))
        team = Column("team", self._said((row, heading.name)) or "Team", (row, heading.name))
        heads = {"month": Column("month", span(months), months[0], row_line(heading.row)), "team": team}
        for name in ("area", "kind"):
            if name in heading.words and heading.words[name] != heading.name:
                place = (row, heading.words[name])
                heads[name] = Column(name, self._said(place), place)
        if years := list(dict.fromkeys(heading.years.values())):
            heads["year"] = Column("year", span(years), years[0], row_line(heading.row - 1))
        titles = [line for line in lines_between(self._sheet, -1, heading.row) if not measure_of(line)]
        if is_bare_month(self._said(months[0])) and not years:
            titles += lines_of_years(self._sheet, last)
        return Outline("months side by side", heads, titles, range(heading.row, last + 1))
