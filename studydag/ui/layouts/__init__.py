"""How things stand beside and below each other: in lines, in tabs, in parts that scroll, fold or come later."""
