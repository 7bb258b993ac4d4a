"""Text files of columns: CSV in the encodings and with the separators that Excel and case systems write."""

from __future__ import annotations

import codecs
import csv
import io
from pathlib import PurePath

from loaders.grid import Cell, Sheet
from loaders.refusal import RefusalError

_SEPARATORS = (",", ";", "\t", "|")
_MOST_CELLS = 2_000_000
_MOST_COLUMNS = 2_000


def read_delimited(content: bytes, file_name: str) -> Sheet:
    """The one sheet of a text file, named after the file.

    Raises :class:`RefusalError` for text that is not in columns or cannot be read.
    """
    lines = decoded(content)
    separator, lines = _separator(lines)
    rows: list[list[Cell]] = []
    cells = 0
    reader = csv.reader(io.StringIO(lines, newline=""), delimiter=separator, strict=True)
    try:
        for row in reader:
            rows.append(list(row))
            cells += len(row)
            if cells > _MOST_CELLS or len(row) > _MOST_COLUMNS:
                raise RefusalError("too_large")
    except csv.Error as error:
        raise RefusalError("broken_quotes", line=f"{reader.line_num:,}") from error
    return Sheet(PurePath(file_name).stem or "File", rows, is_text=True)


def decoded(content: bytes) -> str:
    """The text of a file: UTF-8 or UTF-16 where it says so, UTF-8, or else Windows Western (cp1252)."""
    if content.startswith((codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE)):
        return content.decode("utf-16", errors="replace")
    if b"\0" in content:
        raise RefusalError("not_text")
    try:
        return content.decode("utf-8-sig")
    except UnicodeDecodeError:
        return content.decode("cp1252", errors="replace")


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
