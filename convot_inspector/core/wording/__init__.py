"""The text for each id: findings, causes and verdicts."""
