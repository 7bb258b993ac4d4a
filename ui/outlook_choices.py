"""The assumptions of the Outlook page, where they are listed with their sources and can be typed over."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

import streamlit as st
from streamlit.delta_generator import DeltaGenerator

from model.caseload import Demand
from model.change import change
from model.exact import shortest, shown
from model.findings import when
from model.outlook_assumptions import ASSUMPTIONS, Assumptions
from model.outlook_missing import gaps, why_none
from model.outlook_start import Start, read_from, usual_ceiling
from ui import forecast_exhibit
from ui.text import plain
from ui.view import View

BLANK = (
    "A blank box takes the figure that it shows, read from the months kept where they give it and else assumed: "
    "type your own over it."
)


@dataclass(frozen=True)
class Box:
    """A box to type an assumption into: its label, its unit as a part of the model's, lowest, highest, step."""

    label: str
    scale: float
    low: float
    high: float
    step: float


# What carries the answer stands first and open; the rest behind one more press.
_FIRST: Mapping[str, Box] = {
    "starts": Box("Children starting a month", 1, 0.0, 5000.0, 1.0),
    "months_open": Box("Months a case stays open", 1, 1.0, 120.0, 1.0),
    "turnover": Box("Leavers in a year (%)", 100, 0.0, 100.0, 1.0),
    "lead": Box("Months to recruit", 1, 0.0, 24.0, 1.0),
    "ceiling": Box("Most children for a worker", 1, 1.0, 200.0, 1.0),
    "agency_cover": Box("Agency cover (%)", 100, 0.0, 100.0, 5.0),
    "growth": Box("Growth of starts a month (%)", 100, -20.0, 20.0, 0.5),
    "spread": Box("How unsure all this is (%)", 100, 0.0, 100.0, 5.0),
}
_REST: Mapping[str, Box] = {
    "asye_new": Box("Newly qualified, new posts (%)", 100, 0.0, 100.0, 5.0),
    "asye_replacing": Box("Newly qualified, others (%)", 100, 0.0, 100.0, 5.0),
    "ramp_up": Box("Ramp-up of new workers (%)", 100, 0.0, 200.0, 10.0),
    "absence": Box("Absence (%)", 100, 0.0, 90.0, 0.5),
    "early_help_cut": Box("Saved by early help (%)", 100, 0.0, 100.0, 1.0),
    "early_help_from": Box("Early help from month", 1, 0.0, 36.0, 1.0),
    "screening_cut": Box("Screened at the front door (%)", 100, 0.0, 100.0, 1.0),
    "screening_from": Box("Screening from month", 1, 0.0, 36.0, 1.0),
}
_WHOLE = frozenset({"lead", "early_help_from", "screening_from"})
_ACROSS = 4


def what_is_missing(view: View, start: Start) -> str:
    """What the figures lack and what to do about it, as a list in Markdown; "" where they lack nothing."""
    months = sum(month.month <= view.now.month for month in view.history)
    return "\n".join(f"- {plain(text)}" for text in gaps(start, months))


def say_why_none(view: View) -> None:
    """Where there is no outlook: what the figures of the month lack, and what to do."""
    st.title("The months ahead cannot be worked out from these figures", anchor=False)
    for text in why_none(view.now):
        st.markdown(plain(text))
    with st.container(horizontal=True):
        st.page_link("../pages/upload.py", label="Upload")
        st.page_link("../pages/methods.py", label="Methods")


def choose_assumptions(view: View, start: Start) -> tuple[Assumptions, float | None]:
    """The assumptions, each box blank until somebody types another figure; and vacant FTE where typed."""
    usual, sources = read_from(start, forecast_exhibit.choose(view))
    rise = _rise(view, start, usual) if usual.starts is None else ""
    said = sources | {"starts": sources["starts"] + rise}
    typed: dict[str, float] = {}
    _boxes(_FIRST, usual, start, said, typed)
    with st.expander("More assumptions", key="more_assumptions", type="compact", bind="query-params"):
        vacant = _vacant_box(start)
        _boxes(_REST, usual, start, said, typed)
    return _typed_over(start, usual, typed), vacant


