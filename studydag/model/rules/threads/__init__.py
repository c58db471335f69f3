"""From need to effect: what serves what, as a list, a web and a picture."""
