"""The names of teams in a file that was read: which kept teams they are, asked once where nobody has said so yet."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

import pandas as pd
import streamlit as st

from loaders import Loaded
from model.decisions import Decision, TeamDecision
from model.likeness import Question, questions
from model.naming import Names
from model.succession import Succession, successions
from model.words import day_words, listed, month_words
from store import KeptDecision
from ui import cached
from ui.choices import own_authorities
from ui.team_successions import Sizes, further, joined, sizes
from ui.team_successions import ask as ask_change
from ui.team_successions import clash as cannot_be
from ui.text import plain, spoken

# Pixels: wide enough for a team's name and what became of it.
WIDTH = 520

Months = dict[date, list[str]]


@dataclass(frozen=True)
class Answers:
    """What stands of the names: decided ``before``, and ``now``, for this file; ``complete`` once all is answered."""

    before: tuple[TeamDecision, ...]
    now: tuple[TeamDecision, ...]
    complete: bool

    @property
    def all(self) -> tuple[TeamDecision, ...]:
        """All of them, in their order."""
        return (*self.before, *self.now)


def ask(authority: str, version: int, loaded: Loaded) -> Answers:
    """Say how names are read that were decided before, and ask about each that is new and may be a known team."""
    kept = cached.team_decisions(authority, version) if authority in own_authorities() else []
    before = tuple(each.decision for each in kept)
    names, in_file = Names(before), _names_by_month(loaded.tables["team_caseload"])
    read = {month: list(names.of_month(month, told).values()) for month, told in in_file.items()}
    own_names = {decision.before[0] for decision in before if decision.kind is Decision.NEW}
    known, kept_teams = _known(authority, version, names)
    asked = [each for each in _questions(read, known) if each.name not in own_names]
    changes = _changes(sizes(kept_teams, loaded.tables["team_caseload"], names), asked, own_names, bool(known))
    said = _as_decided(in_file, names, kept)
    if not asked and not said and not changes:
        return Answers(before, (), complete=True)
    st.header("Names of teams", anchor=False)
    for sentence in said:
        st.markdown(plain(sentence))
    if asked:
        st.markdown(
            "These names are not among the teams known so far. What you say is remembered when the months are kept, "
            "and taken back if the upload is undone. The Methods page lists it."
        )
    now = _answers(asked, changes, loaded.sha256[:8], must=bool(known))
    answered = joined([each for told in now if told for each in told])
    clash = _clash(read, answered) or cannot_be(answered)
    if clash:
        st.error(plain(clash))
    return Answers(before, answered, complete=None not in now and not clash)


def _answers(
    asked: list[Question], changes: list[Succession], key: str, *, must: bool
) -> list[tuple[TeamDecision, ...] | None]:
    """What is said of all names: of those that are new while others vanish in one answer, or each by itself."""
    now: list[tuple[TeamDecision, ...] | None] = []
    by_name = {question.name: (number, question) for number, question in enumerate(asked)}
    together = {name for change in changes for name in change.new}
    alone: list[tuple[int, Question, list[TeamDecision]]] = [
        (number, question, []) for name, (number, question) in by_name.items() if name not in together
    ]
    for place, change in enumerate(changes):
        in_detail = all(name in by_name for name in change.new)
        told = ask_change(change, f"team_change_{key}_{place}", must=must, in_detail=in_detail)
        now.append(told)
        if told == ():
            alone += [(*by_name[name], further(change, name)) for name in change.new]
    for number, question, more in alone:
        one = _ask(question, f"team_{key}_{number}", more)
        now.append(None if one is None else (one,))
    return now


def _names_by_month(frame: pd.DataFrame) -> Months:
    months: Months = {}
    for month, team in zip(frame["month"].dt.date, frame["team"], strict=True):
        months.setdefault(month, []).append(team)
    return months


def _known(authority: str, version: int, names: Names) -> tuple[list[str], pd.DataFrame | None]:
    """The teams that are kept, under their current names, and their figures; none where nothing is kept yet."""
    if authority not in own_authorities():
        return [], None
    frame = cached.tables(authority, version)["team_caseload"]
    labels = {label for _, label in names.until.values()}
    return [name for name in dict.fromkeys(frame["team"]) if name not in labels], frame


def _questions(read: Months, known: list[str]) -> list[Question]:
    if not read:
        return []
    if known:
        return questions(read, known)
    # Nothing is kept yet: the file's last month says how its teams are called.
    return [each for each in questions(read, read[max(read)]) if each.likely]


def _changes(months: Sizes, asked: list[Question], own_names: set[str], has_kept: bool) -> list[Succession]:
    """What to ask of names that are new while others vanish; within a file alone only where something is likely."""
    alike = {name for question in asked if question.likely for name in (question.name, *question.likely)}
    if has_kept:
        new = {question.name: question.month for question in asked}
    else:
        first: dict[str, date] = {}
        for month in sorted(months):
            for name in months[month]:
                first.setdefault(name, month)
        new = {name: month for name, month in first.items() if month != min(months) and name not in own_names}
    found = successions(months, {name: month for name, month in new.items() if name not in alike}, alike)
    return [each for each in found if has_kept or each.answers[0].is_likely]


def _as_decided(in_file: Months, names: Names, kept: list[KeptDecision]) -> list[str]:
    """How names are read that somebody decided on before, each once, with the day."""
    said: dict[str, None] = {}
    for month, told in in_file.items():
        for name in told:
            now = names.at(name, month)
            days = [each.at for each in kept if name in each.decision.before and not each.decision.is_break]
            if now != name and days:
                day = day_words(max(days).astimezone())
                said[f"“{name}” is read as {now}, as decided on {day}."] = None
    return list(said)


def _clash(read: Months, answered: tuple[TeamDecision, ...]) -> str:
    """Two names of one month that are said to be one team, in a sentence; "" where there are none."""
    meant: dict[str, list[str]] = {}
    for each in answered:
        if each.kind in (Decision.SPELLING, Decision.RENAME):
            name, team = (*each.before, *each.after)[:: 1 if each.kind is Decision.SPELLING else -1]
            meant.setdefault(team, []).append(name)
    for team, names in meant.items():
        month = next((month for month, told in read.items() if len(set(names) & set(told)) > 1), None)
        if month:
            return f"{listed(names)} both stand in {month_words(month)}, so they cannot both be {team}. Choose again."
    return ""


def _ask(question: Question, key: str, more: list[TeamDecision]) -> TeamDecision | None:
    options = [*_options(question), *more]
    new = next(place for place, option in enumerate(options) if option.kind is Decision.NEW)
    preset = 0 if question.is_plain else None if question.likely or more else new
    return st.selectbox(
        f"“{spoken(question.name)}”, first in {month_words(question.month)}, is",
        options,
        index=preset,
        format_func=_words,
        placeholder="Choose what it is",
        key=key,
        width=WIDTH,
    )


def _options(question: Question) -> list[TeamDecision]:
    def of(team: str) -> list[TeamDecision]:
        return [
            TeamDecision(Decision.SPELLING, (question.name,), (team,)),
            TeamDecision(Decision.RENAME, (team,), (question.name,), question.month),
        ]

    likely, others = ([each for team in teams for each in of(team)] for teams in (question.likely, question.others))
    return [*likely, TeamDecision(Decision.NEW, (question.name,)), *others]


def _words(decision: TeamDecision) -> str:
    if decision.kind is Decision.SPELLING:
        return f"{decision.after[0]}, written another way"
    if decision.kind is Decision.RENAME and decision.month:
        return f"the new name of {decision.before[0]} from {month_words(decision.month)}"
    if decision.kind is Decision.SPLIT:
        return f"a part of {decision.before[0]}, which was split"
    if decision.kind is Decision.MERGE:
        return f"the merger of {listed(decision.before)}"
    return "a new team"
