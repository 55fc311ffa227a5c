"""What the readers get wrong today in the first `SAMPLES` texts of each shape. The table only ever shrinks.

``python tests/helpers/oracle_table.py --expected`` writes it anew and keeps the reasons. By reason and shape: how
many texts have which of the outcomes of ``oracle.judge.FAILURES``.
"""

from __future__ import annotations

SAMPLES = 6

EXPECTED_FAILURES: dict[str, dict[str, dict[str, int]]] = {}
