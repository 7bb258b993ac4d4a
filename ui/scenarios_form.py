"""Keeping the present choices as a scenario, and renaming, copying, deleting, exporting and loading back those kept."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from contextlib import suppress
from datetime import UTC, date, datetime

import streamlit as st

from model.outlook import month_after, usual_approval
from model.outlook_assumptions import HORIZON
from model.scenario import MOST_LETTERS, Scenario, rested_on_in_json, rested_on_in_rows
from model.scenario_choices import USUAL_STAGES, ScenarioError, checked
from model.scenario_words import otherwise_here
from model.words import figure_words, month_words, sentence
from store import KeptScenario, StoreError
from ui import cached, carried, outlook_question, posts_choices
from ui.choices import say_if_missing
from ui.posts_answer import of_teams_with_optimum
from ui.scenario_answer import CannotBe, Worked, work_out
from ui.scenario_file import LOADED, scenario_workbook
from ui.session import otherwise_of_loaded, say_after_redraw, set_otherwise_here
from ui.text import plain
from ui.upload_undo import when_and_who
from ui.view import View

MOST_COMPARED = 4
COMPARED = "scenarios"
_SEEN = "scenarios_seen"
_A_YEAR = 12
HOW_TO_KEEP = (
    "A scenario is a name for everything that is chosen on the Outlook and Costs pages: posts and their stages, "
    "dates, recruitment, leavers, growth, costs. Choose there, come back, and type a name beside this. "
    "Two or more of them stand here side by side."
)
_MOST_BYTES = 1_000_000
_WHO = "Your name (optional, kept with it)"


def present(view: View, today: date, name: str) -> Scenario:
    """The choices as they stand on the Outlook and Costs pages, as a scenario; those not made are as usual."""
    first, given = view.now.month, dict[str, str]()
    for key, value in carried.chosen().items():
        # What belongs to another month's figures is as usual for these.
        with suppress(ScenarioError):
            given[key] = checked(key, value, first)
    for stage, later in USUAL_STAGES.items():
        if int(given.get(f"later_posts{stage}", 0)):
            given.setdefault(f"later_approved{stage}", month_words(month_after(first, later)))
        else:
            given.pop(f"later_approved{stage}", None)
    usual = usual_approval(first, today)
    given.setdefault("outlook_posts", str(_first_posts(view)))
    given.setdefault("approved", month_words(month_after(first, usual)))
    given.setdefault("judged", month_words(month_after(first, min(usual + _A_YEAR, HORIZON))))
    teams = tuple(map(str, st.session_state.get("teams", ())))
    return Scenario(name, first, teams, tuple(given.items()))


def _first_posts(view: View) -> int:
    of_whom = of_teams_with_optimum(view)
    asked = int(st.session_state.get(posts_choices.SLIDER, posts_choices.first_asked(of_whom)))
    return min(asked, outlook_question.end_of_posts(of_whom))


def show_keep(view: View, today: date) -> None:
    """What would be kept, in words, and the form that keeps it."""
    now = present(view, today, "Present choices").by_key
    posts = figure_words(now["outlook_posts"], "post")
    text = (
        f"As chosen on the Outlook and Costs pages: {posts} approved in {now['approved']}, "
        f"judged in {now['judged']}, figures of {view.day}, and every assumption there."
    )
    with st.form("keep_scenario", clear_on_submit=True):
        st.markdown("**Keep the present choices**")
        st.caption(plain(text))
        name = st.text_input("Name of the scenario", key="scenario_name", max_chars=MOST_LETTERS)
        who = st.text_input(_WHO, key="scenario_who")
        if st.form_submit_button("Keep as a scenario", type="primary"):
            _keep_present(view, today, name, who)


def _keep_present(view: View, today: date, name: str, who: str) -> None:
    try:
        _keep(view.authority, present(view, today, name), who)
    except ScenarioError as error:
        st.error(plain(sentence(str(error))))


def _keep(authority: str, scenario: Scenario, who: str, number: int | None = None, *, done: str = "Kept") -> None:
    """Keep it and draw the page again; or say why it cannot be kept."""
    try:
        cached.store().keep_scenario(authority, scenario, by=who, at=datetime.now(UTC), number=number)
    except StoreError as error:
        st.error(plain(error))
        return
    say_after_redraw(f"{done}: {plain(scenario.name)}.")
    st.rerun()


def show_change(view: View, kept: Sequence[KeptScenario]) -> None:
    """Rename, copy or delete one; who changed each last, and when."""
    with st.popover("Rename, copy or delete", width="stretch"):
        by_name = {each.scenario.name: each for each in kept}
        chosen = by_name[str(st.selectbox("Which", list(by_name), key="scenario_changed"))]
        st.caption(f"Last changed {when_and_who(chosen.at, chosen.by)}.")
        name = st.text_input("New name", key="scenario_new_name", max_chars=MOST_LETTERS)
        who = st.text_input(_WHO, key="scenario_changed_by")
        renames, copies, deletes = (
            st.button(label, key=f"scenario_{key}", width="stretch")
            for key, label in (("rename", "Rename"), ("copy", "Copy under the new name"), ("delete", "Delete"))
        )
        try:
            if renames:
                _keep(view.authority, chosen.scenario.named(name), who, chosen.number, done="Renamed")
            if copies:
                _keep(view.authority, chosen.scenario.named(name), who, done="Copied")
        except ScenarioError as error:
            st.error(plain(sentence(str(error))))
        if deletes:
            _delete(view.authority, chosen, who)


def _delete(authority: str, chosen: KeptScenario, who: str) -> None:
    cached.store().delete_scenario(authority, chosen.number, by=who, at=datetime.now(UTC))
    say_after_redraw(f"Deleted: {plain(chosen.scenario.name)}. It stays on record, with who and when.")
    st.rerun()


def show_files(view: View, kept: Sequence[KeptScenario]) -> None:
    """One file with all that a scenario rests on; and the box that takes such a file back."""
    with st.popover("Export and load back", width="stretch"):
        by_name = {each.scenario.name: each for each in kept}
        if by_name:
            chosen = by_name[str(st.selectbox("Export", list(by_name), key="scenario_exported"))]
            _offer("Export as a workbook", lambda: _workbook(view, chosen.scenario), chosen, "xlsx", _XLSX)
            _offer(
                "Export as a text file (JSON)", lambda: _text(view, chosen.scenario), chosen, "json", "application/json"
            )
            st.caption("Both have every assumption, and both can be loaded back; the workbook has the results too.")
        given = st.file_uploader("Load back a file from here", type=["xlsx", "json"], key="scenario_given")
        who = st.text_input(_WHO, key="scenario_loaded_by")
        if given is not None and st.button("Load it", key="scenario_load"):
            _load(view, given.getvalue(), [each.scenario.name for each in kept], who)


_XLSX = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"


def _offer(label: str, make: Callable[[], bytes], chosen: KeptScenario, ending: str, mime: str) -> None:
    st.download_button(
        label, data=make, file_name=f"headroom-scenario-{chosen.number}.{ending}", mime=mime,
        key=f"scenario_{ending}", on_click="ignore", width="stretch",
    )  # fmt: skip


def _workbook(view: View, scenario: Scenario) -> bytes:
    return scenario_workbook(scenario, _worked(view, scenario))


def _text(view: View, scenario: Scenario) -> bytes:
    worked = _worked(view, scenario)
    return (worked.with_prices.to_json(worked.in_words) if worked else scenario.to_json()).encode()


def _worked(view: View, scenario: Scenario) -> Worked | None:
    """The scenario worked out; ``None`` where its figures are gone: what was chosen is still there."""
    try:
        return work_out(view, scenario)
    except CannotBe:
        return None


def _load(view: View, content: bytes, names: Sequence[str], who: str) -> None:
    try:
        if len(content) > _MOST_BYTES:
            raise ScenarioError("The file is too large to be a scenario")
        scenario, rested_on = _read(content)
        scenario = scenario.named(_free(scenario.name, names))
        worked = _worked(view, scenario)
        set_otherwise_here(scenario.name, otherwise_here(rested_on, worked.in_words) if worked else "")
        _keep(view.authority, scenario, who, done="Loaded")
    except ScenarioError as error:
        st.error(plain(sentence(str(error))))


def _read(content: bytes) -> tuple[Scenario, dict[str, str]]:
    """The scenario of a file of either kind, and what it rested on; a workbook is read apart, as all that comes in."""
    if content.startswith(b"PK"):
        rows = cached.READER.sheet(content, "scenario.xlsx", LOADED) or []
        return Scenario.from_rows(rows), rested_on_in_rows(rows)
    text = content.decode("utf-8-sig", errors="replace")
    return Scenario.from_json(text), rested_on_in_json(text)


def say_otherwise_here(names: Sequence[str]) -> None:
    """Say in what a scenario that this person has loaded rests on other figures here than where it was exported."""
    name, other = otherwise_of_loaded()
    if name in names and other:
        st.warning(
            plain(
                f"“{name}” was exported from other figures, so it comes to something else here. {other}. Type the "
                "values of the file over these, or set them on the Methods page, to have its answer."
            )
        )


def _free(name: str, names: Sequence[str]) -> str:
    """The name, with a number where there is one of that name already."""
    taken, number, found = {each.casefold() for each in names}, 1, name
    while found.casefold() in taken:
        number += 1
        found = f"{name[: MOST_LETTERS - 6]} ({number})"
    return found


def choose_compared(kept: Sequence[KeptScenario]) -> list[Scenario]:
    """The scenarios that are compared: those of the link, else the last ones kept, and what is kept meanwhile.

    They stand in the address from the start: a link must show what its sender saw when others are kept later.
    """
    by_name = {each.scenario.name: each.scenario for each in kept}
    say_if_missing(COMPARED, list(by_name), "a scenario of that name")
    seen = st.session_state.get(_SEEN, by_name)
    st.session_state[_SEEN] = list(by_name)
    if COMPARED in st.session_state:
        # One that was renamed or deleted meanwhile is no option any more.
        still = [name for name in st.session_state[COMPARED] if name in by_name]
        st.session_state[COMPARED] = [*still, *(name for name in by_name if name not in seen)][-MOST_COMPARED:]
    elif COMPARED not in st.query_params:
        st.session_state[COMPARED] = st.query_params[COMPARED] = list(by_name)[-MOST_COMPARED:]
    chosen = st.multiselect(
        "Compare up to four", list(by_name), key=COMPARED, bind="query-params", max_selections=MOST_COMPARED,
        placeholder="The last four kept", help="In the order in which they are chosen.",
    )  # fmt: skip
    return [by_name[name] for name in chosen] or list(by_name.values())[-MOST_COMPARED:]
