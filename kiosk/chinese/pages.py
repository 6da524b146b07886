"""What stands on the pages about kinds and fields."""

from __future__ import annotations

from collections.abc import Mapping

PAGES: Mapping[str, str] = {
    "field": "项",
    "written": "写法",
    "otherwise": "不写时",
    "what it is": "说明",
    "must be written": "必须写",
}
