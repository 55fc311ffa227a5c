"""Runs first in the Linux packages: where no locale is set, a UTF-8 one, as Python itself does when not packaged.

Without it Qt complains in the terminal, and what is typed or pasted may not be what arrives.
"""

import os

if not any(os.environ.get(name) for name in ("LC_ALL", "LC_CTYPE", "LANG")):
    os.environ["LC_CTYPE"] = "C.UTF-8"
