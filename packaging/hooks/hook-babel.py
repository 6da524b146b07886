"""In place of PyInstaller's own hook: of Babel's data what the program asks for."""

from pathlib import Path

import babel
from contents import ROOT
from locales import slimmed

_MADE = ROOT / "build" / "locale-data"
slimmed(_MADE)
datas = [
    (str(_MADE), "babel/locale-data"),
    (str(Path(babel.__file__).with_name("global.dat")), "babel"),
]
