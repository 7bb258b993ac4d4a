"""When rising numbers eat what posts gain, in sentences: the month first."""

from __future__ import annotations

from model.basis import when
from model.exact import shortest, shown
from model.outlook import month_after
from model.outlook_assumptions import HORIZON
from model.outlook_findings import Outcome
from model.outlook_gain import Gain
from model.outlook_process import Measure
from model.outlook_start import Start
from model.words import month_words

QUESTION = "When do rising numbers eat the gain?"


def gain_words(found: Gain, outcome: Outcome, start: Start) -> str:
    """The answer to :data:`QUESTION` in sentences, counting those who wait; "" without posts."""
    if not outcome.posts:
        return ""
    return " ".join(filter(None, (_eaten(found, outcome, start), _places(found, outcome, start))))


def _eaten(found: Gain, outcome: Outcome, start: Start) -> str:
    first, now, end = start.service.month, when(start.service), month_words(month_after(start.service.month, HORIZON))
    who = f"children for each {_WORKER.get(outcome.measure, 'social worker, the waiting too')}"
    above = ""
    if found.above:
        above = f"above {shortest(outcome.optimum)} again in {month_words(month_after(first, found.above))}"
    if not found.is_better:
        return f"There is no gain to lose: up to {end} no month has fewer {who}, than {now}."
    if found.gone:
        cause = "as on" if found.rises else "though numbers do not rise, as on"
        back = f"{shown(found.level)} {who}, {cause} {now}"
        on_the_way = f"; {above}" if above else ""
        return f"In {month_words(month_after(first, found.gone))}: back at {back}{on_the_way}."
    if above:
        return f"Not wholly up to {end}: {above}, but never back at the {shown(found.level)} of {now}."
    if found.rises:
        return f"In no month up to {end}: numbers rise, and yet they do not eat it."
    return (
        f"In no month up to {end}, because numbers are taken to hold steady or fall: "
        "type more starts or growth below to see when it would be gone."
    )


def _places(found: Gain, outcome: Outcome, start: Start) -> str:
    """When as many more children are open as the posts have places at the optimum; "" where numbers do not rise."""
    if not found.rises or not found.places:
        return ""
    places = f"All posts approved are {shown(found.places, 0)} places at {shortest(outcome.optimum)}"
    if found.full is None:
        return f"{places}; the number of children rises by fewer in all these months."
    month = month_words(month_after(start.service.month, found.full))
    return f"{places}; the number of children will have risen by as many by {month}."


_WORKER = {Measure.EFFECTIVE: "effective worker"}
