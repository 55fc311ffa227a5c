"""Setting up for `dev.py`: the environment in .venv, system packages, running programs. Standard library only."""
