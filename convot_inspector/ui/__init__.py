"""The window. Shows core's results without deciding anything; the only package that imports Qt."""
