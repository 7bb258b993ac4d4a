"""Hostile and broken files: a clear problem for each, and the next file is read as if nothing had been."""

from __future__ import annotations

import threading

import pytest
from hostile_files import GOOD, HOSTILE, ROWS, parts_of, with_sheet
from hypothesis import given, settings
from hypothesis import strategies as st
from loading import HEADINGS, codes, load_sheets, values
from made_books import Page, ods, strict, xls, xlsb, zipped
from made_files import book_of

from loaders import Loaded, load
from loaders.apart import ReaderApart
from reports.table_file import table_csv

pytestmark = pytest.mark.functional

PAGE = {"Feb 2013": Page([["Caseloads", "", "", ""], *ROWS], merges=[(0, 0, 0, 3)])}
ZIPPED = {"file.xlsx": GOOD, "file.xlsb": xlsb(PAGE), "file.ods": ods(PAGE), "strict.xlsx": strict(GOOD)}
EVERY = {**ZIPPED, "file.xls": xls(PAGE)}
WHOLE = {name: load(content, name) for name, content in EVERY.items()}


def same(one: Loaded, other: Loaded) -> bool:
    return all(one.tables[name].equals(other.tables[name]) for name in other.tables)


@pytest.mark.parametrize("name", HOSTILE)
def test_a_hostile_file_gives_one_clear_problem_and_the_next_one_is_read(reader: ReaderApart, name: str) -> None:
    # Given a file that is made to break its reader, or is broken
    make, file_name, code = HOSTILE[name]
    # When it is read, then one problem says what it is and what to do, and nothing of it is there
    loaded = reader.load(make(), file_name)
    assert codes(loaded, "error", "warning", "note") == [code]
    [problem] = loaded.problems
    assert len(problem.message.split()) > 4
    assert len(problem.to_do.split()) > 3
    assert all(table.empty for table in loaded.tables.values())
    # And the next file is read
    assert same(reader.load(GOOD, "file.xlsx"), WHOLE["file.xlsx"])


def test_a_child_that_dies_while_it_reads_is_a_problem_of_that_file_only(reader: ReaderApart) -> None:
    # Given a file that takes the child some time, and a child that is killed on the way, as by a crash or by the system
    long = long_text(40_000)
    reader.warm()
    child = reader._child
    assert child is not None
    killer = threading.Timer(0.2, child.kill)
    killer.start()
    loaded = reader.load(long, "long.csv")
    killer.join()
    # Then that is an ordinary problem, and the next file is read
    assert codes(loaded) == ["reader_stopped"]
    assert all(table.empty for table in loaded.tables.values())
    assert same(reader.load(GOOD, "file.xlsx"), WHOLE["file.xlsx"])


def long_text(many: int) -> bytes:
    lines = (f"{1990 + n // 2400}-{n // 200 % 12 + 1:02},Team {n % 200},5.5,100,1" for n in range(many))
    return "\n".join([",".join(["Month", *HEADINGS]), *lines]).encode()


def test_a_file_that_takes_too_long_ends_the_child_and_the_next_one_is_read() -> None:
    with ReaderApart(seconds=0.5) as hasty:
        hasty.warm()
        assert codes(hasty.load(long_text(150_000), "long.csv")) == ["reader_too_slow"]
        # A machine that is busy starts another child slowly: that is not what is tried here.
        hasty._seconds = 30
        assert same(hasty.load(GOOD, "file.xlsx"), WHOLE["file.xlsx"])


def test_a_million_rows_of_nothing_do_no_harm() -> None:
    # Given rows that are only formatted, down to the last one there is
    rows = b"".join(b'<row r="%d" ht="15"><c r="A%d" s="0"/></row>' % (n, n) for n in range(5, 1_048_577, 50))
    content = with_sheet(lambda xml: xml.replace(b"</sheetData>", rows + b"</sheetData>"))
    # Then the teams above them are read
    assert values(load(content, "file.xlsx"), "team") == [("Ash",), ("Elm",)]


def test_two_hundred_sheets_are_read() -> None:
    pages = {f"{2001 + n // 12}-{n % 12 + 1:02}": ROWS for n in range(200)}
    loaded = load_sheets(pages)
    assert not loaded.stopped
    assert loaded.tables["team_caseload"]["month"].nunique() == 200


EVIL = "=cmd|' /C calc'!A0"


@pytest.mark.parametrize("name", [EVIL, "+1+1", "@SUM(A1)", "-2"])
def test_a_formula_meant_for_the_next_reader_is_text_on_the_way_in_and_harmless_on_the_way_out(name: str) -> None:
    # Given a team whose name is a formula, in a text file
    loaded = load(f'Month,{",".join(HEADINGS)}\nFeb-13,"{name}",5.5,100,0\n'.encode(), "file.csv")
    # Then it is that text
    assert values(loaded, "team") == [(name,)]
    # And what people download does not begin with it
    written = table_csv(loaded.tables["team_caseload"], {"team": "Team"}, {}).decode("utf-8-sig")
    assert written.splitlines()[1].strip('"').startswith(f"'{name[0]}")


def test_a_formula_in_a_workbook_is_never_run() -> None:
    loaded = load_sheets({"Feb 2013": [HEADINGS, [EVIL, 5.5, 100, 0], ["Ash", '=WEBSERVICE("http://x")', 90, 1]]})
    assert sorted(codes(loaded, "error")) == ["formula_without_value", "name_without_value"]
    assert all(table.empty for table in loaded.tables.values())


@settings(max_examples=120, deadline=None)
@given(st.sampled_from(sorted(ZIPPED)), st.integers(0, 10**6), st.integers(1, 255))
def test_a_corrupted_byte_of_a_zipped_file_gives_an_error_or_the_same_tables(name: str, place: int, mask: int) -> None:
    content = bytearray(ZIPPED[name])
    content[place % len(content)] ^= mask
    loaded = load(bytes(content), name)
    assert loaded.stopped or same(loaded, WHOLE[name])
    assert not loaded.stopped or all(table.empty for table in loaded.tables.values())


@settings(max_examples=120, deadline=None)
@given(st.sampled_from(sorted(EVERY)), st.floats(0, 1, exclude_max=True))
def test_a_file_cut_short_anywhere_gives_an_error_or_the_same_tables(name: str, where: float) -> None:
    loaded = load(EVERY[name][: int(len(EVERY[name]) * where)], name)
    assert loaded.stopped or same(loaded, WHOLE[name])
    assert not loaded.stopped or all(table.empty for table in loaded.tables.values())


@settings(max_examples=60, deadline=None)
@given(st.integers(0, 10**6), st.integers(1, 255), st.integers(1, 8))
def test_no_change_to_an_old_workbook_is_an_accident(reader: ReaderApart, place: int, mask: int, many: int) -> None:
    # Nothing in an .xls file says whether it is whole, so another number may be read; but never by accident, or in part
    content = bytearray(EVERY["file.xls"])
    for at in range(place, place + many):
        content[at % len(content)] ^= mask
    loaded = reader.load(bytes(content), "file.xls")
    assert not loaded.stopped or all(table.empty for table in loaded.tables.values())


def test_a_part_under_two_names_is_refused() -> None:
    # Given a workbook whose directory calls a part by another name than the part itself does
    content = zipped(parts_of(book_of({"Feb 2013": ROWS})))
    place = content.rindex(b"xl/styles.xml")
    assert codes(load(content[:place] + b"xl/stylez.xml" + content[place + 13 :], "file.xlsx")) == ["damaged"]
