"""What is taken off a title: who leads it, where it is, how long it takes, how many may come."""
