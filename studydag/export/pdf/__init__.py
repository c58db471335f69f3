"""A toolkit for beautiful, tagged PDF documents, and the documents that are made with it.

A document is a story: a sequence of elements (`flowables`, `tables`, `rail`, `boxes`, `forms`, `pictures`), which are
values and know nothing of paper. `page.build` lays them out in a theme, breaks them into pages and draws them.
"""
