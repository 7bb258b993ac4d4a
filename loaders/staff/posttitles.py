"""Post titles in a list of workers that are not those of social workers who hold cases."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from loaders.files.cells import quoted
from loaders.problems import Problems
from loaders.words.phrases import patterns

if TYPE_CHECKING:
    from loaders.staff.workerrows import WorkerList

_OTHER_POSTS = re.compile(rf"\b{patterns(__file__, 'post_titles')['others']}\b", re.IGNORECASE)


def title_in(name: str) -> str:
    """A post title without cases beside a worker's name, in brackets or after a dash; "" for none.

    >>> title_in("Jo Green (FSW)"), title_in("Student - Jo Green"), title_in("Jo Green")
    ('FSW', 'Student', '')
    """
    said = re.split(r"\s[-–—]\s|[(\[]", name, maxsplit=1)
    found = (_OTHER_POSTS.search(said[1]) or _OTHER_POSTS.fullmatch(said[0].strip())) if len(said) > 1 else None
    return found.group() if found else ""


def is_other_post(title: str) -> bool:
    """Whether a post title is not that of a social worker who holds cases."""
    return _OTHER_POSTS.search(title) is not None


def say_other_posts(listed: WorkerList, problems: Problems) -> None:
    """Warn of rows whose FTE and children are added up with the social workers', though their titles are others."""
    matches = [(worker, _OTHER_POSTS.search(worker.role or "")) for worker in listed.workers]
    others = [(worker, found.group()) for worker, found in matches if found]
    if not others:
        return
    first = others[0][0]
    columns = listed.found.header.columns
    words = {
        "counted": "One row has a post title that is not that of a social worker who holds cases"
        if len(others) == 1
        else f"{len(others):,} rows have post titles that are not those of social workers who hold cases",
        "titles": ", ".join(quoted(title) for title in dict.fromkeys(title.lower() for _, title in others)),
    }
    problems.add("other_posts", sheet=first.sheet, place=(first.row, columns.get("role", first.column)), words=words)
