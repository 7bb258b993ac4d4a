"""The types of case that children are counted by, where a file tells them apart."""

from __future__ import annotations

from collections.abc import Mapping

# Of the children allocated, the highest status first: each child is in one type, so that the types come to all of them.
CASE_TYPES: Mapping[str, str] = {
    "looked_after": "looked-after children",
    "public_law": "children in or before care proceedings",
    "child_protection": "children with a child protection plan",
    "child_in_need": "children in need",
    "assessments": "children in assessment",
    "care_leavers": "care leavers",
}

# Those of them with most statutory work: which share they are says most of a mix.
HEAVY = ("looked_after", "public_law", "child_protection")
