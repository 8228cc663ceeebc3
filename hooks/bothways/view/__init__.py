"""Objects -> HTML for screen and paper."""
