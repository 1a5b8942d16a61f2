"""The record of answers: kept, shared, migrated, and not lost."""
