"""What holds for every kind: charts, elements, layouts and transitions alike."""

from __future__ import annotations

import dataclasses
import inspect
import typing
from pathlib import Path

import pytest

from kiosk.author.kinds import KindClass
from kiosk.charts.base import KINDS as CHARTS
from kiosk.charts.base import Chart
from kiosk.data.feed import KINDS as FEEDS
from kiosk.data.feed import Feed
from kiosk.elements.base import KINDS as ELEMENTS
from kiosk.elements.base import Element
from kiosk.kinds import kind_class, kind_names
from kiosk.layouts.base import KINDS as LAYOUTS
from kiosk.layouts.base import Layout
from kiosk.motion.transition import KINDS as TRANSITIONS
from kiosk.motion.transition import Transition
from kiosk.options import Column
from kiosk.show.slides import SlideFields

GALLERY = Path(__file__).parents[2] / "slides" / "gallery"
FAMILIES: tuple[tuple[str, type, str], ...] = (
    (CHARTS, Chart, ""),
    (ELEMENTS, Element, ""),
    (LAYOUTS, Layout, "layout-"),
    (TRANSITIONS, Transition, ""),
)
FEED_KINDS = [pytest.param(kind_class(FEEDS, n, Feed), "feed", id=n) for n in kind_names(FEEDS)]
EVERY_KIND = FEED_KINDS + [
    pytest.param(kind_class(package, name, base), prefix + name, id=prefix + name)
    for package, base, prefix in FAMILIES
    for name in kind_names(package)
]


@pytest.mark.parametrize(("kind", "folder"), EVERY_KIND)
def test_every_kind_has_its_show_in_the_gallery(kind: type, folder: str) -> None:
    del kind

    assert (GALLERY / folder / "show.yaml").is_file()


@pytest.mark.parametrize(("kind", "folder"), EVERY_KIND)
def test_every_kind_and_each_of_its_fields_is_explained_to_staff(kind: type, folder: str) -> None:
    del folder

    assert inspect.getdoc(kind)
    for field in dataclasses.fields(kind):
        assert field.metadata.get("doc") or kind.__mro__[1] is Transition, field.name


@pytest.mark.parametrize(("kind", "folder"), EVERY_KIND)
def test_every_kind_and_each_of_its_fields_is_explained_in_chinese(
    kind: KindClass, folder: str
) -> None:
    del folder

    assert kind.chinese
    for field in dataclasses.fields(kind):
        assert field.metadata.get("zh") or kind.__mro__[1] is Transition, field.name


@pytest.mark.parametrize(("kind", "folder"), EVERY_KIND)
def test_a_field_that_names_a_row_says_which_columns_it_stands_in(kind: type, folder: str) -> None:
    del folder
    types = typing.get_type_hints(kind)

    named = {n for f in dataclasses.fields(kind) for n in f.metadata.get("names_row_of", ())}

    assert all(types[name] in {Column, Column | None} for name in named)


def test_no_show_of_the_gallery_belongs_to_a_kind_or_field_that_is_gone() -> None:
    kinds = {prefix + name for package, _, prefix in FAMILIES for name in kind_names(package)}
    charts = [kind_class(CHARTS, name, Chart) for name in kind_names(CHARTS)]
    fields = {field.name for one in (Element, SlideFields) for field in dataclasses.fields(one)}
    fields |= {field.name for one in charts for field in dataclasses.fields(one)}

    shows = {folder.name for folder in GALLERY.iterdir() if folder.is_dir()}

    assert shows >= kinds
    assert shows - kinds <= {"feed", *fields}  # which has all feeds


def test_a_package_without_kinds_is_a_fault_of_the_packaging(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / "no_charts_here").mkdir()
    (tmp_path / "no_charts_here" / "__init__.py").touch()
    monkeypatch.syspath_prepend(tmp_path)

    with pytest.raises(RuntimeError, match="no kinds found in no_charts_here"):
        kind_names("no_charts_here")
