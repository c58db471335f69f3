"""Two states of a study day beside each other."""
