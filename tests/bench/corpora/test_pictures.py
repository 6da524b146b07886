"""Hostile pictures of other projects, through the loader of pictures."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.bench.corpora.fetch import debian_source, python_source
from tests.bench.pictures import answers, damaged, summed_up

PILLOW = "pillow==13.0.0"
PILLOW_SHA256 = "cdcd1ba258178f7356d74170c9a81ba4eab6a5d55748bc402a5a2a6fe6be3510"
LIBPNG, LIBHEIF = "libpng1.6", "libheif"


def pillow() -> list[Path]:
    """Pillow's test pictures, and all else that lies beside them."""
    return files_in(python_source(PILLOW, PILLOW_SHA256), "pillow-*/Tests")


def files_in(source: Path, *folders: str) -> list[Path]:
    """The files in some folders of a source."""
    found = [folder for pattern in folders for folder in source.glob(pattern)]
    assert len(found) == len(folders), f"{source} has not all of {folders}"
    return sorted(path for folder in found for path in folder.rglob("*") if path.is_file())


@pytest.mark.timeout(600)
@pytest.mark.parametrize("corpus", ["pillow", LIBPNG, LIBHEIF])
def test_no_hostile_picture_crashes_the_loader_or_holds_it_up(corpus: str) -> None:
    if corpus == "pillow":
        files = pillow()
    elif corpus == LIBPNG:
        files = files_in(debian_source(LIBPNG), "*/contrib/testpngs", "*/contrib/pngsuite")
    else:
        files = files_in(debian_source(LIBHEIF), "*/fuzzing/corpus", "*/examples")

    print(f"\n{corpus}")
    assert summed_up(list(answers(files))) == 0


@pytest.mark.timeout(600)
def test_no_damaged_picture_does_either(tmp_path: Path) -> None:
    damaged([*pillow(), *files_in(debian_source(LIBPNG), "*/contrib/testpngs")], 2000, tmp_path)

    print("\ndamaged copies")
    assert summed_up(list(answers(sorted(tmp_path.iterdir())))) == 0
