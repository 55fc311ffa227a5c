"""Texts that chat, mail and editors changed on their way, made readable again."""
