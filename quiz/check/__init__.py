"""The checker: it knows the craft of question writing. A rule is one file in `rules/`."""
