"""A scenario worked out: the outlook that its choices ask for, from its own figures, and the plan that it costs."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from decimal import Decimal
from fractions import Fraction
from functools import cached_property
from itertools import takewhile

from model import scenario_words as words
from model.assumptions import COSTS
from model.caseload import months
from model.exact import exact, shortest, shown
from model.outlook import Case, Fan, with_those_who_wait
from model.outlook_process import Approval
from model.outlook_start import Start, start_of
from model.plan_costs import CostPlan, usual_end_of_funding
from model.plan_costs_report import PRINTED
from model.plan_costs_terms import Terms, TermsError
from model.scenario import Scenario
from model.scenario_choices import CHOICES, ONE_OFF, STAGES, USUAL_STAGES, month_of, months_between
from model.span import span_of_control
from model.words import listed, month_words
from ui import outlook_choices
from ui import view as views
from ui.choices import teams_of
from ui.outlook_answer import Asked
from ui.outlook_question import MEASURES, Chosen
from ui.posts_answer import of_teams_with_optimum
from ui.view import Council, View


class CannotBe(Exception):  # noqa: N818 - the name says what is wrong
    """A scenario that cannot be worked out from the figures there are: a plain sentence says why."""


@dataclass(frozen=True)
class Worked:
    """A scenario with its outlook and its plan."""

    scenario: Scenario
    asked: Asked
    plan: CostPlan

    @cached_property
    def case(self) -> Case:
        """The outlook that is asked for."""
        return self.asked.case(int(self.scenario.by_key["outlook_posts"]))

    @cached_property
    def fan(self) -> Fan:
        """Its simulated futures."""
        return self.asked.fan(self.case)

    @cached_property
    def everybody(self) -> Case:
        """The same, those who wait counted in the average: plans that leave many to wait look no better for it."""
        return with_those_who_wait(self.case)

    @cached_property
    def fan_of_everybody(self) -> Fan:
        """The simulated futures of :attr:`everybody`."""
        return self.asked.fan(self.everybody)

    @cached_property
    def waiting(self) -> float:
        """Children expected to wait in the month that is judged."""
        return float(self.case.expected.unallocated[self.case.month].sum())

    @property
    def with_prices(self) -> Scenario:
        """The scenario with every price that it counts with as if it were typed, for where others are kept."""
        costs = {f"cost_{name}": getattr(self.plan.settings, name) for name in COSTS}
        known = {key: str(value) for key, value in costs.items() if value is not None}
        return replace(self.scenario, choices=tuple((known | self.scenario.by_key).items()))

    @cached_property
    def in_words(self) -> dict[str, str]:
        """All that it rests on, with values."""
        first, chosen, vacant = self.scenario.month, self.scenario.by_key, self.asked.vacant
        known = self.asked.start.vacant
        return {
            "Council": self.asked.view.authority,
            "Figures": self.asked.view.day,
            "Teams": listed(self.scenario.teams) or "all",
            "Children now": f"{self.asked.start.children:,}",
            "Social workers now (FTE)": shown(self.asked.start.fte),
            "Optimum": shortest(self.asked.start.optimum),
            "Posts approved": words.stages_in_words(self.case.approvals, first),
            "Children counted": chosen.get("measure", next(iter(MEASURES))),
            "By when": chosen["judged"],
            "The assumptions are unsure too": "yes" if self.asked.chosen.vary else "no",
            CHOICES["forecast_since"].label: chosen.get("forecast_since", "as usual"),
            "Vacant posts now (FTE)": shortest(vacant if vacant is not None else known or 0, 1),
            **words.assumptions_in_words(self.asked.assumed),
            **words.costs_in_words(self.plan),
        }


def on_one_measure(found: Sequence[Worked]) -> list[Worked]:
    """Scenarios as they can be compared: where some are per effective worker, all are by the average caseload."""
    if len({each.everybody.measure for each in found}) < 2:
        return list(found)
    average = next(iter(MEASURES.values()))

    def by_average(asked: Asked) -> Asked:
        return replace(asked, chosen=replace(asked.chosen, measure=average))

    return [replace(each, asked=by_average(each.asked)) for each in found]


def work_out(council: Council, scenario: Scenario) -> Worked:
    """The scenario on the figures of its own month; raises :class:`CannotBe` where there are none."""
    if scenario.month not in months(council.tables):
        raise CannotBe(f"no figures are kept for {month_words(scenario.month)}")
    teams = teams_of(council, scenario.teams)
    if scenario.teams and teams is None:
        raise CannotBe(f"{listed(scenario.teams)} is not among the teams")
    try:
        view = of_teams_with_optimum(views.of_month(council, scenario.month, None, teams))
    except KeyError as error:
        raise CannotBe(f"its teams have no figures for {month_words(scenario.month)}") from error
    start = start_of(view.now)
    if start is None:
        raise CannotBe("its teams have no children and full-time equivalent to start from, or no optimum")
    chosen = scenario.by_key
    vacant = float(chosen["assumed_vacant"]) if "assumed_vacant" in chosen else None
    asked = Asked(view, start, _chosen(scenario), outlook_choices.assumptions_under(view, start, chosen), vacant)
    try:
        return Worked(scenario, asked, _plan(view, start, scenario, asked))
    except TermsError as error:
        raise CannotBe(str(error)) from error


def _chosen(scenario: Scenario) -> Chosen:
    chosen = scenario.by_key
    later = tuple(
        Approval(_later(scenario, stage), (int(chosen[f"later_posts{stage}"]),)) for stage in _stages_used(scenario)
    )
    measure = MEASURES[chosen.get("measure", next(iter(MEASURES)))]
    judged, approved = _ahead(scenario, "judged"), _ahead(scenario, "approved")
    return Chosen(measure, judged, approved, later, chosen.get("vary", "true") == "true")


def _stages_used(scenario: Scenario) -> list[str]:
    """The later stages up to the first without posts, as on the page."""
    return list(takewhile(lambda stage: int(scenario.by_key.get(f"later_posts{stage}", 0)), STAGES))


def _later(scenario: Scenario, stage: str) -> int:
    """When a later stage is approved: where nothing is said, when the page would have it."""
    key = f"later_approved{stage}"
    return _ahead(scenario, key) if key in scenario.by_key else USUAL_STAGES[stage]


def _ahead(scenario: Scenario, key: str) -> int:
    return months_between(scenario.month, month_of(scenario.by_key[key], key))


def _plan(view: View, start: Start, scenario: Scenario, asked: Asked) -> CostPlan:
    """The plan as the Costs page would make it of the same choices."""
    typed = {name: Decimal(value) for name in COSTS if (value := scenario.by_key.get(f"cost_{name}")) is not None}
    settings, span = view.settings.with_values(**typed), span_of_control(view.now, view.settings)
    known = Fraction(PRINTED.supernumerary) if view.is_example else start.agency
    agency = _number(scenario, "agency", known)
    most = Fraction(1000) if agency is None else agency
    terms = Terms(
        uplift=(_number(scenario, "uplift") or Fraction(0)) / 100,
        payment=Decimal(scenario.by_key.get("cost_payment", "0")),
        experienced=1 - exact(asked.assumed.asye_new),
        agency=agency,
        released=min(_number(scenario, "released") or Fraction(0), most),
        overlap=int(_number(scenario, "overlap") or 0),
        funded_until=_funded_until(scenario),
        cover=exact(asked.assumed.agency_cover),
        early_help=_price(scenario, "early_help", Decimal(PRINTED.family_support) if view.is_example else None),
        screening=_price(scenario, "screening", None),
    )
    stages = asked.case(int(scenario.by_key["outlook_posts"])).approvals
    people, teams = (span.social_workers, span.teams) if span else (None, 0)
    return CostPlan(scenario.month, stages, asked.assumed.lead, settings, terms, people, teams)


def _funded_until(scenario: Scenario) -> int | None:
    """The last month of one-off funding: where nothing is said, the one that the page offers."""
    chosen = scenario.by_key
    if chosen.get("funding") != ONE_OFF:
        return None
    return _ahead(scenario, "funded_until") if "funded_until" in chosen else usual_end_of_funding(scenario.month)


def _price(scenario: Scenario, name: str, usual: Decimal | None) -> Decimal | None:
    text = scenario.by_key.get(f"cost_{name}")
    return usual if text is None else Decimal(text)


def _number(scenario: Scenario, name: str, usual: Fraction | None = None) -> Fraction | None:
    text = scenario.by_key.get(f"cost_{name}")
    return usual if text is None else exact(Decimal(text))
