"""Tables and lists of things that are edited in place, as in a spreadsheet."""
