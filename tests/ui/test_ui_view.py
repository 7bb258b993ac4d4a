"""What is made once for those who look at the same, and for nobody else."""

from __future__ import annotations

from copy import deepcopy
from dataclasses import replace
from datetime import date
from fractions import Fraction

import pytest
from plotly.tools import return_figure_from_figure_or_data

from charts.room import room_for_labels
from charts.style import DARK, LIGHT, axis, layout
from model.assumptions import Settings
from model.caseload import ServiceMonth
from ui.drawn import Drawn
from ui.view import MOST_MADE, View, once_a_view

pytestmark = pytest.mark.unit

MONTH = ServiceMonth(date(2013, 2, 1), None, (), Fraction(25))


def view(authority: str = "Anytown") -> View:
    return View(authority, 1, Settings(), {}, [MONTH], MONTH, None, LIGHT)


@pytest.fixture
def counted():
    """A function of a view that counts how often it was worked out."""
    calls: list[tuple[str, int, bool]] = []

    @once_a_view
    def answer(shown: View, number: int = 0, *, loud: bool = False) -> str:
        calls.append((shown.authority, number, loud))
        return f"{shown.authority} {number} {loud}"

    answer.calls = calls
    return answer


def test_who_asks_the_same_of_a_view_gets_what_was_made_the_first_time(counted):
    shown = view()
    assert [counted(shown, 1, loud=True) for _ in range(3)] == ["Anytown 1 True"] * 3
    assert counted.calls == [("Anytown", 1, True)]


def test_another_question_or_another_view_has_its_own_answer(counted):
    one, other = view(), view("Othertown")
    found = [counted(one), counted(one, 2), counted(one, loud=True), counted(other), counted(other, 2)]
    assert len(set(found)) == len(counted.calls) == 5


def test_a_changed_view_keeps_nothing_of_the_one_it_was_made_from(counted):
    # Given an answer for a light screen, when the screen is dark, then it is worked out again
    shown = view()
    counted(shown)
    counted(replace(shown, style=DARK))
    assert len(counted.calls) == 2


def test_a_view_keeps_the_latest_answers_only(counted):
    # Given a slider that has been at more places than a view keeps, when it is back at the first and at the last
    shown = view()
    for place in range(MOST_MADE + 1):
        counted(shown, place)
    counted(shown, MOST_MADE)
    counted(shown, 0)
    # Then the last was still there, and the first is worked out again
    assert len(counted.calls) == MOST_MADE + 2
    assert len(shown.made) == MOST_MADE


def test_a_drawn_figure_is_handed_on_as_it_is_with_what_spares_the_browser_further_drawings():
    # Given a figure with a name at its side
    bars = {"type": "bar", "orientation": "h", "x": [1], "y": ["North 1"]}
    figure = {"data": [bars], "layout": layout(LIGHT, 300, yaxis=axis(LIGHT))}
    before = deepcopy(figure)
    # When it is handed to Streamlit
    handed_on = return_figure_from_figure_or_data(Drawn(figure), validate_figure=True)
    # Then it has a mark that its numbers do not change, and room for the name; the rest, and the figure, are the same
    assert handed_on["data"] is figure["data"]
    assert handed_on["layout"] == figure["layout"] | {"datarevision": 1, "margin": room_for_labels(figure)}
    assert figure == before
