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
from model.words import day_words, listed, month_words
from store import KeptDecision
from ui import cached
from ui.choices import own_authorities
from ui.text import plain

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
    asked = [each for each in _questions(authority, version, read, names) if each.name not in own_names]
    said = _as_decided(in_file, names, kept)
    if not asked and not said:
        return Answers(before, (), complete=True)
    st.header("Names of teams", anchor=False)
    for sentence in said:
        st.markdown(plain(sentence))
    if asked:
        st.markdown(
            "These names are not among the teams known so far. What you say is remembered when the months are kept. "
            "The Methods page can undo it, and takes splits and mergers."
        )
    now = [_ask(question, f"team_{loaded.sha256[:8]}_{number}") for number, question in enumerate(asked)]
    answered = tuple(filter(None, now))
    clash = _clash(read, answered)
    if clash:
        st.error(plain(clash))
    return Answers(before, answered, complete=None not in now and not clash)


def _names_by_month(frame: pd.DataFrame) -> Months:
    months: Months = {}
    for month, team in zip(frame["month"].dt.date, frame["team"], strict=True):
        months.setdefault(month, []).append(team)
    return months


def _questions(authority: str, version: int, read: Months, names: Names) -> list[Question]:
    if not read:
        return []
    labels = {label for _, label in names.until.values()}
    if authority in own_authorities():
        frame = cached.tables(authority, version)["team_caseload"]
        known = [name for name in dict.fromkeys(frame["team"]) if name not in labels]
        if known:
            return questions(read, known)
    # Nothing is kept yet: the file's last month says how its teams are called.
    return [each for each in questions(read, read[max(read)]) if each.likely]


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
        if each.kind is not Decision.NEW:
            name, team = (*each.before, *each.after)[:: 1 if each.kind is Decision.SPELLING else -1]
            meant.setdefault(team, []).append(name)
    for team, names in meant.items():
        month = next((month for month, told in read.items() if len(set(names) & set(told)) > 1), None)
        if month:
            return f"{listed(names)} both stand in {month_words(month)}, so they cannot both be {team}. Choose again."
    return ""


def _ask(question: Question, key: str) -> TeamDecision | None:
    options = _options(question)
    new = next(place for place, option in enumerate(options) if option.kind is Decision.NEW)
    preset = 0 if question.is_plain else None if question.likely else new
    return st.selectbox(
        f"“{plain(question.name)}”, first in {month_words(question.month)}, is",
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
    return "a new team"
