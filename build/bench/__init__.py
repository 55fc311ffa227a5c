"""Benchmarks against floors measured in the same run; `dev.py bench` runs `__main__.py`."""
