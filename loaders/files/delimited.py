"""Text files of columns: CSV in the encodings and with the separators that Excel and case systems write."""

from __future__ import annotations

import codecs
import csv
import io
from pathlib import PurePath

from loaders.files.decimalcommas import may_have_commas, with_points
from loaders.files.grid import Cell, Sheet
from loaders.refusal import RefusalError

_SEPARATORS = (",", ";", "\t", "|")
_MOST_CELLS = 2_000_000
_MOST_COLUMNS = 2_000
_LOOKED_AT = 4_000


def read_delimited(content: bytes, file_name: str) -> Sheet:
    """The one sheet of a text file, named after the file.

    Raises :class:`RefusalError` for text that is not in columns or cannot be read.
    """
    lines = decoded(content)
    separator, lines = _separator(lines)
    try:
        # A space before a quotation mark is no part of the cell.
        rows = _rows(lines, separator, skip_spaces=True)
    except RefusalError:
        rows = _rows(lines, separator, skip_spaces=False)
    sheet = Sheet(PurePath(file_name).stem or "File", rows, is_text=True)
    return with_points(sheet) if may_have_commas(lines, separator) else sheet


def _rows(lines: str, separator: str, *, skip_spaces: bool) -> list[list[Cell]]:
    rows: list[list[Cell]] = []
    cells = 0
    reader = csv.reader(io.StringIO(lines, newline=""), delimiter=separator, strict=True, skipinitialspace=skip_spaces)
    try:
        for row in reader:
            rows.append(list(row))
            cells += len(row)
            if cells > _MOST_CELLS or len(row) > _MOST_COLUMNS:
                raise RefusalError("too_large")
    except csv.Error as error:
        # That of a cell beyond the reader's limit has no other sign.
        code = "long_cell" if "larger than" in str(error) else "broken_quotes"
        raise RefusalError(code, line=f"{reader.line_num:,}") from error
    return rows


def decoded(content: bytes) -> str:
    """The text of a file: UTF-8 or UTF-16 where it says so, UTF-8, or else Windows Western (cp1252)."""
    if content.startswith((codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE)):
        return content.decode("utf-16", errors="replace")
    if b"\0" in content:
        return _unmarked(content)
    try:
        return content.decode("utf-8-sig")
    except UnicodeDecodeError:
        return content.decode("cp1252", errors="replace")


def _unmarked(content: bytes) -> str:
    """UTF-16 that does not say so: of plain text every other byte is nothing."""
    for first, encoding in ((0, "utf-16-be"), (1, "utf-16-le")):
        halves = content[first:_LOOKED_AT:2], content[1 - first : _LOOKED_AT : 2]
        if halves[0].count(0) * 10 > len(halves[0]) * 9 and not halves[1].count(0):
            return content.decode(encoding, errors="replace")
    raise RefusalError("not_text")


def _separator(lines: str) -> tuple[str, str]:
    """The separator, and the text; Excel's own "sep=;" line is heeded and left blank."""
    first, _, rest = lines.partition("\n")
    told = first.strip("\r ").casefold().removeprefix("sep=")
    if told in _SEPARATORS and "=" in first:
        return told, "\n" + rest
    sample = [line for line in lines[:100_000].splitlines() if line.strip()][:100]
    return max(_SEPARATORS, key=lambda separator: _columns(sample, separator)), lines


def _columns(sample: list[str], separator: str) -> int:
    """In how many columns most of the lines come out: a title with a comma in it does not count."""
    counts = sorted(len(row) for row in csv.reader(sample, delimiter=separator))
    return counts[len(counts) // 2] if counts else 0