def _typed_over(start: Start, usual: Assumptions, typed: Mapping[str, float]) -> Assumptions:
    # A figure typed is no surer than the forecast it stands in for; who types how unsure all is means all.
    errors = () if "spread" in typed else usual.past_errors
    assumed = usual.with_values(**typed, past_errors=errors)
    if "ceiling" not in typed:
        # What is carried now for each effective worker hangs on absence.
        assumed = assumed.with_values(ceiling=usual_ceiling(start, assumed.absence))
    return assumed


def assumptions_under(view: View, start: Start, chosen: Mapping[str, str]) -> Assumptions:
    """The assumptions under the choices of an address, of which those that are not there stay as they usually are."""
    usual, _ = read_from(start, forecast_exhibit.as_chosen(view, chosen))
    boxes = {name: box for name, box in {**_FIRST, **_REST}.items() if f"assumed_{name}" in chosen}
    typed = {name: _in_model(name, float(chosen[f"assumed_{name}"]), box) for name, box in boxes.items()}
    return _typed_over(start, usual, typed)


def _in_model(name: str, typed: float, box: Box) -> float:
    return round(typed) if name in _WHOLE else typed / box.scale


def _boxes(
    boxes: Mapping[str, Box], usual: Assumptions, start: Start, sources: Mapping[str, str], typed: dict[str, float]
) -> None:
    columns: list[DeltaGenerator] = []
    for index, (name, box) in enumerate(boxes.items()):
        if index % _ACROSS == 0:
            columns = st.columns(_ACROSS)
        value = getattr(usual, name)
        # As many as close at first, where nothing says how many start.
        value = usual.closing * start.children if value is None else value
        with columns[index % _ACROSS]:
            given = _given(name, box, value, sources[name], is_forecast=name in dict(usual.past_errors))
        if given is not None:
            typed[name] = given


def choose_alone(name: str, usual: Assumptions, sources: Mapping[str, str]) -> Assumptions:
    """One assumption asked for on another page, in the same box: blank, it is what it usually is."""
    given = _given(name, {**_FIRST, **_REST}[name], getattr(usual, name), sources[name])
    return usual if given is None else usual.with_values(**{name: given})


def _given(name: str, box: Box, value: float, source: str, *, is_forecast: bool = False) -> float | None:
    """What is typed for an assumption, in the unit of the model; ``None`` while its box is blank.

    In the place of a forecast it is no surer than that, unless somebody types how unsure all is.
    """
    first = shortest(value * box.scale, 1)
    given = st.number_input(
        box.label, min_value=box.low, max_value=box.high, value=None, step=box.step, placeholder=first,
        key=f"assumed_{name}", bind="query-params",
    )  # fmt: skip
    as_unsure = ", and no surer than that" if is_forecast and st.session_state.get("assumed_spread") is None else ""
    changed = "" if given is None else f"Changed here, otherwise {first}{as_unsure}. "
    about = ASSUMPTIONS[name]
    st.caption(plain(f"{changed}{about.label}, {about.unit}. {source}."))
    return None if given is None else _in_model(name, given, box)


def _vacant_box(start: Start) -> float | None:
    known = start.vacant is not None
    given = st.number_input(
        "Vacant posts now (FTE)", min_value=0.0, max_value=1000.0, value=None, step=0.5,
        placeholder=shortest(start.vacant or 0, 1), key="assumed_vacant", bind="query-params",
        help=f"As in the figures of {when(start.service)}" if known else "Not in the figures: none is assumed",
    )  # fmt: skip
    return None if given is None else float(given)


def _rise(view: View, start: Start, usual: Assumptions) -> str:
    """What the rise since the compared month would make of the starts, as a further sentence; "" if not known."""
    moved = change(view.before, view.now, Demand.ALL) if view.before else None
    if moved is None or view.before is None or moved.children_per_month is None or not moved.same_teams:
        return ""
    net = moved.children_per_month
    starts = float(net) + start.children * usual.closing
    verb = "rose" if net >= 0 else "fell"
    return (
        f". Since {when(view.before)} the number {verb} by {shown(abs(net))} a month: "
        f"that would be {shown(max(starts, 0.0), 0)} starts a month"
    )
