"""What the verdicts, the proven mistakes and the text itself mean."""
