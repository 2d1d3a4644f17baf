"""Plain text -> Markdown that means exactly that text: the one place where text is escaped.

`Markup` marks text that is ready for the page; everything else is plain and passes through `escape`
or `prose` on its way out. Active signs become numeric character references: these mean the same in
a paragraph, in an attribute and inside an HTML element, and no extension reads them.
"""

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from itertools import pairwise
from urllib.parse import urlsplit

from markupsafe import Markup

from generator.model import ARABIC, Block, LanguageTag, MarkKind, Span

# Signs that Markdown, HTML, attr_list or an extension of the three engines may read are always
# escaped. `-`, `.`, `)`, `:`, `+` and `=` are common in text, so only where they would act.
_ACTIVE = re.compile(
    r"[\\`*_{}\[\]<>&#!|~^$\"@]"
    r"|^[-+=:?]"  # list item, underline of a heading, definition, pymdownx.details
    r"|[-+=](?=[-+=])|(?<=[-+=])[-+=]"  # rules, front matter, ++keys++, ==marks==, --8<--
    r"|:(?=[/\w+-])"  # addresses and emoji names
    r"|[^\S ]"  # spaces that are no word space: Python-Markdown strips them at the edges
)
_LEADING_NUMBER = re.compile(r"\d+(?=[.)](?:\s|$))")
_SPACES = re.compile("[ \t\n\r\f\v\x1c-\x1f\x85\u2028\u2029]+")
_UNSHOWN = re.compile("[\x00-\x1f\x7f-\x9f\ud800-\udfff]")  # control characters, lone surrogates

_LATIN_WORD = r"[A-Za-z\u00c0-\u024f][A-Za-z\u00c0-\u024f0-9'\u2019+./&-]*(?<![.'\u2019/&-])"
# A word goes on after a space, or after the full stop of an initial or of «St.».
_LATIN_SPACE = r"(?: |(?:(?<=\b[A-Za-z])|(?<=\b[A-Z][a-z]))\. (?=[A-Z]))"
_LATIN_RUN = re.compile(
    rf"{_LATIN_WORD}"
    rf"(?:{_LATIN_SPACE}(?:{_LATIN_WORD}|[0-9]+\.[0-9]+|[0-9]+(?= {_LATIN_WORD})))*"
)
# In an Arabic line these turn around unless isolated: 2024-03-12, -5, +90 312 555. Ranges do not.
_SIGNED = r"(?<![\w+-])(?:[+-][0-9][0-9.,]*(?: [0-9]+)*\b|[0-9]{4}-[0-9]{2}-[0-9]{2}\b)"
_LATIN_OR_SIGNED = re.compile(rf"{_LATIN_RUN.pattern}|(?P<signed>{_SIGNED})")
_ARABIC_WORD = r"[«(]?[\u0610-\u061a\u0620-\u065f\u066e-\u06d3\u06d5-\u06ff]+(?:-[0-9]+)?[»]?"
# Names in a list are runs of their own: a Latin comma ends one, unless it stands within a number.
_BETWEEN_WORDS = r"(?:[^A-Za-z·;,]|(?<=[0-9]),(?=[0-9]))*"
_ARABIC_RUN = re.compile(rf"{_ARABIC_WORD}(?:{_BETWEEN_WORDS}{_ARABIC_WORD})?(?:\.\.+|[؟!»)])*")


# ---------------------------------------------------------------- text


def escape(text: str) -> Markup:
    """Markdown that shows the text, on one line, and nothing but the text.

    Runs of white space become one space; control characters, which no page can hold, are dropped.
    """
    return text if isinstance(text, Markup) else Markup(_escape_run(one_line(text)))


def one_line(text: str) -> str:
    """The text on one line, without control characters and lone surrogates."""
    return " ".join(part for part in _shown(text).split(" ") if part)


def _shown(text: str) -> str:
    # Nearly every text is printable as it is; the two passes cost a third of all rendering.
    return text if text.isprintable() else _UNSHOWN.sub("", _SPACES.sub(" ", text))


def _escape_run(text: str) -> str:
    """The text escaped, its outer spaces kept so that pieces of one paragraph can be joined."""
    text = _shown(text)
    number = _LEADING_NUMBER.match(text)
    if number is None:
        return _ACTIVE.sub(_reference, text)
    end = number.end()
    return number[0] + f"&#{ord(text[end])};" + _ACTIVE.sub(_reference, text[end + 1 :])


def _reference(match: re.Match[str]) -> str:
    return f"&#{ord(match[0])};"


def prose(text: str, language: LanguageTag) -> Markup:
    """The text escaped, each run of the other script isolated in its language and direction."""
    if isinstance(text, Markup):
        return text
    return Markup(_isolate_runs(one_line(text), language))


def _isolate_runs(text: str, language: LanguageTag) -> str:
    pieces: list[str] = []
    start = 0
    for match in (_LATIN_OR_SIGNED if language == ARABIC else _ARABIC_RUN).finditer(text):
        pieces.append(_escape_run(text[start : match.start()]))
        pieces.append(_isolated(match, language))
        start = match.end()
    pieces.append(_escape_run(text[start:]))
    return "".join(pieces)


def _isolated(match: re.Match[str], language: LanguageTag) -> str:
    run = _escape_run(match[0])
    if language != ARABIC:
        return f'<span lang="ar" dir="rtl">{run}</span>'
    return f'<bdi dir="ltr">{run}</bdi>' if match["signed"] else f'<bdi lang="en">{run}</bdi>'


def runs(text: str, language: LanguageTag) -> list[str]:
    """Plain text on one line, cut for a script: every second piece runs in the other direction.

    >>> runs("زار Acme المحطة", ARABIC)
    ['زار ', 'Acme', ' المحطة']
    """
    line, pieces, start = one_line(text), [], 0
    for match in (_LATIN_OR_SIGNED if language == ARABIC else _ARABIC_RUN).finditer(line):
        pieces += [line[start : match.start()], match[0]]
        start = match.end()
    return [*pieces, line[start:]]


