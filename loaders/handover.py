"""What a file gave, on its way from the process that read it; its tables go as Arrow, which is data and no program."""

from __future__ import annotations

import io
import json
import struct
from collections.abc import Sequence
from typing import BinaryIO

import pandas as pd

from loaders.loaded import Loaded
from loaders.mapping import column_from_json
from loaders.problem import Problem
from loaders.sheetmonth import SheetMonth
from loaders.sheetread import SheetRead
from loaders.teams.frames import no_rows, no_tables
from loaders.told import told_with
from model.table import TableError

_LENGTH = struct.Struct("<Q")


def to_parts(loaded: Loaded) -> list[bytes]:
    """What was read in parts: first, as JSON, all but the tables, then each table that has rows."""
    full = {name: table for name, table in loaded.tables.items() if len(table)}
    return [json.dumps(told_with(list(full), loaded)).encode(), *map(_packed, full.values())]


def from_parts(parts: Sequence[bytes]) -> Loaded:
    """What :func:`to_parts` told, back as it was; raises KeyError, TypeError, ValueError or TableError for another."""
    told = json.loads(parts[0])
    full = dict(zip(told["tables"], parts[1:], strict=True))
    return Loaded(
        told["file_name"],
        told["sha256"],
        no_tables() | {name: _unpacked(part, name) for name, part in full.items()},
        [Problem(**problem) for problem in told["problems"]],
        [SheetRead(**one) for one in told["read"]],
        [column_from_json(one) for one in told["mapping"]],
        [SheetMonth(**one) for one in told["months"]],
    )


def _packed(table: pd.DataFrame) -> bytes:
    content = io.BytesIO()
    table.to_feather(content, compression="uncompressed")
    return content.getvalue()


def _unpacked(part: bytes, name: str) -> pd.DataFrame:
    table = pd.read_feather(io.BytesIO(part))
    if not table.dtypes.equals(no_rows(name).dtypes):
        raise TableError(f"{name} did not arrive with its own columns")
    return table


def send(pipe: BinaryIO, parts: Sequence[bytes]) -> None:
    """Write parts for :func:`receive` to read; raises OSError where nobody is left to read them."""
    pipe.write(_LENGTH.pack(len(parts)))
    for part in parts:
        pipe.write(_LENGTH.pack(len(part)))
        pipe.write(part)
    pipe.flush()


def receive(pipe: BinaryIO) -> list[bytes] | None:
    """The parts that were sent, or ``None`` when the pipe ends before they are whole."""
    try:
        return [_whole(pipe, _length(pipe)) for _ in range(_length(pipe))]
    except EOFError:
        return None


def _length(pipe: BinaryIO) -> int:
    return int(_LENGTH.unpack(_whole(pipe, _LENGTH.size))[0])


def _whole(pipe: BinaryIO, length: int) -> bytes:
    part = pipe.read(length)
    if len(part) < length:
        raise EOFError
    return part
