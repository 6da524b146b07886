"""What measurements need from package registries: fetched once into `build/bench`, not in git.

Versions are pinned where they are asked for. Nothing that a package brings is run.
"""

from __future__ import annotations

import subprocess
from pathlib import Path

BENCH = Path(__file__).parents[3] / "build" / "bench"


def npm_package(package: str) -> Path:
    """The folder of `name@version`, as npm unpacked it."""
    name, _, version = package.rpartition("@")
    prefix = BENCH / "npm" / f"{name.replace('/', '-')}-{version}"
    found = prefix / "node_modules" / name
    if not found.exists():
        prefix.mkdir(parents=True, exist_ok=True)
        options = ["--no-save", "--ignore-scripts", "--no-audit", "--no-fund", "--omit=dev"]
        subprocess.run(["npm", "install", *options, "--prefix", prefix, package], check=True)
    return found
