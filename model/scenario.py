"""A scenario: a name, and every choice and assumption of the Outlook and Costs pages that somebody made under it.

What nobody typed over is read from the figures again, so that a scenario does what its link does.
"""

from __future__ import annotations

import json
import re
from collections.abc import Mapping, Sequence
from contextlib import suppress
from dataclasses import dataclass
from datetime import date

from model.scenario_choices import CHOICES, NEEDED, ScenarioError, checked, month_of, said
from model.words import month_words

VERSION = 1
MOST_LETTERS = 60
_KIND = "headroom_scenario"
_RESTS_ON = "rests_on"
_NO_CHOICE = (_KIND, "name", "figures_of", "teams", _RESTS_ON)
_NOT_ONE = "This is not a scenario that Headroom exported. Choose a file from “Export” on this page"
# What no workbook can hold: control characters.
_UNKEPT = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\ufffe\uffff\ud800-\udfff]")
_NEWER = "A newer version of Headroom made this scenario. Start the newer version to open it"


@dataclass(frozen=True)
class Scenario:
    """A name, the month of the figures, the teams (none named: all), and the choices by their place in the address.

    ``choices`` are pairs in the order of :data:`CHOICES`, each checked. Raises :class:`ScenarioError` for a choice
    that is not known, is missing or is out of range.
    """

    name: str
    month: date
    teams: tuple[str, ...]
    choices: tuple[tuple[str, str], ...]

    def __post_init__(self) -> None:
        """Refuse what cannot be; write every choice one way."""
        name = _cleaned(self.name)
        if not name:
            raise ScenarioError("The scenario has no name. Type one")
        if len(name) > MOST_LETTERS:
            raise ScenarioError(f"The name has {len(name)} letters: at most {MOST_LETTERS} fit")
        given = dict(self.choices)
        for key in NEEDED:
            if key not in given:
                raise ScenarioError(f"The scenario does not say “{CHOICES[key].label}”")
        taken = {key: checked(key, value, self.month) for key, value in given.items()}
        object.__setattr__(self, "name", name)
        object.__setattr__(self, "teams", tuple(filter(None, map(_cleaned, self.teams))))
        object.__setattr__(self, "choices", tuple((key, taken[key]) for key in CHOICES if key in taken))

    @property
    def by_key(self) -> dict[str, str]:
        """The choices by their place in the address."""
        return dict(self.choices)

    def named(self, name: str) -> Scenario:
        """The same choices under another name."""
        return Scenario(name, self.month, self.teams, self.choices)

    @property
    def address(self) -> list[tuple[str, str]]:
        """What reproduces the scenario in the address of the Outlook or Costs page."""
        return [("month", month_words(self.month)), *(("teams", team) for team in self.teams), *self.choices]

    def to_json(self, rests_on: Mapping[str, str] | None = None) -> str:
        """The scenario as text; beside it what was chosen, in words, and all that it ``rests_on`` where it is known."""
        content: dict[str, object] = {
            _KIND: VERSION,
            "name": self.name,
            "figures_of": month_words(self.month),
            "teams": list(self.teams),
            "choices": dict(self.choices),
        }
        content["in_words"] = self.typed()
        if rests_on:
            content[_RESTS_ON] = dict(rests_on)
        return json.dumps(content, ensure_ascii=False, indent=1)

    def to_rows(self, rests_on: Mapping[str, str] | None = None) -> list[tuple[str, str, str]]:
        """The scenario as rows of a sheet: what it is called, its value, its place; a row for each of the teams.

        Then all that it ``rests_on``, for whoever loads it to hold against what it rests on there.
        """
        found = [
            ("Form of this sheet", str(VERSION), _KIND),
            ("Name", self.name, "name"),
            ("Figures of", month_words(self.month), "figures_of"),
            *(("Team", team, "teams") for team in self.teams),
        ]
        found += [(_label(key), value, key) for key, value in self.choices]
        return found + [(label, value, _RESTS_ON) for label, value in (rests_on or {}).items()]

    def typed(self) -> dict[str, str]:
        """What was chosen or typed, by what it is called, in words."""
        return {_label(key): said(key, value) for key, value in self.choices}

    @classmethod
    def from_json(cls, text: str) -> Scenario:
        """The scenario of such a text; raises :class:`ScenarioError` with what is wrong with it."""
        try:
            content = json.loads(text)
        except (ValueError, RecursionError) as error:
            raise ScenarioError(_NOT_ONE) from error
        return cls._of(content)

    @classmethod
    def from_rows(cls, rows: Sequence[Sequence[str]]) -> Scenario:
        """The scenario of such rows, whatever stands above them; :class:`ScenarioError` as for a text.

        A choice whose value is blank is as if nobody had made it.
        """
        given = [(row[2], row[1]) for row in rows if len(row) > 2 and row[2]]
        known = dict(given)
        if not (version := known.get(_KIND, "")).isdecimal():
            raise ScenarioError(_NOT_ONE)
        first = [key for key, _ in given].index(_KIND)
        choices = {key: value for key, value in given[first:] if value and key not in _NO_CHOICE}
        teams = [value for key, value in given if key == "teams" and value]
        return cls._of({**known, _KIND: int(version), "teams": teams, "choices": choices})

    @classmethod
    def _of(cls, content: object) -> Scenario:
        """The scenario of the parts of a file."""
        if not isinstance(content, dict) or not isinstance(version := content.get(_KIND), int):
            raise ScenarioError(_NOT_ONE)
        if version > VERSION:
            raise ScenarioError(_NEWER)
        name, teams, choices = (content.get(part) for part in ("name", "teams", "choices"))
        if not isinstance(name, str) or not isinstance(teams, list) or not isinstance(choices, dict):
            raise ScenarioError(_NOT_ONE)
        if not all(isinstance(team, str) for team in teams):
            raise ScenarioError(_NOT_ONE)
        month = month_of(str(content.get("figures_of")), "The month of the figures")
        return cls(name, month, tuple(teams), tuple((str(key), str(value)) for key, value in choices.items()))


def rested_on_in_json(text: str) -> dict[str, str]:
    """All that a scenario rested on where its text was made; nothing where the text does not say."""
    with suppress(ValueError, RecursionError, AttributeError):
        found = json.loads(text).get(_RESTS_ON)
        return {str(label): str(value) for label, value in found.items()}
    return {}


def rested_on_in_rows(rows: Sequence[Sequence[str]]) -> dict[str, str]:
    """The same of rows of a sheet."""
    return {row[0]: row[1] for row in rows if len(row) > 2 and row[2] == _RESTS_ON}


def _cleaned(text: str) -> str:
    """The text with single spaces, without what no workbook can hold."""
    return " ".join(_UNKEPT.sub("", text).split())


def _label(key: str) -> str:
    """What a choice is called, with its stage where there are several of the name."""
    stage = {"_2": ", second", "_3": ", third"}.get(key[-2:], "") if key.startswith("later_") else ""
    return CHOICES[key].label + stage
