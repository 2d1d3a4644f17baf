"""Who says what: statements by speaker, on one page or, where they are many, on several."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from itertools import groupby

from markupsafe import Markup

from generator.render import paths
from generator.render.dates import DateWords
from generator.render.site import Place, Site
from generator.render.views.alphabet import sort_key
from generator.render.views.evidence import Quote, quote
from generator.render.views.facts import hex_of, wording_of
from generator.render.views.heads import Head, Page, mirrored_head, section_crumbs
from generator.render.views.parts import Link, contents, optional_topic_link
from generator.render.views.sources import OUTLET, named, source_line
from generator.render.views.speakers import (
    OWN_PAGE,
    STATEMENTS,
    Speaker,
    Statement,
    are_on_one_page,
    digest,
    speakers_of,
)
from generator.render.views.topics import type_names


@dataclass(frozen=True, slots=True)
class StatementView:
    """A statement; `via` is empty where the article heard the speaker itself."""

    wording: str
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
class VoiceGroup:
    """Speakers of one kind, with the ways to them on the page itself."""

    title: str
    links: tuple[Link, ...]


@dataclass(frozen=True, slots=True)
class VoicesView:
    """Speakers with what they say; `index` leads to them."""

    title: str
    count: str
    index: tuple[VoiceGroup, ...]
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


def voice_pages(site: Site, words: DateWords) -> Iterator[Page]:
    """The pages of speakers in one language; both languages have the same."""
    place = Place(site, words, paths.section(words.catalogue.language, "voices"))
    speakers = speakers_of(site)
    if are_on_one_page(site):
        yield _all(place, speakers)
        return
    by_path: dict[str, list[Speaker]] = {}
    for speaker in speakers:
        by_path.setdefault(speaker.path, []).append(speaker)
    yield _index(place, by_path)
    for path, found in by_path.items():
        yield _part(Place(site, words, paths.section(place.language, path)), path, found)


# ---------------------------------------------------------------- pages


def _all(place: Place, speakers: list[Speaker]) -> Page:
    title = place.say.text("Who says what")
    return Page(place, _index_head(place, title), "voices", _view(place, title, speakers))


def _index_head(place: Place, title: str) -> Head:
    description = place.say.text("Statements by speaker, each with the paragraph that reports it.")
    return mirrored_head(place, "voices", "voices", title, description)


def _view(place: Place, title: str, speakers: list[Speaker]) -> VoicesView:
    groups = tuple(_groups(place, speakers))
    voices = tuple(voice for _, found in groups for voice in found)
    index = (VoiceGroup(kind, contents((v.name, v.id) for v in found)) for kind, found in groups)
    return VoicesView(
        title=title,
        count=_count(place, speakers),
        index=tuple(index) if len(voices) > 1 else (),
        voices=voices,
    )


def _groups(place: Place, speakers: Iterable[Speaker]) -> Iterator[tuple[str, list[Voice]]]:
    """Those who have a page, outlets among them apart, then those who have none; in each kind those
    with most statements first, then by name."""
    ranked = sorted(
        ((_rank(place, speaker), -len(speaker.statements), speaker) for speaker in speakers),
        key=lambda one: (*one[:2], sort_key(_name(place, one[2]).text), one[2].id),
    )
    for rank, found in groupby(ranked, key=lambda one: one[0]):
        yield _kind(place, rank), [_voice(place, speaker) for _, _, speaker in found]


_NAMED, _OUTLETS, _OTHERS = range(3)


def _rank(place: Place, speaker: Speaker) -> int:
    if speaker.topic is None:
        return _OTHERS
    return _OUTLETS if place.site.topics[speaker.topic].type == OUTLET else _NAMED


def _kind(place: Place, rank: int) -> str:
    if rank == _OUTLETS:
        return type_names(place, OUTLET)[1]
    if rank == _NAMED:
        return place.say.text("People, states and institutions")
    return place.say.text("Other sources")


def _count(place: Place, speakers: list[Speaker]) -> str:
    number = sum(len(speaker.statements) for speaker in speakers)
    return place.say.count(STATEMENTS, number, n=number)


def _index(place: Place, by_path: dict[str, list[Speaker]]) -> Page:
    own = [found for found in by_path.values() if not _is_letter(found)]
    letters = sorted((f for f in by_path.values() if _is_letter(f)), key=lambda f: f[0].letter)
    view = SpeakersView(
        count=_count(place, [speaker for found in by_path.values() for speaker in found]),
        speakers=tuple(_entry(place, found, found[0].id) for found in own),
        letters=tuple(_entry(place, found, f"l-{ord(found[0].letter):04x}") for found in letters),
    )
    return Page(place, _index_head(place, place.say.text("Who says what")), "speakers", view)


def _is_letter(found: list[Speaker]) -> bool:
    return len(found[0].statements) < OWN_PAGE


def _entry(place: Place, found: list[Speaker], anchor: str) -> SpeakerEntry:
    text = found[0].letter if _is_letter(found) else _name(place, found[0]).text
    href = place.to(paths.section(place.language, found[0].path))
    return SpeakerEntry(anchor, Link(text, href), _count(place, found))


def _part(place: Place, path: str, found: list[Speaker]) -> Page:
    if _is_letter(found):
        title = place.say.text("Speakers under %(letter)s", letter=found[0].letter)
    else:
        title = place.say.text("Statements by %(speaker)s", speaker=_name(place, found[0]).text)
    parent = section_crumbs(place, place.say.text("Who says what"), "voices")
    description = f"{title} · {_count(place, found)}"
    head = mirrored_head(place, path, "voices", title, description, parent)
    return Page(place, head, "voices", _view(place, title, found))


# ---------------------------------------------------------------- one speaker


def _name(place: Place, speaker: Speaker) -> Link:
    first = speaker.statements[0][0]
    link = optional_topic_link(place, first.speaker_topic)
    return link or Link(named(place, first.speaker, None), Markup(""))


def _voice(place: Place, speaker: Speaker) -> Voice:
    name = _name(place, speaker)
    return Voice(
        id=speaker.id,
        name=name.text,
        href=name.href,
        count=_count(place, [speaker]),
        statements=_statements(place, speaker),
    )


def _statements(place: Place, speaker: Speaker) -> tuple[StatementView, ...]:
    # The speaker is part of the id: two may speak in one paragraph, and all may share a page.
    end = digest(speaker.id)
    ids = paths.unique(
        f"s-{said[0].passage.article}-{hex_of(said[0].passage.block)}-{end}"
        for said in speaker.statements
    )
    pairs = zip(ids, speaker.statements, strict=True)
    return tuple(_statement(place, anchor, said) for anchor, said in pairs)


def _statement(place: Place, anchor: str, said: Statement) -> StatementView:
    first, spans = said[0], [one.span for one in said]
    via = next((named(place, one.via, one.via_topic) for one in said if one.via), "")
    return StatementView(
        wording=wording_of(place, first),
        quote=quote(place, anchor, first.passage, first.sentence, spans),
        via=via,
        source=source_line(place, place.site.articles[first.passage.article]),
    )
