"""How far type gives way before anything else does. A text is never cut, and never covered.

A text that has no room at its size is set smaller, in steps of 5 %, down to its limit; all texts of
a column alike. Where that is not enough it shrinks beyond the limit, down to the smallest size that
can be read from where people stand. A word that is wider than its line there is broken. What has no
room even so is set smaller than that, all type of its slide alike (`kiosk.layouts.uncut`), and
`kiosk check` tells of it.
"""

from __future__ import annotations

SMALLEST = 26.0  # logical units an em; more where `kiosk.typesetting.sight` asks for it
TITLE, TEXT, NAME = 0.7, 0.8, 0.7  # of their sizes; a name is a chart's, and may break after that
STEP = 0.05
