"""A show of photographs: a slide for each, a chapter for each folder."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace
from pathlib import Path

from kiosk.author.new.captions import chosen
from kiosk.author.new.finding import Found, Photo
from kiosk.author.new.names import title_of, writable
from kiosk.author.new.starter import Content, modeline, schema_files, values_of
from kiosk.author.new.titles import readable_in, titles_of
from kiosk.author.new.wish import Wish
from kiosk.author.new.words import cleaned, mended, said, scalar, written
from kiosk.phrases import Language
from kiosk.values import dataclass

PICTURES = "pictures"

_WIDE = 1.2  # times as wide as high: such a picture fills a wide page, and upright a tall one
_LONG_TITLE, _LONG_TEXT, _SHORT = 30.0, 110.0, 16.0  # in Chinese characters
_OVER_PICTURE = 45.0  # a longer text stands beside its picture, not on it
_LATIN = 0.45  # of a Chinese character's width
_ENDS = re.compile(r"[。！？!?…]+[”」』)）]?|\.(?=\s|$)|\n")
_ABOUT: dict[Language, str] = {
    "zh": "# 每张图片一页，由 kiosk new 写成，怎么改都可以。notes 不会显示。\n",
    "en": "# A slide for each picture, written by kiosk new and yours to change.\n",
}
_PHOTO_BY: dict[str, str] = {"zh": "摄影：", "en": "Photo: "}


@dataclass(frozen=True, slots=True)
class PhotoShow:
    """The files of a show. renamed: (as it was, as it is) of names that no show could have.

    cut: how many captions were too long for a slide; the whole of them is in its notes. languages:
    of the show, which are fewer than wished where nobody has written its captions in all of them.
    """

    files: dict[str, Content]
    renamed: tuple[tuple[str, str], ...]
    cut: int
    languages: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class _Slide:
    yaml: str
    is_cut: bool


def photo_show(root: Path, found: Found, wish: Wish, language: Language) -> PhotoShow:
    """The show of the pictures in `root`. language: of the comments in its files."""
    wish = replace(wish, languages=readable_in(_in_one_language(found, wish), wish.languages))
    names = _names(found)
    files: dict[str, Content] = {}
    chapters: list[str] = []
    cut = 0
    for number, photos in enumerate(found.folders, 1):
        folder = photos[0].path.parent
        is_only = len(found.folders) == 1
        name = "photos.yaml" if is_only else f"{number}-{_slug(folder) or 'photos'}.yaml"
        own = "" if is_only else cleaned(folder.name)
        title = {"": own} if own else titles_of(wish.title, wish.languages)
        slides = [_slide(photo, names[photo.path], i, wish) for i, photo in enumerate(photos)]
        cut += sum(slide.is_cut for slide in slides)
        cover = _cover(photos, wish)
        head = f"title: {_said(title)}\npicture: {scalar_of(names[cover.path])}\n"
        first = f"  - layout: cover\n    picture: {scalar_of(names[cover.path])}\n"
        body = "\n".join((first, *(slide.yaml for slide in slides)))
        files[name] = f"{modeline('chapter')}{_ABOUT[language]}{head}slides:\n{body}".encode()
        chapters.append(name)
    for photos in found.folders:
        files |= {names[photo.path]: root / photo.path for photo in photos}
    files["show.yaml"] = _show(wish, chapters).encode()
    renamed = tuple(
        (cleaned(str(path)), name.removeprefix(f"{PICTURES}/"))
        for path, name in names.items()
        if f"{PICTURES}/{mended(path.as_posix())}" != name
    )
    return PhotoShow({**files, **schema_files(language)}, renamed, cut, wish.languages)


def _in_one_language(found: Found, wish: Wish) -> Iterator[str]:
    """The words of the show that stand there for all its languages."""
    for photos in found.folders:
        yield "" if len(found.folders) == 1 else cleaned(photos[0].path.parent.name)
        for photo in photos:
            told, name = photo.told, title_of(photo.path.name)
            yield chosen(told.titles, wish.languages).get("", "") or ("" if told.titles else name)
            yield chosen(told.captions, wish.languages).get("", "")
            yield chosen(told.alts, wish.languages).get("", "")
            yield _credit(photo, wish.languages).get("", "")


def scalar_of(name: str) -> str:
    """A file's name as a value of YAML: always between quotes."""
    quoted = scalar(name)
    return quoted if quoted.startswith('"') else f'"{quoted}"'


def _show(wish: Wish, chapters: Sequence[str]) -> str:
    fields = "".join(f"{name}: {value}\n" for name, value in values_of(wish).items())
    listed = ", ".join(scalar_of(name) for name in chapters)
    return (
        f"{modeline('show')}kiosk: 1\n"
        f"title: {_said(titles_of(wish.title, wish.languages))}\n{fields}"
        f"viewing: 1.5 m\ntheme: dusk\nchapters: [{listed}]\n"
    )


