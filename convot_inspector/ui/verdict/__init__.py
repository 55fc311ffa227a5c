"""The right side: what it means, and what is handed over."""
