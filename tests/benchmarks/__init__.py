"""Measurements: ratios taken in one run on one machine. Not part of the test suite."""
