"""English summaries: whether the review of one still holds."""
