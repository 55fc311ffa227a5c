"""Pictures of the window for reviews and the README (`dev.py screenshots`), and the icon in all its formats."""
