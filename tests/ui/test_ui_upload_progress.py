"""While a file is read, a person sees for how long it has been, and can turn to something else."""

from __future__ import annotations

import threading
from types import SimpleNamespace

import pytest

from loaders import load
from ui import upload_progress

pytestmark = pytest.mark.unit


class Status:
    """Takes the place of Streamlit's, and writes down what it is told."""

    def __init__(self, label: str, **_: object) -> None:
        self.said = [label]
        self.states: list[object] = []

    def __enter__(self) -> Status:
        return self

    def __exit__(self, *_: object) -> None:
        """Nothing to do."""

    def update(self, *, label: str, state: object = "running") -> None:
        self.said.append(label)
        self.states.append(state)


@pytest.fixture
def shown(monkeypatch: pytest.MonkeyPatch) -> list[Status]:
    made: list[Status] = []

    def status(label: str, **more: object) -> Status:
        made.append(Status(label, **more))
        return made[-1]

    monkeypatch.setattr(upload_progress, "st", SimpleNamespace(status=status))
    monkeypatch.setattr(upload_progress, "EVERY_SECONDS", 0.01)
    return made


def test_what_is_read_at_once_is_told_of_without_a_clock(shown: list[Status]) -> None:
    bad = load(b"", "a*b.xlsx")
    assert upload_progress.read_watched("a*b.xlsx", lambda: bad) is bad
    assert shown[0].said == [r"Reading a\*b\.xlsx", r"Read a\*b\.xlsx"]
    assert shown[0].states == ["error"]


def test_what_takes_longer_says_for_how_long(shown: list[Status]) -> None:
    # Given a reading that goes on until it has been told of twice
    told, good = threading.Event(), load(b"Month,Team,FTE,Allocated\nFeb-13,A,5,90\n", "good.csv")

    def slow():
        told.wait(10)
        return good

    original = Status.update

    def update(self: Status, **more: object) -> None:
        original(self, **more)  # type: ignore[arg-type]
        if len(self.said) > 2:
            told.set()

    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(Status, "update", update)
        assert upload_progress.read_watched("good.csv", slow) is good
    # Then it said that it is still reading, and at last that it is done
    assert all("so far" in label for label in shown[0].said[1:-1])
    assert len(shown[0].said) > 3
    assert shown[0].states[-1] == "complete"


def test_what_goes_wrong_in_reading_is_raised_here(shown: list[Status]) -> None:
    def broken():
        raise KeyError("x")

    with pytest.raises(KeyError):
        upload_progress.read_watched("a.csv", broken)
