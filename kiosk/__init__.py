"""Plays shows of pictures, text and moving charts on touchscreens."""

from __future__ import annotations

__version__ = "0.1.0"
