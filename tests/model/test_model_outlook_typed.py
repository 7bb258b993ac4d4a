"""What somebody types over an assumption is no surer than the forecast that it stands in for."""

from __future__ import annotations

import pytest
from made_outlooks import KNOWN_UNIT, case
from made_services import stockton

from model.outlook import chances_by_posts
from model.outlook_assumptions import Assumptions
from model.outlook_futures import base
from model.outlook_process import Measure
from model.outlook_start import start_of
from ui.outlook_choices import _typed_over

pytestmark = pytest.mark.functional

START = start_of(stockton("february_b"))
FORECAST = Assumptions(starts=148.0, past_errors=(("months_open", 0.05), ("starts", 0.22)))


def test_a_worse_figure_typed_makes_no_number_of_posts_surer():
    # Given starts that are forecast, and two more a month typed over them
    worse = _typed_over(START, FORECAST, {"starts": 150.0})
    assert (worse.starts, worse.past_errors) == (150.0, FORECAST.past_errors)
    # Then no number of posts is enough in more futures than before
    chances = [
        chances_by_posts(
            case(KNOWN_UNIT, posts=0, measure=Measure.ALL, assumptions=assumed),
            base([KNOWN_UNIT], assumed, futures=1000),
            40,
        )
        for assumed in (FORECAST, worse)
    ]
    assert (chances[1] <= chances[0]).all() and (chances[1] < chances[0]).any()


def test_who_types_how_unsure_all_is_means_all():
    assert _typed_over(START, FORECAST, {"starts": 150.0, "spread": 0.1}).past_errors == ()
