"""The steps of adding a month: read, check, compare, keep, undo."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import UTC, datetime
from functools import partial

import pandas as pd
import streamlit as st

from loaders import Loaded, problems_under
from loaders.problem import Problem
from model.assumptions import Settings
from model.caseload import history
from model.course import children_words, waiting_words
from model.exact import shown
from model.frames import LABELS
from model.naming import renamed
from model.tables import TO_CHECK
from model.words import count_words, day_words, listed, month_words
from store import MonthComparison, StoreError, Upload
from ui import cached, upload_kinds
from ui.choices import own_authorities
from ui.exhibit import show_table
from ui.session import (
    Pending,
    compared_at,
    just_kept,
    pending,
    say_after_redraw,
    set_just_kept,
    set_pending,
    show_council,
    uploader_round,
)
from ui.team_names import Answers
from ui.text import plain, spoken
from ui.upload_changes import months_named
from ui.upload_columns import READ_AGAIN, coded_anew, is_as_answered, read, to_keep
from ui.upload_years import kept_in_words

SHOWN_AT_FIRST = 8
SEEN_ON = {
    "overview": "See it on the Overview",
    "caseloads": "See them on the Caseloads page",
    "activity": "See it on the Activity page",
}
SEVERITIES = (
    ("error", "thing", "to put right first"),
    ("warning", "thing", "to check"),
    ("note", "note", "on how the file was read"),
)


def council() -> str:
    """The council that uploads belong to: asked once, before the first; "" while it is not typed."""
    own = own_authorities()
    if own:
        st.caption(f"Months are kept for **{plain(own[0])}**. Its name can be corrected on the Methods page.")
        return own[0]
    st.markdown("You are looking at the example. Your first upload takes its place; the two are never mixed.")
    name = st.columns([3, 2], gap="large")[0].text_input(
        "Name of your council or service", key="council", persist_state="session", max_chars=100,
        placeholder="For example, Anytown Children’s Services",
    )  # fmt: skip
    typed = " ".join(name.split())
    if typed.casefold() == cached.EXAMPLE.casefold():
        st.error(f"“{cached.EXAMPLE}” is the name of the example. Type the name of your own council.")
        return ""
    return typed


def pick_file(authority: str) -> Pending | None:
    """The uploader, with the blank workbook beside it; what was read waits in this person's session.

    What is kept of the authority's earlier decisions about columns is used again.
    """
    cached.READER.warm()
    drop, blank = st.columns([3, 2], gap="large", vertical_alignment="center")
    with blank:
        st.markdown("No spreadsheet in the right form yet? Fill in the blank workbook and upload it here.")
        st.download_button(
            "Download the blank workbook", data=cached.template, file_name="headroom-template.xlsx",
            icon=":material/download:", on_click="ignore", key="template",
        )  # fmt: skip
    with drop:
        # Any kind is let in: what is no spreadsheet is told of in words, with what to do, not by its ending.
        file = st.file_uploader(
            "Spreadsheet of team caseloads (.xlsx, .xls, .ods, .csv and others, up to 20 MB)", type=None,
            key=f"file_{uploader_round()}",
        )  # fmt: skip
    held = pending()
    # Its place stays when the progress is gone: all that stands below would move up by one, and what was opened close.
    progress = st.container()
    if file is not None and (held is None or held.file_id != file.file_id):
        with progress:
            held = read(file, authority)
    return held and coded_anew(held, file, authority)


def show_what_was_kept(version: int) -> None:
    """What this person has just kept, and the way to see it; nothing once anything was changed after it."""
    words, page = just_kept(version)
    if words:
        with st.container(horizontal=True, vertical_alignment="center"):
            st.markdown(words)
            if page:
                st.page_link(f"../pages/{page}.py", label=SEEN_ON[page], icon=":material/arrow_forward:")


def show_problems(loaded: Loaded, names: Answers | None = None) -> None:
    """What the loader has to say of the file, the most serious first, each with its place in the file.

    With what is decided about the names of its teams, they are compared under these.
    """
    problems = problems_under(loaded, names.all if names else ())
    for severity, noun, words in SEVERITIES:
        found = [problem for problem in problems if problem.severity == severity]
        if not found:
            continue
        label = f"{count_words(len(found), noun).capitalize()} {words}"
        with st.expander(
            label, expanded=severity == "error" or (severity == "warning" and len(found) <= SHOWN_AT_FIRST)
        ):
            for problem in found:
                _show_problem(problem)


def _show_problem(problem: Problem) -> None:
    where = f"**{plain(problem.where)}.** " if problem.where else ""
    to_do = f" {plain(problem.to_do)}" if problem.to_do and problem.to_do not in problem.message else ""
    text = f"{where}{plain(problem.message)}{to_do}"
    if problem.severity == "error":
        st.error(text)
    elif problem.severity == "warning":
        st.warning(text)
    else:
        st.markdown(text)


def preview(loaded: Loaded, settings: Settings, names: Answers) -> None:
    """The months that were understood, a row each, then the teams of each month."""
    found = history(renamed(loaded.tables, names.all), settings)
    rows = [
        {
            "month": month_words(service.month),
            "as_at": day_words(service.as_at) if service.as_at else "",
            "teams": len(service.teams),
            "fte": "not known" if service.fte is None else shown(service.fte),
            "fte_basis": listed(service.fte_bases) or "not stated",
            "allocated": children_words(service),
            "unallocated": waiting_words(service),
            "average": "not known" if service.average() is None else shown(service.average() or 0),
        }
        for service in reversed(found)
    ]
    headings = {**{name: LABELS.get(name, name) for name in rows[0]}, "teams": "Teams", "average": "Service average"}
    show_table(pd.DataFrame(rows, dtype="str"), headings, alt="The months in the file")
    with st.expander("Every row that would be kept"):
        frame = loaded.tables["team_caseload"]
        shown_frame = frame.assign(
            month=frame["month"].dt.strftime("%Y-%m-%d"), as_at=frame["as_at"].dt.strftime("%Y-%m-%d")
        )
        columns = [
            name for name in LABELS if name in frame.columns and (name == "unallocated" or frame[name].notna().any())
        ]
        show_table(shown_frame, {name: LABELS[name] for name in columns}, alt="Every row of the file")


def keep(
    authority: str,
    held: Pending,
    replaced: list[MonthComparison],
    version: int,
    names: Answers,
    years_replaced: Sequence[str],
    kinds: upload_kinds.Kinds,
) -> None:
    """The last step: who keeps it, a confirmation where months are replaced, and the button."""
    who = st.text_input("Your name (optional, kept with the upload)", key="who", persist_state="session", max_chars=100)
    others = [*([months_named(replaced)] if replaced else []), *years_replaced]
    agreed = not others or st.checkbox(
        f"Replace {spoken(listed(others))} with the figures of this file", key=f"agree_{held.loaded.sha256[:8]}"
    )
    what = "these figures" if held.loaded.tables["team_caseload"].empty else "these months"
    if not authority:
        st.caption(f"Type the name of your council above to keep {what}.")
    if not names.complete:
        st.caption(f"Say above what each new name of a team is to keep {what}.")
    as_answered = is_as_answered(held)
    if not as_answered:
        st.caption(
            f"Answers were changed since the file was read. Press “{READ_AGAIN}” above, or put them "
            f"back, to keep {what}."
        )
    row = st.container(horizontal=True)
    seen = compared_at(version)
    ready = bool(authority) and agreed and names.complete and as_answered
    kept = row.button(f"Keep {what}", type="primary", disabled=not ready, key="keep")
    with row:
        offer_to_put_aside()
    if kept and seen != version:
        st.warning("Somebody else kept something meanwhile. Look at what would change once more, then keep it.")
    elif kept:
        _keep(authority, held.loaded, " ".join(who.split()), version, names, kinds)


def offer_to_put_aside() -> None:
    """A button that forgets the file that was read."""
    st.button("Discard this file", key="aside", on_click=set_pending, args=(None,))


def _keep(authority: str, loaded: Loaded, who: str, version: int, names: Answers, kinds: upload_kinds.Kinds) -> None:
    with st.status("Keeping the figures", expanded=False) as status:
        now = datetime.now(UTC)
        try:
            upload = cached.store().keep(
                authority, loaded.tables, file_name=loaded.file_name, sha256=loaded.sha256, by=who,
                at=now, columns=to_keep(loaded, now.astimezone().date()), teams=names.now, expected_version=version,
                settle=partial(upload_kinds.changed, kinds=kinds, names=names) if kinds else None,
            )  # fmt: skip
        except StoreError as error:
            status.update(label="Not kept", state="error")
            st.error(plain(error))
            return
        status.update(label="Kept", state="complete")
    words = f"Kept {plain(kept_in_words(upload.months, upload.years))} from {plain(loaded.file_name)}."
    notes = loaded.tables["month_note"]
    wrong = [f"\n\nStill to check: {plain(note)}" for note in notes.loc[notes["mark"] == TO_CHECK, "note"]]
    set_pending(None)
    st.session_state.pop("month", None)
    show_council(authority)
    say_after_redraw(words)
    set_just_kept(words + "".join(wrong), cached.store().version(), _seen_on(authority, upload))
    st.rerun()


def _seen_on(authority: str, upload: Upload) -> str:
    """The page that shows what was kept; "" where none does yet."""
    if upload.months:
        return "overview"
    if any(year.table == "activity" for year in upload.years):
        return "activity"
    has_months = any(each.in_force for each in cached.store().uploads(authority))
    published = any(year.table == "benchmark" for year in upload.years)
    return "caseloads" if published and has_months else ""
