"""Which words go on with a description: adjectives, «في الاستخبارات», «باسم الكرملين»."""

from generator.analyse.attributions.asides import past_aside
from generator.analyse.attributions.cast import Stage, is_definite
from generator.analyse.attributions.speech_words import BODY, OUTLET, PERSON, QUOTES, SOURCE
from generator.analyse.attributions.statements import begins
from generator.analyse.clitics import match_phrase

_RELATION = ("ي", "يه", "يون", "يين", "ون", "ين", "يان", "ات", "يا")
OWN_WORDS = frozenset({"قوله", "قولها", "قولهم", "قولهما"})
"""What a source said stands after one of these: «عن عضو في الوفد قوله إن»."""
_TANWIN = "\u064b\u064c\u064d"
_CLOSING = frozenset('»”"')


def step_from(stage: Stage, first: int, index: int, kind: str, definite: bool) -> int:
    """How many words further the description reaches: none where it ends."""
    reading, word = stage.reading, stage.reading.words[index]
    if word in QUOTES:
        return _quoted(stage, first, index, kind)
    if index in stage.dated:
        return 0
    if word in stage.tables.words.in_their_name:
        return 1
    before = reading.word(index - 1).removeprefix("ال")
    if word in ("علي", "من") and before in stage.tables.words.near:
        return _definite_after(stage, index)
    if word in stage.tables.words.links:
        if _linked(stage, first, index + 1, word):
            return 2
        return 0 if definite or kind not in (PERSON, SOURCE) else _home(stage, index)
    return int(_agrees(stage, first, index, kind, definite) and reading.words[index][0].isalpha())


def _quoted(stage: Stage, first: int, index: int, kind: str) -> int:
    """A quoted name belongs to the description, a quotation is what is said."""
    reading = stage.reading
    if reading.words[index] in "»”":
        return 1
    closing = next((i for i in range(index + 1, index + 7) if reading.word(i) in QUOTES), None)
    if closing is None:
        return 0
    if index + 1 in stage.named:
        return 1
    heads = stage.tables.heads
    company = any(heads.get(w, (0, ""))[1] in (BODY, OUTLET) for w in reading.words[first:index])
    return closing - index + 1 if kind in (OUTLET, BODY) or company else 0


def _definite_after(stage: Stage, index: int) -> int:
    """The words of «على المفاوضات», «من الوزير»: the link and the definite words after it."""
    end = index + 1
    while end < index + 4 and is_definite(stage.reading.word(end)):
        end += 1
    return end - index if end > index + 1 else 0


def _home(stage: Stage, index: int) -> int:
    """The words of «من القرية», «في مؤسسة المياه», «في خان يونس» where they end the description."""
    reading, end = stage.reading, index + 1
    if reading.words[index] not in ("من", "في"):
        return 0
    if (place := stage.named.get(end)) and not place.prefix:
        return place.end - index
    if reading.word(end) in stage.tables.words.stops:
        return 0
    while end < index + 5 and _is_of_place(stage, index, end):
        end += 1
        if takes_object(stage) and not is_definite(reading.word(end - 1)):
            break  # «يصف دبلوماسي مقيم في بيروت المشهد بأنه»
    if end == index + 1:
        return 0
    after = reading.word(end)
    closed = stage.quoted and not after.isalnum()
    given = after[:1] == "ل" and stage.tables.heads.get(after, (0, ""))[1] == OUTLET
    told = begins(stage, past_aside(stage, end), stage.verb)
    said = end == stage.until or told or after in OWN_WORDS
    verb = stage.verb
    acted = verb is not None and bool(verb.acts or verb.explains) and is_definite(after)
    acted = acted and reading.words[index] != (verb.later if verb else "")
    return end - index if said or closed or given or acted else 0


def _is_of_place(stage: Stage, link: int, index: int) -> bool:
    """Whether the word goes on with «في …»: a definite one, at first also «مؤسسة» of them."""
    word = stage.reading.word(index)
    if index in stage.dated or not word.isalpha() or not stage.reading.same_sentence(link, index):
        return False
    if is_definite(word) or index in stage.named:
        return not word.startswith("لل")
    known = word in stage.tables.heads or len(word) > 2
    grammar = word in stage.tables.function_words or word in stage.tables.that
    return index <= link + 2 and known and not grammar and word not in stage.tables.verbs


def _linked(stage: Stage, first: int, index: int, link: str) -> bool:
    """Whether «في …» says where the speaker works, not where it was said."""
    if index in stage.named:
        return stage.named[index].topic.type in ("organization", "outlet") or link == "باسم"
    if link == "في" and stage.reading.word(index) in stage.tables.words.fields_of_work:
        return True
    head = stage.tables.heads.get(stage.reading.word(index))
    if link == "في" and head == (0, OUTLET):
        return stage.reading.words[first].removeprefix("و") in stage.tables.words.press_people
    warned = stage.verb is not None and (stage.verb.warns or stage.verb.counts)
    if link == "من" and not warned and head is not None and head[1] == PERSON and not head[0]:
        return True  # «عدد من التجار»
    return link == "باسم" or (head is not None and head[1] == BODY and not head[0])


