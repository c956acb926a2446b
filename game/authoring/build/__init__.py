"""What a file means: from the tree of nodes to the compiled story."""
