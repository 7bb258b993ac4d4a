"""A Streamlit server in a process of its own, for a measurement or a browser test."""

from __future__ import annotations

import os
import re
import subprocess
import sys
import tempfile
import time
import urllib.request
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from urllib.error import URLError

ROOT = Path(__file__).resolve().parent.parent
SECONDS_TO_START = 60.0
SECONDS_TO_STOP = 10.0
ADDRESS = re.compile(r"URL:\s+(?:\x1b\[[0-9;]*m)*(http://localhost:\d+)")


class ServerError(RuntimeError):
    """The server did not start; the message holds what it wrote."""


@dataclass(frozen=True)
class Served:
    """A server that answers: where, its process, what it writes."""

    url: str
    process: subprocess.Popen[bytes]
    log: Path

    def output(self) -> str:
        """Everything the server has written so far; nothing once it has been cleared away."""
        return self.log.read_text("utf-8", errors="replace") if self.log.exists() else ""


@contextmanager
def headroom(database: Path, *arguments: str) -> Iterator[Served]:
    """Serve Headroom with `streamlit run app.py` on a free port, its months kept in the SQLite file `database`.

    Raises ServerError with the server's own words when it does not start.
    """
    environment = {"HEADROOM_DATABASE_URL": f"sqlite:///{database}"}
    with streamlit_run(ROOT / "app.py", ROOT, environment, *arguments) as served:
        yield served


@contextmanager
def streamlit_run(script: Path, folder: Path, environment: Mapping[str, str], *arguments: str) -> Iterator[Served]:
    """Run a script on a free port of this machine from `folder`, wait until it answers, and end it afterwards."""
    with tempfile.TemporaryDirectory(prefix="headroom-served-") as scratch:
        log = Path(scratch) / "output.txt"
        process = _start(script, folder, environment, arguments, log)
        try:
            yield _wait(process, log)
        finally:
            _stop(process)


def _start(
    script: Path, folder: Path, environment: Mapping[str, str], arguments: tuple[str, ...], log: Path
) -> subprocess.Popen[bytes]:
    command = [sys.executable, "-m", "streamlit", "run", str(script)]
    command += ["--server.port", "0", "--server.headless", "true", *arguments]
    with log.open("wb") as output:
        return subprocess.Popen(
            command,
            cwd=folder,
            env={**os.environ, **environment},
            stdin=subprocess.DEVNULL,
            stdout=output,
            stderr=subprocess.STDOUT,
        )


def _wait(process: subprocess.Popen[bytes], log: Path) -> Served:
    deadline = time.monotonic() + SECONDS_TO_START
    while time.monotonic() < deadline and process.poll() is None:
        found = ADDRESS.search(log.read_text("utf-8", errors="replace"))
        if found and _is_healthy(found[1]):
            return Served(found[1], process, log)
        time.sleep(0.05)
    state = f"ended with {process.returncode}" if process.poll() is not None else "did not answer in time"
    raise ServerError(f"The server {state}. It wrote:\n{log.read_text('utf-8', errors='replace')}")


def _is_healthy(url: str) -> bool:
    try:
        with urllib.request.urlopen(f"{url}/_stcore/health", timeout=SECONDS_TO_START) as answer:
            return bool(answer.status == 200)
    except (URLError, ConnectionError, TimeoutError):
        return False


def _stop(process: subprocess.Popen[bytes]) -> None:
    process.terminate()
    try:
        process.wait(SECONDS_TO_STOP)
    except subprocess.TimeoutExpired:
        process.kill()
        process.wait()
