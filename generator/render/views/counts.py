"""What several pages count, with its forms in each language."""

from generator.render.catalogue import messages

ARTICLES = messages("%(n)s article", "%(n)s articles")
TOPICS = messages("%(n)s topic", "%(n)s topics")
MENTIONS = messages("%(n)s mention", "%(n)s mentions")
EVENTS = messages("%(n)s event", "%(n)s events")
FIGURES = messages("%(n)s figure", "%(n)s figures")
