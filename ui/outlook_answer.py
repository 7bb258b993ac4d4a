"""The answer of the Outlook page: what was asked, and what follows from it."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from functools import cached_property
from math import isfinite
from typing import TypeVar

from model import outlook_words as words
from model.basis import whose_average
from model.exact import shown
from model.outlook import (
    Case,
    Fan,
    chances_by_posts,
    enough,
    fan,
    line_by_posts,
    month_after,
    waiting_by_posts,
    with_those_who_wait,
)
from model.outlook_assumptions import Assumptions
from model.outlook_findings import VERY_LIKELY
from model.outlook_futures import Base
from model.outlook_later import enough_later, enough_of_later, later_words
from model.outlook_outcome import Outcome
from model.outlook_process import Approval
from model.outlook_stages import acting, can_act, counted, covered, filled, only_covered
from model.outlook_start import Start, service_unit
from ui import cached
from ui.outlook_question import MOST_POSTS, Chosen
from ui.view import View

T = TypeVar("T")
# Fewer children than this are not said to wait.
_HALF_A_CHILD = 0.5


@dataclass(frozen=True)
class Asked:
    """What the page was asked, but for the number of posts; ``vacant`` FTE where somebody typed it."""

    view: View
    start: Start
    chosen: Chosen
    assumed: Assumptions
    vacant: float | None

    @property
    def optimum(self) -> float:
        """Children per FTE that the service as one is held against."""
        return float(self.start.optimum)

    def case(self, posts: int) -> Case:
        """The service as one, with so many posts in the first stage."""
        unit = service_unit(self.start, self.assumed, self.vacant)
        stages = [Approval(self.chosen.approved, (posts,)), *self.chosen.later]
        return Case((unit,), self.assumed, tuple(stages), self.chosen.measure, self.optimum, self.chosen.month)

    @cached_property
    def needed(self) -> int | None:
        """Posts in the first stage that are enough at expected inputs, for those who wait too."""
        return enough(line_by_posts(with_those_who_wait(self.case(0)), MOST_POSTS), self.optimum, at_least=False)

    @cached_property
    def when_enough(self) -> str:
        """In which later month posts would be enough, in a clause, where no number of them is by then."""
        case = self.case(0)
        return later_words(enough_later(case, MOST_POSTS), case, self.start.service.month, MOST_POSTS)

    @cached_property
    def enough_of_later(self) -> int | None:
        """How many posts of the later stages are enough without any in the first, the last ones left out first."""
        case = self.case(0)
        return enough_of_later(replace(case, approvals=acting(case)))

    @cached_property
    def can_act(self) -> bool:
        """Whether posts of the first stage can do anything by the month that is judged."""
        return can_act(self.case(0))

    @cached_property
    def to_all(self) -> int | None:
        """Posts in the first stage with which nobody is expected to wait for a worker at the ceiling."""
        return enough(waiting_by_posts(self.case(0), MOST_POSTS), _HALF_A_CHILD, at_least=False)

    @cached_property
    def chances(self) -> list[float]:
        """The share of futures that 0, 1, 2 … posts in the first stage are enough for, for those who wait too."""
        case = with_those_who_wait(self.case(0))
        return self._once("chances", case, lambda: chances_by_posts(case, self.futures(case), MOST_POSTS).tolist())

    @cached_property
    def sure(self) -> int | None:
        """Posts in the first stage that are enough in 80 of 100 futures."""
        return enough(self.chances, VERY_LIKELY, at_least=True)

    def futures(self, case: Case) -> Base:
        """The futures of the case's units, without any post approved."""
        return cached.futures(case.units, self.assumed, vary=self.chosen.vary)

    @property
    def later_posts(self) -> int:
        """Posts of the later stages that are counted with those of the first: see :func:`counted`."""
        return sum(sum(stage.posts) for stage in counted(self.case(0))[1:])

    @cached_property
    def covered_later(self) -> int:
        """Posts of later stages that are in the answer by agency cover alone, and in no number of posts needed."""
        case = self.case(0)
        return 0 if only_covered(case) else covered(case)

    @property
    def beside_agency(self) -> str:
        """That agency workers in posts not filled are counted, in a clause; "" where there are none."""
        if only_covered(self.case(0)):
            return ", by agency workers in part of them: none is filled by then"
        posts = self.covered_later
        return f", agency workers in {posts:,} more not filled by then counted" if posts else ""

    def outcome(self, case: Case) -> Outcome:
        """What is expected in the month that is judged of the posts filled by then; of all where none is."""
        every, by_agency = sum(sum(stage.posts) for stage in case.approvals), covered(case)
        joined = filled(case) + by_agency * only_covered(case)
        who = whose_average(self.start.service)
        return Outcome(
            case.measure, self.optimum, joined if joined or by_agency else every,
            month_after(self.start.service.month, case.month), float(case.line[case.month]),
            float(case.expected.unallocated[case.month].sum()),
            None if self.needed is None else self.needed + self.later_posts, MOST_POSTS + self.later_posts,
            who if len(who.split()) < 4 else "these teams", bool(every) and not (filled(case) or by_agency),
            None if self.to_all is None else self.to_all + self.later_posts,
            self.can_act, self._counting_all(case), self.later_posts, by_agency, only_covered(case),
        )  # fmt: skip

    def _counting_all(self, case: Case) -> float:
        """What the expected value is with those who wait, of the same course."""
        return float(case.expected.together().value(with_those_who_wait(case).measure)[case.month, 0])

    def fan(self, case: Case) -> Fan:
        """The simulated futures of the case."""
        return self._once("fan", case, lambda: fan(case, self.futures(case)))

    def _once(self, what: str, case: Case, make: Callable[[], T]) -> T:
        """What is worked out of the futures of a case: it takes a moment, and the page asks again at every choice."""
        found: T = cached.once((f"outlook {what}", repr(case), self.chosen.vary), make)
        return found

    @cached_property
    def basis(self) -> str:
        """What the answer rests on, in a row."""
        return words.rests_on(self.start, self.chosen.measure, self.optimum)

    @cached_property
    def in_brief(self) -> str:
        """The same in few words, for what stands beside the answer."""
        return words.in_brief(self.start, self.chosen.measure, self.chosen.month)


def in_words(value: float) -> str:
    """A value of the measure as a figure, or that nobody is in post."""
    return shown(value) if isfinite(value) else "No worker"


def chance_points(chances: Sequence[float], most: int) -> list[tuple[int, int]]:
    """Posts and futures of 100 in which they are enough, up to so many posts."""
    return [(posts, words.of_hundred(share)) for posts, share in enumerate(chances[: most + 1])]
