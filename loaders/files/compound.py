"""The streams of an OLE2 file, the container of old Excel workbooks and of those with a password.

After [MS-CFB]: sectors, a table that chains them, a directory of names. Nothing a
file says of itself is believed: chains end, and nothing beyond the file is read.
"""

from __future__ import annotations

import struct

from loaders.refusal import RefusalError

OLE2 = bytes.fromhex("d0cf11e0a1b11ae1")
_LAST = 0xFFFFFFF0  # from here on a number is no sector, but an end or a gap
_ENTRY = 128
_STREAM, _ROOT = 2, 5
_HEAD = 512


class Compound:
    """An OLE2 file: the names of its streams, and each stream's bytes."""

    def __init__(self, content: bytes) -> None:
        """Read the directory. Raises :class:`RefusalError` if it is damaged."""
        self._content = content
        try:
            self._size, self._small_size = (1 << shift for shift in struct.unpack_from("<HH", content, 30))
            if self._size not in (512, 4096) or self._small_size != 64:
                raise RefusalError("damaged")
            self._table = self._read_table()
            (first,) = struct.unpack_from("<I", content, 48)
            self._streams, root = self._directory(self._chain(first))
            (small,) = struct.unpack_from("<I", content, 60)
            self._small_table = _numbers(self._chain(small)) if small < _LAST else ()
            self._small = self._chain(root) if root < _LAST else b""
        except (struct.error, UnicodeDecodeError) as error:
            raise RefusalError("damaged") from error

    @property
    def names(self) -> set[str]:
        """The names of its streams."""
        return set(self._streams)

    def stream(self, name: str) -> bytes:
        """The bytes of a stream; raises :class:`RefusalError` if not all of them are there."""
        first, size = self._streams[name]
        (least,) = struct.unpack_from("<I", self._content, 56)
        data = self._chain(first) if size >= least else self._small_chain(first)
        if len(data) < size:
            raise RefusalError("damaged")
        return data[:size]

    def _read_table(self) -> tuple[int, ...]:
        """The table of chains, from the sectors that the head and its continuations list."""
        places = list(struct.unpack_from("<109I", self._content, 76))
        (more,) = struct.unpack_from("<I", self._content, 68)
        seen: set[int] = set()
        while more < _LAST:
            if more in seen:
                raise RefusalError("damaged")
            seen.add(more)
            listed = _numbers(self._sector(more))
            places += listed[:-1]
            more = listed[-1]
        sectors = [self._sector(place) for place in places if place < _LAST]
        return _numbers(b"".join(sectors))

    def _sector(self, number: int) -> bytes:
        start = (number + 1) * self._size if self._size > _HEAD else _HEAD + number * self._size
        part = self._content[start : start + self._size]
        if not part:
            raise RefusalError("damaged")
        return part

    def _chain(self, first: int) -> bytes:
        return b"".join(self._sector(number) for number in _chain(first, self._table))

    def _small_chain(self, first: int) -> bytes:
        starts = (number * self._small_size for number in _chain(first, self._small_table))
        return b"".join(self._small[start : start + self._small_size] for start in starts)

    def _directory(self, data: bytes) -> tuple[dict[str, tuple[int, int]], int]:
        """The first sector and the size of each stream by its name, and where the small ones begin."""
        streams, root = {}, _LAST
        for start in range(0, len(data) - _ENTRY + 1, _ENTRY):
            entry = data[start : start + _ENTRY]
            length, kind = struct.unpack_from("<HB", entry, 64)
            first, size = struct.unpack_from("<II", entry, 116)
            if kind == _ROOT:
                root = first
            elif kind == _STREAM:
                streams[entry[: max(min(length, 64) - 2, 0)].decode("utf-16-le")] = (first, size)
        return streams, root


def _numbers(data: bytes) -> tuple[int, ...]:
    return struct.unpack(f"<{len(data) // 4}I", data[: len(data) // 4 * 4])


def _chain(first: int, table: tuple[int, ...]) -> list[int]:
    numbers: list[int] = []
    while first < _LAST:
        if first >= len(table) or len(numbers) > len(table):
            raise RefusalError("damaged")
        numbers.append(first)
        first = table[first]
    return numbers
