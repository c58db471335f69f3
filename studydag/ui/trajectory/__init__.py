"""A trajectory: its year line, its figures, and learning forms put to work."""
