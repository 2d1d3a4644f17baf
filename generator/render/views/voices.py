"""Who says what: statements by speaker, on one page or, where they are many, on several."""

from collections.abc import Iterator
from dataclasses import dataclass
from hashlib import blake2b

from markupsafe import Markup

from generator.model import SiteAttribution
from generator.render import paths
from generator.render.catalogue import messages
from generator.render.dates import DateWords
from generator.render.site import Place, Site
from generator.render.views.evidence import Quote, quote
from generator.render.views.facts import hex_of
from generator.render.views.heads import Head, Page, mirrored_head, section_crumbs
from generator.render.views.parts import Link, contents, optional_topic_link
from generator.render.views.sources import named, source_line
from generator.text import fold

STATEMENTS = messages("%(n)s statement", "%(n)s statements")
# A page of more statements than this, about a kilobyte each, is no pleasure on a phone. Then those
# who say much have a page each, and the many who say little share one for each letter.
_ON_ONE_PAGE = 150
_OWN_PAGE = 5
_ARTICLE = "ال"


@dataclass(frozen=True, slots=True)
class StatementView:
    """A statement; `via` is empty where the article heard the speaker itself."""

    quote: Quote
    via: str
    source: str


@dataclass(frozen=True, slots=True)
class Voice:
    """One who speaks; `href` is empty where the speaker has no topic page."""

    id: str
    name: str
    href: Markup
    count: str
    statements: tuple[StatementView, ...]


@dataclass(frozen=True, slots=True)
class VoicesView:
    """Speakers with what they say; `index` leads to them on the page itself."""

    title: str
    count: str
    index: tuple[Link, ...]
    voices: tuple[Voice, ...]


@dataclass(frozen=True, slots=True)
class SpeakerEntry:
    """A speaker, or a letter of speakers, with the page of what they say."""

    id: str
    link: Link
    count: str


@dataclass(frozen=True, slots=True)
class SpeakersView:
    """The index of speakers where their statements stand on pages of their own."""

    count: str
    speakers: tuple[SpeakerEntry, ...]
    letters: tuple[SpeakerEntry, ...]


@dataclass(frozen=True, slots=True)
class _Speaker:
    """A speaker's statements; `path` is that of the page they stand on, below the language."""

    id: str
    path: str
    letter: str
    statements: tuple[SiteAttribution, ...]


def voice_pages(site: Site, words: DateWords) -> Iterator[Page]:
    """The pages of speakers in one language; both languages have the same."""
    place = Place(site, words, paths.section(words.catalogue.language, "voices"))
    speakers = _speakers(site)
    if len(site.index.attributions) <= _ON_ONE_PAGE:
        yield _all(place, speakers)
        return
    by_path: dict[str, list[_Speaker]] = {}
    for speaker in speakers:
        by_path.setdefault(speaker.path, []).append(speaker)
    yield _index(place, by_path)
    for path, found in by_path.items():
        yield _part(Place(site, words, paths.section(place.language, path)), path, found)


# ---------------------------------------------------------------- who speaks


def _speakers(site: Site) -> list[_Speaker]:
    """All speakers, those with most statements first, then by their id."""
    by_id: dict[str, list[SiteAttribution]] = {}
    for attribution in site.index.attributions:
        by_id.setdefault(_speaker_id(attribution), []).append(attribution)
    ordered = sorted(by_id, key=lambda key: (-len(by_id[key]), key))
    return [_speaker(site, key, tuple(by_id[key])) for key in ordered]


def _speaker_id(attribution: SiteAttribution) -> str:
    if attribution.speaker_topic:
        return f"v-{attribution.speaker_topic}"
    # A speaker without a topic is known by his words alone; an anchor is ASCII.
    return f"v--{_digest(fold(attribution.speaker))}"


def _digest(text: str) -> str:
    return blake2b(text.encode(), digest_size=4).hexdigest()


