"""Pure functions on values: what follows from a study day. They know no database and no screen."""
