"""In which order a person reads the runs of a page: down, and column by column."""

from dataclasses import dataclass
from itertools import accumulate, pairwise

from youthvoice.pdf.letters import Run

FEWEST_LINES = 3
"""On both sides of a gap, before it is one between columns."""
GAP = 8.0
"""Points: narrower is no gap between columns."""
AGREE = 0.9
"""Of a column: as much of it must come before the next one in the file, to be sure of columns."""
ALIKE = 0.95
"""Of the widest gap: a part is divided at all gaps as wide as that at once."""
SAME_LINE = 0.5
"""Of the lower of two runs: as much of it must be beside the other."""


Line = tuple[Run, ...]
"""Runs beside one another, from left to right."""
Column = list[Line]
"""Lines from top to bottom."""


@dataclass(frozen=True)
class _Part:
    """Runs of which all are in one column; whether it is doubtful how they are read."""

    runs: list[Run]
    column: int = 0
    is_doubtful: bool = False


def ordered(runs: list[Run]) -> tuple[list[Column], bool]:
    """The columns in the order of reading, and whether that is sure.

    `runs` come in the file's order. Where a part could be read in two ways, the file's own order
    says that it is columns; where it does not, or says that it is read across (as a table is), it
    is read across and is not sure.
    """
    done: list[Column] = []
    columns, last, is_sure = 1, -1, True
    waiting = [_Part(runs)] if runs else []
    while waiting:
        part = waiting.pop()
        parts = _divided(part, columns)
        if parts:
            waiting += reversed(parts)
            columns += len(parts)
            continue
        lines = _by_line(part.runs)
        is_sure = is_sure and not (part.is_doubtful and any(len(line) > 1 for line in lines))
        if part.column == last:
            done[-1].extend(lines)
        else:
            done.append(lines)
        last = part.column
    return done, is_sure


def _divided(part: _Part, next_column: int) -> list[_Part]:
    """Into columns, or else into bands; nothing where neither is possible."""
    columns = _columns(part.runs)
    if columns and _come_one_after_the_other(part.runs, *columns):
        return [_Part(runs, next_column + n) for n, runs in enumerate(columns)]
    doubtful = part.is_doubtful or columns is not None
    bands = _bands(part.runs)
    if len(bands) > 1:
        return [_Part(runs, part.column, doubtful) for runs in bands]
    return [_Part(part.runs, part.column, True)] if doubtful and not part.is_doubtful else []


def _by_line(runs: list[Run]) -> list[Line]:
    lines: list[list[Run]] = []
    for run in sorted(runs, key=lambda one: (one.box[1] + one.box[3], one.box[0])):
        if lines and _is_beside(lines[-1][0], run):
            lines[-1].append(run)
        else:
            lines.append([run])
    return [tuple(sorted(line, key=lambda one: one.box[0])) for line in lines]


def _columns(runs: list[Run]) -> tuple[list[Run], list[Run]] | None:
    """Left and right of the leftmost gap that goes all the way down, if there is one."""
    by_left, reach = sorted(runs, key=lambda one: one.box[0]), 0.0
    for index, run in enumerate(by_left):
        if index and run.box[0] - reach > GAP and _are_columns(by_left[:index], by_left[index:]):
            return _as_they_came(runs, by_left[:index]), _as_they_came(runs, by_left[index:])
        reach = max(reach, run.box[2])
    return None


def _are_columns(left: list[Run], right: list[Run]) -> bool:
    if min(len(_by_line(left)), len(_by_line(right))) < FEWEST_LINES:
        return False
    top = max(min(one.box[1] for one in side) for side in (left, right))
    bottom = min(max(one.box[3] for one in side) for side in (left, right))
    return bottom > top


def _bands(runs: list[Run]) -> list[list[Run]]:
    """Parts from top to bottom, divided by the widest gaps that go all the way across."""
    if all(len(line) == 1 for line in _by_line(runs)):
        return [runs]
    by_top = sorted(runs, key=lambda one: one.box[1])
    reaches = list(accumulate((run.box[3] for run in by_top), max))
    gaps = [run.box[1] - reach for run, reach in zip(by_top[1:], reaches, strict=False)]
    widest = max(gaps, default=0.0)
    if widest <= 0:
        return [runs]
    cuts = [0, *(n for n, gap in enumerate(gaps, 1) if gap >= ALIKE * widest), len(runs)]
    return [_as_they_came(runs, by_top[a:b]) for a, b in pairwise(cuts)]


def _as_they_came(runs: list[Run], some: list[Run]) -> list[Run]:
    chosen = set(map(id, some))
    return [run for run in runs if id(run) in chosen]


def _is_beside(one: Run, other: Run) -> bool:
    shared = min(one.box[3], other.box[3]) - max(one.box[1], other.box[1])
    return shared > SAME_LINE * min(one.box[3] - one.box[1], other.box[3] - other.box[1])


def _come_one_after_the_other(runs: list[Run], left: list[Run], right: list[Run]) -> bool:
    """Whether the file itself has all of the left column before all of the right one."""
    first = set(map(id, runs[: len(left)]))
    return sum(id(run) in first for run in left) >= AGREE * len(left)
