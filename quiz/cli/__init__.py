"""The command line: one file per command, and plain mode, which needs no screen."""
