"""The words by which a programme is read, in Dutch, English, German and more: nothing here reads a text."""
