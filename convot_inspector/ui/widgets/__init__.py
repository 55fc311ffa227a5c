"""Widgets that know nothing of an inspection."""
