"""The house keeps its own rules: what can be checked by a tool is checked here, not asked for in prose."""

from __future__ import annotations

import ast
import re
import shutil
import statistics
import subprocess
import sys
from collections.abc import Iterator
from functools import cache
from pathlib import Path

import pytest

pytestmark = pytest.mark.unit

ROOT = Path(__file__).resolve().parent.parent
ROOMS = ("server", "pages", "ui", "reports", "charts", "loaders", "store", "model", "data", "benchmarks")
REQUIREMENTS = ("requirements.txt", "requirements-dev.txt")
PINNED = re.compile(r"[A-Za-z0-9._-]+(\[[a-z,]+\])?==[0-9][\w.]*")
TEXT = frozenset({".py", ".toml", ".md", ".txt", ".cfg", ".yaml", ".yml", ".json", ""})

Function = ast.FunctionDef | ast.AsyncFunctionDef


def sources() -> list[Path]:
    """Every module of the program, the tests not included."""
    return [ROOT / "app.py", *(file for room in ROOMS for file in sorted((ROOT / room).rglob("*.py")))]


def name_of(file: Path) -> str:
    return file.relative_to(ROOT).as_posix()


def functions(file: Path) -> Iterator[Function]:
    return iter(_functions(file))


@cache
def _functions(file: Path) -> list[Function]:
    return [node for node in ast.walk(ast.parse(file.read_text("utf-8"))) if isinstance(node, Function)]


def body_lines(function: Function) -> int:
    """Lines from the first statement after the docstring to the last."""
    body = function.body[1:] if ast.get_docstring(function) is not None else function.body
    return (body[-1].end_lineno or 0) - body[0].lineno + 1 if body else 0


def run(*command: str) -> subprocess.CompletedProcess[str]:
    return subprocess.run(command, cwd=ROOT, capture_output=True, text=True, check=False)


@pytest.mark.parametrize("arguments", [("ruff", "check", "."), ("ruff", "format", "--check", "."), ("mypy",)])
def test_the_checkers_find_nothing(arguments: tuple[str, ...]) -> None:
    done = run(sys.executable, "-m", *arguments)
    assert done.returncode == 0, done.stdout + done.stderr


def test_rooms_import_inwards_only() -> None:
    done = run(shutil.which("lint-imports", path=str(Path(sys.executable).parent)) or "lint-imports")
    assert done.returncode == 0, done.stdout + done.stderr


def test_a_page_reads_like_a_table_of_contents() -> None:
    # Given the length of every page in lines
    lengths = {name_of(file): len(file.read_text("utf-8").splitlines()) for file in (ROOT / "pages").glob("*.py")}
    pages = {name: length for name, length in lengths.items() if not name.endswith("__init__.py")}
    # Then none is over 80 and most are within 60
    assert pages
    assert {name: length for name, length in pages.items() if length > 80} == {}
    assert statistics.median(pages.values()) <= 60


def test_tests_of_the_loaders_mirror_their_rooms() -> None:
    # Given the folders of tests of the loaders, and the names of all files of tests
    folders = {file.parent.name for file in (ROOT / "tests" / "loaders").glob("*/test_*.py")}
    names = [file.name for file in (ROOT / "tests").rglob("test_*.py")]
    # Then each folder is called by a room, and no two files have one name
    assert folders
    assert folders <= {room.parent.name for room in (ROOT / "loaders").glob("*/__init__.py")}
    assert [name for name in set(names) if names.count(name) > 1] == []


def test_no_function_is_longer_than_fifty_lines() -> None:
    long = {
        f"{name_of(file)}: {function.name}": body_lines(function)
        for file in sources()
        for function in functions(file)
        if body_lines(function) > 50
    }
    assert long == {}


def test_no_module_is_longer_than_two_hundred_and_fifty_lines() -> None:
    lengths = {name_of(file): len(file.read_text("utf-8").splitlines()) for file in sources()}
    assert {name: length for name, length in lengths.items() if length > 250} == {}


def test_no_room_is_a_drawer_for_odds_and_ends() -> None:
    assert [name_of(file) for file in sources() if file.stem in {"utils", "util", "helpers", "common", "misc"}] == []


@pytest.mark.parametrize("word", ["unsafe_allow_html", "<style", "use_container_width", "inplace=True"])
def test_what_we_do_without_is_nowhere(word: str) -> None:
    assert [name_of(file) for file in sources() if word in file.read_text("utf-8")] == []


def test_no_default_reads_the_clock() -> None:
    # A default is worked out once, when the program starts: the day would stand still.
    reads_the_clock = [
        f"{name_of(file)}: {function.name}"
        for file in sources()
        for function in functions(file)
        for default in [*function.args.defaults, *filter(None, function.args.kw_defaults)]
        for node in ast.walk(default)
        if isinstance(node, ast.Attribute) and node.attr in {"now", "today", "utcnow"}
    ]
    assert reads_the_clock == []


def test_every_requirement_is_pinned() -> None:
    for name in REQUIREMENTS:
        lines = [line.split("#")[0].strip() for line in (ROOT / name).read_text("utf-8").splitlines()]
        loose = [line for line in lines if line and not line.startswith("-r ") and not PINNED.fullmatch(line)]
        assert loose == [], name


def test_no_file_names_the_place_that_packages_come_from() -> None:
    # Whoever installs decides where packages come from; spelt in parts so that this file does not name them either.
    places = ["pypi" + ".org", "python" + "hosted", "npm" + "js", "--index" + "-url", "--extra-index" + "-url"]
    naming = [name_of(file) for file in _texts() if any(place in file.read_text("utf-8") for place in places)]
    assert naming == []


def test_ci_calls_the_command_that_the_readme_gives() -> None:
    script = (ROOT / ".ci" / "run").read_text("utf-8")
    command = re.search(r"^command='(.+)'$", script, re.MULTILINE)
    assert command is not None
    assert command[1] in (ROOT / "README.md").read_text("utf-8")


def _texts() -> Iterator[Path]:
    folders = [ROOT / name for name in (*ROOMS, "tests", "docs", ".ci", ".streamlit") if (ROOT / name).is_dir()]
    found = [file for folder in folders for file in folder.rglob("*")] + list(ROOT.glob("*"))
    return (file for file in found if file.is_file() and file.suffix in TEXT and "__pycache__" not in file.parts)
