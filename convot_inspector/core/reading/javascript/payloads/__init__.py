"""Objects that code holds in other ways than as the argument of a call to Convot."""
