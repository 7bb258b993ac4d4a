"""What kind of file the bytes are, whatever its name says; one that is not ours is refused with what to do."""

from __future__ import annotations

from pathlib import PurePath
from typing import Literal

from loaders.files.archive import part_names
from loaders.files.compound import OLE2, Compound
from loaders.files.oldbook import STREAMS
from loaders.refusal import RefusalError

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
    ("word/document.xml", "a Word document"),
    ("ppt/presentation.xml", "a PowerPoint presentation"),
)
_STREAMS = (
    ("WordDocument", "a Word document"),
    ("PowerPoint Document", "a PowerPoint presentation"),
    ("__properties_version1.0", "an e-mail"),
)
# What a file is called where its bytes do not tell: cut short, or another file renamed.
_OTHER_ENDINGS = {
    **dict.fromkeys((".docx", ".docm", ".dotx", ".doc"), "a Word document"),
    **dict.fromkeys((".pptx", ".pptm", ".ppt"), "a PowerPoint presentation"),
    ".odt": "a text document (ODT)",
    ".pdf": "a PDF document",
}
Kind = Literal["workbook", "binary workbook", "old workbook", "open document", "text"]


def kind_of(content: bytes, file_name: str) -> Kind:
    """Which kind of spreadsheet the bytes are; raises :class:`RefusalError` if they are none.

    A damaged document, or a text, that is called ``.docx`` is no spreadsheet that could be mended.
    """
    try:
        kind = _kind_of(content, file_name)
    except RefusalError as refusal:
        if refusal.code == "damaged" and (other := _other_kind(content, file_name)):
            raise RefusalError("other_kind", kind=other) from refusal
        raise
    if kind == "text" and (other := _OTHER_ENDINGS.get(PurePath(file_name).suffix.casefold())):
        raise RefusalError("other_kind", kind=other)
    return kind


def _other_kind(content: bytes, file_name: str) -> str | None:
    """The kind of a damaged file that is no workbook, by a part's name that is left of it, or by its own name."""
    if b"xl/workbook" in content:
        return None
    within = next((kind for part, kind in _WITHIN if part.encode() in content), None)
    return within or _OTHER_ENDINGS.get(PurePath(file_name).suffix.casefold())


def _kind_of(content: bytes, file_name: str) -> Kind:
    if content.startswith(OLE2):
        return _old_kind(content)
    if content.startswith(b"PK"):
        return _kind_of_archive(content)
    starts = (*_STARTS, *_SHORT_STARTS) if b"\0" in content[:4096] else _STARTS
    for start, kind in starts:
        if content.startswith(start):
            raise RefusalError("other_kind", kind=kind)
    if content[:500].lstrip(b"\xef\xbb\xbf \t\r\n").lower().startswith(_MARKUP):
        raise RefusalError("web_page")
    suffix = PurePath(file_name).suffix
    # Many a case system calls a text with tabs .xls, and Excel opens it.
    if suffix.casefold() in _BOOK_ENDINGS and not (suffix.casefold() == ".xls" and b"\t" in content[:2000]):
        raise RefusalError("not_a_workbook", suffix=suffix)
    return "text"


def _old_kind(content: bytes) -> Kind:
    names = Compound(content).names
    if names & set(STREAMS):
        return "old workbook"
    if "EncryptedPackage" in names:
        raise RefusalError("password")
    kind = next((kind for stream, kind in _STREAMS if stream in names), "a document of another kind")
    raise RefusalError("other_kind", kind=kind)


def _kind_of_archive(content: bytes) -> Kind:
    names = part_names(content)
    if "xl/workbook.xml" in names:
        return "workbook"
    if "xl/workbook.bin" in names:
        return "binary workbook"
    if b"mimetypeapplication/vnd.oasis.opendocument.text" in content[:100]:
        raise RefusalError("other_kind", kind="a text document (ODT)")
    if "content.xml" in names or "encrypted-package" in names:
        return "open document"
    for part, kind in _WITHIN:
        if part in names:
            raise RefusalError("other_kind", kind=kind)
    if any(name.endswith((".xlsx", ".xlsm", ".xls", ".xlsb", ".ods", ".csv")) for name in names):
        raise RefusalError("zipped")
    raise RefusalError("other_kind", kind="a zip folder or a document of another kind")
