"""What content is: exercises, questions, lessons, plans, the course. Fields and their own rules, no files."""
