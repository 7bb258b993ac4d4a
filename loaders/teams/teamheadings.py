"""Which heading is that of the teams: "Delivery team" where none is called so, and before a "Hub"."""

from __future__ import annotations

from collections.abc import Mapping

from loaders.words.vocabulary import TEAM_ALONE, meaning_of, words_of


def is_team_alone(heading: str) -> bool:
    """Whether a heading is that of the teams only where no column is called so.

    >>> is_team_alone("Delivery team"), is_team_alone("Service"), is_team_alone("Team"), is_team_alone("Locality")
    (True, True, False, False)
    """
    words = words_of(heading)
    if words in TEAM_ALONE["headings"] or is_of_rows(heading):
        return meaning_of(heading) in (None, "kind")
    *others, last = words.split() or [""]
    return last in TEAM_ALONE["last"] and not {*TEAM_ALONE["never"]} & {*others} and meaning_of(heading) is None


def is_of_rows(heading: str) -> bool:
    """Whether a heading says no more than that the names of rows stand below it, as in a pivot table: "Row Labels"."""
    return words_of(heading) in TEAM_ALONE["of_rows"]


def team_alone(headings: Mapping[int, str]) -> int | None:
    """The only column of a table without one for the team that can be it; ``None`` for none, or for two alike.

    One that ends with "team" is before a "Service".
    """
    alone = {column: heading for column, heading in headings.items() if is_team_alone(heading)}
    called = [column for column, heading in alone.items() if words_of(heading) not in TEAM_ALONE["headings"]]
    columns = called or list(alone)
    return columns[0] if len(columns) == 1 else None


def says_team(heading: str) -> bool:
    """Whether a heading has the word "team".

    >>> says_team("Social work team name"), says_team("Hub")
    (True, False)
    """
    return not {"team", "teams"}.isdisjoint(words_of(heading).split())


def is_hub(heading: str) -> bool:
    """Whether a heading is that of the teams, or of groups of them beside a column of teams: "Hub", "Unit", "Pod name".

    >>> is_hub("Hub"), is_hub("Social work unit"), is_hub("Team/unit"), is_hub("Team")
    (True, True, False, False)
    """
    words = set(words_of(heading).split())
    return not says_team(heading) and not words.isdisjoint(TEAM_ALONE["hubs"]) and meaning_of(heading) == "team"


def team_beside_hub(headings: Mapping[int, str], hub: int) -> int | None:
    """The only column that says "team", right of one that is read as the team and is a hub; ``None`` for none."""
    if not is_hub(headings[hub]):
        return None
    teams = [column for column, heading in headings.items() if says_team(heading) and _may_be(heading)]
    return teams[0] if len(teams) == 1 and teams[0] > hub else None


def _may_be(heading: str) -> bool:
    return meaning_of(heading) == "team" or is_team_alone(heading)
