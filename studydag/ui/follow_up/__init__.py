"""Before and after the day: the painted time line, and what can be done with several actions at once."""
