"""From a folder to a bank, and where folders are found."""
