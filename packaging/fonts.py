"""Cuts the pinned typefaces down to what a show can print, and writes them where the program looks.

    python packaging/fonts.py OUT_FOLDER [--from FOLDER]...

The same sources give the same bytes: no time, path or machine goes into the result. A show is drawn
with these faces and no others, so what is not in `characters()` is a missing glyph, which the
program reports.
"""

from __future__ import annotations

import argparse
import shutil
import sys
from concurrent.futures import ProcessPoolExecutor
from dataclasses import dataclass
from pathlib import Path

from fontTools import subset
from fontTools.ttLib import TTFont

# Debian's folders, then where packaging/system.py puts the npm packages.
SOURCES = (Path("/usr/share/fonts"), Path("build/fonts/node_modules"))

# What each face may need beyond what shaping always applies: figures of one width, lining figures,
# half-width and proportional punctuation, vertical setting, superscripts, marks that suit capitals.
FEATURES = frozenset(
    (
        "case",
        "halt",
        "lnum",
        "locl",
        "palt",
        "pnum",
        "pwid",
        "sups",
        "tnum",
        "vert",
        "vhal",
        "vkrn",
        "vpal",
        "vrt2",
    )
)

# The Chinese faces are the SC ones: `locl` would turn them Japanese by the machine's language. The
# other two only npm's faces have, and would set their lines more tightly than Debian's.
NOT_IN_CHINESE = frozenset(("chws", "locl", "vchw"))

# The only configuration the program gives fontconfig: these faces, drawn the same on every machine.
# No hinting and no subpixel colours, as the stage scales; no folder of the system, so nothing is
# ever borrowed from another font.
FONTS_CONF = """\
<?xml version="1.0"?>
<!DOCTYPE fontconfig SYSTEM "urn:fontconfig:fonts.dtd">
<fontconfig>
  <dir prefix="relative">.</dir>
  <cachedir prefix="xdg">fontconfig</cachedir>
  <match target="font">
    <edit name="antialias" mode="assign"><bool>true</bool></edit>
    <edit name="hinting" mode="assign"><bool>false</bool></edit>
    <edit name="autohint" mode="assign"><bool>false</bool></edit>
    <edit name="hintstyle" mode="assign"><const>hintnone</const></edit>
    <edit name="rgba" mode="assign"><const>none</const></edit>
  </match>
</fontconfig>
"""

# Ranges of Unicode, ends included, beside GB2312.
RANGES = (
    (0x0020, 0x007E),  # Basic Latin
    (0x00A0, 0x00FF),  # Latin-1, with ² ³ × ° ± ·
    (0x0100, 0x017F),  # Latin Extended-A
    (0x01CD, 0x01DC),  # pinyin's third tone
    (0x02C6, 0x02DD),  # spacing accents
    (0x0391, 0x03C9),  # Greek, for units
    (0x2002, 0x206F),  # general punctuation
    (0x2070, 0x209C),  # superscripts and subscripts
    (0x20A0, 0x20C0),  # currency
    (0x2103, 0x2122),  # ℃ № ™
    (0x2150, 0x218B),  # fractions and Roman numerals
    (0x2190, 0x21FF),  # arrows
    (0x2200, 0x22FF),  # mathematics
    (0x2460, 0x2473),  # circled figures
    (0x25A0, 0x25FF),  # geometric shapes
    (0x3000, 0x303F),  # Chinese punctuation
    (0xFF01, 0xFFE6),  # full-width forms
)


@dataclass(frozen=True, slots=True)
class Face:
    """One face of the program: its name there, and where it may come from.

    sources: (file name, index in a collection), the first that is found is used.
    """

    family: str
    style: str
    sources: tuple[tuple[str, int], ...]
    is_chinese: bool = False

    @property
    def file_name(self) -> str:
        """The face's file in the font folder, such as `InterDisplay-Light.otf`."""
        return f"{self.postscript_name}.otf"

    @property
    def postscript_name(self) -> str:
        """The family and style as PostScript writes them: `InterDisplay-Light`."""
        return f"{self.family}-{self.style}".replace(" ", "")


def inter(family: str, style: str) -> Face:
    """A face of Inter, from Debian's `fonts-inter` or npm's `inter-ui`."""
    stem = f"{family}-{style}".replace(" ", "")
    return Face(family, style, ((f"{stem}.otf", 0), (f"{stem}.woff2", 0)))


# In Debian's collections the faces stand in the order JP, KR, SC, TC, HK.
FACES = (
    Face(
        "Noto Serif CJK SC",
        "Bold",
        (("NotoSerifCJK-Bold.ttc", 2), ("NotoSerifSC_700Bold.ttf", 0)),
        is_chinese=True,
    ),
    Face(
        "Noto Sans CJK SC",
        "Regular",
        (("NotoSansCJK-Regular.ttc", 2), ("NotoSansSC_400Regular.ttf", 0)),
        is_chinese=True,
    ),
    Face(
        "Noto Sans CJK SC",
        "Bold",
        (("NotoSansCJK-Bold.ttc", 2), ("NotoSansSC_700Bold.ttf", 0)),
        is_chinese=True,
    ),
    inter("Inter", "Regular"),
    inter("Inter", "Medium"),
    inter("Inter", "SemiBold"),
    inter("Inter Display", "Light"),
    inter("Inter Display", "Regular"),
    inter("Inter Display", "Medium"),
)


