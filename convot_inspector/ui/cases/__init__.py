"""The cases of this session: one ticket each, in memory only."""
