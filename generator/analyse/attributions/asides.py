"""What stands between a verb and its statement: asides, places, «أمس», «له»."""

from generator.analyse.attributions.cast import Stage

_MEANWHILE = frozenset({"وهو", "وهي", "وهم"})
_CLOSING = {"،": ("،",), "(": (")",)}
_ASIDE = 26  # words


def past_aside(stage: Stage, place: int) -> int:
    """The word after «، وهو سائق، » or «(38 عاما)» that stands there."""
    reading = stage.reading
    closing = _CLOSING.get(reading.word(place))
    if closing is None:
        return place
    doing = reading.word(place + 1) in _MEANWHILE
    for index in range(place + 1, min(place + _ASIDE, len(reading.words))):
        if reading.words[index] == ":" and doing:
            return index  # «يقول فلاح، وهو يقلب أوراقه: »
        if not reading.same_sentence(place, index) or reading.words[index] == ":":
            return place
        if reading.words[index] in closing:
            return index + 1
    return place


def past_place(stage: Stage, place: int) -> int:
    """The word after «في ليبيا», «في الرباط، في جواب كتابي،» that stands there."""
    reading = stage.reading
    if reading.word(place) in ("في", "من") and place + 1 not in stage.dated:
        named = stage.named.get(place + 1)
        if named and not named.prefix and named.topic.type in ("place", "country"):
            place = named.end
        elif reading.word(place + 1)[:2] == "ال" and reading.word(place + 2) == "،":
            place += 2
    return past_aside(stage, place)


def past_short_adverbs(stage: Stage, place: int) -> int:
    """The word after «أمس», «من جانبه», «له» that stand between a verb and its speaker."""
    reading, words = stage.reading, stage.tables.words
    while True:
        if reading.word(place) in words.after_verb or place in stage.dated:
            place += 1
        elif reading.word(place) == "من" and reading.word(place + 1) in words.side_words:
            place += 2
        else:
            return place
