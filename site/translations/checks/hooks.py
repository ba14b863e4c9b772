"""What Wagtail asks this part at its start."""
