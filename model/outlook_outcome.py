"""What is expected of a service in the month that is judged: what the titles of the outlook are made of."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from model.exact import half_up
from model.outlook_process import Measure
from model.words import month_words


@dataclass(frozen=True)
class Outcome:
    """What is expected of the service in the month that is judged, at expected inputs.

    ``value`` of the measure, ``needed`` posts for the optimum, those who wait counted in, ``to_all`` posts with which
    nobody is expected to wait: ``None`` if more than ``most``. ``posts`` are those filled by then, or all where none
    is; ``waiting`` children are on the expected course, as ``value`` is. ``who`` is whose average it is: the service's
    or the chosen teams'. ``too_late``: nobody has joined for the posts by then. ``can_act`` is
    false where no number of posts, approved when these are, can work by then: then none is enough, not over ``most``.
    ``counting_them`` is the value with those who wait counted in, where it is not ``value``. ``later`` of the posts
    needed are approved in later stages whatever else is.
    ``covered`` posts are approved by then and not filled, a share of them held by agency workers: they are among
    ``posts`` and ``needed`` where ``counts_covered``, and else beside them.
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
    too_late: bool = False
    to_all: int | None = 0
    can_act: bool = True
    counting_them: float | None = None
    later: int = 0
    covered: int = 0
    counts_covered: bool = False

    @property
    def month(self) -> str:
        """The month in words."""
        return month_words(self.day)

    @property
    def leaves_waiting(self) -> bool:
        """Whether children are expected to wait, whom the average of the allocated does not count."""
        lacks = self.to_all is None or self.to_all > self.posts
        return self.measure == Measure.ALLOCATED and lacks and half_up(self.waiting, 0) > 0

    @property
    def is_at_optimum(self) -> bool:
        """Whether the value is at or below the optimum."""
        return self.value <= self.optimum + 1e-9
