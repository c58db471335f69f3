"""Choice rounds: which places there are, who gets which, and why."""
