"""The reader of banks: its values, its findings, and what it makes of hostile files."""
