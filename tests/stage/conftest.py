"""What the stage's tests share: one application without a display, and no warning from Qt."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from kiosk.stage.app import application
from PySide6.QtCore import QMessageLogContext, QtMsgType, qInstallMessageHandler
from PySide6.QtGui import QGuiApplication, QImage, qRgb


@pytest.fixture(scope="session")
def app() -> QGuiApplication:
    return application("offscreen")


@pytest.fixture(autouse=True)
def _no_qt_warning(app: QGuiApplication) -> Iterator[None]:
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
    folder = tmp_path_factory.mktemp("pictures")
    for name, step in (("hills", 37), ("ridge", 91)):
        image = QImage(64, 48, QImage.Format.Format_RGB32)
        for y in range(48):
            for x in range(64):
                image.setPixel(x, y, qRgb(x * 4 % 256, y * step % 256, (x * 7 + y * 13) % 256))
        image.save(str(folder / f"{name}.png"))
    return folder
