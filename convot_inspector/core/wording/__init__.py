"""What people read about each id: findings, causes and verdicts."""
