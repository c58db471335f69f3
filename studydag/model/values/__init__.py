"""The vocabulary of the whole program: frozen values and enums, one file a subject."""
