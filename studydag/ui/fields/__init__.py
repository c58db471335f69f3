"""Editors of single fields: each shows a value and says when the user has finished another one."""
