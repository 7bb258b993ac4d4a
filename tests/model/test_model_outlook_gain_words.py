"""When rising numbers eat the gain: a month first, or that it is in none, and how near it comes."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest
from every_row import every_row
from made_outlooks import case
from made_services import stockton

from model.outlook_gain import Caseload, Gain, Room
from model.outlook_gain_words import gain_words, in_brief
from model.outlook_process import Measure
from model.outlook_start import start_of

pytestmark = pytest.mark.unit

START = start_of(stockton("february_b"))
# Lead 4, approved in the month of the figures: they join in June 2013.
SIX = case(posts=6)
STILL = Caseload(33.8, 29.6, 4, None, None, 32.0, False)
AT_37 = Room(11, 187.2, 184.7)


def found(eaten=(), nearest=AT_37, caseload=STILL, rises=True, full=8):
    return Gain(eaten, nearest, caseload, rises, 150.0, full)


@every_row(
    ("gained", "words", "brief"),
    [
        (
            found(((11, 36),)),
            "In January 2014: by then 187 more children are open than on 20 February 2013, and the posts make room "
            "for 185 without higher caseloads (150 places at 25, full by October 2013). Children for each "
            "social worker, the waiting too, are fewest in June 2013, 29.6, and still below the 33.8 of 20 February "
            "2013 in February 2016: 32.0.",
            "in January 2014",
        ),
        (found(((4, 36),)), "In June 2013, from the month in which they join: by then", "in June 2013"),
        (
            found(((5, 7), (11, 36))),
            "From July 2013 to September 2013 and from January 2014: by then",
            "from July 2013 to September 2013 and from January 2014",
        ),
        (
            found(nearest=Room(36, 180, 185)),
            "Not wholly up to February 2016, but nearly: in February 2016 180 more",
            "nearly up to February 2016",
        ),
        (
            found(nearest=Room(36, 80, 185)),
            "In no month up to February 2016: numbers come nearest in February 2016, when 80 more children are open "
            "than on 20 February 2013 and the posts make room for 185 without higher caseloads.",
            "in no month up to February 2016",
        ),
        (
            found(rises=False),
            "In no month up to February 2016, because numbers are taken to hold steady or fall",
            "in no month up to February 2016",
        ),
        (None, "There is none to lose up to February 2016: nobody joins by then.", "nobody joins up to February 2016"),
    ],
)
def test_what_becomes_of_the_gain_is_a_month_or_never(gained, words, brief):
    assert gain_words(gained, SIX, START).startswith(words)
    assert in_brief(gained, SIX, date(2013, 2, 1)) == brief
    assert (gain_words(gained, case(), START), in_brief(gained, case(), date(2013, 2, 1))) == ("", "no posts")


@every_row(
    ("caseload", "words"),
    [
        (
            Caseload(33.8, 24.6, 4, 8, 20, 35.0, False),
            "are fewest in June 2013, 24.6, above 25 again in October 2013, and back at the 33.8 of 20 February 2013 "
            "in October 2014.",
        ),
        # Whose doing it is when fewer are at work is said, and numbers are not blamed
        (Caseload(33.8, 30.0, 4, None, 20, 35.0, True), "in October 2014, as fewer are at work than now."),
        (
            Caseload(33.8, 34.0, 4, None, None, 35.0, True),
            "are in no month from June 2013 on fewer than the 33.8 of 20 February 2013, as fewer are at work than now.",
        ),
        # A caseload that is all but back is no all-clear
        (
            Caseload(33.8, 29.6, 4, None, None, 33.7, False),
            "and all but back at the 33.8 of 20 February 2013 in February 2016: 33.7.",
        ),
        (Caseload(33.8, 28.0, 36, None, None, 28.0, False), "2016, 28.0, against the 33.8 of 20 February 2013."),
    ],
)
def test_what_becomes_of_caseloads_is_said_beside_it(caseload, words):
    assert gain_words(found(((11, 36),), caseload=caseload), SIX, START).endswith(words)
    brief = "in January 2014; above 25 again in October 2013" if caseload.above else "in January 2014"
    assert in_brief(found(((11, 36),), caseload=caseload), SIX, date(2013, 2, 1)) == brief
    each = replace(SIX, measure=Measure.EFFECTIVE)
    assert "Children for each effective worker, the" in gain_words(found(caseload=caseload), each, START)
