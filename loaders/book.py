"""Bytes to sheets: which kind of file it is, and its cells in their true places."""

from __future__ import annotations

import io
from types import TracebackType

from python_calamine import CalamineError, CalamineSheet, CalamineWorkbook, SheetTypeEnum, SheetVisibleEnum

from loaders.archive import MOST_BYTES, Facts, inspect
from loaders.delimited import read_delimited
from loaders.grid import Sheet
from loaders.refusal import Refusal
from loaders.signature import refuse_other_kinds

_ZIP = b"PK\x03\x04"
_UNREADABLE = "The workbook is damaged. Open it in Excel, save it again as .xlsx, and upload that."


def read_sheets(content: bytes, file_name: str) -> list[Sheet]:
    """The sheets of a workbook (.xlsx, .xlsm) or the one of a text file (.csv, .tsv), by what the bytes are.

    Raises :class:`Refusal` for anything else.
    """
    if not content.strip():
        raise Refusal("empty_file", "The file is empty. Check that it was saved, then upload it again.")
    if len(content) > MOST_BYTES:
        raise Refusal(
            "too_large",
            f"The file is larger than {MOST_BYTES // 1_000_000} MB. Copy the team figures into a new workbook and upload that.",
        )
    refuse_other_kinds(content, file_name)
    if content.startswith(_ZIP):
        return _workbook(content)
    return [read_delimited(content, file_name)]


def _workbook(content: bytes) -> list[Sheet]:
    facts = inspect(content)
    with _Panics():
        try:
            book = CalamineWorkbook.from_filelike(io.BytesIO(content))
            names = [
                (sheet.name, sheet.visible is not SheetVisibleEnum.Visible)
                for sheet in book.sheets_metadata
                if sheet.typ is SheetTypeEnum.WorkSheet
            ]
            return [_sheet(book.get_sheet_by_name(name), hidden, facts.get(name)) for name, hidden in names]
        except (CalamineError, ValueError, OSError, OverflowError, MemoryError) as error:
            raise Refusal("damaged", _UNREADABLE) from error


def _sheet(sheet: CalamineSheet, hidden: bool, facts: Facts | None) -> Sheet:
    rows = sheet.to_python(skip_empty_area=False)
    merged = tuple(sheet.merged_cell_ranges or ())
    if facts is None:
        return Sheet(sheet.name, rows, hidden, merged)
    return Sheet(sheet.name, rows, hidden, merged, facts.formulas, facts.faults)


class _Panics:
    """Turns a panic of the reader into a refusal.

    The reader is written in Rust; when it meets what it did not foresee it raises
    an exception that is not an Exception and that no module exports, so it is
    known by its name.
    """

    def __enter__(self) -> None:
        return None

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        if kind is not None and kind.__name__ == "PanicException":
            raise Refusal("damaged", _UNREADABLE) from error
