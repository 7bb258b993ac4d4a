"""A page names the chart library that it will need; nothing else does."""

from __future__ import annotations

import json
import re
from pathlib import Path

import pytest
from starlette.responses import HTMLResponse, PlainTextResponse
from streamlit.file_util import get_static_dir

from server.preload import Preload, chart_link

pytestmark = pytest.mark.unit

STATIC = Path(get_static_dir())


def test_the_installed_streamlit_is_asked_for_its_chart_library_and_only_files_that_exist() -> None:
    # When the header is made from the files that Streamlit ships
    link = chart_link(STATIC / "manifest.json")
    # Then it names the chart library and no file that is not there
    files = re.findall(r"<\./([^>]+)>; rel=modulepreload", link)
    assert any("PlotlyChart" in file for file in files)
    assert [file for file in files if not (STATIC / file).is_file()] == []


def test_what_the_page_loads_anyway_is_not_named_and_a_circle_of_imports_ends(tmp_path: Path) -> None:
    # Given a page that needs a, and a chart that needs a and b, which need each other
    files = {
        "index.html": {"file": "index.js", "imports": ["a"]},
        "a": {"file": "a.js"},
        "b": {"file": "b.js", "imports": ["c"]},
        "c": {"file": "c.js", "imports": ["b", "a"]},
        "src/PlotlyChart/PlotlyChart.tsx": {"file": "chart.js", "imports": ["a", "b"]},
    }
    (tmp_path / "manifest.json").write_text(json.dumps(files), "utf-8")
    # Then a is left out
    link = chart_link(tmp_path / "manifest.json")
    assert link == ", ".join(f"<./{name}.js>; rel=modulepreload" for name in ("b", "c", "chart"))


@pytest.mark.parametrize("content", [None, "{}", '{"index.html": {"file": "index.js"}}'])
def test_a_streamlit_without_such_a_list_is_served_all_the_same(tmp_path: Path, content: str | None) -> None:
    if content is not None:
        (tmp_path / "manifest.json").write_text(content, "utf-8")
    assert chart_link(tmp_path / "manifest.json") == ""


def test_only_pages_carry_the_header(ask) -> None:
    link = "<./chart.js>; rel=modulepreload"
    assert ask(Preload(HTMLResponse("<p>"), link=link), "/posts").headers["link"] == link
    assert "link" not in ask(Preload(PlainTextResponse("ok"), link=link), "/_stcore/health").headers
    assert "link" not in ask(Preload(HTMLResponse("<p>"), link=""), "/posts").headers
