"""What became of teams that a file lacks while others are new in it: asked once for all names of a month."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from itertools import combinations

import pandas as pd
import streamlit as st

from model.decisions import Decision, TeamDecision
from model.naming import Names
from model.succession import Size, Succession
from ui.text import plain, spoken

_ELSE = "Something else: say it of each name"
# Of more teams than that, only the merger of all is offered name by name.
_FEW = 4

Sizes = dict[date, dict[str, Size]]


def sizes(kept: pd.DataFrame | None, offered: pd.DataFrame, names: Names) -> Sizes:
    """Children and FTE of every team by month: what is kept, under the teams' current names, and what a file offers."""
    found: Sizes = _by_month(kept) if kept is not None else {}
    for month, teams in _by_month(offered).items():
        found[month] = {now: teams[name] for name, now in names.of_month(month, list(teams)).items()}
    return found


def _by_month(frame: pd.DataFrame) -> Sizes:
    found: Sizes = {}
    columns = (frame[name].astype(object).where(frame[name].notna(), None) for name in ("allocated", "fte"))
    for month, team, children, fte in zip(frame["month"].dt.date, frame["team"], *columns, strict=True):
        found.setdefault(month, {})[team] = Size(children, fte)
    return found


def ask(of: Succession, key: str, *, must: bool, in_detail: bool) -> tuple[TeamDecision, ...] | None:
    """What a person says of it: decisions on all names; none at all for "something else"; ``None`` before an answer.

    ``must`` leaves it open where something is likely: else the names are new teams until somebody says otherwise.
    """
    words = [f"{plain(answer.words)}." for answer in of.answers]
    evidence = [plain(answer.evidence) for answer in of.answers]
    open_till_said = must and of.answers[0].is_likely
    as_new = next(place for place, answer in enumerate(of.answers) if not any(each.month for each in answer.decisions))
    said = st.radio(
        spoken(of.question),
        [*range(len(words)), *([len(words)] if in_detail else [])],
        index=None if open_till_said else as_new,
        format_func=lambda place: [*words, _ELSE][place],
        captions=[*evidence, *([""] if in_detail else [])],
        key=key,
    )
    if said is None:
        return None
    return () if said == len(words) else of.answers[said].decisions


def further(of: Succession, name: str) -> list[TeamDecision]:
    """What one name can be besides a team known already or a new one: a part of a team that is gone, or a merger."""
    sets = [2, *range(3, len(of.gone) + 1)] if len(of.gone) <= _FEW else [len(of.gone)]
    return [
        *(TeamDecision(Decision.SPLIT, (gone,), (name,), of.month) for gone in of.gone),
        *(
            TeamDecision(Decision.MERGE, teams, (name,), of.month)
            for many in sets
            for teams in combinations(of.gone, many)
        ),
    ]


def joined(decisions: Sequence[TeamDecision]) -> tuple[TeamDecision, ...]:
    """The decisions, with the parts of one team that were said name by name as one split."""
    parts: dict[tuple[tuple[str, ...], date | None], list[str]] = {}
    others: list[TeamDecision] = []
    for each in decisions:
        if each.kind is Decision.SPLIT:
            parts.setdefault((each.before, each.month), []).extend(each.after)
        else:
            others.append(each)
    splits = (TeamDecision(Decision.SPLIT, before, tuple(after), month) for (before, month), after in parts.items())
    return (*splits, *others)


def clash(decisions: Sequence[TeamDecision]) -> str:
    """Why the decisions cannot all be, in a sentence; "" if they can."""
    changes: dict[str, list[TeamDecision]] = {}
    for each in decisions:
        if each.kind is Decision.SPLIT and len(each.after) < 2:
            (team,), (part,) = each.before, each.after
            return (
                f"Only {part} is said to be a part of {team}. Say of another name that it is a part of it too, "
                f"or that {part} is its new name."
            )
        for team in each.before if each.month else ():
            changes.setdefault(team, []).append(each)
    twice = [team for team, told in changes.items() if len(told) > 1 and any(each.is_break for each in told)]
    return f"Two different things are said of {twice[0]}. Choose again." if twice else ""
