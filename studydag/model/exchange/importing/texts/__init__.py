"""Rows of a text as lines of a programme: which are blocks, and what the lines around them say of them."""
