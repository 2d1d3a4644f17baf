"""Facts about the words of the interface: the theme's strings in our wording, and our counters."""

import json
import re
from collections.abc import Mapping
from importlib.util import find_spec
from pathlib import Path

import pytest

from generator.model import ARABIC, ENGLISH
from generator.render.catalogue import Catalogue, load_catalogue, messages
from tests.unit.render.messages_in_use import messages_in_use

OURS = Path(__file__).parents[3] / "overrides" / "partials" / "languages"
STRING = re.compile(r'^ *"([\w.]+)": ("(?:[^"\\]|\\.)*")', re.MULTILINE)
NUMBERS = (0, 1, 2, 3, 10, 11, 99, 100, 101, 102, 103, 111, 1000)

# What the theme's own Arabic says, and why it may not come back.
FAULTY = {
    "action.edit": "عدل الصفحة",  # also reads «the page's justice»; «this» is lost
    "action.skip": "انتقل إلى المحتوى",  # an order, where the others are nouns
    "announce.dismiss": "لا تظهر هذا مرة أخرى",  # reads «does not appear»
    "blog.archive": "أرشيف",  # indefinite as a heading
    "blog.categories": "فئات",
    "blog.continue": "أكمل القراءة",
    "blog.index": "رجوع إلى الفهرس",
    "blog.references": "روابط ذات علاقة",
    "clipboard.copied": "تم النسخ الى الحافظة",  # a hamza is missing
    "footer": "هامش سفلي",  # a margin
    "footer.next": "التالية",
    "footer.previous": "السابقة",
    "header": "عنوان العارضة",  # the title of a beam
    "nav": "تصفح",
    "readtime.one": "قراءة لمدة دقيقة",
    "readtime.other": "# دقائق قراءة",  # wrong for 2 and for 11 and more
    "rss.created": "ملقم بالخلاصات",  # a server
    "rss.updated": "ملقم بالخلاصات المحدثة",
    "search": "إبحث",  # no hamza in the order of a verb of form I
    "search.placeholder": "بحث",
    "search.share": "شارك",
    "search.reset": "مسح كلي",  # total erasure
    "search.result.initializer": "بدء البحث",
    "search.result.none": "لا توجد نتائج",
    "search.result.one": "نتائج البحث مستند واحد",
    "search.result.other": "نتائج البحث # مستندات",
    "search.result.more.one": "أكثر من 1 في هذه الصفحة",  # «more than one», which is false
    "search.result.more.other": "أكثر من # في هذه الصفحة",
    "search.result.term.missing": "مفقود",  # lost
    "select.language": "إختر اللغة",
    "select.version": "إختر الإصدار",
    "source": "اذهب إلى المصدر",
    "source.file.date.created": "خلقت",  # was created by God
    "source.file.date.updated": "اخر تحديث",  # a madda is missing
    "tabs": "نوافذ",  # windows
    "toc": "جدول المحتويات",
    "top": "عد إلى الأعلى",
}
# Words that are misspelt, or wrong in an interface, wherever they stand.
MISSPELT = ("إبحث", "إختر", "الى", "خلقت", "اخر", "ملقم", "إستخدم", "انشاء")
FORMAT_NAMES = {"RSS"}
# Not words: what the theme reads, and the name of the other language in that language.
NOT_WORDS = {"language", "direction", "search.config.lang", "search.config.separator"}
NOT_WORDS |= {"search.config.pipeline", "sharh.other"}

# Noun: its plural, its dual, its form after 11 to 99, and whether it is feminine.
NOUNS = {
    ("source", "مصدر"): ("مصادر", "مصدران", "مصدرًا", False),
    ("article", "مقال"): ("مقالات", "مقالان", "مقالًا", False),
    ("event", "حدث"): ("أحداث", "حدثان", "حدثًا", False),
    ("figure", "رقم"): ("أرقام", "رقمان", "رقمًا", False),
    ("question", "سؤال"): ("أسئلة", "سؤالان", "سؤالًا", False),
    ("statement", "تصريح"): ("تصريحات", "تصريحان", "تصريحًا", False),
    ("topic", "موضوع"): ("موضوعات", "موضوعان", "موضوعًا", False),
    ("publisher", "ناشر"): ("ناشرين", "ناشران", "ناشرًا", False),
    ("term", "مصطلح"): ("مصطلحات", "مصطلحان", "مصطلحًا", False),
    ("paragraph", "فقرة"): ("فقرات", "فقرتان", "فقرة", True),
    ("mention", "إشارة"): ("إشارات", "إشارتان", "إشارة", True),
}


def strings(path: Path) -> dict[str, str]:
    """The strings of a catalogue of the theme's kind."""
    found = STRING.findall(path.read_text(encoding="utf-8"))
    return {key: json.loads(value) for key, value in found}


@pytest.fixture(scope="module")
def arabic() -> Mapping[str, str]:
    return strings(OURS / "ar.html")


