"""The pages of a study day, in the order of thinking, and those of the school."""
