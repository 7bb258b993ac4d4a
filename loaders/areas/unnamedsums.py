"""Rows of sums beside which no team stands, such as "North area" in the column of areas below North's teams."""

from __future__ import annotations

from loaders.areas.totals import Total, agreeing
from loaders.files.cells import text
from loaders.layouts.found import Found
from loaders.teams.teamtable import TeamTable
from loaders.words.phrases import word_lists

_OF_SUMS = word_lists(__file__, "sums")["of_sums"]


def subtotal_name(table: TeamTable, total: Total) -> str:
    """What a row of figures without a team is called where it is the subtotal of the teams right above it, else "".

    It is one where its figures are theirs added up, in two columns or more or beside their area's name; and where it
    says that it is all of that area, whatever its figures: then they are compared.
    """
    previous = max((one.row for one in table.totals if one.row < total.row), default=-1)
    since = [team for team in table.teams if previous < team.row < total.row and total.month in (None, team.month)]
    if not since:
        return ""
    label = _label(table.found, total.row).rstrip(" :")
    own = label.casefold().split()
    areas = {(team.area or "").casefold() for team in since} - {""}
    area = next(iter(areas)).split() if len(areas) == 1 else []
    named = bool(area) and set(area) <= set(own)
    if named and len(own) > len(area) and set(own) - set(area) <= _OF_SUMS:
        return f"{next(team.area for team in since if team.area)} total"
    number = agreeing(total.figures, since)
    if number > 1 or (number and named):
        return f"{label} total" if named else "sub-total"
    return ""


def _label(found: Found, row: int) -> str:
    """The text left of the figures of a row, not that of a merged range."""
    columns = found.header.columns
    places = sorted(columns[name] for name in ("area", "kind") if name in columns)
    return next((said for column in places if (said := text(found.sheet.at(row, column)))), "")
