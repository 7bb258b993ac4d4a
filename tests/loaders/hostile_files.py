"""Files made to break whoever reads them, or broken on the way, by what they are; each with the code of its message."""

from __future__ import annotations

import io
import zipfile
from collections.abc import Callable

from loading import HEADINGS, TWO
from made_books import Page, ods, ole2, xls, xlsb, zipped
from made_files import book_of

ROWS = [HEADINGS, *TWO]
GOOD = book_of({"Feb 2013": ROWS})
SHEET = "xl/worksheets/sheet1.xml"
CORNER = b'<row r="1048576"><c r="XFD1048576"><v>1</v></c></row>'
LAUGHS = "".join(f'<!ENTITY l{n} "{f"&l{n - 1};" * 10 if n else "ha"}">' for n in range(10))


def parts_of(content: bytes) -> dict[str, bytes]:
    with zipfile.ZipFile(io.BytesIO(content)) as archive:
        return {name: archive.read(name) for name in archive.namelist()}


def with_sheet(change) -> bytes:
    """The good workbook with its one sheet changed."""
    parts = parts_of(GOOD)
    return zipped({**parts, SHEET: change(parts[SHEET])})


def unfolding(many: int) -> bytes:
    """An .ods file of one cell that says it stands there very many times."""
    parts = parts_of(ods({"Feb 2013": Page([["x"]])}))
    cell = b'<table:table-row table:number-rows-repeated="%d">' % many
    return zipped({**parts, "content.xml": parts["content.xml"].replace(b"<table:table-row>", cell, 1)})


def laughing(content: bytes, part: str) -> bytes:
    """The file with a part whose entities unfold a thousand million times."""
    parts = parts_of(content)
    start = parts[part].find(b"?>") + 2 if parts[part].startswith(b"<?xml") else 0
    return zipped({**parts, part: parts[part][:start] + f"<!DOCTYPE x [{LAUGHS}]>".encode() + parts[part][start:]})


def bomb() -> bytes:
    """A quarter of a megabyte that unpacks to a quarter of a gigabyte."""
    parts = parts_of(GOOD)
    return zipped({**parts, **{f"xl/media/{n}.bin": bytes(50_000_000) for n in range(5)}})


PAGE = {"Feb 2013": Page(ROWS)}
# Made when they are wanted: the bomb takes a second.
HOSTILE: dict[str, tuple[Callable[[], bytes], str, str]] = {
    "a zip bomb": (bomb, "bomb.xlsx", "too_large"),
    "a million laughs": (lambda: laughing(GOOD, SHEET), "laughs.xlsx", "unsafe"),
    "laughs in .ods": (lambda: laughing(ods(PAGE), "content.xml"), "laughs.ods", "unsafe"),
    "a cell in the last corner": (
        lambda: with_sheet(lambda xml: xml.replace(b"</sheetData>", CORNER + b"</sheetData>")),
        "corner.xlsx",
        "far_cells",
    ),
    "rows that repeat": (lambda: unfolding(999_999_999), "repeats.ods", "far_cells"),
    "a password": (lambda: ole2({"EncryptionInfo": b"x", "EncryptedPackage": b"secret"}), "secret.xlsx", "password"),
    "a password, .xls": (lambda: xls(PAGE, password=True), "secret.xls", "password"),
    "a password, .ods": (
        lambda: zipped({**parts_of(ods(PAGE)), "META-INF/manifest.xml": b"<x><manifest:encryption-data/></x>"}),
        "secret.ods",
        "password_open_document",
    ),
    "half a workbook": (lambda: GOOD[: len(GOOD) // 2], "half.xlsx", "damaged"),
    "half an old one": (lambda: xls(PAGE)[:1500], "half.xls", "damaged"),
    "half a binary one": (lambda: xlsb(PAGE)[:700], "half.xlsb", "damaged"),
    "a name with markup": (
        lambda: b"\x89PNG\r\n\x1a\n" + bytes(60),
        "<img src=x onerror=alert(1)>![a](b).xlsx",
        "other_kind",
    ),
    "nothing on its sheets": (lambda: book_of({"Sheet1": [], "Sheet2": []}), "empty.xlsx", "empty_book"),
}
