"""The meaning of verdicts, proven mistakes and the text itself."""
