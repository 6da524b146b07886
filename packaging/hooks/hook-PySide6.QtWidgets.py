"""In place of PyInstaller's own hook: QtWidgets, which pyqtgraph asks for, and no styles."""

from contents import kept
from PyInstaller.utils.hooks.qt import add_qt6_dependencies

hiddenimports, binaries, _ = add_qt6_dependencies(__file__)
binaries = kept(binaries)
