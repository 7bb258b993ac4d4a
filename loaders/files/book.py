"""Bytes to sheets: which kind of file it is, and its cells in their true places."""

from __future__ import annotations

import io
from collections.abc import Mapping
from types import TracebackType

from python_calamine import CalamineError, CalamineSheet, CalamineWorkbook, SheetTypeEnum, SheetVisibleEnum

from loaders.files.archive import MOST_BYTES, stored, unpacked
from loaders.files.binarybook import binary_facts
from loaders.files.delimited import read_delimited
from loaders.files.facts import Facts, facts_by_sheet
from loaders.files.grid import Sheet
from loaders.files.oldbook import old_facts
from loaders.files.opendocument import document_facts
from loaders.files.signature import Kind, kind_of
from loaders.files.unmerged import without_merged
from loaders.refusal import RefusalError


def read_sheets(content: bytes, file_name: str) -> list[Sheet]:
    """The sheets of a workbook (.xlsx, .xlsm, .xlsb, .xls, .ods) or the one of a text file, by what the bytes are.

    Raises :class:`RefusalError` for anything else.
    """
    if not content.strip(b"\xef\xbb\xbf \t\r\n"):
        raise RefusalError("empty_file")
    if len(content) > MOST_BYTES:
        raise RefusalError("too_many_bytes", most=str(MOST_BYTES // 1_000_000))
    kind = kind_of(content, file_name)
    if kind == "text":
        return [read_delimited(content, file_name)]
    if kind == "old workbook":
        return _workbook(io.BytesIO(content), old_facts(content))
    parts = unpacked(content)
    # What was looked at is what is read: not the file, in which another reader may find other parts.
    read = {name: without_merged(part) for name, part in parts.items()} if kind == "workbook" else parts
    return _workbook(stored(read), _facts(parts, kind))


def _facts(parts: Mapping[str, bytes], kind: Kind) -> dict[str, Facts]:
    if kind == "open document":
        return document_facts(parts)
    return binary_facts(parts) if kind == "binary workbook" else facts_by_sheet(parts)


def _workbook(content: io.BytesIO, facts: dict[str, Facts]) -> list[Sheet]:
    with _Panics():
        try:
            book = CalamineWorkbook.from_filelike(content)
            named = [sheet for sheet in book.sheets_metadata if sheet.typ is SheetTypeEnum.WorkSheet]
            among = tuple(sheet.name for sheet in named)
            visible = SheetVisibleEnum.Visible
            return [
                _sheet(book.get_sheet_by_name(sheet.name), facts, among, hidden=sheet.visible is not visible)
                for sheet in named
            ]
        except MemoryError as error:
            raise RefusalError("too_large") from error
        except (CalamineError, ValueError, OSError, OverflowError) as error:
            raise RefusalError("damaged") from error


def _sheet(sheet: CalamineSheet, facts: dict[str, Facts], among: tuple[str, ...], *, hidden: bool) -> Sheet:
    # Without its empty area a sheet would begin at its first filled cell, and every cell's name would be wrong.
    rows = sheet.to_python(skip_empty_area=False)
    said = facts.get(sheet.name, Facts())
    for row, column in (*said.formulas, *said.faults):
        if row < len(rows) and column < len(rows[row]):
            rows[row][column] = ""
    merged = tuple(sheet.merged_cell_ranges or said.merged)
    return Sheet(
        sheet.name,
        rows,
        hidden=hidden,
        merged=merged,
        formulas=said.formulas,
        faults=said.faults,
        percents=said.percents,
        hidden_rows=said.hidden_rows,
        hidden_columns=said.hidden_columns,
        from_1904=said.from_1904,
        among=among,
    )


class _Panics:
    """Turns a panic of the reader into a refusal.

    The reader is written in Rust; when it meets what it did not foresee it raises
    an exception that is not an Exception and that no module exports, so it is
    known by its name.
    """

    def __enter__(self) -> None:
        """Nothing to prepare."""

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        if kind is not None and kind.__name__ == "PanicException":
            raise RefusalError("damaged") from error
