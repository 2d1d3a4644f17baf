"""Agency slugs: the city and agency that open the first paragraph or close the last one."""

import re
from collections.abc import Iterator

from generator.model import LineKind

from .captions import is_credit
from .dates import find_days, is_date_line
from .habits import IntakeRules
from .lines import Line
from .page import Page, Removal
from .phrases import key_of

SLUG_LETTERS = 90
SLUG_WORDS = 12
DAY_SLUG_WORDS = 8
PLACE_SLUG_WORDS = 6
# The bracket before the dash first: "مدينة - 15 - 3 (كونا) -- " has dashes inside.
BRACKET_SLUG = re.compile(
    r"^[\W_]{0,2}(?P<body>[^.:!؟?«»\"“”()]{2,80}\([^()]{1,50}\))\s{0,3}(?::|[-–—]{1,3}|/(?=\s|$)|\.\.)\s{0,3}"
)
DASH_SLUG = re.compile(
    r"^[\W_]{0,2}(?P<body>[^.:!؟?«»\"“”()]{2,60}?[/،,\-–—\u0640]\s?(?:«[^«»]{2,30}»|[^.:()«»\"“”\-–—/،,]{2,40}))"
    r"\s{0,3}(?::|[-–—]{1,3}|\.\.)\s{0,3}"
)
COLON_SLUG = re.compile(r"^[\W_]{0,2}(?P<body>[^.:!؟?]{2,60}):\s{1,3}")
DATE_SLUG = re.compile(
    r"^(?P<body>[^.:!؟?«»]{2,80}?/\s?[^\W\d_]{2,20}\s?/)\s{0,3}[-–—]{0,2}\s{0,3}"
)
# With a day and an agency in brackets no dash is needed: "مدينة 3 مايو (وكالة) افتتح".
DAY_SLUG = re.compile(
    r"^[\W_]{0,2}(?P<body>[^.:!؟?«»\"“”()]{2,60}\d[^.:!؟?«»\"“”()]{2,30}\([^()]{2,50}\))\s{0,3}(?::|[-–—]{1,3}|/)?\s{0,3}(?=\S)"
)
# With a full date the sign after it is enough: "مدينة - 3 مايو 2024 - افتتح".
FULL_DAY_SLUG = re.compile(
    r"^[\W_]{0,2}(?P<body>[^.:!؟?«»\"“”]{2,70}?\d{4} ?(?:م ?)?\)?)\s{0,3}(?::|[-–—]{1,3})\s{1,3}(?=\S)"
)
# A place, a dash, and a paper's name in quotation marks: "بيروت – «اسم الصحيفة»: ".
PAPER_SLUG = re.compile(
    r"^[\W_]{0,2}(?P<body>[^\W\d_]+(?: [^\W\d_]+){0,2} ?[-–—\u0640/،] ?[«\"“][^«»\"“”]{2,30}[»\"”]) ?:\s{0,3}"
)
CLOSING = re.compile(r"[\s.،]\s{0,3}(?P<body>[(\[][^()\[\]]{1,60}[)\]])[\s.]{0,4}$")


def slugs(page: Page) -> Iterator[Removal]:
    """The slug at the start of the first paragraphs, and the source in brackets after the last."""
    for at, line in enumerate(page.lines):
        if line.is_paragraph and at <= page.first + 1:
            end = opening_slug(line, page.rules)
            if end:
                yield Removal(at, LineKind.TAIL, end=end)
    if page.last >= 0 and page.lines[page.last].is_paragraph:
        yield from _closing(page, page.last)


def opening_slug(line: Line, rules: IntakeRules) -> int:
    """Where the slug that opens the line ends, or 0."""
    head = line.text[: SLUG_LETTERS + 40]
    for pattern in (BRACKET_SLUG, DASH_SLUG, DATE_SLUG, COLON_SLUG):
        match = pattern.match(head)
        if match and match.end() <= SLUG_LETTERS and _is_slug(match["body"], rules):
            return match.end()
    match = PAPER_SLUG.match(head)
    if match and not any(
        w in rules.words.reporting_verbs for w in key_of(match["body"]).split(" ")
    ):
        return match.end()
    match = DAY_SLUG.match(head)
    if match and _has_day(match["body"], rules):
        return match.end()
    match = FULL_DAY_SLUG.match(head)
    return match.end() if match and _is_full_day(match["body"], rules) else 0


def _is_full_day(body: str, rules: IntakeRules) -> bool:
    """Whether the words are a place, perhaps an agency, and a full date at their end."""
    days = [(start, end) for start, end, _ in find_days(body, rules.words)]
    if not days or any(word in rules.words.reporting_verbs for word in key_of(body).split(" ")):
        return False
    start, end = days[0]
    around = key_of(f"{body[:start]} {body[end:]}").split(" ")
    return len(around) <= PLACE_SLUG_WORDS and end >= len(body) - 4


def _is_slug(body: str, rules: IntakeRules) -> bool:
    """Whether the words before the sign are few and name an agency, apart from a sentence."""
    key = key_of(body)
    words = key.split(" ")
    if len(words) > SLUG_WORDS or any(word in rules.words.reporting_verbs for word in words):
        return False
    parts = [key_of(part) for part in re.split(r"[()/،,\-–—\u0640«»|]", body)]
    return sum(bool(part) for part in parts) > 1 and any(part in rules.sources for part in parts)


def _has_day(body: str, rules: IntakeRules) -> bool:
    """Whether a place, a day with its month, and a few words in brackets follow each other."""
    key = key_of(body.partition("(")[0])
    words = key.split(" ")
    if len(words) > DAY_SLUG_WORDS or any(word in rules.words.reporting_verbs for word in words):
        return False
    pairs = zip(words, [*words[1:], ""], strict=True)
    return any(a.isdigit() and b in rules.month_heads for a, b in pairs) and not words[0].isdigit()


def _closing(page: Page, at: int) -> Iterator[Removal]:
    line = page.lines[at]
    match = CLOSING.search(line.text[-80:])
    if not match or not is_credit(match["body"], page.rules):
        return
    start = max(0, len(line.text) - 80) + match.start("body")
    before = line.text[:start].rstrip()
    if before.endswith((".", "؟", "!")):
        yield Removal(at, LineKind.TAIL, start=start, end=len(line.text))


def is_slug_line(line: Line, rules: IntakeRules) -> bool:
    """Whether the whole line is a place and an agency: «القاهرة - رويترز», «لندن (أ ف ب)»."""
    if line.words > SLUG_WORDS or line.ends_with_stop or is_date_line(line, rules.words):
        return False
    parts = [key for part in re.split(r"[()/،,:\-–—«»|]", line.text) if (key := key_of(part))]
    named = [part for part in parts if part in rules.sources]
    return bool(named) and all(part.count(" ") < 3 for part in parts) and len(parts) <= 4
