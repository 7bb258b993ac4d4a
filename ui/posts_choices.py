"""The choices of the Added posts page: how many, where, within which limits."""

from __future__ import annotations

from dataclasses import dataclass
from decimal import Decimal

import streamlit as st

from model.basis import optimum_words, whose_average
from model.caseload import Demand, ServiceMonth
from model.exact import pounds
from model.plan import Ask, Needed, needed
from model.posts import Objective
from model.words import figure_words, number_words
from ui.carried import follow
from ui.choices import put
from ui.posts_by_hand import BY_HAND, placed
from ui.prices import whose_post
from ui.text import plain
from ui.view import View, once_a_view

SLIDER = "posts"
FIRST_ASKED = 6
FULL_POST = Decimal(1)
_FIRST = "first_posts_asked"


@once_a_view
def enough(view: View, demand: Demand, size: Decimal) -> Needed:
    """Posts of ``size`` FTE that are enough, for each of the three questions."""
    return needed(view.now, demand, size)


@once_a_view
def most_posts(view: View, size: Decimal) -> int:
    """The end of the slider for posts of ``size`` FTE: room beyond what every question needs, a multiple of ten."""
    enough_for = [n for demand in Demand for n in vars(enough(view, demand, size)).values() if n is not None]
    return max(20, -(-(max(enough_for, default=0) + 5) // 10) * 10)


def choose_demand() -> Demand:
    """Which children the answer counts."""
    # In words as short as a narrow column needs; the caption under each answer says it in full.
    options = {"Allocated": Demand.ALLOCATED, "All children": Demand.ALL}
    chosen = st.radio("Children counted", list(options), key="children", bind="query-params", horizontal=True)
    return options[chosen or "Allocated"]


def choose_objective() -> Objective:
    """What the best placement is best at."""
    by_label = {objective.label: objective for objective in Objective}
    chosen = st.selectbox(
        "Where the posts go", list(by_label), key="objective", bind="query-params",
        help="  \n".join(f"**{o.label}**: {o.explanation}" for o in Objective),
    )  # fmt: skip
    return by_label[str(chosen)]


@dataclass(frozen=True)
class Limits:
    """Most FTE in a team (or none), whether teams keep to one manager's span, size of a post (FTE), months paid."""

    most: Decimal | None
    span: bool
    size: Decimal
    months: int

    @property
    def any(self) -> bool:
        """Whether a limit can keep a post from being placed."""
        return self.most is not None or self.span


def choose_limits(view: View) -> Limits:
    """The most FTE in a team, whether teams keep to one manager's span, the size of a post, months of cost."""
    with st.popover("Limits and cost", width="stretch"):
        most = st.number_input(
            "Most social workers in one team (FTE)", min_value=1.0, max_value=100.0, value=None, step=0.5,
            placeholder="No limit", key="most_in_team", bind="query-params",
        )  # fmt: skip
        people = view.settings.social_workers_per_team
        span = st.toggle(
            f"At most {figure_words(people, 'social worker')}, as people, in each team", key="span", bind="query-params"
        )
        size = st.number_input(
            "Size of one post (FTE)", min_value=0.1, max_value=1.0, value=1.0, step=0.1, key="size", bind="query-params"
        )
        months = st.number_input(
            "Months paid in the first year", min_value=1, max_value=12, value=12, key="months", bind="query-params"
        )
        whose = whose_post(view)
        st.caption(
            f"One post costs {pounds(view.settings.cost_per_post)} a year{f' ({whose})' if whose else ''}. Try another "
            "cost on the Costs page; keep your own on the Methods page."
        )
    return Limits(None if most is None else Decimal(str(most)), span, Decimal(str(round(size, 2))), int(months))


def offer_enough(view: View, demand: Demand, limits: Limits, *, key: str = SLIDER, least: int = 0) -> None:
    """Buttons that set the slider of that key to the number that is enough for each of the three questions.

    A number below ``least`` is not offered.
    """
    number_for, who, waiting = enough(view, demand, limits.size), whose_average(view.now), who_wait(view.now)
    line = optimum_words(view.now, 1)
    reached = "at their optimum" if view.now.shared_optimum is None else f"of {line}"
    # Whose they are stands above them: a button has no room for it, and shows the start of a long label only.
    average, each = ("service average", "every team") if who == "the service" else ("average", "each")
    questions = [
        ("average", number_for.service_average, f"{average} {reached}"),
        ("every_team", number_for.every_team, f"{each} at {line} or below"),
        ("waiting", number_for.every_team_and_waiting if waiting else None, f"{each}, and {waiting}"),
    ]
    offered = [asked for asked in questions if asked[1] is not None and asked[1] >= least]
    if not offered:
        return
    only = "" if who == "the service" else f"counting only {who}"
    unless = " and ".join(filter(None, (only, "if there were no limits" if limits.any else "")))
    st.caption(plain(f"Enough, {unless}, for:" if unless else "Enough for:"))
    for name, number, question in offered:
        st.button(
            f"**{number}** {question}", key=f"enough_{name}", on_click=_set_posts, args=(number, key), width="stretch"
        )


def who_wait(service: ServiceMonth) -> str:
    """The waiting children for whom posts that are enough make places; "" for none.

    What a team without known figures counts as its own is not among them: no places can be worked out for it.
    """
    held, every = service.unallocated_of_measured or 0, service.unallocated or 0
    wait = "waits" if held == 1 else "wait"
    if not held:
        return ""
    if service.unallocated_is_partial:
        return f"at least {number_words(held)} who {wait}"
    if held < every:
        return f"{number_words(held)} of the {every:,} who wait"
    return f"the {'one' if held == 1 else f'{held:,}'} who {wait}"


def _set_posts(number: int, key: str) -> None:
    st.session_state[key] = number
    if key == SLIDER:
        # Who asks for a number that is enough asks for it to be placed.
        st.session_state[BY_HAND] = False


def choose_posts(view: View, most: int) -> int:
    """How many posts: the slider, at rest while posts are placed by hand, which says so: its number is another then."""
    first, at_rest = first_asked(view), bool(st.session_state.get(BY_HAND, st.query_params.get(BY_HAND) == "true"))
    follow(SLIDER, first)
    if int(st.session_state.get(SLIDER, 0)) > most:
        st.session_state[SLIDER] = most
    label = "Added posts to start from (the numbers by hand count)" if at_rest else "Added posts"
    return int(st.slider(label, 0, most, first, key=SLIDER, bind="query-params", disabled=at_rest))


def choose_as_many(view: View, most: int, label: str, key: str, help_: str | None = None) -> int:
    """A slider of posts on another page: it stands where that of the Added posts page does, until it is moved.

    While posts are placed by hand there, it stands at as many as those are.

    Where it starts by itself hangs on nothing but the view; any other number is put into the address, so that a link
    shows what its sender saw.
    """
    taken = f"{key}_taken"
    usual = min(first_asked(view), most)
    follow(SLIDER, first_asked(view))
    follow(key, usual)
    by_hand = placed(view.now)
    wanted = int(st.session_state.get(SLIDER, usual)) if by_hand is None else sum(by_hand.values())
    asked, before = min(wanted, most), st.session_state.get(taken)
    if key in st.session_state:
        if st.session_state[key] == before != asked:
            st.session_state[key] = asked
        st.session_state[key] = min(int(st.session_state[key]), most)
    elif key not in st.query_params and asked != usual:
        put(key, asked)
    st.session_state[taken] = asked
    return int(st.slider(label, 0, most, usual, key=key, bind="query-params", help=help_))


def first_asked(view: View) -> int:
    """Where the slider starts: the report's six in the example, else what is enough for the service average.

    It hangs on nothing but the view, so that a link without a number opens where its sender saw it; a slider that
    nobody has moved follows it to another month or council.
    """
    number = FIRST_ASKED if view.is_example else enough(view, Demand.ALLOCATED, Decimal(1)).service_average or 0
    before = st.session_state.get(_FIRST)
    if before not in (None, number) and st.session_state.get(SLIDER) == before:
        st.session_state[SLIDER] = number
    st.session_state[_FIRST] = number
    return number


def ask_of(demand: Demand, objective: Objective, limits: Limits) -> Ask:
    """The question in the model's terms, but for the number of posts."""
    return Ask(0, demand, objective, limits.size, limits.most, limits.span, None, limits.months)
