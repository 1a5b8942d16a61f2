"""`quiz check --fix`: mending what is mechanical, one file per kind, in the text of the bank's file itself."""
