"""The window. Shows what core says and decides nothing; the only package that imports Qt."""
