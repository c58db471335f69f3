"""The preview of documents: what is made, drawn, saved and printed, all away from the window's own thread."""