def _is_of(stage: Stage, first: int, index: int, kind: str, *, definite: bool) -> bool:
    """Whether the word says whose an indefinite thing is: «بيان لمصلحة السجون», «معهد لصور …»."""
    word = stage.reading.words[index]
    if kind not in (BODY, SOURCE) or definite or index > first + 2 or word[:1] != "ل":
        return False
    head = stage.tables.heads.get(word)
    if head is not None and head[1] == OUTLET:
        return False
    return (
        len(word) > 4 and word not in stage.tables.function_words and word not in stage.tables.verbs
    )


def _agrees(stage: Stage, first: int, index: int, kind: str, definite: bool) -> bool:
    word, tables = stage.reading.words[index], stage.tables
    if word in tables.words.stops or word in tables.that or word in tables.function_words:
        return False
    if word in tables.words.in_it_words:
        return False
    if word in tables.verbs and not word.startswith("ال"):
        return False
    head = tables.heads.get(word)
    if word.startswith("و") and len(word) > 2 and not (head and head[0] == 0):
        if kind == BODY and definite and word.startswith("وال"):
            return True  # «وزارة الصحة والسكان»
        return (head is not None and head[0] == 1) or word.endswith(("ون", "ين", "يه", "وهم"))
    company = head == (1, BODY) and word[0] == "ل" and kind == PERSON and definite
    if company and index - first > 1:
        return True  # «المدير التنفيذي لشركة …»
    if _is_of(stage, first, index, kind, definite=definite):
        return True
    if head == (1, BODY) and word[0] == "ب" and kind == BODY and definite:
        return True  # «وزارة الصحة بولاية الخرطوم»
    if head and head[0] and not word.startswith("لل"):
        return False
    if match_phrase(tables.outlet_names, stage.reading.words, index):
        return False
    before = stage.reading.words[index - 1]
    if before in _CLOSING and not (word.startswith("ال") and word.endswith(_RELATION)):
        return False  # «قدرت شركة «مدار» الخسائر», «نشر موقع «مدار» وثيقة»
    if is_definite(word) and not definite and before.endswith(("ون", "ين")) and len(before) > 4:
        return False  # «يقدر باحثون الرقم»: the object
    if definite or is_definite(word):
        return is_definite(word) and not _new_noun(stage, before, word)
    if is_verb(stage, word):
        return False
    if word.endswith(_RELATION) or head:
        return True
    feminine = stage.reading.letters(index, index + 1).rstrip(_TANWIN).endswith("ة")
    if word.endswith("ه") and (feminine or not word.endswith(("ته", "نه"))):
        return True  # «مصادر مطلعة», «دراسة حديثة»
    if kind == SOURCE and word in stage.tables.words.source_adjectives:
        return True
    if kind == SOURCE and stage.verb is None and is_definite(stage.reading.word(index + 1)):
        return True  # «وفقا لمؤشر أسعار المستهلك»
    # «مدير مصنع», «خبراء اقتصاد»: one more noun after a person; after a source it is a verb.
    # A sound plural or an accusative does not: «قدر مختصون حجم الخسائر».
    plural = before.endswith(("ون", "ين", "ا")) and len(before) > 4
    return kind in (PERSON, BODY) and index == first + 1 and len(word) > 2 and not plural


def is_verb(stage: Stage, word: str) -> bool:
    """Whether an indefinite word after a person is a verb: «صياد يعمل هنا»."""
    doing = stage.tables.words.doing_verbs
    return word in doing or (word.startswith("ي") and not word.endswith(("ي", "يه", "يون", "يين")))


def takes_object(stage: Stage) -> bool:
    """Whether the next noun can be what the verb is about: «عزا الخبير الارتفاع إلى»."""
    verb = stage.verb
    return verb is not None and bool(verb.acts or verb.explains or verb.later or verb.denies)


def _new_noun(stage: Stage, before: str, word: str) -> bool:
    """Whether a definite word begins the object of the verb: after an adjective of relation.

    Also a body after a definite noun: «طالبت النقابة الحكومة بكذا».
    """
    head = stage.tables.heads.get(word)
    body = head is not None and head[0] == 0 and head[1] == BODY
    if body and is_definite(before) and not word.endswith(_RELATION):
        return True
    if is_definite(before) and takes_object(stage) and not word.startswith("لل"):
        relation = word.endswith(_RELATION) and not (
            word.endswith("ات") and not before.endswith("ات")
        )
        adjective = relation or word in stage.tables.words.later_adjectives
        adjective = adjective or (before.endswith("ه") and word.endswith("ه"))
        if not adjective or word in stage.tables.words.matters:
            return True
    related = is_definite(before) and before.endswith(("ي", "يه"))
    if not related or word.startswith("لل") or word.endswith(_RELATION):
        return False
    return word not in stage.tables.words.later_adjectives and word not in stage.tables.heads
