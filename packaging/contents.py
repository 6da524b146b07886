"""What the frozen program is made of; `packaging/kiosk.spec` hands these lists to PyInstaller.

Standard library alone, so that a test can read the lists without building anything.
"""

from __future__ import annotations

from pathlib import Path

ROOT = Path(__file__).resolve().parents[1]
SHOW = Path("slides/yubei")

# Of Qt's plugins those that a show can need, by folder; the rest bring QtQml and GTK.
# A name that a system does not have is passed over: xcb and Wayland on Windows, windows on Linux.
PLUGINS = {
    "platforms": ("xcb", "wayland", "offscreen", "windows"),
    "imageformats": ("gif", "jpeg", "svg", "webp"),  # PNG is built in
    "wayland-shell-integration": ("xdg-shell", "fullscreen-shell-v1"),
}

# Imported by name alone, so that following imports would not find it.
BY_NAME = ("defusedxml.ElementTree", "pyqtgraph")

# Modules that numpy, Pillow, pyqtgraph or PyInstaller would bring along and no show uses. With "av"
# among them the package makes no films, is smaller by a quarter, and need not be under the GPL.
LEFT_OUT = (
    "PySide6.QtDesigner", "PySide6.QtNetwork", "PySide6.QtOpenGL", "PySide6.QtOpenGLWidgets",
    "PySide6.QtQml", "PySide6.QtTest", "PySide6.QtUiTools",
    "PIL._avif", "PIL._imagingtk", "PIL.ImageTk",
    "IPython", "OpenGL", "PyQt5", "PyQt6", "cupy", "h5py", "matplotlib", "numba",
    "pyqtgraph.examples", "pyqtgraph.opengl", "scipy",
    "numpy.distutils", "numpy.f2py", "numpy.testing",
    "lib2to3", "pdb", "pip", "pydoc_data", "readline", "setuptools", "tkinter", "xmlrpc",
)  # fmt: skip

# Of the C library's parts the one that PyInstaller would bring along: it fits no other version's.
OF_THE_C_LIBRARY = frozenset({"libmvec.so.1"})


def modules() -> tuple[str, ...]:
    """Every module of kiosk by its dotted name, sorted.

    Kinds are imported by name while a show loads, so that following imports would not find them.
    """
    files = sorted((ROOT / "kiosk").rglob("*.py"))
    parts = [file.relative_to(ROOT).with_suffix("").parts for file in files]
    names = {".".join(part[:-1] if part[-1] == "__init__" else part) for part in parts}
    return tuple(sorted(names - {"kiosk.__main__"}))


def files() -> tuple[tuple[str, str], ...]:
    """Pairs of what is copied, a file or folder, and the folder it is copied into.

    They lie inside the package, as they do when a wheel is installed. The scripts that drew the
    show's scenes stay behind.
    """
    resources = ((ROOT / "resources", Path("kiosk/resources")),)
    show = ROOT / SHOW
    parts = sorted(part for part in show.iterdir() if part.name != "scenes")
    shown = tuple(
        (part, Path("kiosk") / SHOW / (part.name if part.is_dir() else "")) for part in parts
    )
    licence = ((ROOT / "LICENSE", Path()),)
    return tuple((str(source), str(into)) for source, into in (*resources, *shown, *licence))


def kept(plugins: list[tuple[str, str]]) -> list[tuple[str, str]]:
    """Of pairs of a plugin's file and the folder it goes into those that stand in `PLUGINS`."""
    return [(file, into) for file, into in plugins if _is_kept(Path(into).name, Path(file).stem)]


def _is_kept(folder: str, stem: str) -> bool:
    """Whether a plugin is kept, named `libqxcb`, `qwindows` or `libxdg-shell` in its file."""
    name = stem.removeprefix("lib")
    return bool({name, name.removeprefix("q")} & {*PLUGINS.get(folder, ())})
