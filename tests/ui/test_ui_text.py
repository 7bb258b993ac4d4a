"""Text from a spreadsheet is shown as it was typed, whatever Markdown would make of it."""

from __future__ import annotations

import re

import pytest
from every_row import every_row
from hypothesis import given, settings
from hypothesis import strategies as st
from markdown_it import MarkdownIt

from ui.text import plain, spoken

pytestmark = pytest.mark.unit

# What Streamlit gives a meaning, beyond plain words: emphasis, code, links, pictures, tables,
# strike-through, colours (:red[…]), icons (:material/…:), formulas ($…$) and headings.
SPECIAL = "\\`*_{}[]()#+-.!|~<>$:&"
markup_texts = st.text(st.sampled_from("ab 1;lt" + SPECIAL), max_size=30)

MARKDOWN = MarkdownIt("commonmark").enable(["table", "strikethrough"])


def shown(markdown: str, invisible: str = "") -> str:
    """What a reader sees, and nothing if any of it was taken for markup; word joiners, which nobody sees, if asked."""
    (opening, inline, closing) = MARKDOWN.parse(markdown) if markdown else (None, None, None)
    if inline is None:
        return ""
    assert (opening.type, closing.type) == ("paragraph_open", "paragraph_close")
    assert {child.type for child in inline.children} <= {"text", "text_special"}
    seen = "".join(child.content for child in inline.children)
    return seen if invisible else seen.replace("\u2060", "")


@every_row(
    "name",
    [
        "![x](http://example.org/x.png)",
        "[click](http://example.org)",
        "**bold** _thin_ ~~gone~~ `code`",
        "<img src=x onerror=alert(1)>",
        ":red[alarm] :material/warning: :smile:",
        "$x^2$",
        "# Heading",
        "1. First",
        "- item",
        "+ item",
        "a | b",
        "http://example.org/x",
        "https://example.org",
        "www.example.org",
        "someone@example.org",
        "R&D",
        "&lt;b&gt;",
    ],
)
def test_a_name_with_markup_is_shown_as_it_was_typed(name):
    assert shown(plain(name)) == name


# The browser's Markdown makes links of addresses even where every mark is escaped: it looks at the words as shown.
ADDRESS = re.compile(r"https?://[-.\w]|\bwww\.[-.\w]|[-.\w+]@[-\w]+\.[-\w]", re.IGNORECASE)


@pytest.mark.parametrize("name", ["www.example.org", "http://example.org/x", "HTTPS://example.org", "a@example.org"])
def test_an_address_in_a_name_is_not_made_a_link(name):
    assert ADDRESS.search(name)
    assert not ADDRESS.search(shown(plain(name), "\u2060"))


@settings(max_examples=150, deadline=None)
@given(text=markup_texts)
def test_no_markup_survives_in_any_text(text):
    # When any text is rendered as Markdown, then what a reader sees is the text itself
    assert shown(plain(text)) == " ".join(text.split())


@settings(max_examples=100, deadline=None)
@given(text=markup_texts)
def test_every_special_character_is_escaped(text):
    # Given the escaped text with its escaped characters taken out, then no special one is left
    assert not set(re.sub(r"\\.", "", plain(text))) & set(SPECIAL)


def test_line_breaks_become_spaces():
    # A line that starts with a mark would be a list or a heading.
    assert plain("one\n# two\r\n\tthree ") == r"one \# two three"


def test_a_number_is_text_too():
    assert plain(3) == "3"


@settings(max_examples=100, deadline=None)
@given(text=markup_texts)
def test_the_name_of_a_box_has_no_markup_and_no_escapes(text):
    # Given the name of a box with any heading in it, when it is drawn as Markdown, then it shows what is read aloud
    name = f"What “{spoken(text)}” is"
    assert "\\" not in name and not ADDRESS.search(shown(name))
    assert shown(name) == name


def test_an_ordinary_heading_is_spoken_as_it_was_typed():
    assert spoken("P no. (North-East), 1st + 2nd") == "P no. (North-East), 1st + 2nd"
    assert (spoken("1. North (duty) is"), spoken("- North is")) == ("1 North (duty) is", "North is")
