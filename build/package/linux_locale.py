"""PyInstaller's runtime hook in the Linux packages: sets a UTF-8 locale where none is set, as unpackaged Python does.

Without it Qt warns in the terminal, and typed or pasted characters may arrive changed.
"""

import os

if not any(os.environ.get(name) for name in ("LC_ALL", "LC_CTYPE", "LANG")):
    os.environ["LC_CTYPE"] = "C.UTF-8"
