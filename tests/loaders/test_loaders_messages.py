"""What the loader says is plain English, fits its place, and does not drown the reader."""

from __future__ import annotations

import re
from pathlib import Path
from string import Formatter

import pytest
from every_row import every_row

import loaders
from loaders.messages import MESSAGES
from loaders.problems import Problems

pytestmark = pytest.mark.unit

CODE = re.compile(
    r'(?:\.add|RefusalError|_say)\(\s*"(\w+)"|code = ?"(\w+)"|"(\w+)" (?:if|else)|else "(\w+)"|, "(\w+)", ""'
)
PROGRAM_WORDS = re.compile(
    r"\b(?:none|nan|null|nil|dataframe|parse[dr]?|parsing|string|integer|float|boolean|exception|traceback|index|array"
    r"|invalid|row \d|regex|schema|payload|bytes?|file ?name|ASCII|UTF)\b",
    re.IGNORECASE,
)


def sources() -> str:
    folder = Path(loaders.__file__).parent
    return "\n".join(path.read_text(encoding="utf-8") for path in sorted(folder.rglob("*.py")))


def test_every_code_that_is_used_has_a_message_and_every_message_is_used() -> None:
    source = sources()
    used = {code for found in CODE.findall(source) for code in found if code}
    assert {code for code in MESSAGES if f'"{code}"' not in source} == set()
    assert {code for code in used if "_" in code} - set(MESSAGES) <= {
        "fte_case_holding",
        "fte_in_post",
        "average_printed",
    }


@every_row("code", MESSAGES)
def test_a_message_is_in_whole_plain_sentences(code: str) -> None:
    told = MESSAGES[code]
    for sentence in filter(None, (told.message, told.many)):
        assert sentence.endswith((".", "}", ")."))
        assert "!" not in sentence
        assert not PROGRAM_WORDS.search(sentence), sentence
        assert sentence[0] == "{" or sentence[0].isupper()


@every_row("code", [code for code, told in MESSAGES.items() if told.severity != "note"])
def test_an_error_or_a_warning_says_what_to_do(code: str) -> None:
    told = MESSAGES[code]
    assert told.to_do
    assert told.message.endswith(told.to_do)


@every_row("code", [code for code, told in MESSAGES.items() if told.many])
def test_a_message_for_many_says_how_many_and_where_the_first_is(code: str) -> None:
    words = {word for _, word, _, _ in Formatter().parse(MESSAGES[code].many) if word}
    assert {"n", "first"} <= words


def test_repeated_remarks_on_a_column_become_one() -> None:
    problems = Problems()
    for row in range(7):
        problems.add("blank_figure", sheet="S", place=(row, 4), label="FTE", team=f"“Team {row}”")
    problems.add("blank_figure", sheet="S", place=(1, 2), label="FTE", team="“Ash”")
    listed = problems.listed()
    assert [(one.cell, one.message[:40]) for one in listed] == [
        ("E1", "7 cells of column E, the first at E1, ar"),
        ("C2", "The FTE of “Ash” is blank; it is read as"),
    ]


def test_a_few_remarks_keep_their_cells() -> None:
    problems = Problems()
    for row in range(3):
        problems.add("blank_figure", sheet="S", place=(row, 4), label="FTE", team="“Ash”")
    assert [one.cell for one in problems.listed()] == ["E1", "E2", "E3"]


@every_row("rows", [[], [4], [4, 5, 9], [4, 5, 9, 7], list(range(200))])
def test_a_column_of_remarks_is_told_as_one_remark_after_the_other(rows: list[int]) -> None:
    # Given the same remarks on the cells of a column, one after the other and all at once, below one told before
    single, together = Problems(), Problems()
    for problems in (single, together):
        problems.add("types_not_all", sheet="S", place=(2, 4), sum="8", children="9")
    for row in rows:
        single.add("types_not_all", sheet="S", place=(row, 4), sum=str(row), children="99")
    together.add_below("types_not_all", "S", 4, rows, lambda nth: {"sum": str(rows[nth]), "children": "99"})
    # Then the same is said
    assert together.listed() == single.listed()
    assert len(single.listed()) == (len(rows) + 1 if len(rows) < 3 else 1)


def test_the_same_sentence_on_many_sheets_is_said_once() -> None:
    problems = Problems()
    for number in range(24):
        problems.add("columns_not_read", sheet=f"Sheet {number}", names="“Comments”")
    [listed] = problems.listed()
    assert listed.message == "In 24 sheets, the first of them “Sheet 0”: Columns not read: “Comments”."


def test_errors_come_first_and_a_very_long_list_ends_with_how_many_are_left() -> None:
    problems = Problems()
    for number in range(400):
        problems.add("activity_sheet", sheet=f"Activity {number}")
    problems.add("no_month", sheet="S", hint="")
    listed = problems.listed()
    assert listed[0].code == "no_month"
    assert len(listed) == 301
    assert listed[-1].message.startswith("101 more remarks")


def test_braces_in_a_cell_do_no_harm() -> None:
    problems = Problems()
    for row in range(5):
        problems.add("not_a_number", sheet="{n}", place=(row, 0), cell_quoted="“{first} {oops}”", label="FTE")
    assert "“{first} {oops}”" in problems.listed()[0].message


def test_only_an_error_stops_a_file() -> None:
    problems = Problems()
    problems.add("no_fte", sheet="S", unread="")
    assert not problems.stopped
    problems.add("no_month", sheet="S", hint="")
    assert problems.stopped
