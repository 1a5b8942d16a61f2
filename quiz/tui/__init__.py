"""The terminal app: the only part of the program that imports Textual."""
