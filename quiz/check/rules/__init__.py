"""The rules, one file each, found in this folder."""
