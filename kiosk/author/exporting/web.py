"""A web page of a show: a picture of each slide by chapter, all in one file that needs no other."""

from __future__ import annotations

from base64 import b64encode
from html import escape
from string import Template
from typing import TYPE_CHECKING
from urllib.parse import quote

from kiosk.author.exporting.telling import told
from kiosk.author.exporting.titles import title_of
from kiosk.phrases import phrase, said
from kiosk.stage.painting.frames import render
from kiosk.stage.stills.writers import webp_of
from kiosk.theme import is_chinese
from kiosk.typesetting.direction import runs_from_right
from kiosk.values import dataclass

if TYPE_CHECKING:
    from pathlib import Path

    from kiosk.author.exporting.wish import Wish
    from kiosk.author.progress import Tell
    from kiosk.author.stills import Pixels, Studio
    from kiosk.show.model import Chapter, Show
    from kiosk.theme import Colour, Theme

_PAGE = Template("""<!doctype html>
<html lang="$language" dir="$way">
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
h1, h2, h3 { font-weight: 600; line-height: 1.25; text-wrap: balance; margin: 0; }
h1 { font-size: clamp(2rem, 5vw, 3.5rem); }
h2 { font-size: clamp(1.4rem, 3vw, 2rem); padding-top: clamp(3rem, 8vw, 6rem); }
h2 span { color: var(--accent); margin-inline-end: .35em; font-variant-numeric: tabular-nums; }
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
h3 { font-size: 1em; font-weight: inherit; }
h3 a { color: inherit; text-decoration: none;
  scroll-margin: calc(min(100vw - 2.5rem, $wide) * $ratio + 1rem) 0 1rem; }
h3 a:hover, h3 a:focus-visible { color: var(--text); text-decoration: underline; }
:focus-visible { outline: 2px solid var(--text); outline-offset: 4px; border-radius: 2px; }
.notes { max-width: 44rem; margin: .8rem 0 0; padding-inline-start: 1rem; color: var(--text);
  border-inline-start: 2px solid var(--line); white-space: pre-line; overflow-wrap: anywhere; }
main { padding-bottom: clamp(4rem, 12vw, 9rem); }
@media (max-width: 40rem) { header, main, nav ul { width: calc(100% - 1.5rem); } }
@media (prefers-reduced-motion: reduce) { html { scroll-behavior: auto; } }
@media print { nav { display: none; } figure { break-inside: avoid; } }
</style>
</head>
<body>
<header><h1>$title</h1></header>
<nav aria-label="$chapters_said"><ul>
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
    """One slide on the page. told: it in words. notes: what is said with it, if that is wished."""

    slide_id: str
    title: str
    told: str
    picture: bytes
    notes: str = ""


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
        words = told(slide, frame, look.language) or title
        notes = slide.notes.in_language(look.language).strip() if wish.has_notes else ""
        stills[slide.id] = _Still(slide.id, title, words, webp_of(image), notes)
        tell(done, len(show.slides))
    text = page_of(show, look.language, show.themes[look.theme], size, stills)
    file.write_text(text, "utf-8", newline="\n")


def page_of(
    show: Show, language: str, theme: Theme, size: Pixels, stills: dict[str, _Still]
) -> str:
    """The page as text. stills: of every slide, by its id."""
    chapters = [(index, one) for index, one in enumerate(show.chapters) if one.pages]
    titles = (show.title, *(chapter.title for _, chapter in chapters))
    title = next((found for text in titles if (found := text.in_language(language))), "")
    return _PAGE.substitute(
        language=escape(language),
        way="rtl" if runs_from_right(title) else "ltr",
        chapters_said=said(phrase("chapters"), "zh" if is_chinese(language) else "en"),
        title=escape(title),
        policy=escape(_POLICY),
        scheme="dark" if sum(theme.ground[:3]) < 3 * _DARK else "light",
        ground=_css(theme.ground),
        text=_css(theme.text),
        quiet=_css(theme.quiet),
        line=_css(theme.line),
        ratio=f"{size[1] / size[0]:.4f}",
        wide=_WIDE if size[0] >= size[1] else _NARROW,
        links="\n".join(
            f'<li><a href="#chapter-{index + 1}">{escape(_named(one, language))}</a></li>'
            for index, one in chapters
        ),
        chapters="\n".join(
            _chapter(index, _named(one, language), theme, [stills[s.id] for s in one.slides], size)
            for index, one in chapters
        ),
    )  # fmt: skip


def _named(chapter: Chapter, language: str) -> str:
    """What a chapter is called; by its id where it has no title."""
    return chapter.title.in_language(language) or chapter.id


def _chapter(index: int, title: str, theme: Theme, stills: list[_Still], size: Pixels) -> str:
    """One chapter with its slides."""
    figures = "\n".join(_figure(still, size) for still in stills)
    return (
        f'<section id="chapter-{index + 1}" aria-labelledby="title-{index + 1}" '
        f'style="--accent: {_css(theme.accent(index))}">\n'
        f'<h2 id="title-{index + 1}"><span>{index + 1}</span> {escape(title)}</h2>\n'
        f"{figures}\n</section>"
    )


def _figure(still: _Still, size: Pixels) -> str:
    """One slide with its title below, a link to itself, so that Tab goes from slide to slide."""
    data = b64encode(still.picture).decode("ascii")
    name = f"slide-{'-'.join(still.slide_id.split())}"  # a page allows no spaces in it
    notes = f'\n<p class="notes">{escape(still.notes)}</p>' if still.notes else ""
    return (
        f'<figure id="{escape(name)}">'
        f'<img src="data:image/webp;base64,{data}" alt="{escape(still.told)}" '
        f'width="{size[0]}" height="{size[1]}" loading="lazy" decoding="async">'
        f'<figcaption><h3><a href="#{quote(name)}">{escape(still.title)}</a></h3>'
        f"</figcaption></figure>{notes}"
    )


def _css(colour: Colour) -> str:
    """A colour as style sheets write it."""
    red, green, blue = (round(255 * part) for part in colour[:3])
    return f"rgb({red} {green} {blue} / {colour.opacity:g})"
