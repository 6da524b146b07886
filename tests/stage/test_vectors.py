"""SVG pictures: what may be drawn, and how drawing goes on when one misbehaves."""

from __future__ import annotations

import base64
from pathlib import Path

import pytest
from PySide6.QtCore import QRect, QSize
from PySide6.QtGui import QColor, QImage

from kiosk.phrases import said
from kiosk.stage.pictures.assets import Refusal, Wanted, decoded
from kiosk.stage.vetting.vector_text import MOST_BYTES, MOST_NODES, Unfit, vetted
from kiosk.stage.vetting.vectors import drawn

HEAD = '<svg xmlns="http://www.w3.org/2000/svg" xmlns:xlink="http://www.w3.org/1999/xlink"'
HALVES = (
    '<rect width="20" height="20" fill="red"/><rect x="20" width="20" height="20" fill="blue"/>'
)


def svg(inside: str, size: str = 'width="40" height="20"') -> bytes:
    """An SVG picture."""
    return f"{HEAD} {size}>{inside}</svg>".encode()


def loaded(folder: Path, content: bytes, wanted: Wanted) -> QImage | Refusal:
    """The picture as the loader gives it."""
    (folder / wanted.file).write_bytes(content)
    return decoded(folder, wanted)


def reason(content: bytes) -> str:
    """Why it is not drawn."""
    answer = vetted(content)
    assert isinstance(answer, Unfit), answer
    return said(answer.reason, "en")


def bomb(levels: int) -> str:
    """Groups of ten uses of the group before: ten to the `levels`th parts in a few lines."""
    groups = ['<g id="g0"><rect width="1" height="1"/></g>']
    for level in range(1, levels + 1):
        uses = f'<use xlink:href="#g{level - 1}"/>' * 10
        groups.append(f'<g id="g{level}">{uses}</g>')
    return f"<defs>{''.join(groups)}</defs><use xlink:href='#g{levels}'/>"


def test_a_drawing_is_sharp_at_the_size_asked_for(tmp_path: Path) -> None:
    image = loaded(tmp_path, svg(HALVES), Wanted("halves.svg", 400, 200))

    assert isinstance(image, QImage)
    assert image.size() == QSize(400, 200)
    assert [image.pixelColor(x, 100).name() for x in (199, 200)] == ["#ff0000", "#0000ff"]


def test_a_drawing_that_covers_keeps_its_focus_in_sight(tmp_path: Path) -> None:
    image = loaded(tmp_path, svg(HALVES), Wanted("halves.svg", 50, 50, focus=(1.0, 0.5)))

    assert isinstance(image, QImage)
    assert image.size() == QSize(50, 50)
    assert {image.pixelColor(x, 25).name() for x in range(50)} == {"#0000ff"}


def test_what_a_drawing_leaves_free_is_transparent(tmp_path: Path) -> None:
    image = loaded(tmp_path, svg('<rect width="20" height="20"/>'), Wanted("half.svg", 40, 20))

    assert isinstance(image, QImage)
    assert image.pixelColor(5, 5) == QColor("black")
    assert image.pixelColor(35, 5).alpha() == 0


def test_words_in_a_drawing_are_drawn(tmp_path: Path) -> None:
    words = '<text x="4" y="40" font-family="Inter" font-size="30" fill="black">kiosk</text>'

    image = loaded(tmp_path, svg(words, 'width="100" height="50"'), Wanted("words.svg", 100, 50))

    assert isinstance(image, QImage)
    assert any(image.pixelColor(x, 30).alpha() == 255 for x in range(100))


def test_a_picture_within_a_drawing_is_drawn_where_the_drawing_holds_it(tmp_path: Path) -> None:
    red = QImage(1, 1, QImage.Format.Format_RGB32)
    red.fill("red")
    assert red.save(str(tmp_path / "red.png"))
    held = base64.b64encode((tmp_path / "red.png").read_bytes()).decode()
    within = f'<image width="40" height="20" xlink:href="data:image/png;base64,{held}"/>'

    image = loaded(tmp_path, svg(within), Wanted("within.svg", 40, 20))

    assert isinstance(image, QImage)
    assert image.pixelColor(20, 10).name() == "#ff0000"


@pytest.mark.parametrize(
    ("size", "stated"),
    [
        ('width="40" height="20"', (40.0, 20.0)),
        ('width="1in" height="2.54cm"', (96.0, 96.0)),
        ('width="100%" height="100%" viewBox="0 0 30 10"', (30.0, 10.0)),
        ('viewBox="-5, -5, 30, 10"', (30.0, 10.0)),
    ],
)
def test_the_size_is_what_the_drawing_states(size: str, stated: tuple[float, float]) -> None:
    assert vetted(svg("", size)) == stated


