"""What one page takes over of another."""

from __future__ import annotations

import pytest

from ui.carried import of_both_pages

pytestmark = pytest.mark.unit


def test_choices_of_both_pages_are_taken_over_and_nothing_noted_about_them():
    # Given what a session holds: choices of both pages, of one page, and what is noted about a slider
    held = {"outlook_posts": 9, "assumed_lead": 6.0, "later_posts_2": 1, "judged": "May 2014", "cost_payment": 5.0}
    noted = {"outlook_posts_taken": 6, "outlook_usual_approved": "March 2013", "approved_by": "x"}
    assert of_both_pages(held | noted) == {"outlook_posts": 9, "assumed_lead": 6.0, "later_posts_2": 1}
