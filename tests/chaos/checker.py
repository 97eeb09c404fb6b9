# SPDX-License-Identifier: GPL-3.0-or-later
"""What must hold when everything is quiet again, as functions of what was read from all sides."""
import re
from collections import Counter

_SAVED = re.compile(r"^saved (\d+) ([0-9a-f]{64})$")
PROBLEMS_MAX = 20


def read_history(text):
    """(sequence, hash) of each line that is whole; one that a kill cut off told nothing."""
    return [(int(found[1]), found[2]) for line in text.split("\n") if (found := _SAVED.match(line))]


def check_operations(seat, history, journal, ledger):
    """Reported saved, kept here, and in the ledger: the same operations, each once, with equal hash."""
    problems = []
    for name, rows in (("history", history), ("journal", journal), ("ledger", ledger)):
        for sequence, count in Counter(sequence for sequence, _ in rows).items():
            if count > 1:
                problems.append(f"{seat}: operation {sequence} is {count} times in the {name}")
    kept, taken = dict(journal), dict(ledger)
    for sequence, fingerprint in history:
        if sequence not in taken:
            problems.append(f"{seat}: operation {sequence} was reported saved and is not in the ledger")
        elif taken[sequence] != fingerprint:
            problems.append(f"{seat}: operation {sequence} has another hash in the ledger")
        if kept.get(sequence) != fingerprint:
            problems.append(f"{seat}: operation {sequence} was reported saved and is not in the journal")
    for sequence in kept.keys() ^ taken.keys():
        where = "journal" if sequence in kept else "ledger"
        problems.append(f"{seat}: operation {sequence} is in the {where} only")
    for sequence in kept.keys() & taken.keys():
        if kept[sequence] != taken[sequence]:
            problems.append(f"{seat}: operation {sequence} differs between journal and ledger")
    return problems


def shown(value):
    """A value as screens would know it; empty when there is nothing to see."""
    if isinstance(value, bool) or value is None:
        return ""
    return str(int(value)) if isinstance(value, (int, float)) else str(value)


def picture_of(rows):
    """The rows of a seat or of the server, comparable."""
    picture = {}
    for key, value in rows.items():
        text = shown(value)
        # A ticket's place in the file is made from it before the server's row is there.
        if text and not (key.endswith("/received_at") and text == "0"):
            picture[key] = text
    return picture


def check_picture(seat, seen, truth):
    """What a seat shows is what the server has, row by row."""
    problems = []
    for key in sorted(truth.keys() | seen.keys()):
        if seen.get(key) != truth.get(key):
            problems.append(f"{seat}: {key} shows {seen.get(key)!r}, is {truth.get(key)!r}")
    return problems


def check_activities(in_table, in_operations):
    """Records are append-only: as many rows as the applied operations have distinct ids."""
    if in_table != in_operations:
        return [f"{in_table} activities, {in_operations} distinct ones in the applied operations"]
    return []
