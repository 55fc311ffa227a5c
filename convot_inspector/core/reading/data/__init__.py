"""Data notations: JSON, YAML, tables, log lines and names with values."""
