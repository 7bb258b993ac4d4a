"""Who carries what, by team and by worker, against the optimum, over time?"""

import streamlit as st

from model import findings
from model.words import month_words
from ui import (
    benchmark_exhibit,
    case_mix_exhibit,
    caseload_exhibits,
    exhibit,
    headline,
    kind_notice,
    people_exhibit,
    titles_exhibit,
    worker_exhibit,
)
from ui.text import plain
from ui.view import current

MONTH, TIME, WORKERS, TYPES = "This month", "Over time", "By worker", "By type of case"
AT_WORK, OTHERS = "Who is at work", "Other councils"

view = current()

st.title(plain(findings.overview(view.now)), anchor=False)
kind_notice.say_what_the_optimum_is(view)
choices = st.container(horizontal=True, vertical_alignment="center")
shown = choices.segmented_control(
    "Show", [MONTH, TIME, WORKERS, TYPES, AT_WORK, OTHERS], default=MONTH, required=True, key="show",
    bind="query-params", label_visibility="collapsed",
)  # fmt: skip

if shown == TIME:
    courses = [caseload_exhibits.service_over_time(view), caseload_exhibits.over_time(view)]
    for course in filter(None, courses):
        exhibit.show(course)
    if not any(courses):
        st.info(f"{month_words(view.now.month)} is the earliest month kept: a course over time needs two months.")
elif shown == WORKERS:
    workers = worker_exhibit.by_worker(view)
    if workers:
        exhibit.show(workers)
    else:
        st.info(f"The figures for {view.day} have no workers. A sheet of workers in the upload adds them.")
elif shown == TYPES:
    mix = case_mix_exhibit.by_team(view)
    if mix:
        exhibit.show(mix)
    else:
        st.info(plain(case_mix_exhibit.why_not(view)))
elif shown == AT_WORK:
    people = people_exhibit.by_team(view)
    if people:
        headline.show(people_exhibit.headlines(view), view.style)
        exhibit.show(people)
    else:
        st.info(plain(people_exhibit.why_not(view)))
    titles_exhibit.show(view)
elif shown == OTHERS:
    exhibit.show(benchmark_exhibit.by_year(view))
else:
    with choices:
        low, high = view.settings.band_low, view.settings.band_high
        whose = "Stockton’s region in 2013" if view.has_stocktons("band_low", "band_high") else "Regional range"
        regional = low is not None and high is not None and st.toggle(
            f"{whose}, {low:g} to {high:g}", key="region", bind="query-params"
        )  # fmt: skip
        england = st.toggle("England average", key="england", bind="query-params")
    exhibit.show(caseload_exhibits.by_team(view, regional=bool(regional), england=england))
