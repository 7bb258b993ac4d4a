"""Text files in the encodings and with the separators that Excel and case systems write."""

from __future__ import annotations

import pytest
from loading import codes, load_text, problem, values

from loaders import load
from loaders.told import as_json

pytestmark = pytest.mark.unit

LINES = "Team;FTE;Allocated;Unallocated\nSt Anne’s – A;48.5;1,204;3\n"


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "cp1252", "utf-16"])
def test_every_usual_encoding_is_read(encoding: str) -> None:
    loaded = load_text(LINES, encoding=encoding)
    assert values(loaded, "team", "fte", "allocated") == [("St Anne’s – A", 48.5, 1204)]


@pytest.mark.parametrize("separator", [";", "\t", "|", ","])
def test_every_usual_separator_is_found(separator: str) -> None:
    loaded = load_text(LINES.replace("1,204", "204").replace(";", separator))
    assert values(loaded, "fte", "allocated", "unallocated") == [(48.5, 204, 3)]


def test_a_title_with_commas_does_not_mislead() -> None:
    loaded = load_text("Caseloads, teams, all, of, them, monthly\n\n" + LINES)
    assert values(loaded, "allocated") == [(1204,)]


def test_excels_own_line_about_the_separator_is_heeded_and_rows_keep_their_numbers() -> None:
    loaded = load_text("sep=;\n" + LINES.replace("48.5", "*"))
    assert problem(loaded, "missing_code").cell == "B3"


def test_the_sheet_is_named_after_the_file() -> None:
    assert problem(load_text(LINES.replace("48.5", "*"), "Feb 2013.csv"), "missing_code").sheet == "Feb 2013"


def test_blank_lines_count_as_rows() -> None:
    loaded = load_text("\n\n" + LINES.replace("48.5", "*"))
    assert problem(loaded, "missing_code").cell == "B4"


def test_a_quotation_mark_that_is_not_closed_is_refused_and_loses_no_rows_in_silence() -> None:
    loaded = load_text('Team,FTE,Allocated\n"Ash,5.5,100\nElm,6,120\n')
    assert codes(loaded) == ["broken_quotes"]


def test_a_cell_longer_than_any_is_refused_for_what_it_is() -> None:
    assert codes(load_text(f"Team,FTE,Allocated\n{'x' * 200_000},5.5,100\n")) == ["long_cell"]


@pytest.mark.parametrize("content", [b"a\0b,c\n", b"\x00\x01\x02" * 50])
def test_bytes_that_are_no_text_are_refused(content: bytes) -> None:
    assert codes(load(content, "file.csv")) == ["not_text"]


def test_a_line_of_thousands_of_columns_is_refused() -> None:
    assert codes(load_text("," * 5_000)) == ["too_large"]


def test_a_number_that_its_comma_cuts_in_two_is_not_read() -> None:
    # Given 1,204 children without quotation marks
    loaded = load_text("Team,Case-holding FTE,Children allocated,Children waiting\nAsh,45,1,204,3\nElm,6,120,0\n")
    # Then the row is named, and the file is not kept
    found = problem(loaded, "row_too_long")
    assert (found.severity, found.cell) == ("error", "E2")


def test_a_childs_name_that_its_comma_cuts_in_two_is_no_team() -> None:
    loaded = load_text("Child ID,Child name,Team,Social worker\n1,Qj,Qk,Ash,SW 1\n2,Ql Qm,Ash,SW 1\n")
    assert (problem(loaded, "row_too_long").cell, loaded.tables["team_caseload"].empty) == ("E2", True)
    assert "Q" not in str(as_json(loaded))


def test_a_line_of_words_below_a_table_may_have_commas() -> None:
    text = "Team,Case-holding FTE,Children allocated,Children waiting\nAsh,45,204,3\nNote: Ash, Elm, Oak, Yew, Fir\n"
    assert "row_too_long" not in codes(load_text(text))
