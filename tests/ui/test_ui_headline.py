"""Headline figures as the browser gets them: well-formed, every text escaped, every drawing in words."""

from xml.etree import ElementTree

import pytest
from hypothesis import given
from hypothesis import strategies as st

from charts.style import DARK, LIGHT
from ui.headline import Headline, drawn

pytestmark = pytest.mark.unit

# Whatever a spreadsheet can hold that XML can hold too.
words = st.text(st.characters(min_codepoint=32, exclude_categories=("Cs", "Cn", "Cc")), max_size=40)


@given(label=words, value=words, movement=words, since=words, counted=words, course_words=words)
def test_every_text_is_shown_as_it_is_and_never_read_as_markup(label, value, movement, since, counted, course_words):
    # Given a figure with any text in it, when it is drawn
    shown = Headline(label, value, movement, since, counted, (1.0, None, 2.0), course_words)
    (card,) = ElementTree.fromstring(drawn([shown], LIGHT))
    # Then it holds the elements of a card and nothing else, and each text where it belongs
    assert {element.tag for element in card.iter()} <= {"div", "dt", "dd", "details", "summary", "span", "img"}
    assert card.findtext("dt/details/summary") == label
    assert card.findtext("dt/details/span") == counted
    said = [dd.text or "" for dd in card.iter("dd")]
    assert said[0] == value
    assert (f"↑ {movement}" in said) == bool(movement) or movement.startswith("\u2212")
    assert since in said
    assert card.find(".//img").get("alt") == course_words


def test_a_fall_points_down_and_what_is_not_known_has_no_arrow_and_no_drawing():
    fallen = Headline("Average", "24.0", "\u22121.0", "Since October", "What is counted.", (25.0, 24.0), "It fell.")
    unknown = Headline("Vacancies", "Not known", None, "", "What is counted.", (None, None))
    down, none = ElementTree.fromstring(drawn([fallen, unknown], DARK))
    assert [dd.text for dd in down.iter("dd")][1] == "↓ \u22121.0"
    assert [dd.text for dd in none.iter("dd")] == ["Not known"]
    assert none.find(".//img") is None
