"""app.py serves, ui/main.py is the main script, pages/ is beside app.py: this must outlive an upgrade of Streamlit."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache
from pathlib import Path

import pytest
import streamlit as st
from screen import MAIN, ROOT, SCRIPTS, Screen
from streamlit.testing.v1 import AppTest

import app
from ui.navigation import PAGES, entry

pytestmark = pytest.mark.unit


def test_the_front_door_serves_the_main_script():
    assert isinstance(app.app, st.App)
    assert (Path(app.__file__).parent / app.app._script_path).resolve() == MAIN.resolve()


def test_no_folder_of_pages_is_beside_the_main_script():
    # With one there, a link to another page than the first does not open after a restart.
    assert not (MAIN.parent / "pages").exists()
    assert (ROOT / "pages").is_dir()


def test_the_first_page_opens_at_the_plain_address():
    at = AppTest.from_file(str(MAIN), default_timeout=30).run()
    assert not at.exception
    assert at.title[0].value == Screen("overview").at.title[0].value
    assert entry("").script == PAGES[0].script == "overview.py"


@dataclass(frozen=True)
class Opened:
    """What a page showed when it was opened, and when it ran again, as it does at every choice."""

    tab: str
    title: str
    again: str
    titles: int
    subheaders: int


@cache
def opened() -> dict[str, Opened]:
    """Every page, by its script, opened one after the other on one screen."""
    said, screen, pages = [], Screen(), {}
    configure = st.set_page_config

    def listen(**settings):
        said.append(settings["page_title"])
        configure(**settings)

    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(st, "set_page_config", listen)
        for script in SCRIPTS:
            screen.go(script)
            titles, subheaders = len(screen.at.title), len(screen.at.subheader)
            pages[script] = Opened(said[-1], screen.title, screen._run().title, titles, subheaders)
    return pages


def test_every_page_opens_and_the_last_one_opened_stays():
    assert {page: each.title for page, each in opened().items()} == {
        page: each.again for page, each in opened().items()
    }
    assert len({each.title for each in opened().values()}) >= len(SCRIPTS) - 1


def test_the_browsers_tab_names_the_page():
    named = {page.script.removesuffix(".py"): f"{page.title} – Headroom" for page in PAGES}
    assert {script: each.tab for script, each in opened().items()} == named


def test_headings_go_down_one_step_at_a_time():
    # Given any page, then under its one title stand headings of the second rank and none below
    assert {(each.titles, each.subheaders) for each in opened().values()} == {(1, 0)}
