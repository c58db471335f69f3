"""What leaves the program: each document and file is a function of values, options and a language."""
