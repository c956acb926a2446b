"""For writers: from files to a `Story`, with every problem told at once."""
