"""Finds who says something, in whose words, and who carried it."""
