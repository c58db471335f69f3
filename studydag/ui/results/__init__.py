"""What measures found: a grid to fill in, forms one after the other, answers of a forms service, and charts."""
