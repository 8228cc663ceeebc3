"""What must be mended in a course that single files do not show, and what is worth a look."""
