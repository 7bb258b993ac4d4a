"""Which assumption matters most: on demand, in the link, about the very answer of the page."""

from __future__ import annotations

import pytest
from screen import Screen

pytestmark = pytest.mark.functional


def test_it_is_shown_on_demand_and_its_middle_is_the_answer():
    screen = Screen("outlook").set("measure", "With those who wait")
    assert "outlook_tornado" not in screen.charts()
    screen.set("tornado", True)
    (finding,) = [finding for finding in screen.findings if "matter" in finding]
    assert finding.startswith("Children starting a month matter most: ")
    (said,) = [text for text in screen.text.splitlines() if "high value; as it is " in text]
    assert said.split("as it is ")[1] in screen.title
    assert screen.address["tornado"] == "true"
    # And what is sure moves nothing
    assert "No assumption that is unsure moves the answer" in screen.set("assumed_spread", 0.0).text
