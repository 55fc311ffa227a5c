"""Dialogs about a call, and help."""
