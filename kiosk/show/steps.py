"""Steps of a slide: each is the slide before it with some fields changed, and a slide of its own.

So a step is timed, turned to, sought and painted as every slide is. What is written of a chart in a
step changes the fields of the chart that there is; of another type, those that it can have stay.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from kiosk.charts.base import KINDS, Chart
from kiosk.kinds import kind_names
from kiosk.phrases import Phrase, phrase, quoted, write
from kiosk.show.fields.bind import UNFIT, Binder, Unfit
from kiosk.show.findings import Findings
from kiosk.show.yaml.nodes import Mapping, Node, Scalar, Sequence
from kiosk.values import dataclass

_KEPT_BACK = frozenset({"id", "steps"})  # of a slide, what its steps do not have


@dataclass(frozen=True, slots=True)
class Steps:
    """What changes at each step, as it was written."""

    nodes: tuple[Mapping, ...] = ()


def steps_in(node: Node, fields: tuple[str, ...], binder: Binder) -> Steps | Unfit:
    """A list of changes. fields: those of a slide that a step may change, one at least."""
    items = node.items if isinstance(node, Sequence) else (node,)
    if isinstance(node, Scalar) or not items:
        return binder.expected(node, phrase("a list of changes"), _example())
    known = [_is_change(item, fields, binder) for item in items]
    if not all(known):
        return UNFIT
    return Steps(tuple(item for item in items if isinstance(item, Mapping)))


def changed(slide: Mapping, step: Mapping, binder: Binder) -> Mapping:
    """The fields of the slide as they are from that step on, where the step was written."""
    written = {key.text: (key, value) for key, value in step.entries}
    entries = [
        written.pop(key.text, (key, value)) if key.text != "chart" else (key, value)
        for key, value in slide.entries
        if key.text not in _KEPT_BACK
    ]
    chart = slide.get("chart")
    change = written["chart"][1] if "chart" in written else None
    if isinstance(chart, Mapping) and isinstance(change, Mapping):
        key, _ = written.pop("chart")
        entries = [
            (key, _charted(chart, change, binder)) if old.text == "chart" else (old, value)
            for old, value in entries
        ]
    elif "chart" in written:
        entries = [entry for entry in entries if entry[0].text != "chart"]
    return replace(step, entries=(*entries, *written.values()))


def _is_change(node: Node, fields: tuple[str, ...], binder: Binder) -> bool:
    """Whether the step changes something, and nothing that a step cannot; else it is reported."""
    if not isinstance(node, Mapping) or not node.entries:
        binder.expected(node, phrase("what changes"), _example())
        return False
    strange = [key for key, _ in node.entries if key.text not in fields]
    for key in strange:
        hint = binder.findings.meant(
            key.text, fields, phrase("a step changes: {names}", names=", ".join(fields))
        )
        what = phrase("a step cannot change '{word}'", word=key.text)
        binder.findings.error(key, "unknown-field", what, hint)
    return not strange


def _charted(chart: Mapping, change: Mapping, binder: Binder) -> Mapping:
    """The chart's fields with what changes; of another type, only those that it can have."""
    written = {key.text: (key, value) for key, value in change.entries}
    kept = chart.entries
    kind = change.get("type")
    if isinstance(kind, Scalar) and kind.text in kind_names(KINDS):
        kept = tuple(_fitting(chart, kind.text, frozenset(written), binder))
    entries = [written.pop(key.text, (key, value)) for key, value in kept]
    return replace(change, entries=(*entries, *written.values()))


def _fitting(
    chart: Mapping, kind: str, written: frozenset[str], binder: Binder
) -> Iterator[tuple[Scalar, Node]]:
    """The chart's entries that a chart of that kind can have as they are, or that change."""
    silent = replace(binder, findings=Findings())
    form = binder.form(binder.known_kind(kind, KINDS, Chart))
    for key, value in chart.entries:
        field = form.fields.get(key.text)
        is_there = field is not None and field.convert(value, silent) is not UNFIT
        if is_there or key.text in written or key.text == "type":
            yield key, value


def _example() -> Phrase:
    return write(quoted("- chart: {highlight: …}"))
