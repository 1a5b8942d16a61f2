"""Test yourself on a text: questions from banks, answers explained by the source."""

__version__ = "0.1.0"
