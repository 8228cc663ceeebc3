"""What the command line does beyond checking."""
