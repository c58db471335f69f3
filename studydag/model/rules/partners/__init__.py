"""External expertise: what it costs, and how candidates compare."""
