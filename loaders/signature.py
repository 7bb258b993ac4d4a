"""What kind of file the bytes are, whatever its name says; one that is not ours is refused with what to do."""

from __future__ import annotations

from pathlib import PurePath

from loaders.archive import part_names
from loaders.refusal import RefusalError

_OLE2 = bytes.fromhex("d0cf11e0a1b11ae1")
_BOOK_ENDINGS = (".xlsx", ".xlsm", ".xltx", ".xltm", ".xls", ".xlsb", ".ods")
_MARKUP = (b"<!doctype", b"<html", b"<table", b"<?xml", b"<head", b"<meta", b"mime-version")
_STARTS = (
    (b"\x89PNG", "a picture (PNG)"),
    (b"\xff\xd8\xff", "a picture (JPEG)"),
    (b"GIF8", "a picture (GIF)"),
    (b"%PDF", "a PDF document"),
    (b"{\\rtf", "a text document (RTF)"),
    (b"\x1f\x8b", "a compressed file"),
    (b"7z\xbc\xaf", "a compressed file"),
    (b"Rar!", "a compressed file"),
    (b"SQLite format 3", "a database"),
)
# Two letters that a text may begin with too: they count only where the rest is not text.
_SHORT_STARTS = ((b"BM", "a picture (BMP)"), (b"MZ", "a program"), (b"RIFF", "a picture or a sound"))
_WITHIN = (
    ("xl/workbook.bin", "binary_format", ""),
    ("content.xml", "open_document", ""),
    ("word/document.xml", "other_kind", "a Word document"),
    ("ppt/presentation.xml", "other_kind", "a PowerPoint presentation"),
)


def refuse_other_kinds(content: bytes, file_name: str) -> None:
    """Raise :class:`RefusalError` unless the bytes are a workbook of the .xlsx kind, or text."""
    if content.startswith(_OLE2):
        _refuse_old(content)
    if content.startswith(b"PK"):
        _refuse_other_archives(content)
        return
    starts = (*_STARTS, *_SHORT_STARTS) if b"\0" in content[:4096] else _STARTS
    for start, kind in starts:
        if content.startswith(start):
            raise RefusalError("other_kind", kind=kind)
    if content[:500].lstrip(b"\xef\xbb\xbf \t\r\n").lower().startswith(_MARKUP):
        raise RefusalError("web_page")
    suffix = PurePath(file_name).suffix
    if suffix.casefold() in _BOOK_ENDINGS:
        raise RefusalError("not_a_workbook", suffix=suffix)


def _refuse_old(content: bytes) -> None:
    if "EncryptedPackage".encode("utf-16-le") in content:
        raise RefusalError("password")
    if "WordDocument".encode("utf-16-le") in content:
        raise RefusalError("other_kind", kind="a Word document")
    raise RefusalError("old_format")


def _refuse_other_archives(content: bytes) -> None:
    names = part_names(content)
    if "xl/workbook.xml" in names:
        return
    for part, code, kind in _WITHIN:
        if part in names:
            raise RefusalError(code, kind=kind)
    if any(name.endswith((".xlsx", ".xlsm", ".xls", ".csv")) for name in names):
        raise RefusalError("zipped")
    raise RefusalError("other_kind", kind="a zip folder or a document of another kind")
