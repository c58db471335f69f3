"""The views of the programme beside each other: the timeline, and the list with a row for each block."""
