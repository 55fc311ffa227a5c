"""The calls of a program whose values all stand in its text: loops, functions, classes and promises of literals."""
