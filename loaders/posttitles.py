"""Workers of a list who may hold no cases: by their post titles, or because they are away."""

from __future__ import annotations

import re

from loaders.cells import plain_number, quoted
from loaders.problems import Problems
from loaders.workers import WorkerList

_OTHER_POSTS = re.compile(
    r"\b(?:(?:team |service |deputy |practice |group )*managers?|admin(?:istrators?|istration)?|business support"
    r"|(?:family|parenting|youth|early help|children'?s) (?:support )?(?:workers?|practitioners?)|support workers?"
    r"|students?|apprentices?|personal advis[eo]rs?|social work assistants?)\b",
    re.IGNORECASE,
)


def say_other_posts(listed: WorkerList, problems: Problems) -> None:
    """Warn of rows whose FTE and children are added up with the social workers', though their titles are others."""
    matches = [(worker, _OTHER_POSTS.search(worker.role or "")) for worker in listed.workers]
    others = [(worker, found.group()) for worker, found in matches if found]
    if not others:
        return
    first = others[0][0]
    words = {
        "counted": "One row has a post title" if len(others) == 1 else f"{len(others):,} rows have post titles",
        "titles": ", ".join(quoted(title) for title in dict.fromkeys(title.lower() for _, title in others)),
    }
    problems.add("other_posts", sheet=first.sheet, place=(first.row, listed.found.header.columns["role"]), words=words)


def say_away(listed: WorkerList, problems: Problems) -> None:
    """Warn of workers who are away and whose FTE is counted in their team's; one without FTE is not."""
    place = listed.fte[1] if listed.fte else 0
    for worker in listed.workers:
        if worker.away and worker.fte:
            words = {"fte": plain_number(worker.fte), "team": quoted(worker.team)}
            problems.add("worker_away", sheet=worker.sheet, place=(worker.row, place), words=words)
