"""The board on which places are given out: options as cards, people with wishes and places, and what it comes to."""
