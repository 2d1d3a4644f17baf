"""Finds the topics of the gazetteer in a text and settles which of their names are meant."""
