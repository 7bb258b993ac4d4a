"""The settings of a council, changed on the Methods page: every default with its unit and source."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from datetime import UTC, datetime
from decimal import Decimal, InvalidOperation
from typing import Any

import pandas as pd
import streamlit as st

from model.assumptions import ABOUT, CABINET_REPORT, KindSetting, Settings, SettingsError, TeamSetting
from model.exact import shortest
from model.kinds import KINDS
from store import StoreError
from ui import cached
from ui.session import say_after_redraw, show_council
from ui.text import plain

WHOLE = frozenset({"staff_per_manager", "family_workers_per_team"})
NOT_SET = "Not set"


def show_settings(authority: str, settings: Settings) -> None:
    """The form of the council's name and figures; what is typed is checked before it is kept."""
    with st.form("settings", border=False):
        council, typed, own = _name_box(authority), {}, settings.own_optimum
        for name, about in ABOUT.items():
            box, source = st.columns([1, 2], gap="large", vertical_alignment="center")
            value = getattr(settings, name)
            typed[name] = box.text_input(f"{about.label} ({about.unit})", value=_in_box(value), key=f"setting_{name}")
            source.caption(plain(_whose_figure(authority, name, settings) + about.source))
            if name == "optimum" and authority != cached.EXAMPLE:
                own = box.checkbox("It is our own figure", settings.own_optimum, key="setting_own_optimum")
        if st.form_submit_button("Keep the settings", type="primary"):
            _keep(authority, council, settings.with_values(own_optimum=own), typed)


def _in_box(value: Decimal | int | None) -> str:
    """A figure as text to type over; blank for none. A blank number would be shown as a program word."""
    return "" if value is None else shortest(value)


def _name_box(authority: str) -> str:
    """The council's name, to be corrected; that of the example is not."""
    if authority == cached.EXAMPLE:
        return authority
    box, about = st.columns([1, 2], gap="large", vertical_alignment="center")
    name = box.text_input("Name of your council or service", authority, key="setting_council", max_chars=100)
    about.caption("Links and uploads made under the name before go on working.")
    return " ".join(name.split())


def _whose_figure(authority: str, name: str, settings: Settings) -> str:
    """Whether a figure was changed here, or is still Stockton's in a council that may have its own; else ""."""
    if getattr(settings, name) != getattr(Settings(), name):
        return f"Changed here; {_default_words(name)}. "
    if authority == cached.EXAMPLE or not ABOUT[name].source.startswith(CABINET_REPORT):
        return ""
    if not settings.is_shipped(name):
        return f"Your own figure; {_default_words(name)}. "
    tick = " or say that it is" if name == "optimum" else ""
    return f"Stockton’s figure of 2013, until you type your own{tick}. "


def _default_words(name: str) -> str:
    default = getattr(Settings(), name)
    return "it ships blank" if default is None else f"it ships as {shortest(default)}"


def _keep(authority: str, name: str, settings: Settings, typed: Mapping[str, str]) -> None:
    try:
        # A box shows two places: what nobody typed over is kept to the last of its own.
        new = {name: text for name, text in typed.items() if text != _in_box(getattr(settings, name))}
        changed = settings.with_values(**{name: _number(name, text) for name, text in new.items()})
        if name != authority:
            _rename(authority, name)
        cached.store().keep_settings(name, changed, by="", at=datetime.now(UTC))
    except (SettingsError, StoreError) as error:
        st.error(plain(error))
        return
    say_after_redraw("The settings are kept.")
    st.rerun()


def _rename(authority: str, name: str) -> None:
    if name.casefold() == cached.EXAMPLE.casefold():
        raise SettingsError(f"“{cached.EXAMPLE}” is the name of the example. Type the name of your own council")
    cached.store().rename(authority, name, by="", at=datetime.now(UTC))
    show_council(name)


def _number(name: str, text: str) -> Decimal | int | None:
    cleaned = text.replace(",", "").replace("£", "").strip()
    if not cleaned:
        if name in ("band_low", "band_high", "cost_per_manager", "cost_per_family_worker"):
            return None
        raise SettingsError(f"{ABOUT[name].label} is blank: type a number")
    try:
        number = Decimal(cleaned)
    except InvalidOperation:
        raise SettingsError(f"{ABOUT[name].label} is “{text}”: type a number, such as 25") from None
    if not number.is_finite():
        raise SettingsError(f"{ABOUT[name].label} is “{text}”: type a number, such as 25")
    if name not in WHOLE:
        return number
    if number != int(number):
        raise SettingsError(f"{ABOUT[name].label} is {text}: type a whole number")
    return int(number)


