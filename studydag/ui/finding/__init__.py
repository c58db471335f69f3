"""Finding: one box for anything and any command, and a list of all places that stays open."""
