"""The right side: the result, and what can be copied or exported."""
