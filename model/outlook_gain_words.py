"""When rising numbers eat what posts gain, in sentences: the month first."""

from __future__ import annotations

from datetime import date

from model.basis import at_time, when
from model.exact import half_up, shortest, shown
from model.outlook import Case, month_after
from model.outlook_assumptions import HORIZON
from model.outlook_gain import Caseload, Gain, Room
from model.outlook_process import Measure
from model.outlook_spells import Spells
from model.outlook_start import Start
from model.outlook_words import in_spells
from model.words import month_words

QUESTION = "When do rising numbers eat the gain?"


def gain_words(found: Gain | None, case: Case, start: Start) -> str:
    """The answer to :data:`QUESTION` in sentences, counting those who wait; "" without posts."""
    if not any(sum(stage.posts) for stage in case.approvals):
        return ""
    if found is None:
        return f"There is none to lose up to {_month(start, HORIZON)}: nobody joins by then."
    return f"{_eaten(found, case, start)} {_caseloads(found.caseload, case, start)}"


def _eaten(found: Gain, case: Case, start: Start) -> str:
    """When as many more children are open as the posts let the service carry; or how near numbers come to it."""
    end = _month(start, HORIZON)
    if not found.rises:
        return (
            f"In no month up to {end}, because numbers are taken to hold steady or fall: "
            "type more starts or growth below to see when it would be gone."
        )
    month, more, room = _month(start, found.nearest.month), _more(found.nearest, start), _room(found.nearest)
    if found.eaten:
        full = f"full by {_month(start, found.full)}" if found.full else "not full by then"
        places = f" ({shown(found.places, 0)} places at {shortest(case.optimum)}, {full})"
        first, joins = found.eaten[0][0], case.joins or 0
        begin = f"{_capital(_in_months(start.service.month, found.eaten))}"
        if first == joins:
            begin += ", from the month in which they join"
        return f"{begin}: by then {more}, and {room}{places}."
    if found.nearest.is_nearly_full:
        return f"Not wholly up to {end}, but nearly: in {month} {more}, and {room}."
    return f"In no month up to {end}: numbers come nearest in {month}, when {more} and {room}."


def _more(found: Room, start: Start) -> str:
    return f"{_children(found.more)} more children are open than {at_time(start.service)}"


def _room(found: Room) -> str:
    return f"the posts make room for {_children(found.room)} without higher caseloads"


def _caseloads(found: Caseload, case: Case, start: Start) -> str:
    """What all of it makes of caseloads, leavers and vacancies too: their fewest, and when they are back."""
    worker = "effective worker" if case.measure == Measure.EFFECTIVE else "social worker"
    who, now = f"Children for each {worker}, the waiting too,", f"the {shown(found.now)} of {when(start.service)}"
    end, leavers = _month(start, HORIZON), ", as fewer are at work than now" if found.fewer_workers else ""
    if not found.is_better:
        joined = _month(start, case.joins or 0)
        return f"{who} are in no month from {joined} on fewer than {now}{leavers}."
    fewest = f"{who} are fewest in {_month(start, found.best)}, {shown(found.fewest)}"
    above = f", above {shortest(case.optimum)} again in {_month(start, found.above)}" if found.above else ""
    if found.back:
        return f"{fewest}{above}, and back at {now} in {_month(start, found.back)}{leavers}."
    if found.best == HORIZON:
        return f"{fewest}, against {now}."
    near = "all but back at" if found.now - found.end <= 0.1 * (found.now - found.fewest) else "still below"
    return f"{fewest}{above}, and {near} {now} in {end}: {shown(found.end)}."


def in_brief(found: Gain | None, case: Case, figures: date) -> str:
    """The same in few words, for a table: in which months, and from when caseloads are above the optimum again."""
    end = month_words(month_after(figures, HORIZON))
    if not any(sum(stage.posts) for stage in case.approvals):
        return "no posts"
    if found is None:
        return f"nobody joins up to {end}"
    again = found.caseload.above
    above = f"; above {shortest(case.optimum)} again in {month_words(month_after(figures, again))}" if again else ""
    if found.eaten:
        return f"{_in_months(figures, found.eaten)}{above}"
    near = found.rises and found.nearest.is_nearly_full
    return f"{'nearly' if near else 'in no month'} up to {end}{above}"


def _in_months(figures: date, eaten: Spells) -> str:
    """A month where it is eaten for good from it on, as it mostly is; else every spell."""
    if len(eaten) == 1 and eaten[0][1] == HORIZON:
        return f"in {month_words(month_after(figures, eaten[0][0]))}"
    return in_spells(figures, eaten)


def _children(number: float) -> str:
    return f"{int(half_up(number, 0)):,}"


def _month(start: Start, months: int) -> str:
    return month_words(month_after(start.service.month, months))


def _capital(text: str) -> str:
    return text[:1].upper() + text[1:]