def _speaker(site: Site, key: str, statements: tuple[SiteAttribution, ...]) -> _Speaker:
    known = statements[0].speaker_topic
    topic = site.topics.get(known) if known else None
    name = fold(topic.ar.name if topic else statements[0].speaker)
    letter = name.removeprefix(_ARTICLE)[:1] or "-"
    if len(statements) < _OWN_PAGE:
        path = f"voices/letters/{ord(letter):04x}"
    elif topic:
        path = f"voices/{topic.id}"
    else:
        path = f"voices/others/{key.removeprefix('v--')}"
    return _Speaker(key, path, letter, statements)


# ---------------------------------------------------------------- pages


def _all(place: Place, speakers: list[_Speaker]) -> Page:
    title = place.say.text("Who says what")
    return Page(place, _index_head(place, title), "voices", _view(place, title, speakers))


def _index_head(place: Place, title: str) -> Head:
    description = place.say.text("Statements by speaker, each with the paragraph that reports it.")
    return mirrored_head(place, "voices", "voices", title, description)


def _view(place: Place, title: str, speakers: list[_Speaker]) -> VoicesView:
    voices = tuple(_voice(place, speaker) for speaker in speakers)
    return VoicesView(
        title=title,
        count=_count(place, speakers),
        index=contents((voice.name, voice.id) for voice in voices) if len(voices) > 1 else (),
        voices=voices,
    )


def _count(place: Place, speakers: list[_Speaker]) -> str:
    number = sum(len(speaker.statements) for speaker in speakers)
    return place.say.count(STATEMENTS, number, n=number)


def _index(place: Place, by_path: dict[str, list[_Speaker]]) -> Page:
    own = [found for found in by_path.values() if not _is_letter(found)]
    letters = sorted((f for f in by_path.values() if _is_letter(f)), key=lambda f: f[0].letter)
    view = SpeakersView(
        count=_count(place, [speaker for found in by_path.values() for speaker in found]),
        speakers=tuple(_entry(place, found, found[0].id) for found in own),
        letters=tuple(_entry(place, found, f"l-{ord(found[0].letter):04x}") for found in letters),
    )
    return Page(place, _index_head(place, place.say.text("Who says what")), "speakers", view)


def _is_letter(found: list[_Speaker]) -> bool:
    return len(found[0].statements) < _OWN_PAGE


def _entry(place: Place, found: list[_Speaker], anchor: str) -> SpeakerEntry:
    text = found[0].letter if _is_letter(found) else _name(place, found[0]).text
    href = place.to(paths.section(place.language, found[0].path))
    return SpeakerEntry(anchor, Link(text, href), _count(place, found))


def _part(place: Place, path: str, found: list[_Speaker]) -> Page:
    if _is_letter(found):
        title = place.say.text("Speakers under %(letter)s", letter=found[0].letter)
    else:
        title = place.say.text("Statements by %(speaker)s", speaker=_name(place, found[0]).text)
    parent = section_crumbs(place, place.say.text("Who says what"), "voices")
    description = f"{title} · {_count(place, found)}"
    head = mirrored_head(place, path, "voices", title, description, parent)
    return Page(place, head, "voices", _view(place, title, found))


# ---------------------------------------------------------------- one speaker


def _name(place: Place, speaker: _Speaker) -> Link:
    first = speaker.statements[0]
    link = optional_topic_link(place, first.speaker_topic)
    return link or Link(named(place, first.speaker, None), Markup(""))


def _voice(place: Place, speaker: _Speaker) -> Voice:
    name = _name(place, speaker)
    return Voice(
        id=speaker.id,
        name=name.text,
        href=name.href,
        count=_count(place, [speaker]),
        statements=_statements(place, speaker),
    )


def _statements(place: Place, speaker: _Speaker) -> tuple[StatementView, ...]:
    # The speaker is part of the id: two may speak in one paragraph, and all may share a page.
    end = _digest(speaker.id)
    ids = paths.unique(
        f"s-{entry.passage.article}-{hex_of(entry.passage.block)}-{end}"
        for entry in speaker.statements
    )
    return tuple(
        StatementView(
            quote=quote(place, anchor, entry.passage, entry.sentence, (entry.span,)),
            via=named(place, entry.via, entry.via_topic) if entry.via else "",
            source=source_line(place, place.site.articles[entry.passage.article]),
        )
        for anchor, entry in zip(ids, speaker.statements, strict=True)
    )
