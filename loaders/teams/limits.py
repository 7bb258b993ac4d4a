"""What a figure may be: the most of it that can be, and whether it is whole."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from model.case_types import CASE_TYPES


@dataclass(frozen=True)
class Rule:
    """What a figure may be: what to call it, the most of it that can be, whether it is whole, its unit."""

    label: str
    most: float
    whole: bool
    unit: str


MOST_FTE, MOST_CHILDREN, MOST_AVERAGE = 500, 20_000, 200
_FTE, _PEOPLE, _CHILDREN, _PER_FTE = "FTE", "people", "children", "children for each FTE"

RULES: Mapping[str, Rule] = {
    "fte_case_holding": Rule("case-holding FTE", MOST_FTE, False, _FTE),
    "fte_in_post": Rule("FTE in post", MOST_FTE, False, _FTE),
    "fte_established": Rule("established FTE", MOST_FTE, False, _FTE),
    "headcount": Rule("social workers", 1_000, True, _PEOPLE),
    "allocated": Rule("children allocated", MOST_CHILDREN, True, _CHILDREN),
    "unallocated": Rule("children waiting", MOST_CHILDREN, True, _CHILDREN),
    "average_printed": Rule("average caseload", MOST_AVERAGE, False, _PER_FTE),
    "starts": Rule("children whose cases started", MOST_CHILDREN, True, _CHILDREN),
    "closures": Rule("children whose cases closed", MOST_CHILDREN, True, _CHILDREN),
    "leavers": Rule("social workers who left", 1_000, True, _PEOPLE),
    "leavers_fte": Rule("FTE of social workers who left", MOST_FTE, False, _FTE),
    "joiners": Rule("social workers who joined", 1_000, True, _PEOPLE),
    "joiners_fte": Rule("FTE of social workers who joined", MOST_FTE, False, _FTE),
    "away_sickness": Rule("FTE away sick", MOST_FTE, False, _FTE),
    "away_maternity": Rule("FTE on maternity or other leave", MOST_FTE, False, _FTE),
    **{name: Rule(told, MOST_CHILDREN, True, _CHILDREN) for name, told in CASE_TYPES.items()},
    "worker_fte": Rule("a worker’s FTE", 2, False, _FTE),
    "worker_children": Rule("a worker’s children", 1_000, True, _CHILDREN),
    "service_fte": Rule("FTE of the service", 20_000, False, _FTE),
    "service_children": Rule("children in the service", 200_000, True, _CHILDREN),
}


def can_be(value: float, rule: Rule) -> bool:
    """Whether a figure can be that number."""
    return 0 <= value <= rule.most and (value.is_integer() or not rule.whole)
