"""What the stage's tests share: one application, and no warning from Qt.

It is on a display where there is one, else offscreen.
"""

from __future__ import annotations

import os
from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import QMessageLogContext, QtMsgType, qInstallMessageHandler
from PySide6.QtGui import QGuiApplication, QImage, qRgb

from kiosk.stage.app import application


@pytest.fixture(scope="session")
def app() -> QGuiApplication:
    return application("" if os.environ.get("DISPLAY") else "offscreen")


@pytest.fixture(autouse=True)
def _no_qt_warning(app: QGuiApplication) -> Iterator[None]:
    del app  # it must be there
    said: list[str] = []

    def listen(kind: QtMsgType, context: QMessageLogContext, message: str) -> None:
        del context
        if kind not in (QtMsgType.QtDebugMsg, QtMsgType.QtInfoMsg):
            said.append(message)

    before = qInstallMessageHandler(listen)
    yield
    qInstallMessageHandler(before)
    assert not said, "Qt warned: " + "; ".join(said)


@pytest.fixture(scope="session")
def pictures(app: QGuiApplication, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A folder with `hills.png` and `ridge.png`, in which no two neighbouring pixels are equal."""
    del app  # it must be there
    folder = tmp_path_factory.mktemp("pictures")
    for name, step in (("hills", 37), ("ridge", 91)):
        image = QImage(64, 48, QImage.Format.Format_RGB32)
        for y in range(48):
            for x in range(64):
                image.setPixel(x, y, qRgb(x * 4 % 256, y * step % 256, (x * 7 + y * 13) % 256))
        image.save(str(folder / f"{name}.png"))
    return folder
