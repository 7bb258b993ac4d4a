"""No example and no months of one's own: every page says what to do."""

from __future__ import annotations

import pytest
from screen import TWO_TEAMS, Screen

from ui import cached

pytestmark = pytest.mark.functional


@pytest.fixture(autouse=True)
def no_example(monkeypatch, tmp_path):
    """A copy of the program without the example's file."""
    monkeypatch.setattr(cached, "EXAMPLE_FILE", tmp_path / "nowhere.xlsx")
    cached.example.clear()
    yield
    cached.example.clear()


def test_a_page_about_a_month_says_what_to_do():
    screen = Screen()
    for script in ("overview", "caseloads", "posts", "outlook", "costs", "teams", "scenarios"):
        screen.go(script)
        assert screen.title == "There are no figures yet"
        assert "Upload a month to begin" in screen.text
        assert [link.label for link in screen.at.get("page_link")] == ["Upload a month"]
        assert screen.charts() == []
        assert screen.figures == {}


def test_a_month_can_be_uploaded_at_once():
    # Given nothing at all, when a month is kept, then it is there.
    screen = Screen("upload").keep(TWO_TEAMS).go("overview")
    assert screen.whose == "Anytown"
    assert screen.figures["Service average"] == "26.2"


def test_the_uploader_and_the_methods_are_there_without_figures():
    assert Screen("upload").has("template")
    methods = Screen("methods")
    assert methods.title == "Methods and settings"
    assert "Average caseload" in methods.text
