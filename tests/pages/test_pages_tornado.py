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
    # And every assumption has its place, with its range and where its value is from
    table = screen.set("outlook_tornado_table", True).table("Bars about")
    assert len(table) == 13
    by_label = table.set_index("Assumption, low to high")
    row = by_label.loc[by_label.index.str.startswith("Growth of starts a month (%)")].iloc[0]
    assert row["Why so far"] == "0.5 points either way: a range of ours, not measured"
    assert row["Where its value is from"] == "Assumption: none"
