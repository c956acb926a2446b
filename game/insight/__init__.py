"""What it meant: the patterns, the verdict and its reasons. Pure."""
