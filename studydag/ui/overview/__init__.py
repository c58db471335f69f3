"""Parts of the overview of a study day."""
