"""The registry of pages and the scripts beside it agree."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from ui.navigation import FAVICON, PAGES, wordmark

pytestmark = pytest.mark.unit

ROOT = Path(__file__).resolve().parents[2]


def test_every_page_of_the_menu_has_its_script_and_every_script_is_in_the_menu():
    scripts = {file.name for file in (ROOT / "pages").glob("*.py")} - {"__init__.py"}
    assert {page.script for page in PAGES} == scripts


def test_addresses_and_titles_are_each_pages_own():
    assert len({page.address for page in PAGES}) == len(PAGES)
    assert len({page.title for page in PAGES}) == len(PAGES)


def test_the_first_page_is_at_the_plain_address_and_is_the_only_one():
    assert [page.address for page in PAGES].count("") == 1
    assert PAGES[0].address == ""


def test_an_address_is_a_short_word_that_can_be_typed():
    assert all(re.fullmatch(r"[a-z]+", page.address) for page in PAGES[1:])


def test_every_page_starts_with_the_question_that_it_answers():
    for page in PAGES:
        source = (ROOT / "pages" / page.script).read_text("utf-8")
        assert source.startswith('"""'), page.script


@pytest.mark.parametrize("picture", [FAVICON, wordmark("#12436D")], ids=["favicon", "wordmark"])
def test_pictures_of_the_corner_ask_nothing_of_the_network(picture):
    # The only address is the name of the format, which no browser fetches.
    assert re.findall(r"https?://[^\"]+", picture) == ["http://www.w3.org/2000/svg"]
    assert "href" not in picture
