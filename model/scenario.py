"""A scenario: a name, and every choice and assumption of the Outlook and Costs pages that somebody made under it.

What nobody typed over is read from the figures again, so that a scenario does what its link does.
"""

from __future__ import annotations

import json
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date

from model.scenario_choices import CHOICES, NEEDED, ScenarioError, checked, month_of, said
from model.words import month_words

VERSION = 1
MOST_LETTERS = 60
_KIND = "headroom_scenario"
_NOT_ONE = "This is not a scenario that Headroom exported. Choose a file from “Export” on this page"
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
        name = " ".join(self.name.split())
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

    def to_json(self, in_words: Mapping[str, str] | None = None) -> str:
        """The scenario as text, ``in_words`` beside it for whoever reads the file; loading it ignores them."""
        content: dict[str, object] = {
            _KIND: VERSION,
            "name": self.name,
            "figures_of": month_words(self.month),
            "teams": list(self.teams),
            "choices": dict(self.choices),
        }
        content["in_words"] = dict(in_words or self.typed())
        return json.dumps(content, ensure_ascii=False, indent=1)

    def typed(self) -> dict[str, str]:
        """What was chosen or typed, by what it is called, in words."""
        found: dict[str, str] = {}
        for key, value in self.choices:
            label, stage = CHOICES[key].label, {"_2": ", second", "_3": ", third"}.get(key[-2:], "")
            found[label + (stage if key.startswith("later_") else "")] = said(key, value)
        return found

    @classmethod
    def from_json(cls, text: str) -> Scenario:
        """The scenario of such a text; raises :class:`ScenarioError` with what is wrong with it."""
        try:
            content = json.loads(text)
        except (ValueError, RecursionError) as error:
            raise ScenarioError(_NOT_ONE) from error
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
