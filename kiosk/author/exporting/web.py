"""A web page of a show: a picture of each slide by chapter, all in one file that needs no other."""

from __future__ import annotations

from base64 import b64encode
from dataclasses import dataclass
from html import escape
from string import Template
from typing import TYPE_CHECKING

from kiosk.author.exporting.titles import title_of
from kiosk.marks import Figure, Label, figure_text
from kiosk.stage.painting.frames import render
from kiosk.stage.writers import webp_of

if TYPE_CHECKING:
    from pathlib import Path

    from kiosk.author.exporting.wish import Wish
    from kiosk.author.progress import Tell
    from kiosk.author.stills import Pixels, Studio
    from kiosk.marks import Frame
    from kiosk.show.model import Chapter, Show
    from kiosk.theme import Colour, Theme

_PAGE = Template("""<!doctype html>
<html lang="$language">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="generator" content="kiosk">
<meta http-equiv="Content-Security-Policy" content="$policy">
<title>$title</title>
<style>
:root { color-scheme: $scheme; --ground: $ground; --text: $text; --quiet: $quiet; --line: $line; }
* { box-sizing: border-box; }
html { scroll-behavior: smooth; scroll-padding-top: 4rem; }
body { margin: 0; background: var(--ground); color: var(--text); line-height: 1.5;
  font-family: Inter, "Noto Sans CJK SC", "Source Han Sans SC", "PingFang SC", "Microsoft YaHei",
  system-ui, sans-serif; }
header, main { width: min(100% - 2.5rem, $wide); margin-inline: auto; }
header { padding-top: clamp(2.5rem, 8vw, 6rem); }
h1, h2 { font-weight: 600; line-height: 1.25; text-wrap: balance; margin: 0; }
h1 { font-size: clamp(2rem, 5vw, 3.5rem); }
h2 { font-size: clamp(1.4rem, 3vw, 2rem); padding-top: clamp(3rem, 8vw, 6rem); }
h2 span { color: var(--accent); margin-right: .6em; font-variant-numeric: tabular-nums; }
nav { position: sticky; top: 0; z-index: 1; margin-top: 1.5rem; background: var(--ground);
  border-bottom: 1px solid var(--line); }
nav ul { width: min(100% - 2.5rem, $wide); margin: 0 auto; padding: 0; list-style: none;
  display: flex; gap: 1.5rem; overflow-x: auto; }
nav a { display: block; padding: .9rem 0; color: var(--quiet); text-decoration: none;
  white-space: nowrap; }
nav a:hover, nav a:focus-visible { color: var(--text); }
figure { margin: clamp(1.5rem, 4vw, 3rem) 0 0; }
img { display: block; width: 100%; height: auto; border-radius: 6px; outline-offset: -1px;
  outline: 1px solid color-mix(in srgb, var(--line) 50%, transparent); }
figcaption { margin-top: .6rem; color: var(--quiet); font-size: .95rem; }
main { padding-bottom: clamp(4rem, 12vw, 9rem); }
@media (max-width: 40rem) { header, main, nav ul { width: calc(100% - 1.5rem); } }
@media (prefers-reduced-motion: reduce) { html { scroll-behavior: auto; } }
@media print { nav { display: none; } figure { break-inside: avoid; } }
</style>
</head>
<body>
<header><h1>$title</h1></header>
<nav><ul>
$links
</ul></nav>
<main>
$chapters
</main>
</body>
</html>
""")
_POLICY = "default-src 'none'; img-src data:; style-src 'unsafe-inline'"
_WIDE, _NARROW = "72rem", "40rem"  # of the pictures, which are upright in a narrow column
_DARK = 0.4  # the mean of a ground's colour below which a theme is a dark one


@dataclass(frozen=True, slots=True)
class _Still:
    """One slide on the page. said: what is written on it."""

    slide_id: str
    title: str
    said: str
    picture: bytes


def export_web(studio: Studio, wish: Wish, file: Path, tell: Tell) -> None:
    """Writes the page. Raises OSError."""
    show = wish.part_of(studio.show)
    size, look = wish.size_in(show), wish.look_in(show)
    composer = studio.composer(size)
    stills: dict[str, _Still] = {}
    tell(0, len(show.slides))
    for done, slide in enumerate(show.slides, start=1):
        frame = studio.page(slide.id, look, composer)
        image = render(frame, size, studio.assets, studio.lines)
        title = title_of(show, slide, look.language)
        stills[slide.id] = _Still(slide.id, title, _said(frame), webp_of(image))
        tell(done, len(show.slides))
    text = page_of(show, look.language, show.themes[look.theme], size, stills)
    file.write_text(text, "utf-8", newline="\n")


def page_of(
    show: Show, language: str, theme: Theme, size: Pixels, stills: dict[str, _Still]
) -> str:
    """The page as text. stills: of every slide, by its id."""
    chapters = [(index, one) for index, one in enumerate(show.chapters) if one.pages]
    titles = (show.title, *(chapter.title for _, chapter in chapters))
    title = next((said for text in titles if (said := text.in_language(language))), "")
    return _PAGE.substitute(
        language=escape(language),
        title=escape(title),
        policy=escape(_POLICY),
        scheme="dark" if sum(theme.ground[:3]) < 3 * _DARK else "light",
        ground=_css(theme.ground),
        text=_css(theme.text),
        quiet=_css(theme.quiet),
        line=_css(theme.line),
        wide=_WIDE if size[0] >= size[1] else _NARROW,
        links="\n".join(
            f'<li><a href="#{escape(one.id)}">{escape(one.title.in_language(language))}</a></li>'
            for _, one in chapters
        ),
        chapters="\n".join(
            _chapter(one, index, theme, [stills[s.id] for s in one.slides if s.id in stills], size,
                     one.title.in_language(language))
            for index, one in chapters
        ),
    )  # fmt: skip


def _chapter(
    chapter: Chapter, index: int, theme: Theme, stills: list[_Still], size: Pixels, title: str
) -> str:
    """One chapter with its slides."""
    figures = "\n".join(_figure(still, size) for still in stills)
    return (
        f'<section id="{escape(chapter.id)}" style="--accent: {_css(theme.accent(index))}">\n'
        f"<h2><span>{index + 1}</span>{escape(title)}</h2>\n{figures}\n</section>"
    )


def _figure(still: _Still, size: Pixels) -> str:
    """One slide with its title below."""
    data = b64encode(still.picture).decode("ascii")
    return (
        f'<figure id="slide-{escape(still.slide_id)}">'
        f'<img src="data:image/webp;base64,{data}" alt="{escape(still.said)}" '
        f'width="{size[0]}" height="{size[1]}" loading="lazy" decoding="async">'
        f"<figcaption>{escape(still.title)}</figcaption></figure>"
    )


def _said(frame: Frame) -> str:
    """What is written on a frame, for those who do not see it."""
    marks = [mark for sheet in frame.sheets for layer in sheet.layers for mark in layer.marks]
    texts = [
        mark.text if isinstance(mark, Label) else figure_text(mark)
        for mark in marks
        if isinstance(mark, Label | Figure) and mark.opacity > 0.0
    ]
    return " ".join(dict.fromkeys(text.strip() for text in texts if text.strip()))


def _css(colour: Colour) -> str:
    """A colour as style sheets write it."""
    red, green, blue = (round(255 * part) for part in colour[:3])
    return f"rgb({red} {green} {blue} / {colour.opacity:g})"
