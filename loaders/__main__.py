"""The loader without a screen: ``python -m loaders FILE [--json]``.

Exit code 0 when the file loads, 1 when an error stops it, 2 when the command is not understood.
"""

from __future__ import annotations

import argparse
import json
import sys
from collections.abc import Sequence
from pathlib import Path

from loaders.apart import ReaderApart
from loaders.reading import Loaded
from loaders.told import as_json, in_words


def main(arguments: Sequence[str] | None = None) -> int:
    """Read the file that the command line names, print what came of it, and return the exit code."""
    parser = argparse.ArgumentParser(
        prog="python -m loaders", description="Read a team-caseload file and say what it holds."
    )
    parser.add_argument("file", type=Path, help="a workbook (.xlsx, .xlsm, .xlsb, .xls, .ods) or text with columns")
    parser.add_argument("--json", action="store_true", help="print tables and problems as JSON")
    chosen = parser.parse_args(arguments)
    try:
        content = chosen.file.read_bytes()
    except OSError as error:
        parser.error(f"{chosen.file} cannot be opened: {error.strerror}")
    with ReaderApart() as reader:
        loaded = reader.load(content, chosen.file.name)
    sys.stdout.write(_told(loaded, as_data=chosen.json))
    return 1 if loaded.stopped else 0


def _told(loaded: Loaded, *, as_data: bool) -> str:
    return json.dumps(as_json(loaded), ensure_ascii=False, indent=1) + "\n" if as_data else in_words(loaded)


if __name__ == "__main__":
    sys.exit(main())
