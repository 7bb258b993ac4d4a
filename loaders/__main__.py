"""The loader without a screen: ``python -m loaders FILE [--mapping MAP.json] [--json]``.

Exit code 0 when the file loads, 1 when an error stops it, 2 when the command is not understood.
"""

from __future__ import annotations

import argparse
import datetime as dt
import json
import sys
from collections.abc import Sequence
from pathlib import Path

from loaders.apart import ReaderApart
from loaders.loaded import Loaded
from loaders.mapping import Decision, decisions_from_json
from loaders.sheetmonth import SheetMonth, months_from_json
from loaders.told import as_json, in_words


def main(arguments: Sequence[str] | None = None) -> int:
    """Read the file that the command line names, print what came of it, and return the exit code."""
    parser = argparse.ArgumentParser(
        prog="python -m loaders", description="Read a team-caseload file and say what it holds."
    )
    parser.add_argument("file", type=Path, help="a workbook (.xlsx, .xlsm, .xlsb, .xls, .ods) or text with columns")
    parser.add_argument("--json", action="store_true", help="print tables and problems as JSON")
    parser.add_argument(
        "--mapping",
        type=Path,
        help="what columns are, as JSON with a list of {heading, field}, and months of sheets, as --json prints them",
    )
    chosen = parser.parse_args(arguments)
    try:
        content = chosen.file.read_bytes()
    except OSError as error:
        parser.error(f"{chosen.file} cannot be opened: {error.strerror}")
    try:
        mapping, months = _mapping(chosen.mapping) if chosen.mapping else ((), ())
    except (OSError, ValueError) as error:
        parser.error(f"{chosen.mapping} is no mapping: {error}")
    with ReaderApart() as reader:
        loaded = reader.load(content, chosen.file.name, mapping=mapping, months=months, today=dt.date.today())
    sys.stdout.write(_told(loaded, as_data=chosen.json))
    return 1 if loaded.stopped else 0


def _mapping(file: Path) -> tuple[tuple[Decision, ...], tuple[SheetMonth, ...]]:
    told = json.loads(file.read_text("utf-8"))
    if not isinstance(told, dict):
        return decisions_from_json(told), ()
    only_months = "months" in told and "mapping" not in told
    return decisions_from_json([] if only_months else told.get("mapping")), months_from_json(told.get("months", []))


def _told(loaded: Loaded, *, as_data: bool) -> str:
    return json.dumps(as_json(loaded), ensure_ascii=False, indent=1) + "\n" if as_data else in_words(loaded)


if __name__ == "__main__":
    sys.exit(main())
