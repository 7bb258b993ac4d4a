"""What kind of file the bytes are, whatever its name says, and what to do with one that is not ours."""

from __future__ import annotations

from pathlib import PurePath

from loaders.archive import part_names
from loaders.refusal import Refusal

_OLE2 = bytes.fromhex("d0cf11e0a1b11ae1")
_ENCRYPTED = "EncryptedPackage".encode("utf-16-le")

_PASSWORD = (
    "The workbook is protected with a password, so it cannot be read. In Excel, choose File, Info, Protect Workbook, "
    "Encrypt with Password, clear the password and save; then upload it again."
)
_SAVE_AS = "Open it in Excel, choose File, Save As, “Excel Workbook (*.xlsx)”, and upload that."

_PICTURES = (
    (b"\x89PNG", "a picture (PNG)"),
    (b"\xff\xd8\xff", "a picture (JPEG)"),
    (b"GIF8", "a picture (GIF)"),
    (b"BM", "a picture (BMP)"),
    (b"RIFF", "a picture or a sound"),
)
_OTHERS = (
    (b"%PDF", "a PDF document"),
    (b"{\\rtf", "a text document (RTF)"),
    (b"\x1f\x8b", "a compressed file"),
    (b"7z\xbc\xaf", "a compressed file"),
    (b"Rar!", "a compressed file"),
    (b"MZ", "a program"),
    (b"SQLite format 3", "a database"),
)
_MARKUP = (b"<!doctype", b"<html", b"<table", b"<?xml")


def refuse_other_kinds(content: bytes, file_name: str) -> None:
    """Raise :class:`Refusal` unless the bytes are a workbook of the .xlsx kind or text."""
    if content.startswith(_OLE2):
        _refuse_old(content)
    if content.startswith(b"PK"):
        _refuse_other_archives(content)
        return
    if b"\0" in content[:4096]:
        _refuse_by_start(content, (*_PICTURES, *_OTHERS))
    else:
        _refuse_by_start(
            content, (entry for entry in (*_PICTURES, *_OTHERS) if entry[0] not in (b"BM", b"MZ", b"RIFF"))
        )
    if content[:500].lstrip(b"\xef\xbb\xbf \t\r\n").lower().startswith(_MARKUP):
        raise Refusal(
            "web_page", f"The file is a web page or an XML file that Excel can open, not a workbook. {_SAVE_AS}"
        )
    if PurePath(file_name).suffix.casefold() in (".xlsx", ".xlsm", ".xltx", ".xls", ".xlsb", ".ods"):
        _refuse_false_workbook(content, file_name)


def _refuse_old(content: bytes) -> None:
    if _ENCRYPTED in content:
        raise Refusal("password", _PASSWORD)
    if "WordDocument".encode("utf-16-le") in content:
        raise Refusal(
            "other_kind", "The file is a Word document, not a spreadsheet. Upload the workbook with the team figures."
        )
    raise Refusal("old_format", f"The file is in the old Excel format (.xls), which is not read. {_SAVE_AS}")


def _refuse_other_archives(content: bytes) -> None:
    names = {name.casefold().replace("\\", "/").lstrip("/") for name in part_names(content)}
    if "xl/workbook.xml" in names:
        return
    if "xl/workbook.bin" in names:
        raise Refusal("binary_format", f"The file is a binary workbook (.xlsb), which is not read. {_SAVE_AS}")
    if "content.xml" in names:
        raise Refusal(
            "open_document",
            "The file is an OpenDocument file (.ods), which is not read. Open it, choose Save As, “Excel (.xlsx)”, and upload that.",
        )
    if "word/document.xml" in names:
        raise Refusal(
            "other_kind", "The file is a Word document, not a spreadsheet. Upload the workbook with the team figures."
        )
    if "ppt/presentation.xml" in names:
        raise Refusal(
            "other_kind",
            "The file is a PowerPoint presentation, not a spreadsheet. Upload the workbook with the team figures.",
        )
    if any(name.endswith((".xlsx", ".xlsm", ".csv")) for name in names):
        raise Refusal("zipped", "The file is a zip folder. Unzip it first, then upload the workbook that is in it.")
    raise Refusal(
        "other_kind",
        "The file is not a spreadsheet. Upload the workbook (.xlsx) or the text file (.csv) with the team figures.",
    )


def _refuse_by_start(content: bytes, kinds: object) -> None:
    for start, kind in kinds:  # type: ignore[attr-defined]
        if content.startswith(start):
            raise Refusal(
                "other_kind",
                f"The file is {kind}, not a spreadsheet. Upload the workbook (.xlsx) or the text file (.csv) with the team figures.",
            )


def _refuse_false_workbook(content: bytes, file_name: str) -> None:
    suffix = PurePath(file_name).suffix
    raise Refusal(
        "not_a_workbook",
        f"The name of the file ends in {suffix}, but it is not an Excel workbook. If it is a text file with columns, change the ending to .csv; "
        "otherwise open it in Excel, save it as .xlsx, and upload that.",
    )
