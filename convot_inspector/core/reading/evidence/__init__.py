"""Texts in no fixed notation: where a hash may stand, and which pieces may be the value that it was made from.

Nothing here is known to be a value. A piece becomes one only when recomputing its hash gives the hash that stands in
the text (``core/search/evidence/``).
"""
