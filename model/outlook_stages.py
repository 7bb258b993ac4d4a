"""Which posts of an outlook have come by the month that is judged: the others change nothing of its answer."""

from __future__ import annotations

from dataclasses import replace

from model.outlook import Case
from model.outlook_process import Approval


def filled(case: Case) -> int:
    """Posts that are filled by the month that is judged, of all units and stages."""
    return sum(sum(stage.posts) for stage in case.approvals if _is_filled(case, stage))


def acting(case: Case) -> tuple[Approval, ...]:
    """The stages with the posts of those alone that can act by that month: filled, or covered by agency workers.

    Every stage keeps its place; the first keeps its posts, whenever they come.
    """
    first, *later = case.approvals
    return first, *(
        stage if _is_filled(case, stage) or _is_covered(case, stage) else _none_of(stage) for stage in later
    )


def unfilled(case: Case) -> tuple[Approval, ...]:
    """The stages that nobody has joined for by that month."""
    return tuple(stage for stage in case.approvals if not _is_filled(case, stage))


def covered(case: Case) -> int:
    """Posts approved and not filled by that month, a share of which agency workers hold; 0 where no cover is assumed.

    What they do is the agency's doing: no sentence gives it to the posts that are filled.
    """
    return sum(sum(stage.posts) for stage in unfilled(case) if _is_covered(case, stage))


def only_covered(case: Case) -> bool:
    """Whether posts of the first stage act by agency cover alone: approved by that month, and not filled."""
    first = case.approvals[0]
    return _is_covered(case, first) and not _is_filled(case, first)


def counted(case: Case) -> tuple[Approval, ...]:
    """The stages with the posts that a number of posts needed counts: the first, and what later ones fill by then.

    Where the first itself is only covered by agency workers, so are posts of later stages that are covered.
    """
    if only_covered(case):
        return acting(case)
    first, *later = case.approvals
    return first, *(_none_of(stage) if not _is_filled(case, stage) else stage for stage in later)


def can_act(case: Case) -> bool:
    """Whether posts of the first stage can change the month that is judged: filled by then, or covered by agency."""
    first = case.approvals[0]
    return _is_filled(case, first) or _is_covered(case, first)


def _is_filled(case: Case, stage: Approval) -> bool:
    return max(stage.month + case.assumptions.lead, 1) <= case.month


def _is_covered(case: Case, stage: Approval) -> bool:
    return bool(case.assumptions.agency_cover) and stage.month <= case.month


def _none_of(stage: Approval) -> Approval:
    return replace(stage, posts=(0,) * len(stage.posts))
