"""What the figures lack for the months ahead: each state says what is missing and what to do."""

from __future__ import annotations

from dataclasses import replace
from fractions import Fraction

import pytest
from every_row import every_row
from made_services import service, team

from model.outlook_missing import gaps, why_none
from model.outlook_start import start_of

pytestmark = pytest.mark.unit


@every_row(
    ("silent", "said", "to_do"),
    [
        (
            service(team("A", None, 150)),
            "no counted team has a full-time equivalent",
            "The Upload page takes the month",
        ),
        (service(team("A", None, 150), team("B", 0, 20)), "A has no full-time equivalent", "Neither children nor FTE"),
        (service(team("A", 0, 150)), "no counted team has a social worker in post", "The Upload page"),
        (service(team("A", 6, None)), "no counted team has a number of children", "The Upload page"),
        (service(team("A", 6, 150, optimum=None)), "no counted team has an optimum", "The Methods page sets it"),
        (service(), "no team is in the figures", "count them on the Methods page"),
    ],
)
def test_without_an_outlook_what_is_missing_and_what_to_do_is_said(silent, said, to_do):
    assert start_of(silent) is None
    text = " ".join(why_none(silent)).lower()
    assert said.lower() in text
    assert to_do.lower() in text


def full(name="A", **more):
    known = {"established": Fraction(7), "in_post": Fraction(6), "case_holding": Fraction("6.5")}
    return team(name, Fraction("6.5"), 150, unallocated=4, **{"fte_basis": "case-holding", **known, **more})


@every_row(
    ("made", "months", "said"),
    [
        (service(full()), 24, []),
        (service(replace(full(), unallocated=None)), 24, ["a column of unallocated children"]),
        (service(full(), team("B", None, 90)), 6, ["B left out: no FTE in the figures."]),
        (service(full(), team("B", None, None)), 6, ["B left out: no children and no FTE in the figures."]),
        (service(full(established=None)), 6, ["add a column of established FTE"]),
        (service(full(fte_basis="established")), 6, ["How many posts are vacant", "vacant ones carry nobody"]),
        (service(full(fte_basis=None)), 6, ["the heading of the column can"]),
        (service(full(), full("B", fte_basis="in post")), 6, ["a mix of"]),
        (service(full()), 1, ["Only this month is kept: with six that say who came and who left"]),
        (service(full()), 5, ["Only five months are kept up to this one"]),
    ],
)
def test_each_gap_says_what_it_means_and_what_fills_it(made, months, said):
    found = gaps(start_of(made), months)
    assert len(found) == len(said)
    for text, part in zip(found, said, strict=True):
        assert part in text
