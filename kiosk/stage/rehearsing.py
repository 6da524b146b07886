"""Makes ready what is seen of an edited show, so that it can take over in place at once."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal

from kiosk.playback.takeover import seen_in
from kiosk.stage.preparing import Rehearsal

if TYPE_CHECKING:
    from collections.abc import Callable

    from kiosk.playback.state import State
    from kiosk.show.model import Show
    from kiosk.stage.page import Page
    from kiosk.stage.preparing import Preparing, Rehearsed, Stagecraft


class Rehearsing(QObject):
    """Rehearses the show it was given last. state: of the show that plays meanwhile.

    done: (Show, tuple of Ready, Stagecraft) when all that is seen now is ready in it, made so.
    refused: why it cannot take over, in words.
    """

    done = Signal(object, object, object)
    refused = Signal(str)

    def __init__(self, preparing: Preparing, page: Page, state: Callable[[], State]) -> None:
        super().__init__()
        self._preparing, self._page, self._state = preparing, page, state
        self._show: Show | None = None
        self._other: Stagecraft | None = None
        preparing.rehearsed.connect(self._answered)

    def rehearse(self, show: Show, other: Stagecraft | None = None) -> None:
        """Gets ready what is seen now, in `show`. other: what its page is made with, if not as now.

        Once given, it is that of later shows too, until one has taken over.
        """
        self._show = show
        self._other = other or self._other
        state = self._state()
        # Of what feeds told, that which playback can tell from what they told later.
        asked = Rehearsal(self._craft, show, seen_in(state, show), state.given[-1])
        self._preparing.rehearse(asked)

    def cancel(self) -> bool:
        """The show that was given last will not take over; whether its page was to be made anew."""
        self._show = None
        other, self._other = self._other, None
        return other is not None

    @property
    def _craft(self) -> Stagecraft:
        """What the page is to be made with; one of another size was made too early."""
        now, other = self._page.craft, self._other
        is_good = other is not None and other.painter.device == now.painter.device
        return other if is_good and other is not None else now

    def _answered(self, answer: Rehearsed) -> None:
        """What was seen is ready; if something else is seen meanwhile, that is rehearsed too."""
        show, asked = answer.rehearsal.show, answer.rehearsal
        if show is not self._show:
            return
        if answer.wrong:
            self._show = None
            for line in answer.wrong:
                self.refused.emit(line)
        elif asked.craft is self._craft and _is_all(asked, self._state(), show):
            self._show = self._other = None
            self.done.emit(show, answer.ready, asked.craft)
        else:
            self.rehearse(show)


def _is_all(asked: Rehearsal, state: State, show: Show) -> bool:
    """Whether all was asked for that is seen now."""
    return set(seen_in(state, show)) <= set(asked.views)
