"""What the posts that would be needed cost and do, in a sentence."""

from __future__ import annotations

from datetime import date

import pytest

from model.outlook_reach import Reach, reach_words

pytestmark = pytest.mark.unit
FIRST = date(2013, 2, 1)


def test_each_number_of_posts_has_its_cost_its_months_and_its_chance():
    found = [Reach(21, 857_171, 0.5, ((5, 13),), "without three Team Managers"), Reach(29, 1_183_712, 0.8, ((5, 36),))]
    assert reach_words(found, 25, FIRST) == (
        "21 posts (£857,171 a year, without three Team Managers) reach 25 from July 2013 to March 2014 in at "
        "least 50 in 100 futures; 29 (£1,183,712 a year) from July 2013 in at least 80 in 100 futures."
    )
    assert reach_words([Reach(1, 40_818, 0.5, ())], 22.5, FIRST) == (
        "One post (£40,818 a year) reaches 22.5 in no month in at least 50 in 100 futures."
    )
    assert reach_words([], 25, FIRST) == ""
    # And as many that are enough for both are priced once
    both = [Reach(40, 1_632_707, 0.5, ((4, 36),)), Reach(40, 1_632_707, 0.8, ((5, 36),))]
    assert reach_words(both, 25, FIRST).endswith(
        "reach 25 from June 2013 in at least 50 in 100 futures, and from July 2013 in at least 80 in 100."
    )
    # And what is at work beside them is said
    assert reach_words(both, 25, FIRST, 20).endswith("in at least 80 in 100, beside 20 posts of later stages.")
