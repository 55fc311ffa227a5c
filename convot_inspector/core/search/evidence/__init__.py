"""What the hashes of a text prove about values that no notation fixes."""
