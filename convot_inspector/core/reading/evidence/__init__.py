"""Texts whose notation fixes nothing: where a hash may stand, and which pieces may be the value it was made of.

Nothing here is known to be a value. A piece becomes one only when recomputing its hash gives the hash that stands in
the text (``core/search/evidence/``).
"""
