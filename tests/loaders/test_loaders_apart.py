"""A file is read in a child process: the same comes out, and its death is an ordinary problem."""

from __future__ import annotations

import datetime as dt
import io
import platform
from pathlib import Path

import openpyxl
import pandas as pd
import pytest

from loaders import Loaded, load
from loaders.apart import MEMORY_BYTES, SECONDS, ReaderApart

HEADINGS = ("Team", "Case-holding FTE", "Children allocated", "Children waiting")
MEGABYTE = 1_000_000


def workbook(*rows: tuple[object, ...], sheet: str = "Oct 2025") -> bytes:
    book = openpyxl.Workbook()
    book.worksheets[0].title = sheet
    for row in (HEADINGS, *rows):
        book.worksheets[0].append(list(row))
    content = io.BytesIO()
    book.save(content)
    return content.getvalue()


GOOD = workbook(("Riverside", 6.0, 180, 2), ("Hillside", 5.5, 121, "*"))
SAMPLES = {
    "good.xlsx": GOOD,
    "text.csv": b"Month,Team,SW FTE,Allocated\nOct-25,A,5.5,100\nOct-25,=B,6,\n",
    "no teams.csv": b"Minutes\nAll present\n",
    "empty.xlsx": b"",
    "cut.xlsx": GOOD[: len(GOOD) // 2],
    "<b>.xls": b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(512),
}


def same(one: Loaded, other: Loaded) -> None:
    assert (one.file_name, one.sha256, one.problems, one.read) == (
        other.file_name,
        other.sha256,
        other.problems,
        other.read,
    )
    for name, table in other.tables.items():
        pd.testing.assert_frame_equal(one.tables[name], table)


@pytest.mark.functional
@pytest.mark.parametrize("name", SAMPLES)
def test_a_file_read_apart_gives_what_it_gives_here(reader: ReaderApart, name: str) -> None:
    # Given a file, good or bad, when it is read apart, then tables, problems and columns are the same
    same(reader.load(SAMPLES[name], name, worker_key=b"key"), load(SAMPLES[name], name, worker_key=b"key"))


@pytest.mark.functional
def test_a_child_that_died_between_two_files_is_replaced(reader: ReaderApart) -> None:
    # Given a child that is killed after a file
    reader.load(GOOD, "good.xlsx")
    child = reader._child
    assert child is not None
    child.kill()
    child.wait()
    # Then the next file is read all the same
    assert not reader.load(GOOD, "good.xlsx").stopped


@pytest.mark.functional
def test_a_file_that_takes_too_long_is_an_ordinary_problem() -> None:
    # Given a reader that lets nothing take more than a blink
    hasty = ReaderApart(seconds=0.001)
    # When a file is read, then it is refused in words, and nothing of it is there
    loaded = hasty.load(GOOD, "good.xlsx")
    hasty.close()
    assert [problem.code for problem in loaded.problems] == ["reader_too_slow"]
    assert loaded.stopped
    assert all(table.empty for table in loaded.tables.values())


@pytest.mark.functional
@pytest.mark.skipif("not __import__('sys').platform.startswith('linux')", reason="only Linux limits a child's memory")
def test_a_file_that_takes_too_much_memory_is_an_ordinary_problem() -> None:
    # Given a child that may hold hardly more than the program itself
    narrow = ReaderApart(memory_bytes=2 * MEGABYTE)
    loaded = narrow.load(workbook(*((f"Team {n}", 5.5, 100, 1) for n in range(20_000))), "large.xlsx")
    narrow.close()
    assert [problem.code for problem in loaded.problems] == ["reader_stopped"]


@pytest.mark.unit
def test_closing_ends_the_child() -> None:
    brief = ReaderApart()
    brief.warm()
    child = brief._child
    assert child is not None
    brief.close()
    assert child.poll() is not None


@pytest.mark.unit
@pytest.mark.skipif("not __import__('sys').platform.startswith('linux')", reason="only Linux tells of another's limits")
def test_the_child_is_held_to_its_limits(reader: ReaderApart) -> None:
    # Given a child that has read a file
    reader.load(GOOD, "good.xlsx")
    lines = Path(f"/proc/{reader.process_id}/limits").read_text("utf-8").splitlines()
    soft = {line[:26].strip(): line[26:].split()[0] for line in lines}
    # Then what it may hold is limited, its time on the processor ends, and it can write no file
    assert int(soft["Max data size"]) == MEMORY_BYTES
    assert SECONDS <= int(soft["Max cpu time"]) < 10 * SECONDS
    assert soft["Max file size"] == soft["Max core file size"] == "0"


@pytest.mark.unit
@pytest.mark.skipif(platform.libc_ver()[0] != "glibc", reason="other systems keep memory in their own way")
def test_the_room_that_a_file_needed_is_kept_for_the_next(reader: ReaderApart) -> None:
    # Given a child that has read a large file before
    large = workbook(*((f"Team {row}", 6.0, 180, row) for row in range(2_000)))
    for _ in range(2):
        reader.load(large, "large.xlsx")
    before = pages_asked_for(reader)
    # When it reads one again
    reader.load(large, "large.xlsx")
    # Then it asks the system for next to nothing: it would be 500 pages if the room were given back
    assert pages_asked_for(reader) - before < 100


def pages_asked_for(reader: ReaderApart) -> int:
    return int(Path(f"/proc/{reader.process_id}/stat").read_text("utf-8").rpartition(")")[2].split()[7])


@pytest.mark.functional
def test_one_sheet_is_read_apart_as_text_and_what_is_no_workbook_is_none(reader: ReaderApart) -> None:
    # Given a sheet in which somebody typed numbers and a date, when it is asked for by name, then all of it is text
    book = openpyxl.load_workbook(io.BytesIO(GOOD))
    book.create_sheet("Plan").append(["Value", 6, 2.5, dt.date(2013, 3, 1), True])
    content = io.BytesIO()
    book.save(content)
    assert reader.sheet(content.getvalue(), "a.xlsx", "Plan") == [["Value", "6", "2.5", "March 2013", "true"]]
    # And a sheet that is not there, or a file that cannot be read, gives none; the next file is read as ever
    assert reader.sheet(GOOD, "a.xlsx", "Plan") is None
    assert reader.sheet(GOOD[: len(GOOD) // 2], "a.xlsx", "Plan") is None
    same(reader.load(GOOD, "good.xlsx"), load(GOOD, "good.xlsx"))
