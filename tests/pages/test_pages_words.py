"""What the screen says: nothing of a spreadsheet is taken for markup, and every picture has its words and its file."""

from __future__ import annotations

import ast
import csv
import io
import re

import pytest
import streamlit as st
from markdown_it import MarkdownIt
from screen import OCTOBER, ROOT, SCRIPTS, Screen, row, workbook

from loaders.messages import MESSAGES

pytestmark = pytest.mark.functional

MARKDOWN = MarkdownIt("commonmark").enable(["table", "strikethrough"])
MARKUP = {"image", "link_open", "html_inline", "html_block", "s_open", "table_open", "em_open"}
NAMES = (
    "![x](http://example.org/x.png)",
    "[press](http://example.org)",
    "<img src=x> <b>Team</b>",
    ":red[Alarm] $x^2$ _thin_ ~~gone~~",
)
HARMFUL = workbook(
    {OCTOBER: [row(name, 5.0, 110 + 10 * n, n, Kind_of_team=name) for n, name in enumerate(NAMES)]},
    [(OCTOBER, NAMES[0], "<i>W</i>-1", "[role](http://example.org)", 1.0, "No", 30)],
)
# Streamlit's own, which Markdown does not know: colours and formulas.
UNESCAPED = re.compile(r"(?<!\\):red\[|(?<!\\)\$x")
# Of a word, as in "team's", "teams' names" and, behind a name that is filled in, "'s average".
STRAIGHT = re.compile(r"(?<=[a-z])'(?=[a-z])|(?<=s)'(?=\W|$)|^'(?=s?\b)", re.IGNORECASE)
COUNCIL = "![logo](http://example.org/l.png) Council"


def markup_in(texts: list[str]) -> list[str]:
    """The texts in which the browser would find a picture, a link, HTML, colour or a formula of a file's making."""
    found = []
    for text in texts:
        tokens = [child for token in MARKDOWN.parse(text) for child in (token, *(token.children or ()))]
        if {token.type for token in tokens} & MARKUP or UNESCAPED.search(text):
            found.append(text)
    return found


def check(screen: Screen) -> None:
    assert markup_in(screen.markdown()) == []


def test_the_check_finds_markup():
    assert markup_in([*NAMES, COUNCIL]) == [*NAMES, COUNCIL]
    assert markup_in(["plain", r"\!\[x\]\(http\:\/\/example\.org\)"]) == []


def apostrophes_typed_straight(source: str) -> list[str]:
    """The texts of a module, its docstrings apart, in which an apostrophe is not curly."""
    tree = ast.parse(source)
    documented = (ast.Module, ast.ClassDef, ast.FunctionDef, ast.AsyncFunctionDef)
    said = {ast.get_docstring(node, clean=False) for node in ast.walk(tree) if isinstance(node, documented)}
    texts = [node.value for node in ast.walk(tree) if isinstance(node, ast.Constant) and isinstance(node.value, str)]
    return [text for text in texts if STRAIGHT.search(text) and text not in said]


def test_the_check_finds_a_straight_apostrophe():
    source = '"""A module\'s own words."""\nx = f"{name}\'s average", "the teams\' mean", "row[\'team\']", "curly’s"\n'
    assert set(apostrophes_typed_straight(source)) == {"'s average", "the teams' mean"}


def test_every_apostrophe_on_the_screen_is_curly():
    found = {
        str(file.relative_to(ROOT)): texts
        for room in ("charts", "loaders", "model", "pages", "reports", "store", "ui")
        for file in sorted((ROOT / room).rglob("*.py"))
        if (texts := apostrophes_typed_straight(file.read_text(encoding="utf-8")))
    }
    assert found == {}
    # And in the loader's sentences, however they were typed there
    assert [told.message for told in MESSAGES.values() if "'" in f"{told.message} {told.many} {told.question}"] == []


@pytest.fixture
def harmful(kept) -> Screen:
    """A council whose name, teams, workers and file are all markup."""
    kept(HARMFUL, f"{NAMES[0]}.xlsx", COUNCIL)
    return Screen()


def test_no_page_reads_a_name_as_markup(harmful):
    for script in SCRIPTS:
        check(harmful.go(script))
        drawn = str([harmful.chart(key) for key in harmful.charts()])
        assert "<img" not in drawn
        assert "<b>Team" not in drawn


