"""The layout of a slide: the one that is named, or one that shows what there is."""

from __future__ import annotations

from collections.abc import Mapping as MappingABC

from kiosk.kinds import kind_names
from kiosk.layouts.base import KINDS, Layout, PartName, Parts
from kiosk.phrases import Phrase, phrase
from kiosk.show.fields.bind import UNFIT, Binder, Converter, Unfit
from kiosk.show.yaml.nodes import Mapping, Node, Scalar

_FIELDS: MappingABC[str, PartName] = {
    "title": "title", "subtitle": "subtitle", "text": "text", "caption": "caption",
    "picture": "picture", "number": "number", "chart": "charts", "charts": "charts",
}  # fmt: skip


def default_layout(parts: Parts, binder: Binder) -> Layout:
    """The layout of a slide that names none: for its most telling part, and so that all show."""
    names, has = _default_names(parts), _parts_of(parts)
    for name in names:  # modules are imported as they are needed
        cls = binder.known_kind(name, KINDS, Layout)
        if has <= cls.shows:
            return cls()
    return binder.known_kind(names[0], KINDS, Layout)()


def _default_names(parts: Parts) -> tuple[str, ...]:
    """The layouts that come into question, the one for its most telling part first."""
    return (
        *(("chart",) if parts.charts else ()),
        *(("big-number",) if parts.number else ()),
        *(("picture-left",) if parts.picture else ()),
        "text",
    )


def warn_of_unshown(parts: Parts, layout: Layout, node: Mapping, binder: Binder) -> None:
    """Warns of each part that the slide has and its layout has no place for."""
    has = _parts_of(parts)
    lost = has - layout.shows
    for key, _ in node.entries:
        if _FIELDS.get(key.text) in lost:
            name = type(layout).__module__.rpartition(".")[2].replace("_", "-")
            what = phrase("the layout '{name}' does not show '{word}'", name=name, word=key.text)
            binder.findings.warning(key, "not-shown", what, _other_layout(parts, binder))


def _other_layout(parts: Parts, binder: Binder) -> Phrase | None:
    """The hint with a layout that shows all parts: best the one that would have been chosen."""
    has, names = _parts_of(parts), (*_default_names(parts), *kind_names(KINDS))
    name = next((n for n in names if has <= binder.known_kind(n, KINDS, Layout).shows), None)
    return (
        None if name is None else phrase("choose a layout that does, such as '{name}'", name=name)
    )


def _parts_of(parts: Parts) -> frozenset[PartName]:
    """What the slide has."""
    texts: MappingABC[PartName, bool] = {
        "title": bool(parts.title.versions),
        "subtitle": bool(parts.subtitle.versions),
        "text": bool(parts.text.versions),
        "caption": bool(parts.caption.versions),
        "picture": parts.picture is not None,
        "number": parts.number is not None,
        "charts": bool(parts.charts),
    }
    return frozenset(name for name, is_there in texts.items() if is_there)


def _layout(node: Node, binder: Binder) -> object:
    if not isinstance(node, Scalar):
        return binder.expected(node, phrase("a layout's name"))
    cls = binder.kind(node, KINDS, Layout, phrase("layout"))
    return UNFIT if isinstance(cls, Unfit) else cls()


CONVERTERS: MappingABC[object, Converter] = {Layout: _layout}
