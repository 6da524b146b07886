"""Of Babel's data what the program asks for: how numbers and dates are written, 2 of 32 MB.

The names of countries, currencies and time zones stay behind.
"""

from __future__ import annotations

import pickle
from pathlib import Path

from babel import localedata

# What kiosk/data/cldr.py reads, and what Babel needs to find a language.
_KEPT = frozenset({
    "compact_decimal_formats", "datetime_skeletons", "days", "decimal_formats", "eras", "months",
    "number_symbols", "percent_formats", "day_periods", "plural_form",
})  # fmt: skip


def slimmed(into: Path) -> None:
    """Writes the data of every language into a folder that may be there already."""
    into.mkdir(parents=True, exist_ok=True)
    for source in Path(localedata.__file__).with_name("locale-data").glob("*.dat"):
        with source.open("rb") as file:
            told = pickle.load(file)  # noqa: S301 - of the library that has been installed
        kept = {key: value for key, value in told.items() if key in _KEPT}
        with (into / source.name).open("wb") as file:
            pickle.dump(kept, file, protocol=pickle.HIGHEST_PROTOCOL)
