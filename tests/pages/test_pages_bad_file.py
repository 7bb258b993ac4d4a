"""A file that cannot be used: a plain message with its place, nothing kept, and the next file can come."""

from __future__ import annotations

import struct
import zlib
from io import BytesIO

import pytest
from openpyxl import Workbook
from screen import HILLSIDE, NOVEMBER, OCTOBER, TWO_TEAMS, Screen, row, workbook

pytestmark = pytest.mark.functional


def picture() -> bytes:
    """A PNG of one pixel."""

    def part(kind: bytes, data: bytes) -> bytes:
        return struct.pack(">I", len(data)) + kind + data + struct.pack(">I", zlib.crc32(kind + data))

    head = part(b"IHDR", struct.pack(">IIBBBBB", 1, 1, 8, 0, 0, 0, 0))
    return b"\x89PNG\r\n\x1a\n" + head + part(b"IDAT", zlib.compress(b"\0\0")) + part(b"IEND", b"")


def other_table() -> bytes:
    book = Workbook()
    book.worksheets[0].append(["Invoice", "Amount"])
    book.worksheets[0].append(["1", 250])
    content = BytesIO()
    book.save(content)
    return content.getvalue()


BAD = {
    "empty": (b"", "empty.xlsx"),
    "only spaces": (b"   \n\n", "blank.csv"),
    "picture": (picture(), "picture.xlsx"),
    "password": (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(2000), "secret.xlsx"),
    "cut short": (TWO_TEAMS[:-300], "cut.xlsx"),
    "web page": (b"<html><body>Please sign in</body></html>", "report.xlsx"),
    "no teams": (other_table(), "invoices.xlsx"),
    "negative": (workbook({OCTOBER: [row("Riverside", 6.0, -180)]}), "negative.xlsx"),
    "absurd": (workbook({OCTOBER: [row("Riverside", 6.0, 10**9)]}), "absurd.xlsx"),
    "words for a number": (workbook({OCTOBER: [row("Riverside", 6.0, "about 180")]}), "words.xlsx"),
    "twice": (workbook({OCTOBER: [HILLSIDE, HILLSIDE]}), "twice.xlsx"),
    "noise": (bytes(range(256)) * 20, "noise.csv"),
    "name with markup": (b"", "![x](http://example.org/x.png).xlsx"),
}


@pytest.mark.parametrize(("content", "name"), BAD.values(), ids=BAD.keys())
def test_a_bad_file_gets_a_message_and_changes_nothing(content, name, database):
    # When the file is given
    screen = Screen("upload").upload(content, name)
    # Then there is an error in a sentence, no button to keep it, and nothing on disk
    assert screen.at.error
    assert all(len(error.value.split()) > 4 for error in screen.at.error)
    assert "Nothing of this file was kept." in screen.text
    assert not screen.has("keep")
    assert not database.exists()
    # And the example is still what everybody sees
    assert screen.go("overview").figures["Service average"] == "32.0"


@pytest.mark.parametrize("kind", ["empty", "no teams", "twice"])
def test_kept_months_stay_as_they_are(kind, store, kept):
    kept(TWO_TEAMS)
    screen = Screen("upload")
    before = store.version()
    screen.upload(*BAD[kind])
    assert store.version() == before
    assert screen.go("overview").figures["Service average"] == "26.2"


@pytest.mark.parametrize(
    ("rows", "cell", "found"),
    [
        ([HILLSIDE, row("Riverside", 6.0, -180)], "I3", "-180"),
        ([HILLSIDE, row("Riverside", "six", 180)], "G3", "six"),
        ([HILLSIDE, row("Hillside", 6.0, 180)], "C3", "Hillside"),
    ],
)
def test_a_message_names_the_sheet_the_cell_and_what_stands_there(rows, cell, found):
    screen = Screen("upload").upload(workbook({OCTOBER: rows}))
    (error,) = screen.at.error
    said = error.value.replace("\\", "").replace("−", "-")
    assert "Team caseload" in said
    assert cell in said
    assert found in said


def test_the_mended_file_can_come_next():
    screen = Screen("upload").upload(b"", "empty.xlsx").press("aside")
    assert not screen.at.error
    assert screen.keep(TWO_TEAMS).go("overview").figures["Service average"] == "26.2"


def test_a_good_file_can_be_given_in_place_of_a_bad_one():
    screen = Screen("upload").upload(b"", "empty.xlsx").upload(TWO_TEAMS)
    assert not screen.at.error
    assert "What was understood" in screen.findings


def test_a_doubt_is_shown_and_does_not_stop():
    # Given a total that is not that of its teams
    rows = [row("Riverside", 6.0, 180), HILLSIDE, row("Total", 11.5, 400)]
    screen = Screen("upload").upload(workbook({NOVEMBER: rows}))
    # Then it is said, and the file can be kept
    assert "400" in " ".join(warning.value for warning in screen.at.warning)
    assert screen.table("The months in the file")["Allocated children"].tolist() == ["301"]
    assert screen.has("keep")
