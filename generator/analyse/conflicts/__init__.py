"""Finds figures of one article that cannot both be right about the same thing."""
