"""Published figures and activity reports on the Upload page: what was understood, and what would change."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

import pandas as pd
import streamlit as st

from loaders import Loaded
from model import activity
from model.benchmark import COUNCIL, ENGLAND, MEASURES, councils, matching, region_of, understood
from model.exact import shown
from model.tables import YEAR_TABLES
from model.words import count_words, listed, sentence
from store import StoreError, YearComparison, YearKept
from ui import cached
from ui.exhibit import show_table
from ui.text import plain

REPORT_HEADINGS = {
    "block": "Block",
    "measure": "Measure",
    "when": "Period",
    "unit": "Unit",
    "numerator": "Numerator",
    "denominator": "Denominator",
    "printed": "As printed",
    "recomputed": "Worked out",
    "direction": "Direction of travel",
    "cell": "Cell",
}


def has_months(loaded: Loaded) -> bool:
    """Whether the file has a month of teams."""
    return not loaded.tables["team_caseload"].empty


def has_years(loaded: Loaded) -> bool:
    """Whether the file has published figures or an activity report."""
    return any(not loaded.tables[name].empty for name in YEAR_TABLES)


def preview(authority: str, loaded: Loaded) -> None:
    """What was understood of the file's activity report and published figures."""
    report = loaded.tables["activity"]
    if not report.empty:
        for sentence_of in activity.understood(report):
            st.markdown(f"{plain(sentence(sentence_of))}")
        _show_report(report)
    published = loaded.tables["benchmark"]
    if not published.empty:
        st.markdown(f"{plain(sentence(understood(published)))} They are a reference to compare with, never a month.")
        _show_published(published)
        _say_whose(authority, published)
    if has_years(loaded) and not has_months(loaded):
        st.caption("No month of team caseloads is in this file; the months that are kept stay as they are.")


def _show_report(report: pd.DataFrame) -> None:
    """A row a block, then every figure of the report, as it is printed and as it is worked out again."""
    headings = {
        "block": "Block",
        "measures": "Measures",
        "known": "With figures",
        "ratios": "Ratios worked out again",
    }
    show_table(activity.by_block(report), headings, alt="Blocks of the activity report")
    with st.expander("Every figure of the activity report"):
        when = report["period"].where(report["period"].str.startswith("Q"), report["period"].str.capitalize())
        shown_rows = activity.with_figures(report.assign(when=when + " " + report["financial_year"]))
        show_table(shown_rows, REPORT_HEADINGS, alt="Every figure of the activity report")


def _show_published(published: pd.DataFrame) -> None:
    """A row a measure: England's figure of the latest year, and how many councils have one."""
    year = int(published["year"].max())
    now = published[published["year"] == year]
    rows = []
    for name, told in MEASURES.items():
        of_measure = now[now["measure"] == name]
        england = of_measure.loc[of_measure["level"] == ENGLAND, "value"].dropna()
        of_councils = of_measure.loc[of_measure["level"] == COUNCIL, "value"]
        if len(of_measure):
            england_words = shown(england.iloc[0], 0 if name == "cases" else 1) if len(england) else "–"
            rows.append((told.label, told.unit, england_words, f"{of_councils.notna().sum()} of {len(of_councils)}"))
    headings = {
        "label": "Measure",
        "unit": "Unit",
        "england": f"England, {year}",
        "known": f"Councils with a figure, {year}",
    }
    show_table(pd.DataFrame(rows, columns=[*headings], dtype="str"), headings, alt="Published measures")


def _say_whose(authority: str, published: pd.DataFrame) -> None:
    names = councils(published)
    kept = cached.store().settings(authority).published_name if authority else None
    name = kept if kept in names else matching(authority, names)
    if name:
        region = region_of(published, name)
        st.markdown(f"Your council in it: **{plain(name)}**{f', in {plain(region)}' if region else ''}.")
    elif authority and names:
        st.markdown(
            f"No council in it is called {plain(authority)}. You will be asked once which one is yours, on the "
            "Caseloads page under Other councils."
        )


def compare(authority: str, loaded: Loaded) -> list[YearComparison]:
    """The file's years against what is kept; none, said on the page, where it cannot be kept at all."""
    try:
        return cached.store().compare_years(authority or "New council", loaded.tables)
    except StoreError as error:
        st.error(plain(error))
        return []


def show_comparison(compared: Iterable[YearComparison]) -> list[str]:
    """What keeping the file would change of the years; returns in words what would be replaced by other figures."""
    found = list(compared)
    kinds = {
        "New": [c.kept for c in found if c.is_new],
        "Kept already, with the same figures": [c.kept for c in found if c.is_same],
        "A newer release of these is kept and goes on counting": [c.kept for c in found if c.is_older],
        "Kept already, and replaced by this file": [c.kept for c in found if _is_replaced(c)],
    }
    for what, years in kinds.items():
        if years:
            st.markdown(f"**{what}:** {plain(listed(years_in_words(years)))}.")
    return years_in_words([c.kept for c in found if _is_replaced(c) and c.kept.table == "activity"])


def say_where_drawn(authority: str) -> None:
    """Where kept published figures are drawn; and that the example stays until a month of the council's own is kept.

    Nothing for a council that has months, or nothing in force at all.
    """
    uploads = cached.store().uploads(authority) if authority else []
    years = {year.table for upload in uploads for year in upload.years_in_force}
    if not years or any(upload.in_force for upload in uploads):
        return
    if years == {"activity"}:
        st.info(
            f"The activity report is kept and stands on the Activity page. No month of {plain(authority)} is kept yet: "
            "the other pages go on showing the example until one is."
        )
        return
    kinds = {"activity": "the activity report", "benchmark": "the published figures"}
    what = listed([words for table, words in kinds.items() if table in years])
    st.info(
        f"{what[0].upper()}{what[1:]} are kept, but no month of {plain(authority)} is yet: the pages go on showing "
        "the example, and England as published with it, until one is. The published figures will be drawn on the "
        "Caseloads page, under Other councils, from then on."
    )


def _is_replaced(compared: YearComparison) -> bool:
    return not (compared.is_new or compared.is_same or compared.is_older)


def years_in_words(years: Iterable[YearKept]) -> list[str]:
    """What the years are of, a phrase a table: "activity report 2012/13", "published figures 2017 to 2025"."""
    kept = list(years)
    reports = [year.year for year in kept if year.table == "activity"]
    published = [year.year for year in kept if year.table == "benchmark"]
    said = []
    if reports:
        said.append(f"activity report {_span(reports)}")
    if published:
        said.append(f"published figures {_span(published)}")
    return said


def _span(years: Sequence[str]) -> str:
    return f"{years[0]} to {years[-1]}" if len(years) > 2 else listed(list(years))


def kept_in_words(months: Sequence[object], years: Iterable[YearKept]) -> str:
    """What an upload kept, in words: "two months and activity report 2012/13"."""
    of_months = [count_words(len(months), "month")] if months else []
    return listed([*of_months, *years_in_words(years)])
