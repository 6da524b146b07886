"""Chromium with reveal.js and ECharts beside kiosk: the same six slides in one run, in turns.

    python -m tests.bench.peers.compare [--long] [--json FILE]

Takes 9 minutes; with `--long`, which also measures the memory after 6 minutes, 27. Writes what was
measured to `build/bench/peers/compared.json` too. Wants a machine that does nothing else: where it
is busy, both drop frames, the browser more of them, and seem cheaper than they are.
"""

from __future__ import annotations

import argparse
import json
import os
import sys
import time
from dataclasses import asdict
from pathlib import Path

from tests.bench.corpora.fetch import BENCH
from tests.bench.peers.contenders import Contender, contenders_in
from tests.bench.peers.measuring import Measured, play_of, rest_of, start_s
from tests.bench.peers.table import table

_ROUNDS = 2
_REST_S = 15.0
_BUSY = 0.5  # load before the run


def compared(contenders: tuple[Contender, ...], minutes: tuple[int, ...]) -> dict[str, Measured]:
    """All measurements by the program's name; each round begins with the other program."""
    measured = {contender.name: Measured(contender.due) for contender in contenders}
    for contender in contenders:
        start_s(contender)  # not counted: its files come from the disk, its caches are made
    for number in range(_ROUNDS):
        order = contenders if number % 2 == 0 else contenders[::-1]
        for contender in (*order, *order[::-1]):
            measured[contender.name].start_s.append(start_s(contender))
        for contender in order:
            measured[contender.name].rest.append(rest_of(contender, _REST_S))
        for contender in order:
            _say(f"round {number + 1} of {_ROUNDS}: {contender.name} plays")
            measured[contender.name].play.append(play_of(contender, minutes))
    return measured


def _say(text: str) -> None:
    print(f"{time.strftime('%H:%M:%S')} {text}", file=sys.stderr, flush=True)


def main(arguments: list[str]) -> int:
    """0 when everything was measured."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--long", action="store_true")
    parser.add_argument("--json", type=Path, default=BENCH / "peers" / "compared.json")
    chosen = parser.parse_args(arguments)
    load = os.getloadavg()[0]
    contenders = contenders_in(BENCH / "peers")
    measured = compared(contenders, (1, 6) if chosen.long else (1,))
    result = {"load_before": load, **{name: asdict(one) for name, one in measured.items()}}
    chosen.json.write_text(json.dumps(result, indent=1), "utf-8")
    peer, own = (measured[contender.name] for contender in contenders)
    print(table(peer, own))
    print(f"\nall of it is in {chosen.json}")
    if load > _BUSY:
        print(f"The machine was busy (load {load:.1f} before): measure again on a quiet one.")
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
