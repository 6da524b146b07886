"""The panorama's two themes: an evening and a day on pale paper."""

from __future__ import annotations

from dataclasses import dataclass

import skyline

Hours = tuple[str, str, str]
"""One colour at the left, in the middle and at the right of the panorama."""


@dataclass(frozen=True, slots=True)
class Tone:
    """The colours of one theme's panorama."""

    sky: tuple[str, ...]
    zenith: str
    far: Hours
    near: Hours
    front: Hours
    mist: str
    towers: skyline.Cladding
    city: skyline.Cladding
    panes: tuple[str, ...]
    glass: tuple[str, str]
    roof: tuple[str, str]
    mullion: str
    hall: tuple[str, str]
    car: tuple[str, str]
    crystal: tuple[str, str, str]
    plane: str
    pagoda: tuple[str, str]
    pool: str
    sun: str
    halo: float
    night: bool


def dusk() -> Tone:
    """Evening: deep blue at the left, sunset at the right."""
    return Tone(
        sky=("#15224F", "#1B2560", "#2A2A70", "#46327C", "#7C4680", "#CC6862", "#F6AC60"),
        zenith="#0D1636",
        far=("#1f2d5c", "#463468", "#b4605c"), near=("#0d1530", "#181128", "#331a2a"),
        front=("#070c1e", "#0e0a1c", "#1e0f1c"), mist="#8d5a80",
        towers=skyline.Cladding("#101838", "#2f3468", "#2a2c5c"),
        city=skyline.Cladding("#1c1434", "#4c3158", "#4a2c50"),
        panes=("#ffd98a", "#ffc067", "#ffe9bd", "#9fd0ff"),
        glass=("#ffd489", "#e8904c"), roof=("#efdcd8", "#8d7fa6"), mullion="#5a2f34",
        hall=("#10183a", "#FFC49A"), car=("#ffd2b0", "#d98a62"),
        crystal=("#2a8f92", "#0d3d50", "#8ff0e6"), plane="#eaf5ff",
        pagoda=("#40192c", "#ffcf86"), pool="#f0a07a", sun="#fff4d6", halo=1.0, night=True,
    )  # fmt: skip


def paper() -> Tone:
    """Day: pale paper, a low red sun at the right."""
    return Tone(
        sky=("#C9D6DA", "#D3DCD9", "#DEE2D6", "#EBE6D2", "#F4E3C4", "#F6D7AC", "#F3C58F"),
        zenith="#F1EFE6",
        far=("#B3C6CA", "#C6CCC0", "#E3BC8F"), near=("#4E737C", "#6F7F72", "#9C7458"),
        front=("#41646e", "#59695f", "#7f5d48"), mist="#F3EEDF",
        towers=skyline.Cladding("#5E7C86", "#93abb0", "#a9bcbd"),
        city=skyline.Cladding("#5f7b83", "#93a5a3", "#a5ada0"),
        panes=("#F6F1E7",), glass=("#FBEBCB", "#E8CB98"), roof=("#7a8d98", "#4f626f"),
        mullion="#8a7a60", hall=("#456670", "#f4e3c4"), car=("#B9681A", "#8A4704"),
        crystal=("#4f9a9a", "#2d7780", "#e4f4f0"), plane="#02529B",
        pagoda=("#6b4552", "#F6E9CF"), pool="#a9cccb", sun="#E9784A", halo=0.55, night=False,
    )  # fmt: skip
