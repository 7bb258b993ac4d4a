"""The blocks of the activity report: headlines, table, front door, courses and what the measures mean."""

from __future__ import annotations

import pandas as pd
import streamlit as st

from charts import activity as charts
from model.activity_findings import headlines, title
from model.activity_frame import courses, numbers_frame, words_frame
from model.activity_misprints import misprints, not_borne_out, statements
from model.activity_report import Report
from model.exact import shown
from model.front_door import TOTAL, by_agency, funnel, funnel_frame, not_by_agency
from model.words import count_words, first_short, listed, sentence
from reports.table_file import table_csv
from ui.activity_choices import Chosen
from ui.exhibit import Exhibit, show_table
from ui.text import plain
from ui.view import Council, style

_BETTER = {"lower": "; lower is better", "higher": "; higher is better", "": ""}


def show_misprints(here: Council, report: Report) -> None:
    """What is printed in the report and not given by its own numbers, above everything else that is read in it."""
    found = misprints(report) + (not_borne_out(report, statements()) if here.is_example else [])
    if not found:
        return
    many = count_words(len(found), "printed figure", "printed figures")
    verb = "is" if len(found) == 1 else "are"
    with st.expander(
        f"{many[0].upper()}{many[1:]} of this report {verb} not what its own numbers give",
        icon=":material/error:", key="misprints", bind="query-params", expanded=len(found) < 3,
    ):  # fmt: skip
        for one in found:
            st.markdown(f"- {plain(one.text)}")


def show_block(here: Council, chosen: Chosen) -> None:
    """A block: its headlines, its table with every period, and its file."""
    report, block = chosen.report, chosen.block
    told = headlines(report, block, chosen.column)
    st.header(plain(title(report, block, chosen.column)), anchor=False)
    st.caption(
        plain(
            f"{block}, {chosen.period}. Percentages are worked out again from their numerators and denominators. "
            f"The arrow is the number’s; better or worse is said only where one way is right.{_example(here)}"
        )
    )
    if len(told) > 1:
        st.markdown("\n".join(f"- {plain(one.sentence)}" for one in told[1:]))
    frame = words_frame(report, block)
    headings = {"measure": "Measure", **{column.label: column.label for column in report.columns}, "source": "Source"}
    show_table(frame, headings, alt=f"{block} of the activity report {report.year}")
    st.download_button(
        "Download the data", data=lambda: _file(here, report, block), mime="text/csv", type="tertiary",
        file_name=f"headroom-activity-{block.lower().replace(' ', '-')}-{report.year.replace('/', '-')}.csv",
        icon=":material/download:", key="activity_file", on_click="ignore",
    )  # fmt: skip


def _example(here: Council) -> str:
    """Where the example's figures are from."""
    if not here.is_example:
        return ""
    return (
        " Example: figures as the Cabinet report of 13 June 2013 prints them; the workforce is of the example’s "
        "months, which are reconstructed or made up."
    )


def _file(here: Council, report: Report, block: str) -> bytes:
    frame = numbers_frame(report, block)
    headings = {name: name[:1].upper() + name[1:] for name in frame.columns if name != "key"}
    about = {"Council": here.authority, "What": f"Activity report {report.year}, in periods of a {report.kind}"}
    return table_csv(frame, headings, about, None)


def front_door(chosen: Chosen) -> Exhibit | None:
    """From contact to plan, and who is unaccounted for; ``None`` where fewer than two steps are known."""
    frame = funnel_frame(funnel(chosen.report, chosen.column))
    known = frame[frame["number"].notna()]
    if len(known) < 2:
        return None
    missing = frame.loc[frame["number"].isna(), "step"].str.lower().tolist()
    told = [f"{shown(number, 0)} {step.lower()}" for step, number in zip(known["step"], known["number"], strict=True)]
    finding = first_short(listed(told), listed([*told[:2], told[-1]]), listed([told[0], told[-1]]))
    return Exhibit(
        key="front_door",
        finding=finding,
        beneath=f"Children at each step of the front door, {chosen.period}. Steps are counted in the period, so some "
        "children of a step were at the one before in an earlier period.",
        figure=charts.funnel(frame, style()),
        alt=f"Bar chart of the steps from contact to child protection plan, {chosen.period}. {finding}",
        frame=frame,
        columns=("step", "number", "share", "share_of", "on", "explained", "unaccounted"),
        source=_source(chosen.report, "Inputs"),
        headings={
            "step": "Step",
            "number": "Children",
            "share": "%",
            "share_of": "Of",
            "on": "Go on to the next step",
            "explained": "Closed, or below the threshold",
            "unaccounted": "Unaccounted for",
        },
        note=f"Not in the report: {listed(missing)}." if missing else "",
        of_month=False,
    )


