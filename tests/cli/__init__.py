"""The commands, by calling `main` and by starting the program."""
