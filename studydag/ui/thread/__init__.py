"""The thread as a picture: painted, walked by mouse and keyboard, and linked in place."""
