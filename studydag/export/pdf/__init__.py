"""The documents on paper, each a story told with the toolkit in `typeset`, and the drawings that only they need."""
