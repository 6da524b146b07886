"""Very many mutated shows through the loader: clear problems alone, none slower than a second.

    python -m tests.bench.mutations [COUNT] [FIRST]

COUNT: 100 000 unless told. FIRST: the number of the first one; a number is a seed, so that runs
with other numbers see other mutations. Stops with an error at the first that is not sound, and
prints the counts; every tenth is one of a machine's file too.
"""

from __future__ import annotations

import sys
from collections import Counter

from tests.unit.show.mutated import mutated_machine, mutated_show, mutations_of


def main(arguments: list[str]) -> None:
    """Prints what became of the mutations."""
    count, first = (*map(int, arguments), *(100_000, 0)[len(arguments) :])
    kinds: Counter[str] = Counter()
    slowest_s, slowest = 0.0, ""
    for mutation in mutations_of(range(first, first + count)):
        is_show, problems, taken_s = mutated_show(mutation)
        kinds[_kind(is_show=is_show, problems=problems)] += 1
        if taken_s > slowest_s:
            slowest_s, slowest = taken_s, str(mutation)
        if mutation.number % 10 == 0:
            wrong = mutated_machine(mutation.number)
            kinds["machine's file, with problems" if wrong else "machine's file, without"] += 1
    for kind, number in sorted(kinds.items()):
        print(f"{number:7}  {kind}")
    print(f"{count} from {first}; the slowest took {slowest_s:.2f} s: {slowest}")


def _kind(*, is_show: bool, problems: int) -> str:
    if not is_show:
        return "no show, and why"
    return "a show with problems" if problems else "a show without"


if __name__ == "__main__":
    main(sys.argv[1:])
