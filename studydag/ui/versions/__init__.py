"""Versions of a study day: listed, compared in words, gone back to."""
