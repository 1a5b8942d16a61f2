"""The record of what was answered, in SQLite."""
