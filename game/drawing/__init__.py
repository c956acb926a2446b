"""What is drawn of a run, for the window and for pages: the plane of me and we, the path, the two circles. Pure."""
