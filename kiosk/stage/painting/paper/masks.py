"""See-through gradients in a PDF that Qt has written, and colours that are.

Qt gives a gradient's mask a kind in which it masks nothing, and lets the opacity or the mask of one
colour go on into the next.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from kiosk.stage.painting.paper.objects import numbers_in

if TYPE_CHECKING:
    from collections.abc import Sequence

    from kiosk.stage.painting.paper.objects import Addition, Written

_OPACITY = re.compile(rb"\s*<<\s*(/ca [\d.]+\s+/CA [\d.]+)\s*>>")
_MASK = re.compile(rb"<< /SMask << /S /Alpha /G (\d+) 0 R >> >>")


def add_masks(written: Written, added: Addition, scale: float) -> None:
    """Has gradients masked by how light their masks are, and those lie where the gradients do."""
    pattern = b""
    for number in sorted(written.places):
        head = written.head(number)
        if b"/PatternType 2" in head:
            pattern = head  # what is masked comes right before its mask
        opacity, masked = _OPACITY.match(head), _MASK.match(head)
        if opacity is not None:
            added.put(number, b"<< %s /SMask /None >>" % opacity[1])
        if masked is not None:
            form = int(masked[1])
            mask = b"/SMask << /S /Luminosity /G %d 0 R >>" % form
            added.put(number, b"<< /ca 1 /CA 1 %s >>" % mask)
            _add_form(written, added, form, (numbers_in(pattern, b"Matrix"), scale))


def _add_form(
    written: Written, added: Addition, form: int, place: tuple[tuple[float, ...], float]
) -> None:
    """Paints a mask where its gradient lies. place: the gradient's matrix, the page's scale."""
    head, (matrix, scale) = written.head(form), place
    _, _, width, height = numbers_in(head, b"BBox")
    a, b, c, d, e, f = (part / scale for part in matrix)
    # From the file's units, which go up, to Qt's on the page.
    b, d, f = -b, -d, height - f
    area = a * d - b * c
    corners = [(x - e, y - f) for x in (0.0, width) for y in (0.0, height)]
    across = [(x * d - y * c) / area for x, y in corners]
    down = [(y * a - x * b) / area for x, y in corners]
    box = min(across), min(down), max(across), max(down)
    shader = re.search(rb"/Shader(\d+) ", head)
    assert shader is not None, head
    name = int(shader[1])
    added.put_data(
        form,
        b"/Shader%d sh" % name,
        b"/Type /XObject /Subtype /Form /BBox [%s] /Matrix [%s] "
        b"/Group << /S /Transparency /CS /DeviceGray >> "
        b"/Resources << /Shading << /Shader%d %d 0 R >> >> "
        % (_said(box), _said((a, b, c, d, e, f)), name, name),
    )


def _said(numbers: Sequence[float]) -> bytes:
    """Numbers as the format writes them."""
    return " ".join(f"{number:.6f}" for number in numbers).encode("ascii")
