"""Which column is the team and which its area, where a hub, a unit or a pod stands beside a team.

"Hub" is the team where no other column can be, and the area of the teams beside it. Where headings leave it open, the
names tell: a team stands once in a month, its area as often as it has teams.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from loaders.areas.teamnames import are_distinct, are_names, filled_down, is_number
from loaders.files.cells import text
from loaders.layouts.columnheading import heading as heading_of
from loaders.layouts.found import Found, Remark
from loaders.layouts.header import CHILD, DATES, LONG, TEAM, WORKER
from loaders.teams.rows import is_summary, is_total
from loaders.teams.teamheadings import is_hub, is_team_alone, says_team
from loaders.words.vocabulary import is_named, words_of


def with_hubs(found: Found) -> Found:
    """A table in which the hubs, units or pods of its teams are read as their areas, which is said.

    Where either may be the team, and only one is called so, the person is asked; two that are called so are asked
    about with all columns that are there twice.
    """
    header, headings = found.header, found.header.headings
    if header.table not in (TEAM, LONG, WORKER, CHILD) or "team" not in header.columns:
        return found
    called = [header.columns["team"], *(column for name, column in header.doubled if name == "team")]
    beside = [*header.unread, *(column for name, column in header.columns.items() if name == "kind")]
    more = [column for column in beside if is_team_alone(headings[column])]
    if len(called) == 1 and not more:
        return found
    meant = [column for column in called if is_named(headings[column])]
    others = [column for column in called if column not in meant]
    if meant:
        # A person has said which it is.
        return _with_areas(found, meant[0], others) if len(meant) == 1 and others else found
    return _by_headings(found, called, more) or _by_names(found, called, more)


def _by_headings(found: Found, called: Sequence[int], more: Sequence[int]) -> Found | None:
    """The one column that says "team" beside hubs, unless its names are those of several rows and the hubs' are not."""
    headings = found.header.headings
    hubs = [column for column in called if is_hub(headings[column])]
    teams = [column for column in called if column not in hubs] or [
        column for column in more if says_team(headings[column])
    ]
    if not hubs or len(teams) != 1 or not says_team(headings[teams[0]]):
        return None
    if found.header.table in (TEAM, LONG):
        # A pod right of its team may be a part of it.
        alone = {column: _stand_once(found, column, [*called, *teams]) for column in (hubs[0], teams[0])}
        if alone[hubs[0]] and not (alone[teams[0]] and hubs[0] < teams[0]):
            return None
    return _with_areas(found, teams[0], hubs)


def _by_names(found: Found, called: Sequence[int], more: Sequence[int]) -> Found:
    """The one column whose names stand once each, where those of the others do not; or a question."""
    if found.header.table not in (TEAM, LONG):
        return found
    headings, columns = found.header.headings, [*called, *more]
    whole = is_hub(headings[called[0]])
    doubted = [one for one in more if (whole and one in found.header.unread) or words_of(headings[one])[:3] == "sub"]
    if len(called) == 1 and not doubted and _stand_once(found, called[0], columns):
        return found
    once = [column for column in columns if _stand_once(found, column, columns)]
    areas = [column for column in called if column not in once]
    if len(once) == 1 and areas:
        return _with_areas(found, once[0], areas, "team_by_names")
    open_ = [column for column in once if column in doubted]
    if len(called) > 1 or called[0] not in once or not open_:
        return found
    words = {"area": heading_of(found, called[0]), "heading": heading_of(found, open_[0])}
    remark = Remark("area_or_team", (found.header.last, open_[0]), words)
    return replace(found, remarks=(*found.remarks, remark))


def _stand_once(found: Found, column: int, names: Sequence[int]) -> bool:
    """Whether each row with figures has a name of its own in a column, none of them twice in a month."""
    columns, figures = found.header.columns, set(found.header.headings) - set(names)
    rows = [
        row
        for row in found.rows
        if any(is_number(found, row, one) for one in figures)
        and not any(is_total(said) or is_summary(said) for said in (text(found.cell(row, one)) for one in names))
    ]
    keys = [
        filled_down([found.cell(row, columns[name]) for row in rows])
        for name in (*DATES, "year", "measure")
        if name in columns
    ]
    cells = [found.cell(row, column) for row in rows]
    return are_names(cells, keys) and are_distinct(filled_down(cells), keys)


def _with_areas(found: Found, team: int, areas: Sequence[int], code: str = "hub_as_area") -> Found:
    """The table with a column of teams and, where it has none yet, the first of others as their areas."""
    header = found.header
    columns = {name: column for name, column in header.columns.items() if name != "team" and column != team}
    columns = {"team": team, **columns}
    doubled = tuple((name, column) for name, column in header.doubled if name != "team")
    if "area" in columns:
        return replace(found, header=replace(header, columns=columns, doubled=doubled))
    columns["area"] = areas[0]
    words = {"heading": heading_of(found, team), "area": heading_of(found, areas[0])}
    remark = Remark(code, (header.last, team), words)
    remarks = (*found.remarks, remark)
    return replace(found, header=replace(header, columns=columns, doubled=doubled), remarks=remarks)
