"""The curve of the Added posts page: the average against the number of posts; and why there may be none."""

from __future__ import annotations

from collections.abc import Sequence
from decimal import Decimal

import pandas as pd

from charts.posts import average_curve as draw_curve
from model import course, findings
from model.basis import the_average, whose_average
from model.caseload import Demand, ServiceMonth
from model.exact import known, shortest
from model.frames import rounded
from model.posts import average_curve, needed_for_service_average
from model.waiting_findings import waiting_unknown
from model.words import count_words, first_short, sentence
from ui.exhibit import Exhibit
from ui.view import View, once_a_view


def nothing_to_work_out(view: View, demand: Demand) -> tuple[str, str] | None:
    """A title and a reason where no number of posts can be worked out for these children; ``None`` where it can.

    For a month of which some team has an optimum, full-time equivalent and children; of others
    :func:`ui.posts_answer.why_not` says it.
    """
    now = view.now
    if now.children(demand) is None:
        unknown = waiting_unknown(now)
        if now.unallocated is not None:
            unknown = f"How many children of {whose_average(now)} wait for a social worker is not known."
        return (
            "How many posts all children need cannot be worked out from these figures",
            f"{unknown} Choose “Allocated” to see what posts do for the children who have a social worker.",
        )
    if now.fte or now.children(demand):
        return None
    who, waiting = whose_average(now), course.waiting_now(now)
    have = "has" if who == "the service" or len(now.measured) == 1 else "have"
    children = "allocated children" if now.unallocated_of_measured else "children"
    title = sentence(f"{who} {have} no social workers in post and no {children}").removesuffix(".")
    return title, f"There is no average to work out, and no post is needed to bring it down. {waiting}"


@once_a_view
def curve(view: View, demand: Demand, size: Decimal, most: int) -> Exhibit:
    """The service average against 0 to ``most`` posts of ``size`` FTE, and where it meets the optimum.

    It is the same for every number of posts on the slider: it stands still while that moves. Not for figures of which
    :func:`nothing_to_work_out` says something: raises :class:`ValueError`.
    """
    points = [(posts, rounded(a) or 0.0) for posts, a in average_curve(view.now, most, demand, size)]
    crossing = int(known(needed_for_service_average(view.now, demand, size)))
    return Exhibit(
        key="posts_curve",
        finding=_curve_title(crossing, view.now),
        beneath=f"{sentence(f'{the_average(view.now)} with 0 to {most} added posts, no limits')} "
        f"{findings.basis(view.now, demand)}",
        figure=draw_curve(points, view.style, optimum=rounded(view.now.shared_optimum, 2), crossing=crossing),
        alt=_curve_words(points, crossing, the_average(view.now)),
        frame=_curve_frame(points),
        columns=("posts", "average"),
        source=view.source,
    )


def _curve_title(crossing: int, service: ServiceMonth) -> str:
    if service.shared_optimum is None:
        return f"The teams, taken together, are at their optimum with {count_words(crossing, 'added post')}"
    line = shortest(service.shared_optimum)
    met = f"meets {line} at {count_words(crossing, 'added post')}"
    said = met if crossing else f"is at {line} or below without another post"
    # Whose average it is stands beneath as well.
    return first_short(f"{the_average(service)} {said}", f"the average {said}").removesuffix(".")


def _curve_words(points: Sequence[tuple[int, float]], crossing: int, average: str) -> str:
    first, start = points[0]
    falls = f"Curve: {average} falls from {start} with {count_words(first, 'added post')}"
    if crossing == 0:
        return f"{falls}, where it is at the optimum or below."
    bring = "brings" if crossing == 1 else "bring"
    return f"{falls}; {count_words(crossing, 'post')} {bring} it to the optimum or below."


def _curve_frame(points: Sequence[tuple[int, float]]) -> pd.DataFrame:
    return pd.DataFrame(points, columns=["posts", "average"])
