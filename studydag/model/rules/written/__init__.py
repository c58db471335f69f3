"""What people write, made plain and read: dates, names, verbs, the words of a phase."""
