"""Bytes to sheets: which kind of file it is, and its cells in their true places."""

from __future__ import annotations

import io
from collections.abc import Iterator, Mapping, Sequence
from concurrent.futures import ThreadPoolExecutor
from itertools import zip_longest
from types import TracebackType

from python_calamine import CalamineError, CalamineWorkbook, SheetTypeEnum, SheetVisibleEnum

from loaders.files.archive import MOST_BYTES, stored, unpacked
from loaders.files.binarybook import binary_facts
from loaders.files.delimited import read_delimited
from loaders.files.facts import Facts, facts_by_sheet
from loaders.files.grid import Cell, Place, Sheet
from loaders.files.oldbook import old_facts
from loaders.files.opendocument import document_facts
from loaders.files.signature import Kind, kind_of
from loaders.files.unmerged import without_merged
from loaders.refusal import RefusalError

# Of a workbook of so many bytes, unpacked, two threads read half each: the reader lets others go on while it works.
_LARGE = 1_000_000
# The rows of a sheet, and the first and last place of each of its merged ranges.
_Read = tuple[list[list[Cell]], list[tuple[Place, Place]] | None]


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
        return _workbook(content, old_facts(content))
    parts = unpacked(content)
    # What was looked at is what is read: not the file, in which another reader may find other parts.
    read = {name: without_merged(part) for name, part in parts.items()} if kind == "workbook" else parts
    return _workbook(stored(read), _facts(parts, kind))


def _facts(parts: Mapping[str, bytes], kind: Kind) -> dict[str, Facts]:
    if kind == "open document":
        return document_facts(parts)
    return binary_facts(parts) if kind == "binary workbook" else facts_by_sheet(parts)


def _workbook(content: bytes, facts: dict[str, Facts]) -> list[Sheet]:
    with _Panics():
        try:
            book = CalamineWorkbook.from_filelike(io.BytesIO(content))
            named = [sheet for sheet in book.sheets_metadata if sheet.typ is SheetTypeEnum.WorkSheet]
            among = tuple(sheet.name for sheet in named)
            visible = SheetVisibleEnum.Visible
            return [
                _sheet(name, read, facts.get(name, Facts()), among, hidden=sheet.visible is not visible)
                for name, read, sheet in zip(among, _by_two(book, content, among), named, strict=True)
            ]
        except MemoryError as error:
            raise RefusalError("too_large") from error
        except (CalamineError, ValueError, OSError, OverflowError) as error:
            raise RefusalError("damaged") from error


def _by_two(book: CalamineWorkbook, content: bytes, names: Sequence[str]) -> Iterator[_Read]:
    """Every sheet in its turn; of a large workbook a second thread reads every other one at the same time."""
    if len(content) < _LARGE or len(names) < 2:
        return iter(_read(book, names))
    with ThreadPoolExecutor(1) as beside:
        others = beside.submit(lambda: _read(CalamineWorkbook.from_filelike(io.BytesIO(content)), names[1::2]))
        mine = _read(book, names[::2])
    return (sheet for both in zip_longest(mine, others.result()) for sheet in both if sheet)


def _read(book: CalamineWorkbook, names: Sequence[str]) -> list[_Read]:
    # Without its empty area a sheet would begin at its first filled cell, and every cell's name would be wrong.
    sheets = map(book.get_sheet_by_name, names)
    return [(sheet.to_python(skip_empty_area=False), sheet.merged_cell_ranges) for sheet in sheets]


def _sheet(name: str, read: _Read, said: Facts, among: tuple[str, ...], *, hidden: bool) -> Sheet:
    rows, ranges = read
    for row, column in (*said.formulas, *said.faults):
        if row < len(rows) and column < len(rows[row]):
            rows[row][column] = ""
    return Sheet(
        name,
        rows,
        hidden=hidden,
        merged=tuple(ranges or said.merged),
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