def arabic(text: str, language: LanguageTag) -> Markup:
    """Arabic text on a page of the language; on an English page it is declared as Arabic."""
    inner = prose(text, ARABIC)
    if language == ARABIC:
        return inner
    return Markup('<span lang="ar" dir="rtl">') + inner + Markup("</span>")


# ---------------------------------------------------------------- text with marks


def sentence(text: str, spans: Iterable[Span], language: LanguageTag) -> Markup:
    """An Arabic sentence with the spans marked; on an English page a quotation declared Arabic."""
    pieces: list[str] = []
    start = 0
    for span in sorted(spans):
        if start <= span.start < span.end <= len(text):
            pieces.append(_isolate_runs(text[start : span.start], ARABIC))
            pieces.append(f"<mark>{_isolate_runs(text[span.start : span.end], ARABIC)}</mark>")
            start = span.end
    pieces.append(_isolate_runs(text[start:], ARABIC))
    line = _SPACES.sub(" ", "".join(pieces)).strip(" ")
    if language == ARABIC:
        return Markup(line)
    return Markup(f'<q lang="ar" dir="rtl" class="sh-ar">{line}</q>')


@dataclass(frozen=True, slots=True, order=True)
class TopicLink:
    """A span of a block that leads to a topic's page; `href` is relative to the page."""

    span: Span
    href: str
    is_term: bool = False
    """Whether the topic is a word of the glossary."""


def linked_prose(text: str, links: Iterable[TopicLink], language: LanguageTag) -> Markup:
    """Prose of an editor with links to topics; the spans count in the text."""
    pieces: list[str] = []
    start = 0
    for link in sorted(links):
        pieces.append(_isolate_runs(text[start : link.span.start], language))
        inner = _isolate_runs(text[link.span.start : link.span.end], language)
        pieces.append(f"[{inner}]{_topic_target(link)}")
        start = link.span.end
    pieces.append(_isolate_runs(text[start:], language))
    return Markup(_SPACES.sub(" ", "".join(pieces)).strip(" "))


def _topic_target(link: TopicLink) -> str:
    css = ".sh-topic .sh-term" if link.is_term else ".sh-topic"
    return f"({link.href}){{: {css} }}"


def block_text(
    block: Block, links: tuple[TopicLink, ...] = (), language: LanguageTag = ARABIC
) -> Markup:
    """A block in the language with the editor's marks and topic links, as inline Markdown.

    An editor's link wins over a topic link that overlaps it: no link stands inside a link.
    """
    outer = _outer_links(block, links)
    pieces: list[str] = []
    start = 0
    for span, opening, closing in outer:
        pieces.append(_marked(block, Span(start, span.start), language))
        pieces.append(opening + _marked(block, span, language) + closing)
        start = span.end
    pieces.append(_marked(block, Span(start, len(block.text)), language))
    return Markup(_SPACES.sub(" ", "".join(pieces)).strip(" "))


def editor_link_spans(block: Block) -> tuple[Span, ...]:
    """Where the editor's own links stand in the block."""
    return tuple(
        mark.span for mark in block.marks if mark.kind is MarkKind.LINK and _is_web(mark.target)
    )


def _outer_links(block: Block, links: tuple[TopicLink, ...]) -> list[tuple[Span, str, str]]:
    chosen: list[tuple[Span, str, str]] = []
    for mark in sorted(block.marks, key=lambda mark: mark.span):
        if mark.kind is MarkKind.LINK and _is_web(mark.target) and _is_free(mark.span, chosen):
            # Written as HTML: the address is a reader's text too, and attr_list cannot touch it.
            chosen.append((mark.span, f'<a href="{web_address(mark.target)}">', "</a>"))
    for link in sorted(links):
        if _is_free(link.span, chosen):
            chosen.append((link.span, "[", f"]{_topic_target(link)}"))
    return sorted(chosen)


def web_address(target: str) -> Markup:
    """The address ready for an attribute; empty where a browser must not be sent there."""
    return escape(target) if _is_web(target) else Markup("")


def _is_web(target: str) -> bool:
    """Whether a browser may be sent there: no javascript:, data: or other scheme."""
    return urlsplit(target).scheme in {"http", "https"} and not re.search(r"\s", target)


def _is_free(span: Span, taken: list[tuple[Span, str, str]]) -> bool:
    return span.start < span.end and all(
        span.end <= other.start or other.end <= span.start for other, _, _ in taken
    )


def _marked(block: Block, within: Span, language: LanguageTag) -> str:
    """The text of the span with strong and emphasis, cut so that elements nest."""
    edges = {within.start, within.end}
    for mark in block.marks:
        edges |= {
            min(max(edge, within.start), within.end) for edge in (mark.span.start, mark.span.end)
        }
    ordered = sorted(edges)
    return "".join(_wrapped(block, Span(*piece), language) for piece in pairwise(ordered))


_ELEMENTS = {MarkKind.STRONG: "strong", MarkKind.EMPHASIS: "em"}


def _wrapped(block: Block, piece: Span, language: LanguageTag) -> str:
    text = _isolate_runs(block.text[piece.start : piece.end], language)
    for element in _covering(block, piece):
        text = f"<{element}>{text}</{element}>"
    return text


def _covering(block: Block, piece: Span) -> Iterator[str]:
    kinds = {
        mark.kind
        for mark in block.marks
        if mark.span.start <= piece.start and piece.end <= mark.span.end
    }
    return (_ELEMENTS[kind] for kind in _ELEMENTS if kind in kinds)
