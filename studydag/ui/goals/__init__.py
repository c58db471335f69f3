"""The parts of the page of goals."""
