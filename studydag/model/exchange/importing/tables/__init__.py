"""Rows of a table as lines of a programme: by the heads of its columns, by what these hold, or as a grid."""
