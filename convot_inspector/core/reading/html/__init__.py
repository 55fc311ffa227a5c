"""HTML pages: scripts, attributes, JSON and code inside a page."""
