"""Qt's item models over tuples of frozen values."""
