"""What is kept: run files and settings."""
