"""The question of the Outlook page: how many posts, approved when, and what is to be at the optimum by when."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

import streamlit as st

from model.outlook import month_after, usual_approval
from model.outlook_assumptions import HORIZON
from model.outlook_process import Approval, Measure
from model.scenario_choices import USUAL_STAGES
from model.words import count_words, month_words
from ui import posts_by_hand, posts_choices
from ui.carried import follow
from ui.choices import put
from ui.view import View

SLIDER = "outlook_posts"
# The last month in which a post may be approved, counted from the month of the figures; the time a plan is given.
LATEST_APPROVAL = 24
A_YEAR = 12
# Posts that the search for enough of them goes to: the slider holds every number that is said to be needed.
MOST_POSTS = 60

MEASURES = {
    "Average caseload": Measure.ALLOCATED,
    "With those who wait": Measure.ALL,
    "Per effective worker": Measure.EFFECTIVE,
}


@dataclass(frozen=True)
class Chosen:
    """What was chosen but for the number of posts: months are counted from that of the figures."""

    measure: Measure
    month: int
    approved: int
    later: tuple[Approval, ...]
    vary: bool


def choose(first: date, today: date) -> Chosen:
    """The measure, by when, when posts are approved; ``first`` is the month of the figures."""
    measure = st.radio(
        "Children counted", list(MEASURES), key="measure", bind="query-params",
        help="  \n".join(f"**{name}**: {measure.label}" for name, measure in MEASURES.items()),
    )  # fmt: skip
    months, usual = _months(first, today)
    approved = _approved(months, usual)
    judged = _month(
        "By when", months[1:], months[usual + A_YEAR], "judged",
        "The end of the month for which the page says what the posts will have done.",
    )  # fmt: skip
    later = _later_stages(months[: LATEST_APPROVAL + 1])
    vary = st.toggle(
        "The assumptions are unsure too", value=True, key="vary", bind="query-params",
        help="Without it the futures differ by chance alone, and look surer than they are.",
    )  # fmt: skip
    return Chosen(
        MEASURES.get(str(measure), Measure.ALLOCATED), months.index(judged), months.index(approved), later, bool(vary)
    )


def choose_stages(first: date, today: date) -> tuple[int, tuple[Approval, ...]]:
    """When the first posts are approved and the later stages, for a page that asks for no more of the question."""
    months, usual = _months(first, today)
    return months.index(_approved(months, usual)), _later_stages(months[: LATEST_APPROVAL + 1])


def _months(first: date, today: date) -> tuple[list[str], int]:
    """The months from that of the figures on, in words; the place of that in which posts are usually approved."""
    return [month_words(month_after(first, ahead)) for ahead in range(HORIZON + 1)], usual_approval(first, today)


def _approved(months: list[str], usual: int) -> str:
    return _month(
        "Posts approved in", months[: LATEST_APPROVAL + 1], months[usual], "approved",
        "At the end of it. Unless you choose: the month after the figures, or the present one if that is later.",
    )  # fmt: skip


def _month(label: str, options: list[str], usual: str, key: str, help_: str) -> str:
    """A month that stands in the address from the start: what is usual hangs on the day on which a link is opened.

    One that nobody has changed follows what is usual to other figures.
    """
    follow(key, usual)
    asked, before = st.session_state.get(key, st.query_params.get(key)), st.session_state.get(f"outlook_usual_{key}")
    if asked not in options or (asked == before and before != usual):
        put(key, usual)
    st.session_state[f"outlook_usual_{key}"] = usual
    return str(st.selectbox(label, options, key=key, bind="query-params", help=help_))


def _later_stages(months: list[str]) -> tuple[Approval, ...]:
    """Further posts and the months in which they are approved: a row is offered when the one before it has posts."""
    found: list[Approval] = []
    with st.popover("Further stages", width="stretch"):
        for name, usual in USUAL_STAGES.items():
            left, right = st.columns(2)
            posts = left.number_input(
                "Further posts", min_value=0, max_value=60, value=0, key=f"later_posts{name}", bind="query-params"
            )
            follow(f"later_approved{name}", months[usual])
            month = right.selectbox(
                "Approved in", months, index=usual, key=f"later_approved{name}", bind="query-params"
            )
            if not posts:
                break
            found.append(Approval(months.index(str(month)), (int(posts),)))
    return tuple(found)


def end_of_posts(view: View) -> int:
    """The end of the slider on the Outlook and Costs pages: it holds every number that either page says is needed."""
    return max(MOST_POSTS, posts_choices.most_posts(view, posts_choices.FULL_POST))


def choose_posts(view: View) -> int:
    """How many posts are approved in the first stage: those of the Added posts page until the slider is moved."""
    posts = posts_choices.choose_as_many(
        view, end_of_posts(view), "Posts approved", SLIDER,
        "Full posts. They take months to recruit to, and new workers start with fewer children.",
    )  # fmt: skip
    by_hand = posts_by_hand.placed(view.now)
    if by_hand:
        each = count_words(sum(by_hand.values()), "post is", "posts are")
        st.caption(
            f"On Added posts {each} placed by hand. Here as many count, each placed where the caseload is highest; "
            "what they cost and the service as a whole hang on their number alone."
        )
    return posts
