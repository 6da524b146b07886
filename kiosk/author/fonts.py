"""Which fonts of a show cannot be used, as problems of their files."""

from __future__ import annotations

from typing import TYPE_CHECKING

from kiosk.problems import Problem, Span

if TYPE_CHECKING:
    from kiosk.stage.brought import Brought


def unusable_fonts(brought: Brought, folder: str) -> tuple[Problem, ...]:
    """An error for each font of the show in the folder of that name that is not used."""
    return tuple(
        Problem(
            Span(f"{folder}/{refusal.file}", 1, 1), "error", "unusable-font", refusal.said,
            refusal.fault.remedy,
        )
        for refusal in brought.refusals
    )  # fmt: skip
