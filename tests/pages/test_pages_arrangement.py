"""app.py serves, ui/main.py is the main script, pages/ is beside app.py: this must outlive an upgrade of Streamlit."""

from __future__ import annotations

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


def test_every_page_opens_and_the_last_one_opened_stays():
    screen, titles = Screen(), set()
    for script in SCRIPTS:
        titles.add(screen.go(script).title)
        # When the same page runs again, as it does at every choice, then it is still that page.
        assert screen._run().title in titles
    assert len(titles) >= len(SCRIPTS) - 1


def test_the_browsers_tab_names_the_page(monkeypatch):
    said = []
    monkeypatch.setattr(st, "set_page_config", lambda **settings: said.append(settings["page_title"]))
    screen = Screen()
    for page in PAGES:
        screen.go(page.script.removesuffix(".py"))
        assert said[-1] == f"{page.title} – Headroom"


def test_headings_go_down_one_step_at_a_time():
    # Given any page, then under its one title stand headings of the second rank and none below
    screen = Screen()
    for script in SCRIPTS:
        screen.go(script)
        assert len(screen.at.title) == 1
        assert not screen.at.subheader
