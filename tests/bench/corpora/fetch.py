"""What measurements need from package registries: fetched once into `build/bench`, not in git.

Versions are pinned where they are asked for; of Debian's sources those of the system's release are
taken. No script that a package of npm brings is run.
"""

from __future__ import annotations

import re
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

BENCH = Path(__file__).parents[3] / "build" / "bench"
_APT = Path("/etc/apt")


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


def python_source(requirement: str, sha256: str) -> Path:
    """The folder with the source of `name==version`, as its authors packed it."""
    folder = BENCH / "python" / requirement
    if not (folder / "done").exists():
        folder.mkdir(parents=True, exist_ok=True)
        wanted = folder / "wanted.txt"
        wanted.write_text(f"{requirement} --hash=sha256:{sha256}\n", "utf-8")
        options = ["--quiet", "--disable-pip-version-check", "--no-deps", "--no-binary", ":all:"]
        pip = [sys.executable, "-m", "pip", "download", *options, "--require-hashes"]
        subprocess.run([*pip, "-r", wanted, "-d", folder], check=True)
        _unpack(folder)
    return folder


def debian_source(package: str) -> Path:
    """The folder with the source of a package, as Debian has it, without Debian's changes."""
    folder = BENCH / "debian" / package
    if not (folder / "done").exists():
        folder.mkdir(parents=True, exist_ok=True)
        apt = _apt_for_sources(BENCH / "apt")
        subprocess.run([*apt, "update"], check=True)
        subprocess.run([*apt, "source", "--tar-only", package], cwd=folder, check=True)
        _unpack(folder)
    return folder


def _unpack(folder: Path) -> None:
    """Unpacks the archives of sources in `folder`, and says that it is done."""
    for archive in sorted(folder.glob("*.tar.*")):
        if archive.suffix in {".gz", ".xz", ".bz2"} and ".debian." not in archive.name:
            subprocess.run(["tar", "xf", archive, "-C", folder], check=True)
            archive.unlink()
    (folder / "done").touch()


def _apt_for_sources(folder: Path) -> list[str]:
    """A call of apt-get that knows the sources of what the system knows the binaries of.

    Its lists lie in `folder`: those of the system stay as they are, and no rights are needed.
    """
    parts = folder / "parts"
    for made in (parts, folder / "lists" / "partial", folder / "cache" / "archives" / "partial"):
        made.mkdir(parents=True, exist_ok=True)
    for name, text in _source_lists():
        (parts / name).write_text(text, "utf-8")
    places = {
        "Dir::Etc::SourceList": "/dev/null",
        "Dir::Etc::SourceParts": str(parts),
        "Dir::State::Lists": str(folder / "lists"),
        "Dir::Cache": str(folder / "cache"),
        "APT::Sandbox::User": "root",
    }
    options = [word for name, value in places.items() for word in ("-o", f"{name}={value}")]
    return ["apt-get", "--quiet", *options]


def _source_lists() -> Iterator[tuple[str, str]]:
    """The system's lists of packages, as lists of their sources, by name."""
    for file in (_APT / "sources.list", *sorted((_APT / "sources.list.d").glob("*"))):
        if file.suffix == ".sources":
            text = file.read_text("utf-8")
            yield file.name, re.sub(r"^Types:.*$", "Types: deb-src", text, flags=re.MULTILINE)
        elif file.suffix == ".list" and file.exists():
            lines = file.read_text("utf-8").splitlines()
            sources = [re.sub(r"^deb\s", "deb-src ", line) for line in lines if line[:4] == "deb "]
            yield file.name, "\n".join(sources) + "\n"
