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
    covered = case.month if case.assumptions.agency_cover else -1
    return tuple(
        stage
        if not place or _is_filled(case, stage) or stage.month <= covered
        else replace(stage, posts=(0,) * len(stage.posts))
        for place, stage in enumerate(case.approvals)
    )


def can_act(case: Case) -> bool:
    """Whether posts of the first stage can change the month that is judged: filled by then, or covered by agency."""
    first = case.approvals[0]
    return _is_filled(case, first) or bool(case.assumptions.agency_cover and first.month <= case.month)


def _is_filled(case: Case, stage: Approval) -> bool:
    return max(stage.month + case.assumptions.lead, 1) <= case.month
