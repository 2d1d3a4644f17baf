"""Numbers: their words, their digits, and both together."""
