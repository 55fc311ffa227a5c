"""Hypothesis strategies that several property tests share."""

from __future__ import annotations

from hypothesis import settings
from hypothesis import strategies as st
from paste import EMAIL, SHOP

# For slow properties and those of many notations: a quarter of the profile's number of examples.
fewer_examples = settings(max_examples=settings().max_examples // 4)

TEXT = st.text(st.characters(exclude_categories=["Cs"]), min_size=1, max_size=30)

PAYLOAD = st.fixed_dictionaries(
    {"email": TEXT | st.just(EMAIL)},
    optional={
        "external_id": TEXT | st.integers(-(2**53), 2**53) | st.just(SHOP),
        "name": TEXT,
        "company": st.none() | st.booleans() | TEXT,
        "custom_data": st.dictionaries(TEXT, TEXT | st.booleans() | st.integers(-1000, 1000), max_size=3),
    },
)
