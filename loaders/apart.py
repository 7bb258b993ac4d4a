"""A file read apart from the server, in a child process with limits on memory and time.

A workbook comes from outside, and there are files that make a reader ask for gigabytes or never come back. Here that
ends the child, and for the person who uploaded the file it is an ordinary problem. The child is started once and kept
warm, so that nobody notices it.
"""

from __future__ import annotations

import datetime as dt
import gc
import hashlib
import json
import os
import subprocess
import sys
import threading
from collections.abc import Sequence
from pathlib import Path
from typing import Any, BinaryIO, cast

from loaders.files.plainsheet import rows_of
from loaders.handover import from_parts, receive, send, to_parts
from loaders.loaded import Loaded
from loaders.mapping import Decision, decisions_from_json, to_json
from loaders.plans.actionplan import PlanRead, load_plan
from loaders.problem import Problem
from loaders.problems import Problems
from loaders.reading import load, load_keeping
from loaders.sheetmonth import SheetMonth, months_from_json
from loaders.teams.frames import no_tables
from model.action_plan import from_json as plan_from_json
from model.action_plan import to_json as plan_to_json

ROOT = Path(__file__).resolve().parent.parent
SECONDS = 30.0
# What a child may hold in all. A workbook of ten years of sixty teams takes a tenth of it.
MEMORY_BYTES = 1_500_000_000
_FIRST_FILE = b"Month,Team,FTE,Children allocated\nFeb-13,A,5.5,100\n"
# Whatever is made while the child starts stays as long as it lives: looking for garbage there finds none.
_START = "import gc, sys; gc.disable(); from loaders.apart import serve; serve(int(sys.argv[1]))"
_SETTINGS = {
    # What one child has compiled the next need not, whatever this machine says of it: it is a third of a start.
    "PYTHONDONTWRITEBYTECODE": "",
    "OPENBLAS_NUM_THREADS": "1",
    # What one of two threads has read with and given back is room for the other too: it saves 45 MB.
    "MALLOC_ARENA_MAX": "1",
    # Room that one file needed is kept for the next: asking for it again, page by page, took a tenth of the reading.
    "MALLOC_TRIM_THRESHOLD_": "100000000",
    "MALLOC_MMAP_THRESHOLD_": "33554432",
}


class ReaderApart:
    """Reads files in one child process, one file at a time; starts it when it is first needed or has died."""

    def __init__(self, *, seconds: float = SECONDS, memory_bytes: int = MEMORY_BYTES) -> None:
        """A reader whose child may take ``seconds`` for a file and hold ``memory_bytes`` in all."""
        self._seconds = seconds
        self._memory = memory_bytes
        self._child: subprocess.Popen[bytes] | None = None
        self._turn = threading.Lock()

    def load(
        self,
        content: bytes,
        file_name: str,
        *,
        worker_key: bytes | None = None,
        mapping: Sequence[Decision] = (),
        months: Sequence[SheetMonth] = (),
        today: dt.date | None = None,
    ) -> Loaded:
        """As :func:`loaders.load`; a child that dies or takes too long gives an error among the problems."""
        ask = {
            "file_name": file_name,
            "worker_key": worker_key.hex() if worker_key is not None else None,
            "mapping": [to_json(one) for one in mapping],
            "months": [vars(one) for one in months],
            "today": today and today.isoformat(),
        }
        with self._turn:
            answer = self._ask(json.dumps(ask).encode(), content)
        return _stopped(content, file_name, answer) if isinstance(answer, str) else from_parts(answer)

    def sheet(self, content: bytes, file_name: str, name: str) -> list[list[str]] | None:
        """As :func:`loaders.files.plainsheet.rows_of`; ``None`` too where the child dies or takes too long."""
        with self._turn:
            answer = self._ask(json.dumps({"file_name": file_name, "sheet": name}).encode(), content)
        found: list[list[str]] | None = None if isinstance(answer, str) else json.loads(answer[0])
        return found

    def plan(self, content: bytes, file_name: str) -> PlanRead:
        """As :func:`loaders.plans.actionplan.load_plan`; a child that dies or takes too long gives an error."""
        with self._turn:
            answer = self._ask(json.dumps({"file_name": file_name, "plan": True}).encode(), content)
        if isinstance(answer, str):
            return PlanRead((), _stopped(content, file_name, answer).problems)
        return PlanRead(plan_from_json(answer[0].decode()), [Problem(**told) for told in json.loads(answer[1])])

    def __enter__(self) -> ReaderApart:
        """The reader itself, for as long as the block runs."""
        return self

    def __exit__(self, *_: object) -> None:
        """End the child."""
        self.close()

    def warm(self) -> None:
        """Start the child now, so that the first file does not wait for it."""
        with self._turn:
            self._running()

    @property
    def process_id(self) -> int | None:
        """The number of the child's process; ``None`` while there is none."""
        return self._child.pid if self._child else None

    def close(self) -> None:
        """End the child."""
        with self._turn:
            self._end()

    def _ask(self, ask: bytes, content: bytes) -> list[bytes] | str:
        """The child's answer, or the code of the message that says why there is none."""
        child = self._running()
        late = threading.Event()

        def end() -> None:
            late.set()
            child.kill()

        # The watch ends a child that takes too long; the pipe then closes, which is the answer.
        watch = threading.Timer(self._seconds, end)
        watch.start()
        try:
            send(cast(BinaryIO, child.stdin), [ask, content])
            answer = receive(cast(BinaryIO, child.stdout))
        except OSError:
            answer = None
        finally:
            watch.cancel()
        if answer is None:
            self._end()
            return "reader_too_slow" if late.is_set() else "reader_stopped"
        return answer

    def _running(self) -> subprocess.Popen[bytes]:
        if self._child is None or self._child.poll() is not None:
            self._end()
            # This program itself, never what somebody typed.
            self._child = subprocess.Popen(  # noqa: S603
                [sys.executable, "-c", _START, str(self._memory)],
                cwd=ROOT,
                env={**os.environ, **_SETTINGS},
                stdin=subprocess.PIPE,
                stdout=subprocess.PIPE,
                stderr=subprocess.DEVNULL,
            )
        return self._child

    def _end(self) -> None:
        child, self._child = self._child, None
        if child is not None:
            child.kill()
            child.wait()
            for pipe in (child.stdin, child.stdout):
                if pipe is not None:
                    _close(pipe)


