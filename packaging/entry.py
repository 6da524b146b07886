"""What the frozen program runs: the command `kiosk`.

`-m MODULE` runs a module of kiosk instead, as Python itself would: that is how the program starts
its workers, frozen or not.
"""

from __future__ import annotations

import runpy
import sys
from multiprocessing import freeze_support

from kiosk.cli import main

freeze_support()  # a process that a show is looked at with ends in it
if sys.argv[1:2] == ["-m"] and sys.argv[2:3] and sys.argv[2].startswith("kiosk."):
    name = sys.argv[2]
    sys.argv[1:3] = []
    runpy.run_module(name, run_name="__main__", alter_sys=True)
else:
    sys.exit(main())
