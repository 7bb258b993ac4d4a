"""What one page takes over of another."""

from __future__ import annotations

from datetime import date

import pytest

from ui.carried import as_chosen_in, of_both_pages

pytestmark = pytest.mark.unit


def test_choices_of_both_pages_are_taken_over_and_nothing_noted_about_them():
    # Given what a session holds: choices of both pages, of one page, and what is noted about a slider
    held = {"outlook_posts": 9, "assumed_lead": 6.0, "later_posts_2": 1, "judged": "May 2014", "cost_payment": 5.0}
    noted = {"outlook_posts_taken": 6, "outlook_usual_approved": "March 2013", "approved_by": "x"}
    assert of_both_pages(held | noted) == {"outlook_posts": 9, "assumed_lead": 6.0, "later_posts_2": 1}


def test_what_a_link_chooses_is_as_the_boxes_of_the_other_page_hold_it():
    # Given an address with words, months, numbers of posts, other numbers, yes or no
    link = {
        "funding": "One-off", "funded_until": "June 2014", "later_posts": "4", "cost_overlap": "2", "vary": "false",
        "assumed_lead": "6",
    }  # fmt: skip
    cannot_be = {"cost_released": "many", "judged": "May 1999", "cost_years": "Nine", "month": "February 2013"}
    found = as_chosen_in(link | cannot_be, date(2013, 2, 1))
    # Then each is of the kind that its box takes, and what cannot be is in none
    assert {key: (value, type(value)) for key, value in found.items()} == {
        "funding": ("One-off", str), "funded_until": ("June 2014", str), "later_posts": (4, int),
        "cost_overlap": (2.0, float), "vary": (False, bool), "assumed_lead": (6.0, float),
    }  # fmt: skip
