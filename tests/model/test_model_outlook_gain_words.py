"""When rising numbers eat the gain: a month first, or that it is in none."""

from __future__ import annotations

from datetime import date

import pytest
from every_row import every_row
from made_services import stockton

from model.outlook_findings import Outcome
from model.outlook_gain import Gain
from model.outlook_gain_words import gain_words
from model.outlook_process import Measure
from model.outlook_start import start_of

pytestmark = pytest.mark.unit

START = start_of(stockton("february_b"))


def outcome(posts=6):
    return Outcome(Measure.ALLOCATED, 25.0, posts, date(2014, 2, 1), 28.5, 0.0, 13, 40)


@every_row(
    ("found", "words"),
    [
        (
            Gain(8, 20, 33.8, True, True),
            "In October 2014: back at 33.8 children for each social worker, the waiting too, as on 20 February 2013; "
            "above 25 again in October 2013.",
        ),
        (Gain(None, 20, 33.8, True, True), "In October 2014: back at 33.8 children for each social worker, the"),
        (Gain(None, 20, 33.8, True, False), "In October 2014: back at 33.8 children for each social worker, the"),
        (
            Gain(8, None, 33.8, True, False),
            "Not wholly up to February 2016: above 25 again in October 2013, but never back at the 33.8 of",
        ),
        (Gain(None, None, 33.8, True, True), "In no month up to February 2016: numbers rise, and yet"),
        (Gain(None, None, 33.8, True, False), "In no month up to February 2016, because numbers are taken to hold"),
        (Gain(None, None, 33.8, False, True), "There is no gain to lose: up to February 2016 no month has fewer"),
    ],
)
def test_what_becomes_of_the_gain_is_a_month_or_never(found, words):
    assert gain_words(found, outcome(), START).startswith(words)
    assert gain_words(found, outcome(posts=0), START) == ""


def test_when_growth_fills_the_places_of_the_posts_is_a_month_too():
    said = gain_words(Gain(None, 20, 33.8, True, True, 150.0, 9), outcome(), START)
    assert said.endswith(
        "All posts approved are 150 places at 25; the number of children will have risen by as many by November 2013."
    )
    never = gain_words(Gain(None, None, 33.8, True, True, 150.0), outcome(), START)
    assert never.endswith("150 places at 25; the number of children rises by fewer in all these months.")
    # And numbers that do not rise fill none
    assert "places" not in gain_words(Gain(None, None, 33.8, True, False, 150.0), outcome(), START)
