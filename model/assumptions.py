"""Every default with its unit and source, in one place: frozen and validated.

Nothing here is a hidden constant: each of :class:`Settings`'s fields is shown on
the Methods page with the words of :data:`ABOUT` and can be changed there.
"""

from __future__ import annotations

import json
from collections.abc import Mapping
from dataclasses import asdict, dataclass, field, fields, replace
from decimal import Decimal, InvalidOperation
from typing import Any

from model.case_types import CASE_TYPES
from model.kinds import FIELDWORK, kind_said, recognised
from model.trend_marks import StepChange, said_of_trends

CABINET_REPORT = "Stockton-on-Tees Borough Council, Cabinet report, 13 June 2013"
DFE_WORKFORCE = "Department for Education, Children’s social work workforce, 2025 release"
_REGION = f"{CABINET_REPORT}: averages of councils in the region, early 2013"


class SettingsError(ValueError):
    """A setting that is unknown or out of range: says which, and what is allowed."""


@dataclass(frozen=True)
class About:
    """What a setting is, for the Methods page: label, unit, source."""

    label: str
    unit: str
    source: str


ABOUT: Mapping[str, About] = {
    "optimum": About(
        "Optimum caseload",
        "children per full-time experienced social worker",
        f"{CABINET_REPORT}, paragraph 22: a local planning figure for Fieldwork teams, not a national norm",
    ),
    "band_low": About("Regional range, lowest", "children per social worker", _REGION),
    "band_high": About("Regional range, highest", "children per social worker", _REGION),
    "cost_per_post": About(
        "Cost of one experienced social worker post",
        "pounds a year, with on-costs",
        f"{CABINET_REPORT}, paragraph 42: £244,906 for six posts",
    ),
    "cost_per_manager": About(
        "Cost of one Team Manager post",
        "pounds a year, with on-costs",
        "Not published: enter your own. Left blank, managers are counted but not costed",
    ),
    "cost_per_family_worker": About(
        "Cost of one family worker post",
        "pounds a year, with on-costs",
        "Not published: enter your own. Left blank, family workers are counted but not costed",
    ),
    "agency_per_fte": About(
        "Cost of one full-time agency worker",
        "pounds a year",
        f"{CABINET_REPORT}, paragraphs 38 to 41: £276,410 for five social workers and a deputy manager",
    ),
    "staff_per_manager": About(
        "Most staff one Team Manager can supervise",
        "people",
        f"{CABINET_REPORT}, paragraph 26: eight social workers, a senior family worker and a family worker",
    ),
    "family_workers_per_team": About(
        "Family workers in each team",
        "people",
        f"{CABINET_REPORT}, paragraph 26: one senior family worker and one family worker",
    ),
}

# Points that a child of any type of case can be.
LEAST_WEIGHT, MOST_WEIGHT = Decimal("0.1"), Decimal(10)

# Settings in pounds a year.
COSTS = ("cost_per_post", "cost_per_manager", "cost_per_family_worker", "agency_per_fte")


@dataclass(frozen=True)
class TeamSetting:
    """What one team is: its kind, its own optimum, and whether it counts.

    ``kind`` is what somebody has said: ``None`` takes the file's or the name's, "" is of no kind.
    ``optimum`` is in children per FTE; ``None`` takes that of the team's kind,
    or else, for fieldwork, of the service. A team that does not count is shown, but left out of
    the service average and of posts needed.
    """

    kind: str | None = None
    optimum: Decimal | None = None
    counted: bool = True


@dataclass(frozen=True)
class KindSetting:
    """The optimum of a kind of team; ``None`` means such teams have none."""

    optimum: Decimal | None = None


