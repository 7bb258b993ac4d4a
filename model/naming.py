"""Teams under their current names: what was decided about names, applied to the clean tables.

No figure is changed, and in no month do two teams become one.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace
from datetime import date

import pandas as pd

from model.assumptions import Settings
from model.decisions import Decision, TeamChange, TeamDecision, sentence_of
from model.kinds import kind_said
from model.tables import MONTH_NOTE, conform
from model.words import month_words

Tables = Mapping[str, pd.DataFrame]
_WITH_TEAMS = ("team_caseload", "worker_caseload", "vacant_post")


def resolved(tables: Tables, decisions: Sequence[TeamDecision]) -> dict[str, pd.DataFrame]:
    """The tables with teams under their current names, and a note on each month that begins with a split or merger."""
    named = renamed(tables, decisions)
    breaks = _breaks(named["team_caseload"], decisions)
    if breaks:
        notes = pd.DataFrame(breaks, columns=MONTH_NOTE.names)
        together = pd.concat([named["month_note"], conform(notes, MONTH_NOTE)], ignore_index=True)
        named["month_note"] = together.drop_duplicates(ignore_index=True)
    return named


def renamed(tables: Tables, decisions: Sequence[TeamDecision]) -> dict[str, pd.DataFrame]:
    """The tables with teams under their current names. The frames passed in are not changed."""
    if not decisions:
        return dict(tables)
    names, current = Names(decisions), {}
    there = [name for name in _WITH_TEAMS if name in tables]
    frames = [tables[name] for name in there]
    by_month: dict[date, dict[str, None]] = {}
    for frame in frames:
        for month, team in zip(frame["month"].dt.date, frame["team"], strict=True):
            by_month.setdefault(month, {})[team] = None
    for month, teams in by_month.items():
        current.update({(month, team): name for team, name in names.of_month(month, list(teams)).items()})
    told = [[current[key] for key in zip(frame["month"].dt.date, frame["team"], strict=True)] for frame in frames]
    return {
        **tables,
        **{
            name: frame.assign(team=pd.Series(teams, dtype="str"))
            for name, frame, teams in zip(there, frames, told, strict=True)
        },
    }


def team_changes(decisions: Sequence[TeamDecision]) -> tuple[TeamChange, ...]:
    """The splits and mergers in force, the earliest first, with the names that :func:`renamed` gives to the teams."""
    names, found = Names(decisions), []
    for decision in decisions:
        if decision.is_break and decision.month:
            before = names.of_month(_month_before(decision.month), decision.before)
            after = names.of_month(decision.month, decision.after)
            sides = frozenset(before.values()), frozenset(after.values())
            found.append(TeamChange(decision.month, *sides, sentence_of(decision)))
    return tuple(sorted(found, key=lambda change: change.month))


def settings_under(settings: Settings, decisions: Sequence[TeamDecision]) -> Settings:
    """The settings, with those of a team also under the name that it has now, and the kind that its old name said."""
    names, teams = Names(decisions), dict(settings.teams)
    for name, setting in settings.teams.items():
        teams.setdefault(names.at(name, date.min), setting)
    for name, label in names.until.values():
        if name in teams:
            teams.setdefault(label, teams[name])
    steps = tuple(replace(step, whose=names.at(step.whose, step.month)) for step in settings.steps)
    return replace(settings, teams=teams, formerly=_formerly(names, decisions), steps=steps)


def _formerly(names: Names, decisions: Sequence[TeamDecision]) -> dict[str, str]:
    """The old name, by what it is called now, of each team that the old name said to be of another kind than fieldwork.

    A team made of several is of that kind where all of them were.
    """
    found: dict[str, str] = {}
    for decision in decisions:
        old = [found.get(names.at(name, date.min), name) for name in decision.before]
        if all(kind_said(name) for name in old):
            found.update({names.at(name, decision.month or date.min): old[0] for name in decision.after})
    return found


class Names:
    """What every name of a file is called now, by month."""

    def __init__(self, decisions: Iterable[TeamDecision]) -> None:
        """From all decisions in force, in the order in which they were taken: a later one comes before an earlier."""
        self._spellings: dict[str, str] = {}
        self._new: dict[date, dict[str, str]] = {}
        changes = []
        for decision in decisions:
            if decision.kind is Decision.NEW:
                self._spellings.pop(decision.before[0], None)
            elif decision.kind is Decision.SPELLING:
                self._spellings[decision.before[0]] = decision.after[0]
            elif decision.month and decision.kind is Decision.RENAME:
                self._new.setdefault(decision.month, {})[decision.before[0]] = decision.after[0]
            elif decision.month:
                changes.append((decision.month, decision))
        self._renames = sorted(self._new.items())
        # A team that kept its name over a split or a merger, and what it is called in the months before.
        self.until: dict[tuple[date, str], tuple[str, str]] = {}
        for month, change in sorted(changes, key=lambda pair: pair[0]):
            before = _month_before(month)
            stay = {self.at(name, before) for name in change.before} & {self.at(name, month) for name in change.after}
            for name in sorted(stay):
                self.until[month, name] = (name, f"{name} (until {month_words(before)})")

    def at(self, name: str, month: date) -> str:
        """What a name of that month's file is called now, but for splits and mergers."""
        return self._new_name(self._spelt(name), month)

    def of_month(self, month: date, names: Sequence[str]) -> dict[str, str]:
        """The names of one month's file to what they are called now: as many teams as there were."""
        spelt = _each_its_own({name: self._spelt(name) for name in names})
        now = _each_its_own({name: self._labelled(self._new_name(name, month), month) for name in spelt.values()})
        return {name: now[known] for name, known in spelt.items()}

    def _spelt(self, name: str) -> str:
        seen = {name}
        while (known := self._spellings.get(name)) is not None and known not in seen:
            seen.add(known)
            name = known
        return name

    def _new_name(self, name: str, month: date) -> str:
        for since, new in self._renames:
            # From then on the old name is an old habit, unless it is now another team's.
            if name in new and (month < since or name not in new.values()):
                name = new[name]
        return name

    def _labelled(self, name: str, month: date) -> str:
        """With the last month of the team as it was, where a split or a merger has changed what the name means."""
        labels = (label for (since, team), (_, label) in self.until.items() if team == name and month < since)
        return next(labels, name)


def _each_its_own(called: Mapping[str, str]) -> dict[str, str]:
    """The new names, but for those that two teams of one month would share: these keep the name that they had."""
    told = dict(called)
    while twice := {now for now, count in Counter(told.values()).items() if count > 1}:
        told = {name: name if now in twice else now for name, now in told.items()}
    return told


def _month_before(month: date) -> date:
    return date(month.year - (month.month == 1), (month.month - 2) % 12 + 1, 1)


def _breaks(teams: pd.DataFrame, decisions: Sequence[TeamDecision]) -> list[tuple[date, str, str]]:
    """Month, mark and note of each split and merger that has months before it and from it on."""
    months = sorted(teams["month"].dt.date.unique())
    found = []
    for decision in decisions:
        since = decision.month
        if not (decision.is_break and since) or not months or months[0] >= since or months[-1] < since:
            continue
        found.append((next(month for month in months if month >= since), "restructure", sentence_of(decision)))
    return found
