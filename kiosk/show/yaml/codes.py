"""The short names of the mistakes that loading can find."""

from __future__ import annotations

from typing import Literal

Code = Literal[
    # nothing there, or nothing that can be read
    "no-folder", "no-show-file", "no-slides", "newer-show", "unreadable-file", "too-big",
    "not-text", "empty-file", "encoding", "damaged-character",
    # how YAML is written
    "syntax", "unclosed-bracket", "wrong-bracket", "unclosed-quote", "tab", "wide-punctuation",
    "colon", "dash", "second-colon", "indentation", "quotes-needed", "backslash",
    "control-character", "two-documents", "tag", "alias", "field-name", "duplicate-field",
    # what is written
    "unknown-field", "missing-field", "empty-field", "wrong-value", "out-of-range", "too-long",
    "unknown-kind", "unknown-entry", "unknown-column", "unknown-row", "unknown-theme",
    "unknown-language", "missing-translation", "unclosed-brace", "unclosed-star",
    "unknown-fact", "unknown-fact-field", "unknown-slide", "unknown-unit", "unknown-period",
    "typed-number", "different-figures", "doubtful",
    "missing-file", "outside-path", "not-shown", "reserved-id", "duplicate-id", "empty-slide",
    "past", "not-yet", "feed", "missing-glyph", "turning-sign",
]  # fmt: skip