def show_teams(authority: str, settings: Settings, tables: cached.Tables) -> None:
    """A row a team: its kind, its own optimum, whether it counts. Changed in place and kept together."""
    frame = _teams(settings, tables)
    if frame.empty:
        return
    kinds = list(dict.fromkeys([NOT_SET, *KINDS, *frame["Kind of team"]]))
    # In a form nothing is sent while somebody types: a run of the page between two cells would lose the next of them.
    with st.form(f"form_teams_{authority}", border=False):
        edited = st.data_editor(
            frame,
            hide_index=True,
            width="stretch",
            disabled=["Team"],
            column_config={
                "Kind of team": st.column_config.SelectboxColumn(options=kinds),
                "Counted": st.column_config.CheckboxColumn(help="In the service average and in posts needed"),
            },
            height="content",
            key=f"teams_{authority}",
            alt="Teams with their kind, optimum and whether they are counted",
        )
        pressed = st.form_submit_button("Keep the teams", key="keep_teams")
    if pressed and not _say_what_is_wrong(edited, "Team", "Own optimum"):
        _keep_teams(authority, settings, frame, edited)


def _teams(settings: Settings, tables: cached.Tables) -> pd.DataFrame:
    teams = tables["team_caseload"].drop_duplicates("team", keep="last")
    rows = []
    for name, kind in zip(teams["team"], teams["kind"], strict=True):
        setting = settings.teams.get(name, TeamSetting())
        in_file = None if pd.isna(kind) else kind
        rows.append((name, settings.kind_of(name, in_file) or NOT_SET, _in_box(setting.optimum), setting.counted))
    return pd.DataFrame(rows, columns=["Team", "Kind of team", "Own optimum", "Counted"])


def _say_what_is_wrong(edited: pd.DataFrame, of: str, column: str) -> bool:
    """Say which of the optima typed in a grid are none; whether any is wrong."""
    wrong = [(name, typed) for name, typed in zip(edited[of], edited[column], strict=True) if not _is_optimum(typed)]
    for name, typed in wrong:
        st.error(
            f"The optimum of {plain(name)} is “{plain(typed)}”: it must be from 1 to 100, such as 20, or blank. "
            "Nothing is kept until it is put right."
        )
    return bool(wrong)


def _is_optimum(typed: object) -> bool:
    try:
        optimum = _optimum(typed)
    except InvalidOperation:
        return False
    return optimum is None or (optimum.is_finite() and 1 <= optimum <= 100)


def _optimum(typed: object) -> Decimal | None:
    text = "" if typed is None or pd.isna(typed) else str(typed).strip()  # type: ignore[call-overload]
    return Decimal(text) if text else None


def _keep_teams(authority: str, settings: Settings, before: pd.DataFrame, edited: pd.DataFrame) -> None:
    """Keep what was changed, cell by cell: the kind of a team that nobody has touched goes on following the file."""
    teams = dict(settings.teams)
    for was, row in zip(before.to_dict("records"), edited.to_dict("records"), strict=True):
        changed: dict[str, Any] = {}
        if row["Kind of team"] != was["Kind of team"]:
            changed["kind"] = "" if row["Kind of team"] in (None, NOT_SET) else str(row["Kind of team"])
        if row["Own optimum"] != was["Own optimum"]:
            changed["optimum"] = _optimum(row["Own optimum"])
        if row["Counted"] != was["Counted"]:
            changed["counted"] = bool(row["Counted"])
        if changed:
            teams[str(row["Team"])] = replace(teams.get(str(row["Team"]), TeamSetting()), **changed)
    _keep_changed(authority, settings, {"teams": teams}, "The teams are kept.")


def _keep_changed(authority: str, settings: Settings, changes: Mapping[str, object], message: str) -> None:
    try:
        cached.store().keep_settings(authority, settings.with_values(**changes), by="", at=datetime.now(UTC))
    except (SettingsError, StoreError) as error:
        st.error(plain(error))
        return
    say_after_redraw(message)
    st.rerun()


def show_kinds(authority: str, settings: Settings, tables: cached.Tables) -> None:
    """The optimum of each kind of team; blank takes the council's, and a kind can have none."""
    found = [*tables["team_caseload"]["kind"].dropna(), *(team.kind for team in settings.teams.values() if team.kind)]
    kinds_there_are = list(dict.fromkeys([*KINDS, *found]))
    frame = pd.DataFrame(
        [
            (
                kind,
                _in_box(settings.kinds.get(kind, KindSetting()).optimum),
                kind in settings.kinds and settings.kinds[kind].optimum is None,
            )
            for kind in kinds_there_are
        ],
        columns=["Kind of team", "Optimum", "Has no optimum"],
    )
    with st.form(f"form_kinds_{authority}", border=False):
        edited = st.data_editor(
            frame, hide_index=True, width="stretch", disabled=["Kind of team"], key=f"kinds_{authority}",
            alt="Optimum of each kind of team",
        )  # fmt: skip
        pressed = st.form_submit_button("Keep the kinds", key="keep_kinds")
    if pressed and not _say_what_is_wrong(edited, "Kind of team", "Optimum"):
        kinds = {}
        for row in edited.to_dict("records"):
            kind, was = str(row["Kind of team"]), settings.kinds.get(str(row["Kind of team"]), KindSetting())
            # What nobody typed over is kept to the last of its places.
            typed = was.optimum if row["Optimum"] == _in_box(was.optimum) else _optimum(row["Optimum"])
            if row["Has no optimum"]:
                kinds[kind] = KindSetting(None)
            elif typed is not None:
                kinds[kind] = KindSetting(typed)
        _keep_changed(authority, settings, {"kinds": kinds}, "The kinds of team are kept.")