def characters() -> frozenset[int]:
    """The code points kept: all of GB2312 and `RANGES`."""
    rows = range(0xA1, 0xF8)
    cells = range(0xA1, 0xFF)
    chinese = (bytes((row, cell)).decode("gb2312", "ignore") for row in rows for cell in cells)
    ranged = (code for first, last in RANGES for code in range(first, last + 1))
    return frozenset(map(ord, "".join(chinese))) | frozenset(ranged)


def found(face: Face, folders: tuple[Path, ...]) -> tuple[Path, int] | None:
    """The file that `face` is cut from and its index there; None when no folder has one."""
    for name, index in face.sources:
        for folder in folders:
            for path in sorted(folder.rglob(name)):
                return path, index
    return None


def rename(font: TTFont, face: Face) -> None:
    """Gives `font` the family and style of `face`, in English only, wherever it came from."""
    names = font["name"]
    legal = (0, 13, 14)  # copyright, licence, its address
    texts = {record.nameID: record.toUnicode() for record in names.names if record.nameID in legal}
    # Family and style stand in the old records whole: else Qt lists "Inter Display Light" as one
    # more family.
    texts |= {1: face.family, 2: face.style, 4: f"{face.family} {face.style}"}
    texts |= {3: face.postscript_name, 6: face.postscript_name}
    names.names = []
    for number, text in sorted(texts.items()):
        names.setName(text, number, 3, 1, 0x409)


def options_for(face: Face) -> subset.Options:
    """How `face` is cut: without hints, as the stage draws at any scale and turns hinting off."""
    options = subset.Options()
    options.hinting = False
    options.glyph_names = False
    options.notdef_outline = True
    options.recalc_timestamp = False
    options.name_languages = [0x409]
    features = FEATURES | set(options.layout_features)
    options.layout_features = sorted(features - NOT_IN_CHINESE if face.is_chinese else features)
    options.drop_tables = [*options.drop_tables, "DSIG", "BASE", "MVAR", "STAT"]
    return options


def cut(face: Face, source: tuple[Path, int], out: Path) -> Path:
    """Writes `face`, cut from `source`, into the folder `out`; its path is returned."""
    path, index = source
    options = options_for(face)
    target = out / face.file_name
    with TTFont(path, fontNumber=index, lazy=True, recalcTimestamp=False) as font:
        cutter = subset.Subsetter(options)
        cutter.populate(unicodes=characters())
        cutter.subset(font)
        rename(font, face)
        font.flavor = None
        font.save(target, reorderTables=True)
    return target


def licence_beside(source: Path) -> Path | None:
    """The licence text that came with `source`: Debian's, or the npm package's."""
    places = [Path("/usr/share/doc") / f"fonts-{source.parent.name}" / "copyright"]
    places += [Path("/usr/share/doc/fonts-noto-cjk/copyright")] if "CJK" in source.name else []
    for folder in source.parents[:3]:
        places += [folder / "LICENSE_FONT", folder / "LICENSE.txt"]
    return next((place for place in places if place.is_file()), None)


def write_all(sources: dict[Face, tuple[Path, int]], out: Path) -> None:
    """Puts all faces, their licences and `FONTS_CONF` into `out`, which is replaced whole.

    fontconfig's cache goes by the folder's own time, so files changed inside it would not be seen.
    """
    fresh = out.with_name(f"{out.name}.new")
    shutil.rmtree(fresh, ignore_errors=True)
    fresh.mkdir(parents=True)
    with ProcessPoolExecutor(2) as pool:
        jobs = [pool.submit(cut, face, source, fresh) for face, source in sources.items()]
        for job in jobs:
            print(f"fonts: {out / job.result().name}")
    for face, (path, _) in sources.items():
        licence = licence_beside(path)
        if licence is not None:
            shutil.copyfile(licence, fresh / f"{face.family.replace(' ', '')}-LICENSE.txt")
    (fresh / "fonts.conf").write_text(FONTS_CONF, encoding="utf-8")
    shutil.rmtree(out, ignore_errors=True)
    fresh.rename(out)


def main(arguments: list[str]) -> int:
    """Cuts all faces, two at a time; 1 when a source is missing, which is named."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("out", type=Path)
    parser.add_argument("--from", dest="folders", type=Path, action="append")
    chosen = parser.parse_args(arguments)
    folders = tuple(chosen.folders or SOURCES)
    sources = {face: found(face, folders) for face in FACES}
    for face, source in sources.items():
        if source is None:
            wanted = " or ".join(name for name, _ in face.sources)
            print(f"fonts: no {wanted} for {face.family} {face.style}", file=sys.stderr)
    present = {face: source for face, source in sources.items() if source is not None}
    if len(present) < len(FACES):
        return 1
    write_all(present, chosen.out)
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
