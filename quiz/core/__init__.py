"""What a quiz is: values and rules only, without files, clock, terminal or database."""