@dataclass(frozen=True)
class Settings:
    """The settings of one authority. Units and sources are in :data:`ABOUT`.

    Raises :class:`SettingsError` for a value out of range.
    """

    optimum: Decimal = Decimal(25)
    band_low: Decimal | None = Decimal(21)
    band_high: Decimal | None = Decimal(32)
    cost_per_post: Decimal = Decimal("40817.67")
    cost_per_manager: Decimal | None = None
    cost_per_family_worker: Decimal | None = None
    agency_per_fte: Decimal = Decimal("46068.33")
    staff_per_manager: int = 10
    family_workers_per_team: int = 2
    kinds: Mapping[str, KindSetting] = field(default_factory=dict)
    teams: Mapping[str, TeamSetting] = field(default_factory=dict)
    # What the council is called in published figures, where somebody said so, and whom it is compared with.
    published_name: str | None = None
    neighbours: tuple[str, ...] = ()
    # Whether somebody said that the optimum is the council's own, although it is the report's too.
    own_optimum: bool = False
    # The periods of the activity report, by their kind in model/activity_periods.py.
    report_period: str = "quarter"
    # Points of a child by type of case where they are not 1 (model/case_mix.py), and where they are from.
    weights: Mapping[str, Decimal] = field(default_factory=dict)
    weights_source: str = ""
    # Step changes of trends that somebody told of, and targets by the key of their measure (model/trend_series.py).
    steps: tuple[StepChange, ...] = ()
    targets: Mapping[str, Decimal] = field(default_factory=dict)
    # What a team was called whose name says its kind no more (model/naming.py); worked out, not kept.
    formerly: Mapping[str, str] = field(default_factory=dict)

    def __post_init__(self) -> None:
        """Refuse a value out of range."""
        _within("optimum", self.optimum, 1, 100)
        _within("band_low", self.band_low, 0, 100)
        _within("band_high", self.band_high, 0, 100)
        if self.band_low is not None and self.band_high is not None and self.band_low > self.band_high:
            raise SettingsError("The lowest of the regional range is above the highest")
        for name in COSTS:
            _within(name, getattr(self, name), 0, 1_000_000)
        _within("staff_per_manager", self.staff_per_manager, 1, 100)
        _within("family_workers_per_team", self.family_workers_per_team, 0, self.staff_per_manager - 1)
        for name, kind in self.kinds.items():
            _within("optimum", kind.optimum, 1, 100, f" of {name} teams")
        for name, team in self.teams.items():
            _within("optimum", team.optimum, 1, 100, f" of {name}")
        for name, weight in self.weights.items():
            if name not in CASE_TYPES or not LEAST_WEIGHT <= weight <= MOST_WEIGHT:
                most = f"it must be from {LEAST_WEIGHT} to {MOST_WEIGHT}"
                raise SettingsError(f"The weight of {CASE_TYPES.get(name, name)} is {weight}: {most}")

    def is_shipped(self, name: str) -> bool:
        """Whether a figure is still the one that ships, and nobody said that it is the council's own."""
        return bool(getattr(self, name) == getattr(Settings(), name)) and not (name == "optimum" and self.own_optimum)

    @property
    def social_workers_per_team(self) -> int:
        """Most social workers one manager can supervise beside the family workers, in people."""
        return self.staff_per_manager - self.family_workers_per_team

    def kind_of(self, team: str, kind_in_file: str | None = None) -> str | None:
        """The team's kind: set here, else in the file, else another than fieldwork by its name, or an old one."""
        setting = self.teams.get(team)
        if setting and setting.kind is not None:
            return setting.kind or None
        names = (team, self.formerly.get(team, ""))
        return kind_in_file or next((kind_said(name) for name in names if recognised(name)), None)

    def optimum_of(self, team: str, kind_in_file: str | None = None) -> Decimal | None:
        """The team's optimum in children per FTE: its own, else its kind's, else for fieldwork the service's.

        ``None`` where the team's kind is set to have no optimum, and where no
        optimum is set for a team whose kind or name says that it is not fieldwork.
        """
        setting = self.teams.get(team)
        if setting and setting.optimum is not None:
            return setting.optimum
        kind = self._kind_setting(team, kind_in_file)
        if kind is not None:
            return kind.optimum
        return None if self._is_of_another_kind(team, kind_in_file) else self.optimum

    def awaits_optimum(self, team: str, kind_in_file: str | None = None) -> bool:
        """Whether the team counts, is not fieldwork by its kind or name, and nobody has said what its optimum is."""
        setting = self.teams.get(team, TeamSetting())
        if not setting.counted or setting.optimum is not None or self._kind_setting(team, kind_in_file) is not None:
            return False
        return self._is_of_another_kind(team, kind_in_file)

    def _kind_setting(self, team: str, kind_in_file: str | None) -> KindSetting | None:
        kind = self.kind_of(team, kind_in_file) or ""
        return self.kinds.get(kind) or self.kinds.get(recognised(kind) or "")

    def _is_of_another_kind(self, team: str, kind_in_file: str | None) -> bool:
        return recognised(self.kind_of(team, kind_in_file) or "") not in (None, FIELDWORK)

    def counts(self, team: str) -> bool:
        """Whether the team counts in the service average and in posts needed."""
        return self.teams.get(team, TeamSetting()).counted

    def with_values(self, **changes: Any) -> Settings:
        """A copy with the named values changed; an unknown name raises :class:`SettingsError`."""
        known = {f.name for f in fields(self)}
        unknown = sorted(set(changes) - known)
        if unknown:
            raise SettingsError(f"No setting is called {', '.join(unknown)}")
        return replace(self, **changes)

    def to_json(self) -> str:
        """The settings as JSON text, for the store; numbers as text, so that none is rounded."""
        return json.dumps(asdict(replace(self, formerly={})), default=str, sort_keys=True)

    @classmethod
    def from_json(cls, text: str) -> Settings:
        """Settings from :meth:`to_json`'s text; raises :class:`SettingsError` if it is not that."""
        try:
            raw = json.loads(text)
            raw["kinds"] = {k: KindSetting(_decimal(v["optimum"])) for k, v in raw.get("kinds", {}).items()}
            raw["teams"] = {
                k: TeamSetting(v["kind"], _decimal(v["optimum"]), bool(v["counted"]))
                for k, v in raw.get("teams", {}).items()
            }
            for name in ("optimum", "band_low", "band_high", *COSTS):
                if name in raw:
                    raw[name] = _decimal(raw[name])
            raw["weights"] = {k: Decimal(v) for k, v in raw.get("weights", {}).items()}
            raw["neighbours"] = tuple(raw.get("neighbours", ()))
            raw |= said_of_trends(raw)
            return cls().with_values(**raw)
        except SettingsError:
            raise
        except (ValueError, KeyError, TypeError, AttributeError, InvalidOperation) as error:
            raise SettingsError("The kept settings cannot be read") from error


def _decimal(value: str | None) -> Decimal | None:
    return None if value is None else Decimal(value)


def _within(name: str, value: Decimal | int | None, low: int, high: int, whose: str = "") -> None:
    if value is not None and not low <= value <= high:
        raise SettingsError(f"{ABOUT[name].label}{whose} is {value}: it must be from {low:,} to {high:,}")
