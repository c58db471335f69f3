"""The follow-up as a painted time line."""
