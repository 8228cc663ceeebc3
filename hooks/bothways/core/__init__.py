"""What everything stands on: problems, their rules, and the safe Markdown of content."""
