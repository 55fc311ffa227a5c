"""Changes apps at the same time as other processes, and prints what it was told. `test_wrong_index` runs it.

Arguments: a number of its own, the number of changes. Secrets are computed from numbers, so none stands in the output.
"""

from __future__ import annotations

import random
import sys

from apps_history import History

from convot_inspector.keychain.apps import Apps
from convot_inspector.keychain.data_folder import default_folder
from convot_inspector.keychain.stores.opening import open_store


def main(who: int, changes: int) -> None:
    history, chance = History(who), random.Random(who)
    apps = Apps(open_store(), default_folder())
    apps.load()
    for _ in range(changes):
        history.change(apps, chance)
    sys.stdout.write(history.to_text())


if __name__ == "__main__":
    main(int(sys.argv[1]), int(sys.argv[2]))
