"""Needs, goals and the climate to learn in: what they ask for, and how many there are."""
