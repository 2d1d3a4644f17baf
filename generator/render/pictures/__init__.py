"""Pictures: SVG that stands in the page itself, drawn at build time.

They are strings of our own rather than a chart library's files, for four reasons. Positions across
are percentages, so a picture takes the width of a phone while its text keeps its size. Text is drawn
by the browser in the page's face, with its own shaping and direction. Colours are classes that the
style sheet fills in, in both schemes, so no inline style is needed. And marks are Markdown links:
each site engine resolves and checks them as it does every other link of the page, where addresses
inside raw HTML are left alone by one engine and rewritten by another.
"""
