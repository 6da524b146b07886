"""What the program says in Chinese, by its English phrase. Names in braces stay as they are."""

from __future__ import annotations

from collections.abc import Mapping

CHINESE: Mapping[str, str] = {}
