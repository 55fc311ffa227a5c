"""Generated texts with known hashes: a judge of the readers that shares no code with the package."""