def show_agencies(chosen: Chosen) -> None:
    """Referrals by agency and outcome, or how a report can have them."""
    frame = by_agency(chosen.report, chosen.column)
    if frame.empty:
        st.header("Referrals by agency and outcome are not in this report", anchor=False)
        st.caption(
            "Rows such as “Referrals by agency: Police: Assessment” give them: the agency, then what became of the "
            "referrals. So do “Referral reasons: Neglect” and “CAF2s by agency: Health”."
        )
        return
    st.header(plain(_agency_title(frame)), anchor=False)
    st.caption(plain(f"Referrals by agency and outcome, {chosen.period}."))
    headings = {"agency": "Agency", **{name: plain(name) for name in frame.columns[1:]}}
    show_table(frame, headings, alt=f"Referrals by agency and outcome, {chosen.period}")
    left = not_by_agency(chosen.report, chosen.column)
    if left:
        of_none = f"{shown(left, 0)} referrals are of no agency named here"
        over = f"The agencies have {shown(-left, 0)} referrals more than the report has in all"
        st.markdown(plain(sentence(of_none if left > 0 else over)))


def _agency_title(frame: pd.DataFrame) -> str:
    whole, first = frame[TOTAL].sum(), frame.iloc[0]
    share = f"{shown(100 * first[TOTAL] / whole, 0)}%" if whole else "0%"
    return first_short(f"{first['agency']} made {share} of the referrals", "Referrals by agency and outcome")


def over_time(chosen: Chosen) -> Exhibit | None:
    """The small courses of a block's measures; ``None`` where no measure is known for two periods."""
    frame = courses(chosen.report, chosen.block)
    if frame.empty:
        return None
    many = frame["key"].nunique()
    finding = f"{count_words(many, 'measure')} of {chosen.block.lower()} by period"
    return Exhibit(
        key="activity_courses",
        finding=sentence(finding).rstrip("."),
        beneath=f"{chosen.report.year}, each on its own axis from 0. Two periods are a change, not yet a trend.",
        figure=charts.courses(frame, style()),
        alt=f"Small line charts, {chosen.report.year}: {listed(frame['measure'].unique().tolist())}.",
        frame=frame,
        columns=("measure", "period", "value", "unit"),
        source=_source(chosen.report, chosen.block),
        headings={"measure": "Measure", "period": "Period", "value": "Figure", "unit": "Unit"},
        of_month=False,
    )


def _source(report: Report, block: str) -> str:
    sources = dict.fromkeys(line.source for line in report.lines if line.block == block and line.figures)
    return listed([name for name in sources if name]) or "the activity report"


def show_meanings(chosen: Chosen) -> None:
    """What each measure of the block is, why it matters, which way is better, and how the Department defines it."""
    lines = [line for line in chosen.report.lines if line.block == chosen.block and line.indicator and not line.split]
    more = st.expander("What these measures mean", key="meanings", bind="query-params")
    if not more.open:
        return
    with more:
        for line in lines:
            one = line.indicator
            if one is None:
                continue
            parts = f"{one.numerator}{f' ÷ {one.denominator.lower()}' if one.denominator else ''}"
            must = " There must be none." if one.zero_tolerance else ""
            st.markdown(
                f"**{plain(one.name)}** ({plain(one.unit)}{_BETTER[one.polarity]}). {plain(parts)}. "
                f"{plain(one.why_it_matters)}{must}"
            )
            if one.dfe_definition:
                st.caption(plain(f"{one.dfe_source}: {one.dfe_definition}"))
