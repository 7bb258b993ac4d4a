"""What the months ahead hold, in sentences: at most 15 words where one is a title.

Texts carry team names as the file writes them: whoever shows one as Markdown escapes it.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from math import isfinite

from model.basis import fte_words, when
from model.exact import Number, half_up, shortest, shown
from model.outlook import STEPS, month_after
from model.outlook_assumptions import HORIZON
from model.outlook_process import Measure
from model.outlook_start import Start
from model.words import all_words, count_words, first_short, listed, month_words, number_words, sentence

LIKELY, VERY_LIKELY = 0.5, 0.8


@dataclass(frozen=True)
class Outcome:
    """What is expected of the service in the month that is judged, at expected inputs.

    ``value`` of the measure, ``waiting`` children, ``needed`` posts for the optimum: ``None`` if more than ``most``.
    ``who`` is whose average it is: the service's or the chosen teams'.
    """

    measure: Measure
    optimum: float
    posts: int
    day: date
    value: float
    waiting: float
    needed: int | None
    most: int
    who: str = "the service"

    @property
    def month(self) -> str:
        """The month in words."""
        return month_words(self.day)

    @property
    def is_at_optimum(self) -> bool:
        """Whether the value is at or below the optimum."""
        return self.value <= self.optimum + 1e-9


def answer(outcome: Outcome) -> str:
    """Where the posts bring the service by the month, as a title.

    "Six posts bring the service to 28.5 by February 2014, not 25; 14 are needed."
    """
    if not isfinite(outcome.value):
        return sentence(f"no social worker is in post in {outcome.month}")
    start, wait = _reach(outcome), _waiting(outcome)
    need = "" if outcome.is_at_optimum else _needed(outcome)
    tails = [f"{need}{wait}", need, wait, ""]
    return first_short(*(f"{reach}{tail}" for reach in (f"{start}{_against(outcome)}", start) for tail in tails), start)


def _reach(outcome: Outcome) -> str:
    figure = f"{shown(outcome.value)}{' per effective worker' if outcome.measure == Measure.EFFECTIVE else ''}"
    if not outcome.posts:
        verb = "averages" if outcome.who == "the service" else "average"
        return f"without posts {outcome.who} {verb} {figure} in {outcome.month}"
    verb = "brings" if outcome.posts == 1 else "bring"
    return f"{count_words(outcome.posts, 'post')} {verb} {outcome.who} to {figure} by {outcome.month}"


def _against(outcome: Outcome) -> str:
    line = shortest(outcome.optimum)
    # 25.04 is shown as 25.0: then "not 25" would look wrong.
    if half_up(outcome.value) == half_up(outcome.optimum):
        return ", the optimum" if outcome.is_at_optimum else f", just above {line}"
    return f", below {line}" if outcome.is_at_optimum else f", not {line}"


def _needed(outcome: Outcome) -> str:
    if outcome.needed is None:
        return f"; more than {outcome.most} are needed"
    return f"; {number_words(outcome.needed)} {'is' if outcome.needed == 1 else 'are'} needed"


def _waiting(outcome: Outcome) -> str:
    waiting = int(half_up(outcome.waiting, 0))
    return f"; {number_words(waiting)} {'waits' if waiting == 1 else 'wait'}" if waiting else ""


def in_futures(share: float, futures: int) -> str:
    """A share of the simulated futures in words: "41 of 100", "none", "fewer than 1 of 100"."""
    whole = int(half_up(share * 100, 0))
    if share <= 0:
        return f"none of {futures:,}"
    if share >= 1:
        return f"all of {futures:,}"
    if whole in (0, 100):
        return "fewer than 1 of 100" if whole == 0 else "more than 99 of 100"
    return f"{whole} of 100"


def chance_title(outcome: Outcome, share: float, futures: int) -> str:
    """How sure it is, as a title: "At 25 or below in February 2014: 5 of 100 simulated futures"."""
    line = shortest(outcome.optimum)
    return f"At {line} or below in {outcome.month}: {in_futures(share, futures)} simulated futures"


def when_likely(outcome: Outcome, first: date, likely: int | None, very_likely: int | None) -> str:
    """From which month the optimum is likely and very likely, in a sentence; months are counted from ``first``."""
    line, end = shortest(outcome.optimum), month_words(month_after(first, HORIZON))
    with_posts = f"With {count_words(outcome.posts, 'post')}" if outcome.posts else "Without posts"
    if likely is None:
        return f"{with_posts} an average of {line} or below is not likely in any month up to {end}."
    half = f"{with_posts} an average of {line} or below is first likely (at least 50 in 100) in {_month(first, likely)}"
    if very_likely is None:
        return f"{half}; at least 80 in 100 is not reached up to {end}."
    return f"{half}, and at least 80 in 100 in {_month(first, very_likely)}."


def _month(first: date, months: int) -> str:
    return month_words(month_after(first, months))


def needed_title(outcome: Outcome, sure: int | None) -> str:
    """What would be needed, as a title: posts for the expected value, and for 80 of 100 futures."""
    line = shortest(outcome.optimum)
    expected = f"more than {outcome.most}" if outcome.needed is None else number_words(outcome.needed)
    if outcome.needed == 0:
        expected = "no"
    safe = f"more than {outcome.most}" if sure is None else number_words(sure) if sure else "none"
    posts = "post" if outcome.needed == 1 else "posts"
    return first_short(
        f"for {line} by {outcome.month}: {expected} {posts} as expected, {safe} for 80 in 100",
        f"for {line}: {expected} {posts} as expected, {safe} for 80 in 100",
    ).rstrip(".")


_STEP_WORDS: Mapping[str, tuple[str, str]] = {
    "demand": ("More children", "Fewer children"),
    "leavers": ("Leavers", "Leavers"),
    "recruitment": ("Starters", "Starters"),
    "ramp-up": ("Ramp-up of starters", "Ramp-up of starters"),
    "agency": ("Fewer agency workers", "More agency workers"),
}


_STILL: Mapping[str, str] = {"demand": "Number of children", "agency": "Agency workers"}


def step_words(step: str, part: float) -> str:
    """What a step of the outlook is called, by whether it adds to the average, takes off it, or does neither."""
    if not half_up(part):
        return _STILL.get(step, _STEP_WORDS[step][0])
    return _STEP_WORDS[step][0 if part > 0 else 1]


def parts_title(found: Mapping[str, float]) -> str:
    """Which step lowers the average most and which raises it most, as a title."""
    lowest, highest = min(STEPS, key=lambda step: found[step]), max(STEPS, key=lambda step: found[step])
    falls, rises = half_up(found[lowest]) < 0, half_up(found[highest]) > 0
    less = f"{step_words(lowest, -1).lower()} take {shown(-found[lowest])} off the average"
    more = f"{step_words(highest, 1).lower()} add {shown(found[highest])}"
    if falls and rises:
        return first_short(f"{less}; {more}", f"{less}").rstrip(".")
    if falls or rises:
        return sentence(less if falls else f"{more} to the average").rstrip(".")
    return "Nothing moves the average from where it is"


def teams_title(excess: Sequence[float], month: str, optimum: Number | None) -> str:
    """How many teams are expected to be over their optimum in the month, as a title.

    ``excess`` is by how much each is, in children per FTE; ``optimum`` the one that all share, if they do.
    """
    over, every = sum(value > 1e-9 for value in excess), len(excess)
    line = "the optimum" if optimum is None else shortest(optimum)
    if every == 1:
        return f"The team is expected {'above' if over else 'at or below'} {line} in {month}"
    some = f"{number_words(over)} of {number_words(every)} teams"
    which = "no team" if not over else all_words(every) if over == every else some
    return sentence(f"{which} {'is' if over <= 1 else 'are'} expected over {line} in {month}").rstrip(".")


def gap_words(expected: float, mean: float) -> str:
    """How far the line at expected inputs is from the mean of the simulated futures, in a sentence."""
    if not (isfinite(expected) and isfinite(mean)):
        return "In some futures nobody is in post, so there is no simulated mean."
    gap = half_up(mean, 2) - half_up(expected, 2)
    if not gap:
        return f"The simulated mean is {shown(mean, 2)}, as the line is."
    return (
        f"The line is worked out at expected inputs, {shown(expected, 2)}; the simulated mean is {shown(mean, 2)}, "
        f"{shortest(abs(gap))} {'higher' if gap > 0 else 'lower'}."
    )


def rests_on(start: Start, measure: Measure, optimum: float) -> str:
    """What the answer rests on: date, demand, FTE, measure, optimum, horizon, in a row."""
    waiting = "children waiting not known" if start.waiting is None else f"{start.waiting:,} of them waiting"
    end = month_words(month_after(start.service.month, HORIZON))
    return (
        f"From {when(start.service)}: {start.children:,} children, {waiting}; {fte_words(start.service)}. "
        f"Held against {shortest(optimum)}: {measure.label}. Horizon {end}"
    )


def in_brief(start: Start, measure: Measure, months: int) -> str:
    """Dates, demand and FTE in a row: "20 February 2013 to February 2014, allocated children, case-holding FTE"."""
    judged = month_words(month_after(start.service.month, months))
    demand = "allocated children" if measure == Measure.ALLOCATED else "all children"
    fte = f"effective FTE from {fte_words(start.service)}" if measure == Measure.EFFECTIVE else fte_words(start.service)
    return f"{when(start.service)} to {judged}, {demand}, {fte}"


def what_is_left_out(start: Start) -> str:
    """Which children and teams the outlook does not know of, in a sentence; "" where there are none."""
    found = []
    if start.waiting is None:
        found.append("how many children wait is not known, so the outlook has none of them")
    out = [team.team for team in start.service.counted if team not in start.teams]
    if out:
        found.append(f"{listed(out) if len(out) <= 3 else count_words(len(out), 'team')} left out: figures not known")
    return sentence("; ".join(found)) if found else ""
