"""The columns beside the page: the library left, inspector and checks right."""
