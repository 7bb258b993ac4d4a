"""The choices of the Costs page: posts, stages and recruitment as on the Outlook page, prices, agency, funding."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, replace
from datetime import date
from decimal import Decimal
from fractions import Fraction

import streamlit as st

from model.assumptions import ABOUT, COSTS, About, Settings
from model.caseload import Demand
from model.costs import MONTHS_IN_YEAR
from model.exact import exact, pounds, shortest
from model.outlook import month_after
from model.outlook_assumptions import ASSUMPTIONS, HORIZON, Assumptions
from model.outlook_process import Approval
from model.outlook_start import Start, read_from
from model.plan_costs import CostPlan, usual_end_of_funding
from model.plan_costs_report import PRINTED
from model.plan_costs_terms import NOT_KNOWN, TERMS, Terms
from model.scenario_choices import FUNDING, ONE_OFF
from model.span import span_of_control
from model.words import month_words
from ui import forecast_exhibit, outlook_choices, outlook_question, posts_choices
from ui.carried import follow
from ui.text import plain
from ui.view import View

# Whole years after the month of the figures that the table of years goes to.
YEARS = {"Three": 3, "Four": 4, "Five": 5}


@dataclass(frozen=True)
class Chosen:
    """What was chosen but for the number of posts in the first stage.

    ``months_open`` is how long a case stays open.
    """

    plan: CostPlan
    years: int
    months_open: float

    def with_posts(self, posts: int) -> CostPlan:
        """The plan with so many posts in its first stage."""
        first, *later = self.plan.stages
        return replace(self.plan, stages=(Approval(first.month, (posts,)), *later))


def choose(view: View, start: Start | None, today: date) -> Chosen:
    """Everything but the posts; ``start`` is month 0 of the Outlook, where its figures are known."""
    first, (usual, sources) = view.now.month, _assumed(view, start)
    approved, later = outlook_question.choose_stages(first, today)
    with st.popover("Recruitment", width="stretch"):
        lead = outlook_choices.choose_alone("lead", usual, sources).lead
        payment = _box("payment", TERMS["payment"], None, high=100_000, step=500) or Decimal(0)
        asye = outlook_choices.choose_alone("asye_new", usual, sources).asye_new
    with st.popover("Agency staff", width="stretch"):
        agency, released, overlap = _agency(view, start)
        cover = outlook_choices.choose_alone("agency_cover", usual, sources).agency_cover
    with st.popover("Prices and years", width="stretch"):
        settings, uplift, years = _prices(view)
    with st.popover("Early help, screening", width="stretch"):
        shipped, about = Decimal(PRINTED.family_support) if view.is_example else None, terms_of(view, start)
        early_help = _box("early_help", about["early_help"], shipped, high=100_000_000, step=1000)
        screening = _box("screening", about["screening"], None, high=100_000_000, step=1000)
        months_open = outlook_choices.choose_alone("months_open", usual, sources).months_open
    terms = Terms(
        uplift, payment, 1 - exact(asye), agency, released, overlap, _funded_until(first), exact(cover), early_help,
        screening,
    )  # fmt: skip
    span = span_of_control(view.now, settings)
    plan = CostPlan(
        first,
        (Approval(approved, (0,)), *later),
        lead,
        settings,
        terms,
        span.social_workers if span else None,
        span.teams if span else 0,
    )
    return Chosen(plan, years, months_open)


def say_what_to_do(view: View) -> None:
    """Where no post is approved: what one costs, and the numbers to start from."""
    whose = " (Stockton, 2013: type your own under “Prices and years”)" if view.has_stocktons("cost_per_post") else ""
    each = f"One post costs {pounds(view.settings.cost_per_post)} a year{whose}."
    st.markdown(plain(f"{each} Move the slider, or take a number, to see what posts cost month by month."))
    alone = posts_choices.Limits(None, False, posts_choices.FULL_POST, MONTHS_IN_YEAR)
    posts_choices.offer_enough(view, Demand.ALLOCATED, alone, key=outlook_question.SLIDER, least=1)


def _assumed(view: View, start: Start | None) -> tuple[Assumptions, Mapping[str, str]]:
    """The assumptions of the Outlook as they stand before anybody types over one, with their sources."""
    if start is None:
        return Assumptions(agency_cover=0.0), {name: about.source for name, about in ASSUMPTIONS.items()}
    return read_from(start, forecast_exhibit.as_chosen(view))


def terms_of(view: View, start: Start | None) -> Mapping[str, About]:
    """The terms with where each is from: what the report prints is the example's, and no other council's."""
    if view.is_example:
        return TERMS
    agency = "The figures" if start and start.agency is not None else "Not in the figures: type it"
    sources = {"agency": agency, "early_help": NOT_KNOWN, "screening": NOT_KNOWN}
    return {**TERMS, **{name: replace(TERMS[name], source=source) for name, source in sources.items()}}


def _agency(view: View, start: Start | None) -> tuple[Fraction | None, Fraction, int]:
    """Agency FTE in post, FTE that goes, and the months of overlap."""
    known: Fraction | None = start.agency if start else None
    if view.is_example:
        known = Fraction(PRINTED.supernumerary)
    about = terms_of(view, start)["agency"]
    typed = _box("agency", about, None if known is None else Decimal(shortest(known)), high=1000, step=0.5)
    there = known if typed is None else exact(typed)
    most = 1000.0 if there is None else float(there)
    if exact(st.session_state.get("cost_released") or 0) > exact(most):
        st.session_state["cost_released"] = most
    released = _box("released", TERMS["released"], Decimal(0), high=most, step=0.5)
    overlap = _box("overlap", TERMS["overlap"], Decimal(0), high=HORIZON, step=1)
    return there, exact(released or 0), int(overlap or 0)


def _prices(view: View) -> tuple[Settings, Fraction, int]:
    """The settings with what was typed over them, the rise of pay a year, and the years to look at."""
    typed = {}
    for name in COSTS:
        stocktons = " This is Stockton’s figure of 2013." if view.has_stocktons(name) and _is_published(name) else ""
        about = replace(ABOUT[name], source=f"{ABOUT[name].source}.{stocktons} Kept on the Methods page")
        given = _box(name, about, getattr(view.settings, name), high=1_000_000, step=500)
        if given is not None:
            typed[name] = given
    st.caption(
        "What you type here counts on every page, in links you send and in scenarios you keep. Your council’s own "
        "costs are kept for everybody on the Methods page."
    )
    uplift = _box("uplift", TERMS["uplift"], Decimal(0), high=100, step=0.5)
    years = st.radio("Years ahead", list(YEARS), key="cost_years", bind="query-params", horizontal=True)
    return view.settings.with_values(**typed), exact(uplift or 0) / 100, YEARS.get(str(years), 3)


def _is_published(name: str) -> bool:
    return getattr(Settings(), name) is not None


def _funded_until(first: date) -> int | None:
    """The last month with one-off funding, counted from the month of the figures; ``None`` for the base budget."""
    funding = st.radio("Funded from", FUNDING, key="funding", bind="query-params", horizontal=True)
    if funding != ONE_OFF:
        return None
    days = [month_after(first, ahead) for ahead in range(1, HORIZON + 1)]
    months = {month_words(day): ahead for ahead, day in enumerate(days, 1)}
    usual = usual_end_of_funding(first)
    follow("funded_until", list(months)[usual - 1])
    chosen = st.selectbox(
        "One-off funding ends with", list(months), index=usual - 1, key="funded_until", bind="query-params",
        help="The posts go on after it: what they cost then has no funding.",
    )  # fmt: skip
    return months[str(chosen)]


def _box(name: str, about: About, usual: Decimal | None, *, high: float, step: float) -> Decimal | None:
    """What is typed, or else what it usually is, which the blank box shows; ``None`` where that is not known."""
    shown = shortest(usual) if usual is not None else "No payment" if name == "payment" else "Not known"
    given = st.number_input(
        f"{about.label} ({about.unit})", min_value=0.0, max_value=float(high), value=None, step=float(step),
        placeholder=shown, key=f"cost_{name}", bind="query-params", help=about.source,
    )  # fmt: skip
    return usual if given is None else Decimal(str(given))
