"""Names between commas after a role: «مدير الأرشيف، محمد فاتح، في تصريح»."""

from dataclasses import replace

from generator.analyse.attributions.cast import Speaker, Stage, is_definite
from generator.analyse.attributions.name_ends import is_part
from generator.analyse.attributions.person_names import begins_name, titled_name
from generator.analyse.attributions.speech_words import BODY, NAME, PERSON
from generator.analyse.attributions.statements import begins

_CLOSING = ("،", ".", ":", "؛", "(", "")
_LONGEST = 5  # words


def with_apposed_name(stage: Stage, speaker: Speaker) -> Speaker:
    """The speaker by the name that stands in apposition, which ends where the comma stands."""
    reading = stage.reading
    comma = _comma_after(stage, speaker.end)
    if speaker.topic or comma is None:
        return speaker
    if speaker.kind == BODY:
        return _with_own_name(stage, speaker, comma)
    if speaker.kind != PERSON:
        return speaker
    start = comma + 1
    while reading.word(start) in stage.tables.words.titles:
        start += 1 + (reading.word(start + 1) == "." and len(reading.word(start)) == 1)
    named = stage.named.get(start)
    if named and named.topic.type == "person" and reading.word(named.end) in _CLOSING:
        text = reading.span(start, named.end)
        return replace(speaker, end=named.end, kind=NAME, topic=named.topic.id, text=text)
    end = titled_name(stage, start)
    if end is None or end == start or not _is_closed(stage, speaker, comma, start, end):
        return speaker
    text = reading.span(start, end)
    return replace(speaker, end=end, kind=NAME, text=text, described=False)


def _with_own_name(stage: Stage, speaker: Speaker, comma: int) -> Speaker:
    """A body by the name between two commas: «الشركة المنجزة، كوسيدار،», «الرابطة، رابطة كرة القدم،»."""
    reading, first = stage.reading, comma + 1
    end = next((i for i in range(first, first + _LONGEST) if reading.word(i) == "،"), first)
    known = is_definite(reading.words[speaker.first].removeprefix("ف").removeprefix("و"))
    if not known or end == first or not reading.same_sentence(comma, end):
        return speaker
    named, head = stage.named.get(first), stage.tables.heads.get(reading.word(first))
    text = reading.span(first, end)
    if named and named.end == end and not named.prefix and named.topic.type == "organization":
        return replace(speaker, end=end, topic=named.topic.id, text=text, described=False)
    same = head == (0, BODY)
    if same or (end - first <= 2 and all(is_part(stage, place) for place in range(first, end))):
        return replace(speaker, end=end, text=text, described=same)
    return speaker


def _comma_after(stage: Stage, place: int) -> int | None:
    """The comma there, or after «في المدينة» that stands there."""
    reading = stage.reading
    if reading.word(place) == "،":
        return place
    if reading.word(place) in ("فيه", "فيها", "لديه", "لديها") and reading.word(place + 1) == "،":
        return place + 1
    if reading.word(place) in ("في", "علي", "من") and place + 1 not in stage.dated:
        return next((i for i in (place + 2, place + 3) if reading.word(i) == "،"), None)
    return None


def _is_closed(stage: Stage, speaker: Speaker, comma: int, start: int, end: int) -> bool:
    """Whether the words are a name: one that is known, or two that a statement follows."""
    reading = stage.reading
    if reading.word(end) not in _CLOSING or end - start > _LONGEST:
        return False
    if begins_name(stage, start):
        return True
    titled = start > comma + 1
    if (end - start < 2 and not titled) or is_definite(reading.word(start)):
        return False
    return titled or begins(stage, end + 1, stage.verb) or _full(stage, speaker)


def _full(stage: Stage, speaker: Speaker) -> bool:
    """Whether the role is definite, so that only its bearer's name can follow the comma."""
    words = stage.reading.words[speaker.first : speaker.end]
    return any(is_definite(word) for word in words)
