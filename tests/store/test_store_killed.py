"""A process killed in the middle of an upload leaves the previous state."""

from __future__ import annotations

import signal
import subprocess
import sys
from pathlib import Path

import pytest
from kept_months import FEBRUARY, WHEN, allocated, assert_same_tables, full_month, one_team

from model.assumptions import Settings
from store import Store

ROOT = Path(__file__).parents[2]

# Keeps February, and kills itself once the statement has run; "COMMIT" means just before it.
SCRIPT = """
import os, signal, sys
sys.path[:0] = {paths!r}
from kept_months import FEBRUARY, WHEN, full_month
from sqlalchemy import event
from sqlalchemy.engine import Engine
from model.assumptions import Settings
from store import Store

url, statement = sys.argv[1:]

def die():
    os.kill(os.getpid(), signal.SIGKILL)

@event.listens_for(Engine, "after_cursor_execute")
def after(connection, cursor, text, parameters, context, executemany):
    if " ".join(text.split()).startswith(statement):
        die()

@event.listens_for(Engine, "commit")
def commit(connection):
    if statement == "COMMIT" and connection.get_execution_options().get("writing"):
        die()

Store(url).keep("Stockton", full_month(FEBRUARY), file_name="f", sha256="0", by="", at=WHEN,
    settle=lambda now: now.with_values(optimum=20))
"""


def killed(file: Path, statement: str) -> None:
    script = SCRIPT.format(paths=[str(ROOT), str(Path(__file__).parent)])
    done = subprocess.run(
        [sys.executable, "-c", script, f"sqlite:///{file}", statement], capture_output=True, timeout=60
    )
    assert done.returncode == -signal.SIGKILL, done.stderr.decode()


@pytest.mark.functional
@pytest.mark.parametrize("statement", ["UPDATE meta", "INSERT INTO worker_caseload", "INSERT INTO setting", "COMMIT"])
def test_a_kill_leaves_the_previous_state(file: Path, store: Store, keep, statement: str) -> None:
    # Given a kept month
    keep(one_team(FEBRUARY, allocated=7))
    version = store.version()
    # When a process is killed while it replaces that month
    killed(file, statement)
    # Then the month, the uploads, the settings and the version are as they were, and the next upload works
    assert allocated(store.tables("Stockton")) == {(FEBRUARY, "South 1"): 7}
    assert (store.version(), len(store.uploads("Stockton"))) == (version, 1)
    assert store.settings("Stockton") == Settings()
    keep(full_month())
    assert_same_tables(store.tables("Stockton"), full_month())


@pytest.mark.functional
@pytest.mark.parametrize("statement", ["CREATE TABLE upload ", "INSERT INTO team_caseload"])
def test_a_kill_during_the_very_first_upload_leaves_nothing_kept(
    file: Path, store: Store, keep, statement: str
) -> None:
    killed(file, statement)
    assert file.exists()
    assert (store.authorities(), len(store.tables("Stockton")["team_caseload"])) == ([], 0)
    keep(full_month())
    assert_same_tables(store.tables("Stockton"), full_month())
    assert store.uploads("Stockton")[0].at == WHEN
