"""People's names: what could be one, the signs of it, and whether it is somebody's."""