def test_no_table_or_view_reads_a_name_as_markup(harmful):
    check(harmful.go("overview").set("caseload_by_team_table", True))
    for shown in ("Over time", "By worker"):
        check(harmful.go("caseloads").set("show", shown))
    check(harmful.set("caseload_by_worker_table", True))
    check(harmful.go("posts").set("by_hand", True))
    check(harmful.set("posts_by_team_table", True))
    assert NAMES[0] in harmful.table("Bar chart of children for each social worker before")["Team"].tolist()


def test_no_step_of_an_upload_reads_a_name_as_markup():
    screen = Screen("upload").upload(HARMFUL, f"{NAMES[0]}.xlsx")
    check(screen)
    check(screen.set("council", COUNCIL).press("keep"))
    # And the comparison of another file, with teams gone and new
    check(screen.upload(workbook({OCTOBER: [row("<b>New</b>", 5.0, 100), row(NAMES[0], 5.0, 90)]})))
    check(Screen("upload").upload(workbook({OCTOBER: [row(NAMES[0], 5.0, 90)] * 2})))
    check(Screen("upload").upload(workbook({OCTOBER: [row("A", NAMES[0], NAMES[1])]})))


def test_undoing_says_the_files_name_as_it_is(harmful):
    harmful.go("upload")
    (undo,) = [button.key for button in harmful.at.button if (button.key or "").startswith("undo_")]
    check(harmful.press(undo).press("confirm"))


@pytest.fixture
def files(monkeypatch) -> dict[str, object]:
    """What each download button of the last page would give, by its key."""
    given, button = {}, st.download_button

    def remembering(label: str, data: object, **more: object) -> bool:
        given[more["key"]] = data
        return button(label, data, **more)

    monkeypatch.setattr(st, "download_button", remembering)
    return given


def rows_of(content: bytes) -> list[dict[str, str]]:
    return list(csv.DictReader(io.StringIO(content.decode("utf-8-sig"), newline="")))


def test_every_chart_has_its_data_as_a_file(files):
    # Given every view that has charts
    screen, charts = Screen().open_tables(), []
    charts += screen.charts() + screen.go("posts").open_tables().charts()
    charts += screen.go("caseloads").open_tables().charts()
    charts += screen.set("show", "Over time").open_tables().charts()
    charts += screen.set("show", "By worker").open_tables().charts()
    assert len(set(charts)) >= 7
    # Then each has a file with rows, and every row says what it is and where it is from
    for chart in charts:
        rows = rows_of(files[f"{chart}_file"]())
        assert rows, chart
        assert {"What", "Source"} <= set(rows[0]), chart
        assert all(row["Source"].startswith("Example") for row in rows), chart


def test_the_file_says_what_the_chart_and_the_table_say(files):
    screen = Screen().set("caseload_by_team_table", True)
    rows = rows_of(files["caseload_by_team_file"]())
    table = screen.table("Bar chart of children for each social worker on 20 February 2013")
    bars = screen.chart("caseload_by_team")["data"][0]
    # Then all three have the same teams and averages, table and file the service under them with all who wait
    assert [row["Team"] for row in rows] == table["Team"].tolist() == [*bars["y"], "All teams"]
    assert [float(row["Average caseload"]) for row in rows] == [*bars["x"], 32.0]
    assert [row["Average caseload"] for row in rows] == table["Average caseload"].tolist()
    assert [row["Allocated children"] for row in rows] == ["214", "235", "216", "216", "226", "187", "1294"]
    assert rows[-1]["Children waiting"] == table["Children waiting"].iloc[-1] == "76"
    assert table["Allocated children"].iloc[-1] == "1,294"


def test_a_file_of_a_council_with_a_formula_for_a_name_runs_nothing(files, kept):
    content = workbook({OCTOBER: [row("@SUM(1)", 5.0, 110)]})
    kept(content, council="=cmd()")
    Screen().open_tables()
    rows = rows_of(files["caseload_by_team_file"]())
    assert [row["Team"] for row in rows] == ["'@SUM(1)", "All teams"]
    assert not [cell for row in rows for cell in row.values() if cell.startswith(("=", "+", "@"))]


def test_the_blank_workbook_is_beside_the_uploader(files):
    Screen("upload")
    assert files["template"]().startswith(b"PK")
