"""The action plan changed in place, loaded from a spreadsheet, and taken away as one."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import UTC, date, datetime
from typing import Any

import pandas as pd
import streamlit as st

from loaders.plans.actionplan import indicator_of
from model.action_plan import DATES, HEADINGS, Action, PlanError, checked
from model.action_plan_findings import in_words, moved, moved_title
from model.indicators import indicators
from model.words import count_words
from reports.workbook import SheetOf, workbook
from store import StoreError
from ui import cached
from ui.actions_answer import Answer
from ui.session import say_after_redraw
from ui.text import plain

_SHEET = "Action plan"
_WIDE = ("recommendation", "action", "evidence", "update", "measure")
# So many rows stand on the page whole; a longer plan scrolls in its place.
_WHOLE = 20
_XLSX = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"


def show_editor(found: Answer) -> None:
    """The plan as a grid to type in, a row an action; how each stands is worked out when it is kept."""
    frame = _grid(found)
    with st.form("plan", border=False):
        edited = st.data_editor(
            frame,
            hide_index=True,
            num_rows="dynamic",
            disabled=["ref", "rating"],
            column_config=_columns(),
            placeholder="",
            height="content" if len(frame) <= _WHOLE else "auto",
            key=f"plan_grid_{len(found.versions)}",
            alt="The action plan, a row an action",
        )
        who, button = st.columns([3, 1], vertical_alignment="bottom")
        by = who.text_input("Your name or role, if you wish", key="plan_by", max_chars=100)
        if button.form_submit_button("Keep the plan", type="primary", key="plan_keep", width="stretch"):
            _keep(found, _actions(edited), by)


def _grid(found: Answer) -> pd.DataFrame:
    rated = {each.action.ref: each for each in found.rated}
    rows = [{"rating": rated[action.ref].rating.value, **_in_grid(action)} for action in found.actions]
    frame = pd.DataFrame(rows, columns=["ref", "rating", *(name for name in HEADINGS if name != "ref")])
    for name in frame.columns:
        frame[name] = pd.to_datetime(frame[name]) if name in DATES else frame[name].astype("str")
    return frame


def _in_grid(action: Action) -> dict[str, object]:
    return vars(action) | {"indicator": indicator_words(action.indicator)}


def indicator_words(key: str) -> str:
    """An indicator's name and unit, as it is chosen and as it stands in a workbook; "" for none."""
    found = indicators().get(key)
    return f"{found.name} ({found.unit})" if found else ""


def _columns() -> dict[str, Any]:
    config = st.column_config
    made: dict[str, Any] = {
        name: config.TextColumn(heading, width="medium" if name in _WIDE else None, pinned=name == "ref")
        for name, heading in HEADINGS.items()
    }
    made |= {name: config.DateColumn(HEADINGS[name], format="D MMMM YYYY") for name in DATES}
    made["indicator"] = config.SelectboxColumn(
        HEADINGS["indicator"], options=["", *map(indicator_words, indicators())], width="medium",
        help="Its latest figure is held against the target.",
    )  # fmt: skip
    made["rating"] = config.TextColumn("Rating", help="Worked out by rule, never typed.")
    return made


def _actions(edited: pd.DataFrame) -> list[Action]:
    return [_action(row) for row in edited.drop(columns="rating").to_dict("records")]


def _action(row: dict[Any, Any]) -> Action:
    texts = {name: "" if pd.isna(row[name]) else str(row[name]).strip() for name in HEADINGS if name not in DATES}
    days: dict[str, date | None] = {name: None if pd.isna(row[name]) else _day(row[name]) for name in DATES}
    return Action(**{**texts, **days, "indicator": indicator_of(texts["indicator"])})  # type: ignore[arg-type]


def _day(value: Any) -> date:
    return pd.Timestamp(value).date()


def _keep(found: Answer, actions: Sequence[Action], by: str) -> None:
    try:
        whole = checked(actions)
        if whole == found.actions:
            st.info("Nothing in the plan was changed.")
            return
        cached.store().action_plans.keep(
            found.council.authority, whole, by=by, at=datetime.now(UTC), expected=found.kept
        )
    except (PlanError, StoreError) as error:
        st.error(plain(error))
        return
    say_after_redraw("The plan is kept.")
    st.rerun()


def show_files(found: Answer) -> None:
    """The plan as a workbook, and the box that takes one: what would change is said before it is kept."""
    with st.expander("Load from a spreadsheet, or take away", key="plan_files"):
        st.download_button(
            "Download the plan as a workbook", data=lambda: plan_workbook(found.actions),
            file_name="headroom-action-plan.xlsx", mime=_XLSX, key="plan_download", on_click="ignore",
            icon=":material/download:",
        )  # fmt: skip
        st.caption("It can be filled in and loaded back. Ratings are not in it: they are worked out here.")
        # Once a plan is kept the box is another one, and empty.
        given = st.file_uploader(
            "Spreadsheet of an action plan (.xlsx, .ods, .csv and others)", key=f"plan_file_{len(found.versions)}"
        )
        if given is None:
            return
        read = cached.READER.plan(given.getvalue(), given.name)
        for problem in read.problems:
            where = f"{problem.where}: " if problem.where else ""
            said = plain(f"{where}{problem.message}")
            if problem.severity == "note":
                st.caption(said)
            else:
                (st.error if problem.severity == "error" else st.warning)(said)
        if not read.actions:
            return
        changes = moved(found.actions, read.actions)
        st.markdown(plain(f"{count_words(len(read.actions), 'action').capitalize()} read. {_would(changes, found)}"))
        if read.actions == found.actions:
            return
        by = st.text_input("Your name or role, if you wish", key="plan_loaded_by", max_chars=100)
        if st.button("Keep this plan", type="primary", key="plan_load"):
            _keep(found, read.actions, by)


def _would(changes: Sequence[Any], found: Answer) -> str:
    if not found.actions:
        return "It would be the first version of the plan."
    if not changes:
        return "It says the same as the plan that is kept."
    return f"Against the plan that is kept: {moved_title(changes, 'then').removeprefix('Since then: ')}."


def plan_workbook(actions: Sequence[Action]) -> bytes:
    """The plan as an .xlsx file that is read back as it is; one without an action is a blank to fill in."""
    rows = [
        [in_words(name, indicator_words(value) if name == "indicator" else value) or None
         for name, value in vars(action).items()]
        for action in actions
    ]  # fmt: skip
    return workbook([SheetOf(_SHEET, "", tuple(HEADINGS.values()), rows)])