@pytest.mark.parametrize(
    ("inside", "why"),
    [
        ('<image href="/etc/hostname"/>', "loads another file (/etc/hostname)"),
        ('<image xlink:href="secret.png"/>', "loads another file (secret.png)"),
        ('<image xlink:href=" file:///secret.png"/>', "loads another file (file:///secret.png)"),
        ('<use href="other.svg#a"/>', "loads another file (other.svg#a)"),
        ('<image href="data:image/svg+xml,%3Csvg/%3E"/>', "loads another file"),
        ('<rect fill="url(https://a.b/c#d)"/>', "loads another file (https://a.b/c#d)"),
        ("<rect style=\"fill: URL( 'other.svg#a' )\"/>", "loads another file (other.svg#a)"),
        ("<style>rect {fill: url(other.svg#a)}</style>", "loads another file (other.svg#a)"),
        ("<style><![CDATA[@import 'a.css';]]></style>", "loads a style sheet from another file"),
        ('<font-face-uri xlink:href="a.ttf"/>', "loads another file (a.ttf)"),
        ('<g id="a"><use href="#a"/></g>', "has a part that uses itself"),
        ('<g id="a"><use href="#b"/></g><g id="b"><use href="#a"/></g>', "has a part that uses"),
        (bomb(5), f"draws more than {MOST_NODES} parts"),
        (bomb(60), f"draws more than {MOST_NODES} parts"),
        ("<g>" * 5000 + "</g>" * 5000, f"draws more than {MOST_NODES} parts or nests more than"),
        ("<g/>" * (MOST_NODES + 1), f"draws more than {MOST_NODES} parts"),
        ("<rect", "is no SVG that can be read (line 1: "),
    ],
)
def test_what_loads_files_or_draws_too_much_is_refused_in_words(inside: str, why: str) -> None:
    assert reason(svg(inside)).startswith(why)


@pytest.mark.parametrize(
    ("content", "why"),
    [
        (b"", "is no SVG that can be read"),
        (svg("", ""), "does not say how large it is"),
        (svg("", 'width="0" height="9"'), "does not say how large it is"),
        (svg("", 'width="1e9" height="1"'), "says that it is 1000000000 x 1 large"),
        (svg("", 'viewBox="0 0 1e400 1"'), "says that it is inf x 1 large"),
        (b"<html/>", "is no picture but a file of <html>"),
        (b'<?xml version="1.0" encoding="UTF-16"?>' + svg(""), "is written in UTF-16"),
        (b'<?xml-stylesheet href="a.css"?>' + svg(""), "loads a style sheet from another file"),
        (b'<!DOCTYPE svg [<!ENTITY a "b">]>' + svg("&a;"), "declares entities"),
        (b'<!DOCTYPE svg [<!ENTITY a SYSTEM "/etc/hostname">]>' + svg("&a;"), "declares entities"),
        (svg(" " * MOST_BYTES), "is larger than 4 MiB"),
    ],
)
def test_what_is_no_drawing_that_can_be_trusted_is_refused_in_words(
    content: bytes, why: str
) -> None:
    assert reason(content).startswith(why)


@pytest.mark.parametrize("inside", ["", bomb(3), '<a href="https://a.b"><rect/></a>'])
def test_what_holds_all_that_it_shows_and_no_more_than_the_budget_is_drawn(inside: str) -> None:
    assert vetted(b'<?xml version="1.0" encoding="utf-8"?>' + svg(inside)) == (40.0, 20.0)


def test_a_gradient_that_thousands_of_parts_share_counts_once() -> None:
    stops = "<stop offset='0'/>" * 50
    parts = '<rect fill="url(#a)"/>' * 10_000

    assert vetted(svg(f'<linearGradient id="a">{stops}</linearGradient>{parts}')) == (40.0, 20.0)


def test_a_drawing_that_would_take_minutes_is_given_up() -> None:
    patterns = (
        '<pattern id="fine" width="0.1" height="0.1"><rect width="9" height="9"/></pattern>'
        '<pattern id="finer" width="0.01" height="0.01"><rect class="b" width="9" height="9"/>'
        "</pattern><style>.a {fill: url(#finer)} .b {fill: url(#fine)}</style>"
    )
    content = svg(patterns + '<rect class="a" width="100" height="100"/>' * 2000)
    assert not isinstance(vetted(content), Unfit)

    answer = drawn(content, QSize(4000, 2000), QRect(0, 0, 4000, 2000), longest_s=1.5)

    assert isinstance(answer, Unfit)
    assert said(answer.reason, "en") == "takes longer than 1.5 s to draw; simplify it"


def test_what_qt_cannot_draw_is_refused() -> None:
    answer = drawn(b"<svg", QSize(40, 20), QRect(0, 0, 40, 20))

    assert isinstance(answer, Unfit)
    assert said(answer.reason, "en") == "cannot be drawn"


def test_a_refused_drawing_is_said_with_its_file(tmp_path: Path) -> None:
    answer = loaded(tmp_path, svg('<image href="/etc/hostname"/>'), Wanted("spy.svg", 40, 20))

    assert isinstance(answer, Refusal)
    assert said(answer.said, "en").startswith("the picture spy.svg loads another file (/etc/")
