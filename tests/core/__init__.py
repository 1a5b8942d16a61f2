"""Tests of what a quiz is."""
