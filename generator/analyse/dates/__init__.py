"""Finds what a text says about when, and what it means in the calendar."""
