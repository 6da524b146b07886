"""The JSON Schema of opening hours."""

from __future__ import annotations

from kiosk.author.schema.values import SCALAR, Schema, pattern

_DAYS = ("daily", "mon-fri", "sat-sun", "mon", "tue", "wed", "thu", "fri", "sat", "sun")


def hours_schema() -> Schema:
    """The hours of each day, of holidays, and their zone; one value alone is for every day."""
    one = pattern(r"^(\s*(closed|off)\s*|[0-9:\s,，、–-]+)$")
    several: Schema = {"type": "array", "items": one, "minItems": 1}
    times: Schema = {"anyOf": [one, several]}
    by_date: Schema = {"type": "object", "additionalProperties": times}
    closed: Schema = {"type": "array", "items": {"type": SCALAR}}
    by_day: Schema = {
        "type": "object",
        "properties": {
            **dict.fromkeys(_DAYS, times),
            "holidays": {"anyOf": [by_date, closed]},
            "zone": pattern("^[A-Za-z0-9_+/-]+$"),
        },
        "additionalProperties": times,
    }
    return {"anyOf": [one, several, by_day]}
