"""What each step of the outlook makes of the change, in sentences: at most 15 words where one is a title."""

from __future__ import annotations

from collections.abc import Mapping

from model.exact import half_up, shown
from model.outlook import Case
from model.outlook_parts import STEPS, WAITING
from model.outlook_process import Measure
from model.words import count_words, first_short, sentence

# By whether the step adds to the average or takes off it.
_STEP_WORDS: Mapping[str, tuple[str, str]] = {
    "demand": ("More children", "Fewer children"),
    "leavers": ("Leavers", "Leavers"),
    "recruitment": ("Vacancies filled", "Vacancies filled"),
    "posts": ("Posts added", "Posts added"),
    "ramp-up": ("Smaller first caseloads", "Smaller first caseloads"),
    "agency": ("Fewer agency workers", "More agency workers"),
    WAITING: ("Fewer left waiting", "More left waiting"),
}
_STILL: Mapping[str, str] = {
    "demand": "Number of children",
    "agency": "Agency workers",
    WAITING: "Children left waiting",
}


def step_words(step: str, part: float) -> str:
    """What a step of the outlook is called, by whether it adds to the average, takes off it, or does neither."""
    if not half_up(part):
        return _STILL.get(step, _STEP_WORDS[step][0])
    return _STEP_WORDS[step][0 if part > 0 else 1]


def parts_title(found: Mapping[str, float]) -> str:
    """What lowers the average most and what raises it most, as a title; whoever is left waiting is never left out."""
    lowest, highest = (best(STEPS, key=lambda step: found[step]) for best in (min, max))
    falls, rises = half_up(found[lowest]) < 0, half_up(found[highest]) > 0
    less = f"{step_words(lowest, -1).lower()} take {shown(-found[lowest])} off the average"
    more = f"{step_words(highest, 1).lower()} add {shown(found[highest])}"
    wait = _left_waiting(found.get(WAITING, 0.0))
    if falls and rises:
        off = less.removesuffix(" the average")
        return first_short(*([f"{off}, {more}, {wait}"] if wait else []), f"{less}; {more}", less).rstrip(".")
    if falls or rises:
        main = less if falls else f"{more} to the average"
        return first_short(f"{main}; {wait}" if wait else main, main).rstrip(".")
    return sentence(wait).rstrip(".") if wait else "Nothing moves the average from where it is"


def _left_waiting(part: float) -> str:
    if not half_up(part):
        return ""
    if part < 0:
        return f"more left waiting take {shown(-part)} off"
    return f"fewer left waiting add {shown(part)}"


def noughts(case: Case, found: Mapping[str, float], effective: Mapping[str, float], month: str) -> str:
    """Why steps make nothing of the change up to the month (in words), in a sentence; "" where each makes some.

    ``effective`` is what the steps make of children for each effective worker.
    """
    said = [
        f"{step_words(step, 0).lower()}, {_why_nought(case, step, effective, month)}"
        for step, part in found.items()
        if not half_up(part)
    ]
    return f"Steps of 0.0: {'; '.join(said)}." if said else ""


def _why_nought(case: Case, step: str, effective: Mapping[str, float], month: str) -> str:
    assumed = case.assumptions
    if step == "demand":
        return "as about as many start as close"
    if step == "leavers":
        return f"as {'hardly anybody' if assumed.turnover else 'nobody'} leaves"
    if step in ("recruitment", "posts"):
        if step == "posts" and not any(sum(stage.posts) for stage in case.approvals):
            return "as none is approved"
        takes = f": recruitment takes {count_words(assumed.lead, 'month')}" if assumed.lead else ""
        return f"as hardly any is filled up to {month}{takes}"
    if step == "ramp-up":
        return _why_no_ramp_up(case, effective[step], month)
    if step == WAITING:
        return "as about as many wait as now"
    return "as no cover of vacancies is assumed" if not assumed.agency_cover else "who are about as many as now"


def _why_no_ramp_up(case: Case, effective: float, month: str) -> str:
    """An average divides by a new worker as by any other: what new ones lack shows for each effective worker only."""
    if case.measure == Measure.EFFECTIVE or not half_up(effective):
        return f"as hardly anybody in post is new in {month}"
    each = f"for each effective worker it {'adds' if effective > 0 else 'takes off'} {shown(abs(effective))}"
    return f"as an average counts a new worker like any other ({each})"