def _close(pipe: Any) -> None:
    try:
        pipe.close()
    except OSError:
        # What was still to be written has nobody left to read it.
        return


def _stopped(content: bytes, file_name: str, code: str) -> Loaded:
    problems = Problems()
    problems.add(code)
    return Loaded(file_name, hashlib.sha256(content).hexdigest(), no_tables(), problems.listed())


def _limit(memory_bytes: int) -> None:
    """Set what this process may hold for as long as it lives, and that it writes no file."""
    try:
        import resource
    except ImportError:
        # Windows has no such limit; the limit of time and the checks before opening a workbook hold there too.
        return
    resource.setrlimit(resource.RLIMIT_DATA, (memory_bytes, memory_bytes))
    # It writes no file: neither what a crash leaves behind nor any other.
    for limit in (resource.RLIMIT_CORE, resource.RLIMIT_FSIZE):
        resource.setrlimit(limit, (0, 0))


def _limit_time() -> None:
    """Let the next file take so much of the processor and no more, even if nobody is left who would end the child."""
    try:
        import resource
    except ImportError:
        return
    used = resource.getrusage(resource.RUSAGE_SELF)
    most = int(used.ru_utime + used.ru_stime + 2 * SECONDS)
    resource.setrlimit(resource.RLIMIT_CPU, (most, resource.getrlimit(resource.RLIMIT_CPU)[1]))


def serve(memory_bytes: int) -> None:
    """The child: read one file after the other until the parent closes the pipe."""
    answers = os.fdopen(os.dup(1), "wb")
    # Whatever a library prints must not get between the answers.
    os.dup2(os.open(os.devnull, os.O_WRONLY), 1)
    _limit(memory_bytes)
    # A first file, so that what reading needs is in place, and is not gone through in every clearing.
    to_parts(load(_FIRST_FILE, "first.csv"))
    gc.freeze()
    while parts := receive(sys.stdin.buffer):
        _limit_time()
        ask, content = parts
        asked = json.loads(ask)
        if "sheet" in asked:
            send(answers, [json.dumps(rows_of(content, asked["file_name"], asked["sheet"])).encode()])
            continue
        if "plan" in asked:
            plan = load_plan(content, asked["file_name"])
            told = json.dumps([problem.to_dict() for problem in plan.problems])
            send(answers, [plan_to_json(plan.actions).encode(), told.encode()])
            del parts, content, plan
            gc.collect()
            continue
        key, mapping, months = asked["worker_key"], decisions_from_json(asked["mapping"]), asked["months"]
        key = bytes.fromhex(key) if key is not None else None
        today = dt.date.fromisoformat(asked["today"]) if asked["today"] else None
        loaded, made_from = load_keeping(content, asked["file_name"], key, mapping, today, months_from_json(months))
        send(answers, to_parts(loaded))
        del parts, content, loaded, made_from
        gc.collect()
