"""What can be said of a workbook before it is opened: its parts are unpacked one at a time, under limits.

A workbook is a zip of XML. A small one can ask a reader for gigabytes: by what it
unpacks to, by one cell in the farthest corner, by one long text shown a million
times, by entities that expand. All of that is looked at here, on the bytes.
"""

from __future__ import annotations

import io
import re
import zipfile
import zlib
from collections.abc import Iterator, Mapping

from loaders.files.reach import refuse_far_cells
from loaders.refusal import RefusalError

MOST_BYTES = 20_000_000
_MOST_UNPACKED = 200_000_000
_MOST_IN_A_PART = 60_000_000
_MOST_PARTS = 3_000
_MOST_TEXT = 500_000_000
_LONGEST_TEXT = 40_000

_BROKEN = (zipfile.BadZipFile, zlib.error, NotImplementedError, ValueError, EOFError, OSError, IndexError)
# Readers make room for as many entries as a part says it has.
_FALSE_COUNT = re.compile(rb"ount\s*=\s*[\"']\s*\+?\d{8,}")


def unpacked(content: bytes) -> dict[str, bytes]:
    """The parts of a workbook by their names, once it is known to be safe to open.

    Raises :class:`RefusalError` if it is damaged, too large, or made to break a reader.
    """
    try:
        with zipfile.ZipFile(io.BytesIO(content)) as archive:
            entries = archive.infolist()
        if len(entries) > _MOST_PARTS:
            raise RefusalError("too_large")
        parts = dict(_parts(content, entries))
    except _BROKEN as error:
        raise RefusalError("damaged") from error
    for name, part in parts.items():
        # No reader opens the list of an OpenDocument file's parts, and old ones name their grammar there.
        if name != "META-INF/manifest.xml" and part.lstrip(b"\xef\xbb\xbf \t\r\n").startswith(b"<"):
            _refuse_unsafe(part)
    _refuse_long_texts(parts)
    return parts


def stored(parts: Mapping[str, bytes]) -> bytes:
    """A zip of the parts as they are, so that nobody has to unpack them again."""
    content = io.BytesIO()
    with zipfile.ZipFile(content, "w") as archive:
        for name, part in parts.items():
            archive.writestr(zipfile.ZipInfo(name), part)
    return content.getvalue()


def part_names(content: bytes) -> set[str]:
    """The names of the parts of a zip, in small letters; raises :class:`RefusalError` if it is damaged."""
    try:
        with zipfile.ZipFile(io.BytesIO(content)) as archive:
            return {_name(entry).casefold() for entry in archive.infolist()}
    except _BROKEN as error:
        raise RefusalError("damaged") from error


def _name(entry: zipfile.ZipInfo) -> str:
    return entry.filename.replace("\\", "/").lstrip("/")


def _parts(content: bytes, entries: list[zipfile.ZipInfo]) -> Iterator[tuple[str, bytes]]:
    """Each part and its name. What a part claims to unpack to is not believed."""
    left = _MOST_UNPACKED
    for entry in entries:
        part = _inflated(content, entry, min(left, _MOST_IN_A_PART))
        left -= len(part)
        if b"\0" in part[:64] and entry.filename.casefold().endswith((".xml", ".rels")):
            # Text in two bytes a letter would go unseen past every check below.
            raise RefusalError("unsafe")
        yield _name(entry), part


def _name_bytes(entry: zipfile.ZipInfo) -> bytes:
    """The name of a part as the directory spells it; only what is said to be Unicode is."""
    return entry.orig_filename.encode("utf-8" if entry.flag_bits & 0x800 else "cp437")


def _inflated(content: bytes, entry: zipfile.ZipInfo, most: int) -> bytes:
    """One part, unpacked up to a limit."""
    start = entry.header_offset
    if content[start : start + 4] != b"PK\x03\x04" or entry.flag_bits & 1:
        raise zipfile.BadZipFile("no part where the directory says")
    lengths = content[start + 26 : start + 30]
    name = int.from_bytes(lengths[:2], "little")
    if content[start + 30 : start + 30 + name] != _name_bytes(entry):
        raise zipfile.BadZipFile("a part has two names")
    begin = start + 30 + name + int.from_bytes(lengths[2:], "little")
    packed = content[begin : begin + entry.compress_size]
    whole = True
    if entry.compress_type == zipfile.ZIP_STORED:
        part = packed[: most + 1]
    elif entry.compress_type == zipfile.ZIP_DEFLATED:
        unpacker = zlib.decompressobj(-15)
        part = unpacker.decompress(packed, most + 1)
        whole = unpacker.eof
    else:
        raise zipfile.BadZipFile("packed in a way no spreadsheet program uses")
    if len(part) > most:
        raise RefusalError("too_large")
    if not whole or zlib.crc32(part) != entry.CRC:
        raise zipfile.BadZipFile("a part is cut short or changed")
    return part


def _refuse_unsafe(part: bytes) -> None:
    """Refuse entities, false counts, and a cell so far out that the rectangle down to it fills the memory."""
    # One rare letter is looked for before the whole word: most parts are gone through once, and fast.
    entities = b"!" in part and (b"<!DOCTYPE" in part or b"<!ENTITY" in part)
    if entities or _FALSE_COUNT.search(part):
        raise RefusalError("unsafe")
    refuse_far_cells(part)


def _refuse_long_texts(parts: Mapping[str, bytes]) -> None:
    """A shared text is copied into every cell that shows it."""
    shared = next((part for name, part in parts.items() if name.casefold() == "xl/sharedstrings.xml"), b"")
    if len(shared) <= _LONGEST_TEXT:
        return
    longest = max(map(len, re.split(rb"</(?:\w+:)?si>", shared)))
    if longest <= _LONGEST_TEXT:
        return
    shown = sum(part.count(b't="s"') + part.count(b"t='s'") for part in parts.values())
    if shown * longest > _MOST_TEXT:
        raise RefusalError("unsafe")
