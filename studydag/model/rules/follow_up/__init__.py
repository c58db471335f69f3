"""What comes after the day, and before: actions, moments, steps of learning forms."""
