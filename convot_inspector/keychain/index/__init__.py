"""The list of apps: what it holds, how it is stored, and how it is rebuilt when it is lost."""
