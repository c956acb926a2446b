"""What is kept: runs, settings, and the disks that fail them."""
