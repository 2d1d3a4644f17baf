"""Whether the words beside a name introduce it, place it, or make it part of another name."""

from collections.abc import Mapping

from generator.analyse.mentions.candidates import Candidate
from generator.analyse.mentions.itself import NONE, PLACES
from generator.analyse.mentions.letters import bare, has_article, one_of
from generator.analyse.mentions.uses import STOPS, Use
from generator.text import fold

_ENDINGS = ("ه", "ها", "هم", "نا", "ا", "ات", "ين", "ون")


def is_introduced(use: Use) -> bool | None:
    """«مدينة صور», «صحيفة النهار», «حركة أمل»: a generic word before it shows the name."""
    kind = use.topic.type
    heads = use.names.introducers.get(kind, NONE)
    definite = kind not in PLACES and kind != "outlet"
    if use.clitic or not one_of(use.before, heads, use.lexicon, article=definite):
        return None
    if use.before in use.itself.not_after:
        return None  # «موقع الحدث»
    if kind in ("person", "country") and use.itself.adjective and use.itself.definite:
        return None  # «الرئيس السوداني», «العاصمة السعودية»
    return not (kind == "person" and goes_on(use))


def goes_on(use: Use) -> bool:
    """Whether another name follows: «الوزير سعيد الجابري» is not the Saeed who is meant."""
    word = use.after
    if word in use.candidate.name.own or not word:
        return False
    if use.reading.letters(use.candidate.end, use.candidate.end + 1).endswith("ى"):
        return False  # «على» is not «علي»
    family = word.startswith(use.names.article) and word.endswith("ي") and not use.itself.definite
    if family or word in use.names.given_names or word in use.lexicon.speech.name_parts:
        return True
    return _is_family_name(use, word)


def _is_family_name(use: Use, word: str) -> bool:
    """Whether a given name goes on with a word that is nothing else: «سعيد بنيس»."""
    names = use.names
    given = use.word in names.groups["other_given_names"] or use.word in names.given_names
    if not given or len(word) < 4 or not word.isalpha() or word[0] in "يت":
        return False
    if use.candidate.end in use.beside.starting or has_article(word, names):
        return False
    stems = [word, *(word.removesuffix(ending) for ending in _ENDINGS)]
    if word[0] in "بلكوف":
        stems += [stem[1:] for stem in stems]
    return not any(len(stem) > 2 and stem in names.commonness for stem in stems)


def is_elsewhere(use: Use) -> bool | None:
    """«بنك الأهلي» for the club: part of the proper name of something else."""
    if use.topic.type == "organization" and use.itself.definite:
        heads = use.group("naming_heads")
        for index in range(use.candidate.first - 1, max(-1, use.candidate.first - 4), -1):
            word = use.reading.word(index)
            if word in STOPS:
                break
            if one_of(word, heads, use.lexicon):
                own = " ".join(written for written in (use.topic.ar.name, *use.topic.ar.aliases))
                head = word if word in heads else bare(word, use.lexicon)
                return None if head in fold(own).split() else False
    return None


def is_placed(use: Use) -> bool | None:
    """«جنوب صور», «حكومة مالي»: the word before it needs a place."""
    if use.topic.type in PLACES and not use.clitic:
        before = use.before.removeprefix("و")
        noun = not use.itself.adjective and use.itself.mostly_word
        if before in use.group("listing") and not noun:  # «منها مالي», but «منها صور»
            return True
        cues = use.group("whereabouts")
        if before in cues or (before[:1] in "بلف" and before[1:] in cues):
            return True
    return None


def is_listed(use: Use, verdicts: Mapping[Candidate, bool | None]) -> bool:
    """Whether it is joined to a name of its kind that is meant: «صيدا وصور», «صور والنبطية»."""
    candidate, beside = use.candidate, use.beside
    for gap in (0, 1):
        before = beside.ending.get(candidate.first - gap)
        after = beside.starting.get(candidate.end + gap)
        if before and verdicts[before] and _joined(use, before, candidate):
            return True
        if after and verdicts[after] and _joined(use, candidate, after):
            return True
    return False


def _joined(use: Use, first: Candidate, second: Candidate) -> bool:
    """Whether two names of one kind are joined by «و» or a comma."""
    if first.name.topic is second.name.topic or _kind(first) != _kind(second):
        return False
    words = use.reading.words
    between = words[first.end : second.first]
    if _kind(first) == "place" and len(between) == 1 and between[0] in use.group("up_to_words"):
        return True  # «من صور إلى صيدا»
    conjunction = second.prefix > 0 and words[second.first].startswith("و")
    return between in (("،",), (",",)) or (not between and conjunction)


def _kind(candidate: Candidate) -> str:
    topic = candidate.name.topic
    return "" if topic is None else "place" if topic.type in PLACES else topic.type
