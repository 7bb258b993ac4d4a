"""The team of each row of a list of workers that has no column for it: a line above them, a title, the sheet's name."""

from __future__ import annotations

import re
from collections.abc import Mapping

from loaders.areas.areaheadings import POINTS
from loaders.dates.months import in_name
from loaders.dates.periods import in_line, is_month_name
from loaders.files.cells import quoted, text
from loaders.files.grid import is_blank
from loaders.layouts.found import Found
from loaders.problems import Problems
from loaders.staff.nobody import Nobody, is_nobody, nobody_of
from loaders.staff.personnames import are_like_people, is_named_like_person
from loaders.staff.workerwords import section_of
from loaders.teams.rows import is_summary, is_total
from loaders.teams.sidelines import is_line, is_vacancy
from loaders.teams.waitingnames import is_waiting
from loaders.words.phrases import patterns, word_lists
from loaders.words.vocabulary import GROUPS, OF_PEOPLE, words_of
from model.words import listed

# Lines of these words alone are of posts, of people or of the paper, and name no team.
_NO_TEAM = word_lists(__file__, "no_team")["no_team"].union(
    *(GROUPS[kind] for kind in ("of_posts_without_cases", "of_agency", "of_staff", "of_grades", "of_no_social_workers"))
)
_TITLE = re.compile(rf"{patterns(__file__, 'team_lines')['titled']}\s*[:–-]\s*(?P<name>\S.*)", re.IGNORECASE)


def teams_beside(found: Found, problems: Problems) -> tuple[Mapping[int, str], str]:
    """The lines that are headings of teams, by their rows, and else the team of all workers, "" for none; both said."""
    if "team" in found.header.columns:
        return {}, ""
    lines = lines_of_teams(found)
    team = "" if lines else _team_outside(found)
    if lines:
        names = listed([quoted(name) for name in dict.fromkeys(lines.values())])
        problems.add("teams_from_lines", sheet=found.sheet.name, names=names)
    elif team:
        problems.add("team_from_outside", sheet=found.sheet.name, team=quoted(team))
    return lines, team


def lines_of_teams(found: Found) -> Mapping[int, str]:
    """The team that each line of a list is the heading of; none where one may be a worker of whom no more is known.

    Such a line has nothing beside it, stands above a worker, and is merged across or has a word or a number that
    people's names have not, or no surname where the workers' names have one. The first row of the list is one.
    """
    worker = found.header.columns["worker"]
    others = [column for column in found.header.headings if column > worker]
    alone = {row for row in found.rows if all(is_blank(found.sheet.at(row, column)) for column in others)}
    # Where workers have first names and surnames, "Ash" above them is none of them.
    people = are_like_people(text(found.sheet.at(row, worker)) for row in found.rows if row not in alone)
    lines: dict[int, str] = {}
    before = ""
    for row in found.rows:
        name = text(found.sheet.at(row, worker)) or _leading(found, row)
        may_be = _may_be_team(found, row, name) or (people and names_a_team(name))
        if name and row in alone and may_be:
            if before == "line":
                return {}
            lines[row] = name.rstrip(": ")
            before = "line"
        elif name:
            if not lines:
                return {}
            before = "worker"
    return lines if before == "worker" else {}


def _leading(found: Found, row: int) -> str:
    """What stands alone before the column of workers."""
    cells = [text(cell) for cell in found.sheet.rows[row] if not is_blank(cell)]
    return cells[0] if len(cells) == 1 else ""


def _may_be_team(found: Found, row: int, name: str) -> bool:
    """Whether a name can be no worker's: "J West" and "P Green" can."""
    words = words_of(name).split()
    # A duty team is a team where it stands above workers.
    if is_named_like_person(name) or is_total(name) or (is_nobody(name) and words[-1:] != ["team"]):
        return False
    merged = any(first[0] == row == last[0] and last[1] > first[1] for first, last in found.sheet.merged)
    return merged or any(map(str.isdigit, name)) or not OF_PEOPLE["of_teams"].isdisjoint(words) or set(words) <= POINTS


def names_a_team(line: str) -> bool:
    """Whether a line above workers can be their team's name: it is no person's, no month's and no kind of posts.

    >>> names_a_team("Ash"), names_a_team("Anna Smith"), names_a_team("Senior social workers"), names_a_team("Leavers")
    (True, False, False, False)
    """
    words = {word for word in words_of(line).split() if not word.isdigit()}
    if not words or words <= _NO_TEAM or ":" in line.rstrip(": ") or is_named_like_person(line):
        return False
    if any(len(word) == 1 for word in words) and OF_PEOPLE["of_teams"].isdisjoint(words):
        # "P Green" has an initial, whatever else green may be.
        return False
    if is_total(line) or is_waiting(line) or is_summary(line) or is_line(line) or is_vacancy(line):
        return False
    # A duty team is a team where it stands above workers.
    is_none = nobody_of(line) not in (None, Nobody.DESK)
    return not (is_none or section_of(line) or in_name(line) or in_line(line) or is_month_name(line))


def _line_above(found: Found) -> str:
    """A line right above the headings that is a team by its first or last word: "Ash team", "Hub 1"."""
    above = [row for row in found.sheet.filled_rows if row < found.header.first][-1:]
    cells = [text(cell) for row in above for cell in found.sheet.rows[row] if not is_blank(cell)]
    words = words_of(cells[0]).split() if len(cells) == 1 else []
    is_team = len(words) > 1 and not {words[0], words[-1]}.isdisjoint({"team", "hub", "pod", "unit"})
    return cells[0] if is_team and ":" not in cells[0] and _may_be_team(found, above[0], cells[0]) else ""


def _team_outside(found: Found) -> str:
    """The one team of a whole list: a title such as "Team: Ash", or the name of one sheet among several; else ""."""
    if named_above := _line_above(found):
        return named_above
    for line, after in zip(found.titles, [*found.titles, ""][1:], strict=True):
        if named := _TITLE.fullmatch(line):
            return named["name"].strip()
        if after and words_of(line) in ("team", "team name", "name of team"):
            return after
    sheet = found.sheet
    of_its_own = set(words_of(sheet.name).split()) - OF_PEOPLE["of_any_team"]
    dated = in_name(sheet.name, sheet.among) or is_month_name(sheet.name) or in_line(sheet.name)
    several = len(sheet.among) > 1 and not sheet.is_text
    is_named = several and not dated and any(not word.isdigit() for word in of_its_own)
    return sheet.name.strip() if is_named and not re.fullmatch(r"sheet\s?\d*", sheet.name, re.IGNORECASE) else ""
