"""The view for the day itself: large enough to be read from the back of a hall."""
