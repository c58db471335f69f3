"""How the window asks and tells: the ground of every dialog, files and folders to choose, problems in plain words."""
