"""A toolkit for beautiful, tagged PDF documents; it knows no study day.

A document is a story: a sequence of elements (`flowables`, `tables`, `boxes`, `forms`, `pictures`), which are values
and know nothing of paper. `page.build` lays them out in a theme, breaks them into pages and draws them.
"""
