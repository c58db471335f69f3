"""Rooms and what is in them: when they are taken, and what stands in the way of a block."""