def _names(found: Found) -> dict[Path, str]:
    """Where each picture lies in the show; no two in one place."""
    names: dict[Path, str] = {}
    taken: set[str] = set()
    for photo in (photo for photos in found.folders for photo in photos):
        wanted = "/".join((PICTURES, *map(writable, photo.path.parts)))
        name, number = wanted, 2
        while name.casefold() in taken:
            stem, dot, suffix = wanted.rpartition(".")
            name, number = f"{stem}-{number}{dot}{suffix}", number + 1
        taken.add(name.casefold())
        names[photo.path] = name
    return names


def _slug(folder: Path) -> str:
    return re.sub(r"[^\w-]+", "-", cleaned(folder.name)).strip("-")


def _cover(photos: Sequence[Photo], wish: Wish) -> Photo:
    """The picture that a chapter opens with: from the middle, and of the screen's shape."""
    fit = [photo for photo in photos if _fills(photo, wish)] or [*photos]
    return fit[len(fit) // 2]


def _fills(photo: Photo, wish: Wish) -> bool:
    """Whether the picture is of the screen's shape, so that it may fill the page."""
    if wish.screen.shapes[0] == "landscape":
        return photo.width >= _WIDE * photo.height
    return photo.height >= _WIDE * photo.width


def _slide(photo: Photo, name: str, index: int, wish: Wish) -> _Slide:
    """The slide of a picture."""
    told, languages = photo.told, wish.languages
    title = chosen(told.titles, languages) or _if_any(title_of(photo.path.name))
    text = chosen(told.captions, languages)
    if text == title:
        text = {}
    if not title and text and max(map(_width, text.values())) <= _SHORT:
        title, text = text, {}
    heading = {of: _shortened(each, _LONG_TITLE) for of, each in title.items()}
    body = {of: _shortened(each, _LONG_TEXT) for of, each in text.items()}
    is_cut = heading != title or body != text
    layout, fit = _layout(photo, index, wish, title=title, text=body)
    alt = chosen(told.alts, languages) or body or heading
    lines = [f"layout: {layout}"]
    lines += [f"title: {_said(heading)}"] if heading else []
    lines += _texts("text", body)
    lines += ["picture:", f"  file: {scalar_of(name)}"]
    lines += ["  fit: contain", "  motion: none"] if fit == "contain" else []
    lines += ["  focus: [0.5, 0.4]"] if fit == "cover" and photo.height > photo.width else []
    lines += [f"  credit: {_said(credit)}"] if (credit := _credit(photo, languages)) else []
    lines += [f"  alt: {_said(alt)}"] if alt else []
    if is_cut:
        whole = (f"{title[of]}\n{text.get(of, '')}".strip() for of in title)
        notes = dict(zip(title, whole, strict=True)) if title.keys() >= text.keys() else text
        lines += _texts("notes", notes)
    return _Slide("".join(_indented(lines)), is_cut)


def _indented(lines: Sequence[str]) -> Iterator[str]:
    for i, line in enumerate(lines):
        yield f"  {'- ' if i == 0 else '  '}{line}\n"


def _texts(name: str, versions: dict[str, str]) -> list[str]:
    """A longer text: below its name where it is said in several languages."""
    if len(versions) < 2:
        return [f"{name}: {_said(versions)}"] if versions else []
    return [f"{name}:", *(f"  {of}: {scalar(written(text))}" for of, text in versions.items())]


def _said(versions: dict[str, str]) -> str:
    return said({of: written(text) for of, text in versions.items()})


def _if_any(title: str) -> dict[str, str]:
    return {"": title} if title else {}


def _layout(
    photo: Photo, index: int, wish: Wish, *, title: dict[str, str], text: dict[str, str]
) -> tuple[str, str]:
    """The layout, and how the picture fits into its place."""
    longest = max(map(_width, text.values()), default=0.0)
    if _fills(photo, wish) and longest <= _OVER_PICTURE:
        return "full-picture", "cover"
    if not title and not text:
        return "full-picture", "contain"
    return ("picture-left", "picture-right")[index % 2], "cover"


def _credit(photo: Photo, languages: tuple[str, ...]) -> dict[str, str]:
    """Who took it, said as such: a name alone under a portrait would be another's."""
    name = chosen(photo.told.credits, languages)
    if not name:
        return chosen(photo.told.rights, languages)
    by = name.get("") or name[languages[0]]
    if re.match(r"(?i)摄影|photo|图[:：/]|©", by):
        return {"": by}
    credit = {of: f"{_PHOTO_BY[of]}{name.get(of, by)}" for of in languages}
    return credit if len(credit) > 1 else {"": credit[languages[0]]}


def _width(text: str) -> float:
    """How long a text is, in Chinese characters."""
    return sum(1.0 if ord(c) >= 0x2E80 else _LATIN for c in text)


def _shortened(text: str, most: float) -> str:
    """The text up to the end of a sentence, where it is too long; else up to a word's end."""
    if _width(text) <= most:
        return text
    fitting = text
    while _width(fitting) > most - 1:
        fitting = fitting[:-1]
    ends = [match.end() for match in _ENDS.finditer(fitting)]
    if ends and _width(fitting[: ends[-1]]) >= most / 3:
        return fitting[: ends[-1]].strip()
    head, space, _ = fitting.rpartition(" ")
    kept = head if space and _width(head) >= most / 2 else fitting
    return kept.rstrip(' ,;:，；：、（([{“"') + "…"
