"""What a control chart says, in sentences: the latest figure first, better or worse in words."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from fractions import Fraction
from itertools import groupby

from model.exact import shown
from model.trend import FEW_POINTS, FEWEST_POINTS, Limits, Rule, Segment, Verdict
from model.trend_series import Series
from model.words import count_words, first_short, number_words, sentence

# How a state is called in a table, and how a title says it of one figure and of a plural.
NO_CHANGE, CHANGE_ONLY, TOO_FEW, UNKNOWN = "No unusual change", "Change only", "Too few points", "Not known"
_STATE = {
    Verdict.IMPROVEMENT: "Improving",
    Verdict.CONCERN: "Concern",
    Verdict.HIGHER: "Unusually high",
    Verdict.LOWER: "Unusually low",
    Verdict.USUAL: NO_CHANGE,
}
_SAID = {
    Verdict.IMPROVEMENT: "improving",
    Verdict.CONCERN: "a concern",
    Verdict.HIGHER: "unusually high",
    Verdict.LOWER: "unusually low",
}


@dataclass(frozen=True)
class Latest:
    """The last known point of a series: its place, the segment it is in, and what it says."""

    place: int
    segment: Segment
    verdict: Verdict

    @property
    def limits(self) -> Limits | None:
        """The limits that it is held against."""
        return self.segment.limits


def latest(series: Series) -> Latest | None:
    """The last known point; ``None`` where no figure is known."""
    place = series.last
    if place is None:
        return None
    found = series.trend
    return Latest(place, found.segment(place), found.verdict(place, series.measure.polarity))


def state(series: Series) -> str:
    """What the latest figure says, in a word or three."""
    last = latest(series)
    if last is None:
        return UNKNOWN
    if last.limits is None:
        return CHANGE_ONLY if last.segment.known == FEWEST_POINTS - 1 else TOO_FEW
    return _STATE[last.verdict]


def title(series: Series) -> str:
    """The finding, in at most fifteen words, without a full stop."""
    return first_short(*(_title(series, name) for name in _names(series))).rstrip(".")


def why(series: Series, place: int) -> str:
    """By which rules the point at a place is unusual, in a clause: the most telling first; "" where it is not."""
    rules = series.trend.signal(place).rules
    if Rule.OUTSIDE in rules:
        # Beyond the limit is close enough to it.
        rules -= {Rule.TWO_OF_THREE}
    return "; ".join(_why(series, place, rule) for rule in Rule if rule in rules)


def _title(series: Series, name: str) -> str:
    last, measure = latest(series), series.measure
    are = "are" if measure.many else "is"
    if last is None:
        return f"{name} {are} not known in any {measure.period}"
    if last.limits is None:
        return _too_few(series, last, name)
    if last.verdict is Verdict.USUAL:
        figure = measure.shown(_value(series, last.place))
        if last.limits.provisional:
            return f"{name} {_moved(series, last)}; provisional limits show nothing unusual"
        return f"{name}: no unusual change; {figure} in {series.labels[last.place]} is within the limits"
    rule = next(rule for rule in Rule if rule in series.trend.signal(last.place).rules)
    # Nobody has said of a measure of the report whether its name is a plural.
    says = f": {_SAID[last.verdict]}," if measure.quarterly else f" {are} {_SAID[last.verdict]}:"
    return f"{name}{says} {_why(series, last.place, rule)}"


def _too_few(series: Series, last: Latest, name: str) -> str:
    measure, since = series.measure, " since the step change" if last.segment.start else ""
    known = [place for place in range(last.segment.start, last.segment.end) if series.trend.figures[place] is not None]
    now = measure.shown(_value(series, last.place))
    if len(known) == 1:
        return f"{name} came to {now} in {series.labels[last.place]}: one {measure.period} only{since}"
    if len(known) >= FEWEST_POINTS:
        return f"{name}: too many {measure.period}s are missing to set limits"
    went = _went(series, known[0], last.place)
    # What is as it was has not changed.
    return f"{name} {went}: two {measure.period}s{since}{'' if ', as in ' in went else ', change only'}"


def _went(series: Series, first: int, last: int, since: str = "") -> str:
    """From where to where: "rose from 0 to 76", followed by ``since``; "stood at 76, as in September 2012"."""
    then, now = (_value(series, place) for place in (first, last))
    said, is_now = series.measure.shown(then), series.measure.shown(now)
    if said == is_now:
        return f"stood at {is_now}, as in {series.labels[first]}"
    return f"{'rose' if now > then else 'fell'} from {said} to {is_now}{since}"


def _moved(series: Series, last: Latest) -> str:
    """Where it came from in the points that the limits rest on, and in how many: "rose from 0 to 76 in six months"."""
    first = next(place for place in range(last.segment.start, last.place) if series.trend.figures[place] is not None)
    return _went(series, first, last.place, f" in {count_words(last.segment.known, series.measure.period)}")


def in_few_words(series: Series) -> str:
    """Why the latest figure is unusual; where it is not, and rests on few points, where it came from."""
    last = latest(series)
    if last is None or last.limits is None:
        return ""
    few = last.verdict is Verdict.USUAL and last.limits.provisional
    return _moved(series, last) if few else why(series, last.place)


def _why(series: Series, place: int, rule: Rule) -> str:
    signal, period = series.trend.signal(place), series.measure.period
    segment = series.trend.segment(place)
    up = segment.limits is not None and segment.limits.side(_value(series, place)) > 0
    match rule:
        case Rule.OUTSIDE:
            return f"{'above the upper' if up else 'below the lower'} limit in {series.labels[place]}"
        case Rule.SHIFT:
            run = number_words(_run(segment, place - segment.start))
            return f"{run} {period}s in a row {'above' if up else 'below'} the mean"
        case Rule.TREND:
            return f"{'rising' if signal.moving > 0 else 'falling'} for seven {period}s or more"
        case Rule.TWO_OF_THREE:
            return f"two of three {period}s close to the {'upper' if up else 'lower'} limit"


def _run(segment: Segment, place: int) -> int:
    """How many periods in a row, the one at ``place`` of the segment among them, are on its side of the mean."""
    limits = segment.limits
    sides = [None if value is None or limits is None else limits.side(value) for value in segment.values]
    start = 0
    for _, group in groupby(sides):
        length = len(list(group))
        if start <= place < start + length:
            return length
        start += length
    return 0


def rests_on(series: Series) -> str:
    """Which points the limits are worked out from, and whether that is enough, in a sentence; "" without limits."""
    last = latest(series)
    if last is None or last.limits is None:
        return ""
    first = next(
        place for place in range(last.segment.start, last.segment.end) if series.trend.figures[place] is not None
    )
    many = count_words(last.limits.points, series.measure.period)
    said = f"Limits rest on {many}, {series.labels[first]} to {series.labels[last.place]}"
    few = f", and are provisional until there are {number_words(FEW_POINTS)}" if last.limits.provisional else ""
    return f"{said}{few}."


def steps_words(series: Series) -> str:
    """Where the limits start afresh and why, in a sentence; "" where they do not."""
    told = [f"{series.labels[place]} ({reason})" for place, reason in series.steps]
    return sentence(f"the limits start afresh from {'; '.join(told)}") if told else ""


def in_words(series: Series) -> str:
    """What the chart shows, for a screen reader."""
    last, measure = latest(series), series.measure
    if last is None:
        return f"{title(series)}."
    said = [f"{title(series)}."]
    if limits := last.limits:
        low, high = (measure.limit_words(limit) for limit in (limits.lower, limits.upper))
        said.append(f"Mean {shown(limits.mean)}, limits {low} and {high}.")
    unusual = [
        f"{series.labels[place]} {_STATE[found].lower()}"
        for place in range(len(series.labels))
        if (found := series.trend.verdict(place, measure.polarity)) is not Verdict.USUAL
    ]
    if unusual:
        said.append(f"Unusual points: {', '.join(unusual)}.")
    return f"Control chart of {measure.name.lower()} by {measure.period}. {' '.join(said)}"


def overview(found: Sequence[Series], whose: str = "") -> str:
    """How many measures are a concern and how many improve, as a title; ``whose`` are those of one team."""
    states = [state(series) for series in found]
    whole = count_words(len(states), "measure")
    worse, better = states.count(_STATE[Verdict.CONCERN]), states.count(_STATE[Verdict.IMPROVEMENT])
    if not {*states} & {*_STATE.values()}:
        said = "too few points to say what has changed unusually"
    elif worse:
        improve = f"{number_words(better)} improve{'s' * (better == 1)}" if better else "none improves"
        said = f"{number_words(worse)} of {whole} {'is' if worse == 1 else 'are'} a concern, {improve}"
    elif better:
        said = f"{number_words(better)} of {whole} improve{'s' * (better == 1)}, none is a concern"
    else:
        said = "no measure has changed for better or worse beyond its usual variation"
    return first_short(*(f"{who}{said}" for who in (f"{whose}: " if whose else "", ""))).rstrip(".")


def _names(series: Series) -> list[str]:
    """The measure's name, with the team's, or without where that would make a title too long."""
    name = series.measure.name
    small = f"{name[:1].lower()}{name[1:]}"
    # Some indicators have names as long as a title; what is beneath the title names them.
    last = "These figures" if series.measure.many else "This figure"
    return [f"{series.whose}, {small}", f"The team’s {small}", name, last] if series.whose else [name, last]


def _value(series: Series, place: int) -> Fraction:
    value = series.trend.figures[place]
    if value is None:
        raise ValueError("This figure is not known")
    return value
