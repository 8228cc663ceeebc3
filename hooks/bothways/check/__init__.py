"""The rules that look at more than one file."""
