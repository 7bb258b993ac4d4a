"""The headline figures of the service: value, movement since the compared month, course."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import replace
from fractions import Fraction

from model.basis import average_label, nobody_counted, optimum_words, who_they_are
from model.caseload import Demand, ServiceMonth
from model.course import waiting_words
from model.exact import Number, half_up, shown, signed
from model.figure_teams import (
    AGAINST_OPTIMUM,
    AVERAGED,
    AVERAGED_PLAINLY,
    EVERY_COUNTED,
    WAITED_IN,
    FigureTeams,
)
from model.findings import when
from model.frames import rounded
from model.fte_basis import then_and_now
from model.needed import needed_for_service_average
from model.posts import of_teams_with_optimum
from model.words import figure_words, listed, month_words, named
from ui.headline import Headline
from ui.vacancies import of_known_posts, posts_unknown, unfilled, vacancies
from ui.view import View, once_a_view

Take = Callable[[ServiceMonth], Number | None]


@once_a_view
def headlines(view: View) -> list[Headline]:
    """The five figures of the overview, in the order a head of service asks for them."""
    return [_average(view), _waiting(view), _over(view), _posts(view), _gap(view)]


def _movement(
    view: View,
    now: Number | None,
    before: Number | None,
    places: int,
    *,
    lower_is_better: bool,
    by_fte: bool,
    over: FigureTeams,
) -> str | None:
    if now is None or before is None:
        return None
    moved = Fraction(now) - Fraction(before)
    if half_up(moved, places) == 0:
        return None
    if not _same_teams(view, over) or restructures(view) or (by_fte and _kinds_of_fte(view)):
        return f"{signed(moved, places)} not like for like"
    better = (moved < 0) == lower_is_better
    return f"{signed(moved, places)} {'better' if better else 'worse'}"


def _same_teams(view: View, over: FigureTeams) -> bool:
    return view.before is None or over.same(view.before, view.now)


def _kinds_of_fte(view: View) -> str:
    """Which FTE each of the two months counts, where these are not the same; "" otherwise."""
    return then_and_now(view.before, view.now) if view.before else ""


def restructures(view: View) -> list[str]:
    """Months of a restructure after the compared month and up to the chosen one, in words.

    Not those of which is told which teams became which: there the children and the workers are the same.
    """
    if view.before is None:
        return []
    notes, told = view.tables["month_note"], [change.note for change in view.now.changes]
    marked = notes.loc[(notes["mark"] == "restructure") & ~notes["note"].isin(told), "month"].dt.date.unique()
    return [month_words(month) for month in sorted(marked) if view.before.month < month <= view.now.month]


def _since(view: View, movement: str | None, now: Number | None, take: Take, *, by_fte: bool, over: FigureTeams) -> str:
    if now is None and not view.now.counted:
        return nobody_counted(view.now)
    if view.before is None:
        return view.nothing_before
    if now is None or take(view.before) is None:
        return f"not known for {when(view.before)}" if now is not None else "not known from these figures"
    since, across = f"{'since' if movement else 'no change since'} {when(view.before)}", restructures(view)
    if across:
        return f"{since}, across the restructure of {listed(across)}"
    apart = "" if _same_teams(view, over) else over.apart(view.before, view.now)
    kinds = _kinds_of_fte(view) if by_fte else ""
    # A figure that moved says beside its movement that the two months are not alike.
    alike = "not like for like" if not movement and (apart or kinds) else ""
    return ", ".join(filter(None, (since, alike, apart, kinds)))


def _headline(
    view: View,
    label: str,
    take: Take,
    over: FigureTeams,
    *,
    places: int,
    help: str,
    unit: str = "",
    detail: str = "",
    lower_is_better: bool = True,
    left_out: str | None = None,
    by_fte: bool = True,
) -> Headline:
    """A figure ``over`` some teams, with its movement.

    ``by_fte`` is whether it hangs on the FTE of the averages, of whichever kind; ``left_out`` says who is not in it
    where that is not who is missing in ``over``.
    """
    now = take(view.now)
    before = take(view.before) if view.before else None
    movement = _movement(view, now, before, places, lower_is_better=lower_is_better, by_fte=by_fte, over=over)
    if left_out is None:
        # Who has no FTE is in none of these figures: the card says so.
        missing = over.missing(view.now) if now is not None else []
        left_out = f"; without {named(missing, most=2)}" if missing else ""
    since = _since(view, movement, now, take, by_fte=by_fte, over=over)
    months = [month for month in view.history if month.month <= view.now.month]
    course = [(month, take(month)) for month in months]
    return Headline(
        label=label,
        value="Not known" if now is None else shown(now, places) + unit,
        movement=movement,
        since=_capital(detail + since + left_out * (left_out[2:] not in since)),
        help=help,
        course=[rounded(value, places) for _, value in course],
        course_words=_course_words(label, course, places, over),
    )


def _capital(text: str) -> str:
    return text[:1].upper() + text[1:]


def _course_words(
    label: str, course: Sequence[tuple[ServiceMonth, Number | None]], places: int, over: FigureTeams
) -> str:
    known = [(month, value) for month, value in course if value is not None]
    if not known:
        return f"{label}: not known in any month"
    (first, start), (last, end) = known[0], known[-1]
    highest = max(known, key=lambda pair: pair[1])
    alike = "" if over.same(first, last) else ", not like for like"
    return (
        f"{label} went from {shown(start, places)} in {month_words(first.month)} to {shown(end, places)} in "
        f"{month_words(last.month)}{alike}; the highest was {shown(highest[1], places)} in "
        f"{month_words(highest[0].month)}."
    )


def _average(view: View) -> Headline:
    if view.now.average() is None and view.now.unweighted_average is not None:
        return _headline(
            view, "Teams’ mean (unweighted)", lambda s: s.unweighted_average, AVERAGED_PLAINLY, places=1,
            help="These figures give no FTE, so the service average cannot be worked out. This is the plain mean "
            "of the teams’ averages, which is not the same: a small team counts as much as a large one.",
        )  # fmt: skip
    return _headline(
        view, average_label(view.now), lambda s: s.average(), AVERAGED, places=1,
        help="Allocated children of the counted teams divided by their full-time equivalent social workers "
        f"({listed(view.now.fte_bases) or 'of a kind not stated'}). It leaves out children who wait.",
    )  # fmt: skip


def _waiting(view: View) -> Headline:
    missing = WAITED_IN.missing(view.now)
    headline = _headline(
        view, "Children waiting", lambda s: s.unallocated, WAITED_IN, places=0, by_fte=False,
        left_out=f"; not known for {named(missing, most=2)}" if missing else "",
        detail=_share_waiting(view.now),
        help="Children without a named social worker (unallocated). The average improves while they are left waiting.",
    )  # fmt: skip
    in_service = view.now.unallocated_elsewhere_too
    if in_service is not None and view.now.unallocated is None:
        whole = f"{in_service:,} in the whole service"
        return replace(headline, value="Not by team", since=whole, course=(), course_words="")
    return replace(headline, value=waiting_words(view.now).capitalize())


def _share_waiting(service: ServiceMonth) -> str:
    """What part of the children wait, and how many wait elsewhere, to stand before the rest; "" where not known."""
    share, elsewhere = service.unallocated_share, sum(team.unallocated or 0 for team in service.left_out)
    more = f"{elsewhere:,} more in teams that are not counted; " if elsewhere else ""
    if not share or service.unallocated_is_partial:
        return more
    whole = "all" if service.whole_service and not service.left_out else "their"
    return f"{shown(100 * share)}% of {whole} {figure_words(service.active or 0, 'child', 'children')}; {more}"


def _over(view: View) -> Headline:
    return _headline(
        view, "Children over the optimum", lambda s: s.excess(), AGAINST_OPTIMUM, places=0,
        help="Allocated children above the optimum, summed over the teams that are above it. Spare places of other "
        "teams are not taken off.",
        detail=_of_whom(view.now),
    )  # fmt: skip


def _of_whom(service: ServiceMonth) -> str:
    """Of which teams a figure about the optimum is, to stand before the rest; "" where all counted teams have one."""
    asked = of_teams_with_optimum(service)
    return "" if asked is service or not asked.counted else f"of {who_they_are(asked)}; "


def _posts(view: View) -> Headline:
    with_all = needed_for_service_average(view.now, Demand.ALL)
    # Posts are asked for teams with an optimum: children of the others are in neither number.
    active = of_teams_with_optimum(view.now).active
    whom = "those who wait" if active is None or AGAINST_OPTIMUM.missing(view.now) else f"all {active:,} children"
    detail = f"{with_all} with {whom}; " if with_all is not None and view.now.unallocated else ""
    of_whom = _of_whom(view.now)
    only = f" It is {of_whom.removesuffix('; ')}." if of_whom else ""
    shared = view.now.shared_optimum is not None
    goal = "the service average to the optimum" if shared else "the teams, taken together, to the optimum of each"
    return _headline(
        view, f"Posts to average {optimum_words(view.now)}" if shared else "Posts to reach optimum",
        lambda s: needed_for_service_average(s), AGAINST_OPTIMUM, places=0,
        help=f"Full-time experienced social worker posts that would bring {goal}, on "
        f"allocated children and today’s FTE.{only} Single teams can still be above it: see Added posts.",
        detail=detail + of_whom,
    )  # fmt: skip


def _gap(view: View) -> Headline:
    for of in (view, of_known_posts(view)):
        left_out = "" if of is view else f"; without {named(posts_unknown(view.now), most=2)}"
        if vacancies(of.now) is not None:
            return _headline(
                of, "Vacancies", vacancies, EVERY_COUNTED, places=1, unit=" FTE", left_out=left_out, by_fte=False,
                help="Established posts less social workers in post, in full-time equivalents.",
            )  # fmt: skip
        if unfilled(of.now) is not None and of.now.fte_bases != ("established",):
            return _headline(
                of, "Gap to established posts", unfilled, EVERY_COUNTED, places=1, unit=" FTE", left_out=left_out,
                help=f"Established posts less {listed(of.now.fte_bases)} social workers, in full-time equivalents.",
            )  # fmt: skip
    return _headline(
        view, "Places below the optimum", lambda s: s.headroom(), AGAINST_OPTIMUM, places=0,
        lower_is_better=False,
        help="How many more children the teams below their optimum could take before they reach it.",
        detail=_of_whom(view.now),
    )  # fmt: skip
