"""python -m benchmarks [pages slider cold warm loading outlook] [--rounds N] [--json FILE]."""

from __future__ import annotations

import argparse
import json
from collections.abc import Iterator, Sequence
from pathlib import Path

from benchmarks import loading, outlook, outlook_screen, screen
from benchmarks.measure import Result, machine, table

ON_SCREEN = ("pages", "slider", "cold", "warm")
ALL = (*ON_SCREEN, "loading", "outlook")
# Rounds of each: enough for a steady median, few enough for a cup of tea.
ROUNDS = {"pages": 15, "slider": 25, "cold": 5, "warm": 3, "loading": 15, "outlook": 5}


def measured(chosen: Sequence[str], rounds: dict[str, int]) -> Iterator[Result]:
    """Each result as soon as it is there."""
    if "loading" in chosen:
        yield from loading.loading(rounds["loading"])
    if "outlook" in chosen:
        yield from outlook.outlook(rounds["outlook"])
        yield from outlook.against_events(rounds["outlook"])
    if not set(chosen) & set(ON_SCREEN):
        return
    with screen.prepared() as (browser, scratch):
        with screen.both_served(scratch) as pair:
            for name, measure in (("pages", screen.opening), ("slider", screen.slider), ("cold", screen.cold)):
                if name in chosen:
                    yield from measure(browser, pair, rounds[name])
        if "warm" in chosen:
            yield from screen.warm(browser, scratch, rounds["warm"])
    if "slider" in chosen:
        # With a browser of its own, and one process can drive one only.
        yield from outlook_screen.slider(rounds["slider"])


def main() -> None:
    """Measure what is asked for and print it; a report, so the exit code says nothing of the bars."""
    parser = argparse.ArgumentParser(prog="python -m benchmarks", description="Headroom's speed, as ratios.")
    parser.add_argument("what", nargs="*", choices=[*ALL, "all"], default="all", help="all by default")
    parser.add_argument("--rounds", type=int, help="rounds of each measurement (default: its own)")
    parser.add_argument("--json", type=Path, help="also write the results to this file")
    given = parser.parse_args()
    chosen = ALL if "all" in given.what else tuple(given.what)
    rounds = {name: given.rounds or default for name, default in ROUNDS.items()}
    results = list(measured(chosen, rounds))
    print(", ".join(f"{name} {value}" for name, value in machine().items()))
    print(table(results))
    if given.json:
        report = {"machine": machine(), "results": [result.as_dict() for result in results]}
        given.json.parent.mkdir(parents=True, exist_ok=True)
        given.json.write_text(json.dumps(report, indent=2), "utf-8")


if __name__ == "__main__":
    main()
