"""What can happen: the pure story core. No files, no clock, no chance, no screen."""
