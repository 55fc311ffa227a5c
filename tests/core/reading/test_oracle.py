"""Right and wrong identities in more than 200 shapes, judged by hashes that are computed without the package.

No right hash is called wrong, no wrong one right, no mistake is stated that was not made. Known failures are in
`expected_failures`. ``python tests/helpers/oracle_table.py 20000`` judges more of the same texts.
"""

from __future__ import annotations

from collections import Counter
from dataclasses import replace
from itertools import count

import pytest
from expected_failures import EXPECTED_FAILURES, SAMPLES
from fast import some_of
from oracle.judge import FAILURES, outcome
from oracle.sampling import sample
from oracle.shapes import SHAPES
from oracle.signing import MISTAKES, sign

KNOWN = {name: wrong for shapes in EXPECTED_FAILURES.values() for name, wrong in shapes.items()}


@pytest.mark.parametrize("name", some_of(SHAPES, 24))
def test_failures_are_the_expected_ones(name: str) -> None:
    shape = SHAPES[name]
    results = Counter(outcome(sample(shape, number)) for number in range(SAMPLES))
    expected = KNOWN.get(shape.name, {})
    assert {name: number for name, number in results.items() if name in FAILURES} == expected, (
        "python tests/helpers/oracle_table.py --expected writes what fails now; it may only become less"
    )


def test_every_expected_failure_is_of_one_shape() -> None:
    listed = [name for shapes in EXPECTED_FAILURES.values() for name in shapes]
    assert set(listed) <= set(SHAPES)
    assert len(listed) == len(KNOWN)
    assert all(wrong and set(wrong) <= set(FAILURES) for wrong in KNOWN.values())


CALL = SHAPES["call"]
RIGHT, WRONG = sample(CALL, 0), sample(CALL, 3)


@pytest.mark.slow
def test_the_judge_sees_what_is_wrong() -> None:
    """With the opposite of the truth, the program's right results have to be failures."""
    assert (RIGHT.truth, outcome(RIGHT)) == ("right", "read")
    assert (WRONG.truth, outcome(WRONG)) == ("nonsense", "red")
    assert outcome(replace(RIGHT, truth="nonsense")) == "false-verified"
    assert outcome(replace(WRONG, truth="right")) == "false-red"
    assert outcome(replace(WRONG, sent=RIGHT.sent)) == "misread"
    assert outcome(replace(WRONG, shape=SHAPES["prose-sentence"])) == "unfounded"
    assert outcome(replace(RIGHT, text="nothing")) == "unread"
    without = RIGHT.text.replace(f'"{RIGHT.sent}"', '""')
    assert outcome(replace(RIGHT, text=without)) == "false-missing"


@pytest.mark.parametrize("cause", MISTAKES)
def test_every_mistake_is_made_and_proven_in_the_page_s_own_call(cause: str) -> None:
    made = next(each for each in (sample(CALL, number) for number in count(1, 2)) if each.cause == cause)
    assert sign(made.who.signed) != made.sent
    assert outcome(made) == "proven"
    assert outcome(replace(made, truth="nonsense")) == "false-cause"
    assert outcome(replace(made, cause="")) == "other-cause"
