"""One module for each section of a lexicon: which groups it has, and what they become."""
