"""Broken banks: what they are made of (`words`, `written`, `drawn`, `damaged`), and what is done with each."""
