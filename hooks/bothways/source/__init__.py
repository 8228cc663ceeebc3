"""Files -> checked objects: YAML and Markdown are read once, each value with its place."""
