"""Finds numbers with their units, what they count and how they are qualified."""
