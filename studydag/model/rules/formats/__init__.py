"""Working formats: which fit, and what they bring along."""
