"""Cards: the picture of a page that networks and messengers show beside a link to it.

A card is words first (`words`), then lines that fit (`lines`, measured with `faces`), then an SVG
(`design`), then a PNG (`paint`). Only the words are worked out for every page of every build: the
rest runs where no PNG with the same words and design is there already.
"""
