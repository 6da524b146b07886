"""In place of PyInstaller's own hook: QtCore and its plugins that `contents` keeps."""

from contents import kept
from PyInstaller.utils.hooks.qt import add_qt6_dependencies

hiddenimports, binaries, _ = add_qt6_dependencies(__file__)
binaries = kept(binaries)
