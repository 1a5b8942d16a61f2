"""The forms of answering, without the app."""