def theme_keys() -> set[str]:
    """The keys that the installed theme asks for."""
    spec = find_spec("material")
    assert spec
    assert spec.submodule_search_locations
    root = Path(spec.submodule_search_locations[0])
    return set(strings(root / "templates" / "partials" / "languages" / "en.html"))


def counted_in_arabic(noun: str, forms: tuple[str, str, str, bool], n: int) -> str:
    """The noun counted, by the rule of the grammar."""
    plural, dual, many, is_feminine = forms
    match n % 100:
        case _ if n == 0:
            return f"لا {plural}"
        case _ if n == 1:
            return f"{noun} {'واحدة' if is_feminine else 'واحد'}"
        case _ if n == 2:
            return dual
        case few if 3 <= few <= 10:
            return f"{n} {plural}"
        case more if more >= 11:
            return f"{n} {many}"
    return f"{n} {noun}"


@pytest.mark.parametrize("language", [ARABIC, ENGLISH])
def test_every_key_of_the_theme_has_our_words(language: str) -> None:
    """A key that the theme adds shows here before it shows in English on an Arabic page."""
    ours = strings(OURS / f"{language}.html")
    assert theme_keys() <= set(ours)
    assert not [key for key, text in ours.items() if not text and key in theme_keys()]


def test_both_languages_have_the_same_keys(arabic: Mapping[str, str]) -> None:
    """Neither falls back on the other."""
    assert set(arabic) == set(strings(OURS / "en.html"))


def test_no_faulty_wording_of_the_theme_is_back(arabic: Mapping[str, str]) -> None:
    """Key by key, and no misspelt word in any text of pages and interface."""
    assert not {key for key, faulty in FAULTY.items() if arabic[key] == faulty}
    messages_of_pages = (form for forms in load_catalogue(ARABIC).texts.values() for form in forms)
    for text in (*arabic.values(), *messages_of_pages):
        assert not set(re.findall(r"\w+", text)) & set(MISSPELT), text


def test_arabic_strings_hold_arabic_only(arabic: Mapping[str, str]) -> None:
    """No Latin letter but in names of formats, no tatweel, Arabic punctuation stands right."""
    for key, text in arabic.items():
        if key in NOT_WORDS:
            continue
        assert set(re.findall(r"[A-Za-z]+", text)) <= FORMAT_NAMES, key
        assert not re.search(r"[\"',;?ـ]| [،؛؟.:]|[،؛؟](?=\S)", text), key


def test_the_themes_counters_are_right_for_every_number(arabic: Mapping[str, str]) -> None:
    """The theme knows one and other only: with # for the number, no noun follows it."""
    for key, text in arabic.items():
        if key.endswith(".other") and key in theme_keys():
            assert text.endswith(": #"), key


@pytest.mark.parametrize("n", NUMBERS)
def test_the_searchs_counter_agrees_with_its_number(n: int, arabic: Mapping[str, str]) -> None:
    """The browser picks the form by the same plural rule."""
    index = load_catalogue(ARABIC).plural_index(n)
    form = ("zero", "one", "two", "few", "many", "other")[index]
    text = arabic[f"sharh.search.count.{form}"].replace("#", str(n))
    assert text == counted_in_arabic("نتيجة", ("نتائج", "نتيجتان", "نتيجة", True), n)


@pytest.mark.parametrize("noun", NOUNS, ids=lambda noun: noun[0])
def test_counters_agree_with_their_number(noun: tuple[str, str]) -> None:
    """Masculine and feminine nouns in Arabic, one and many in English."""
    english_noun, arabic_noun = noun
    pair = messages(f"%(n)s {english_noun}", f"%(n)s {english_noun}s")
    for n in NUMBERS:
        in_arabic = load_catalogue(ARABIC).count(pair, n, n=n)
        assert in_arabic == counted_in_arabic(arabic_noun, NOUNS[noun], n)
        in_english = load_catalogue(ENGLISH).count(pair, n, n=n)
        assert in_english == f"{n} {english_noun}{'' if n == 1 else 's'}"


def test_every_bare_counter_is_in_the_table() -> None:
    """A new counter comes with its forms."""
    _, counted = messages_in_use()
    bare = {singular for singular, _ in counted if re.fullmatch(r"%\(n\)s \w+", singular)}
    assert bare == {f"%(n)s {english}" for english, _ in NOUNS}


@pytest.mark.parametrize("language", [ARABIC, ENGLISH])
def test_a_counted_message_shows_its_number_or_says_it(language: str) -> None:
    """Only none, one and two may go without a digit, and they do so in words."""
    catalogue: Catalogue = load_catalogue(ENGLISH if language == ENGLISH else ARABIC)
    _, counted = messages_in_use()
    for pair in counted:
        for n in NUMBERS:
            text = catalogue.count(pair, n, n=n, value=n)
            assert str(n) in text or n in {0, 1, 2}, (pair, n, text)
            assert language == ARABIC or str(n) in text, (pair, n, text)
