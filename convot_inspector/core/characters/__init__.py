"""Characters: made visible, named and compared."""
