"""Clock times and minutes: where blocks stand, what they come to, and how they are moved, fitted and split."""
