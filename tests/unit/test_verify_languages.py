"""Facts about the check of languages: text under the wrong language or direction does not go out."""

from pathlib import Path

import pytest

from generator.verify.languages import language_problems

INTERFACE = ("Home", "Search the site", "Skip to content")
PAGE = (
    '<!doctype html><html lang="{}" dir="{}"><head><title>{}</title></head><body>{}</body></html>'
)


def write(root: Path, path: str, body: str, title: str = "") -> None:
    language, direction = ("en", "ltr") if path.startswith("en/") else ("ar", "rtl")
    file = root / path
    file.parent.mkdir(parents=True, exist_ok=True)
    file.write_text(PAGE.format(language, direction, title, body), encoding="utf-8")


def problems(root: Path) -> list[str]:
    return [str(problem) for problem in language_problems(root, INTERFACE)]


RIGHT = [
    ("ar", '<p>قال <bdi lang="en">Kim Jong-un</bdi> ذلك</p>'),
    ("ar", "<p>منظمة NATO وطائرة F-16 و3.5 وحدها</p>"),
    ("ar", '<p lang="en" dir="ltr">Summary in English. <span lang="ar" dir="rtl">نص</span></p>'),
    ("ar", '<img alt="كتاب Kim Jong Un" src="a.png">'),
    ("ar", '<svg aria-label="خريطة"><text lang="en" direction="ltr">Two words</text></svg>'),
    ("ar", "<script>const two = words</script><style>a b {}</style><template>A b</template>"),
    ("ar", '<li>Kim</li><li>Putin</li><select><option lang="en">Two words</option></select>'),
    ("ar", '<p data-words="Two words">نص</p><!-- Two words -->'),
    ("en", '<p>He said <q lang="ar" dir="rtl">كلمة أخرى</q>, and <a href="/">شرح</a> says so.</p>'),
    ("en", '<p lang="ar"><span dir="rtl">كلمة أخرى</span></p>'),
    ("en", '<p>In 2024, 3 of 10: <bdi lang="ar">كلمة أخرى</bdi>.</p>'),
]


@pytest.mark.parametrize(("language", "body"), RIGHT)
def test_declared_text_passes(language: str, body: str, tmp_path: Path) -> None:
    """Declared runs, single foreign words and what is not read are left alone."""
    write(tmp_path, f"{language}/index.html", body, "Sharh · شرح")
    assert problems(tmp_path) == []


WRONG = [
    ("ar", "<p>قال Kim Jong-un ذلك</p>", "«Kim Jong-un» stands under lang «ar»"),
    ("ar", "<p>قال <b>Kim</b> <i>Jong</i> ذلك</p>", "«Kim Jong» stands under lang «ar»"),
    ("ar", "<p>دفعة Su 35 Flanker</p>", "«Su Flanker» stands under lang «ar»"),
    ("ar", '<p>قال <a title="نص" href="/">Kim</a> Un ذلك</p>', "«Kim Un» stands under"),
    ("ar", '<p>قال <bdi dir="ltr">Kim Un</bdi> ذلك</p>', "«Kim Un» stands under lang «ar»"),
    ("ar", "<svg><text>Two words</text></svg>", "«Two words» stands under lang «ar»"),
    ("ar", '<img alt="Two words" src="a.png">', "«Two words» stands under lang «ar»"),
    ("ar", '<a href="/" title="Permanent link">رابط</a>', "«Permanent link» stands under"),
    ("ar", "<select><option>Two words</option></select>", "«Two words» stands under lang «ar»"),
    ("ar", '<p lang="en">كلمة أخرى</p>', "«كلمة أخرى» stands under lang «en»"),
    ("ar", '<p lang="en">Two words</p>', "«Two words» is laid out «rtl» under lang «en»"),
    ("ar", '<p dir="auto">Su-35 طائرة</p>', "«Su-35 طائرة» is laid out «ltr» under lang «ar»"),
    ("ar", '<a href="/">Home</a>', "the interface string «Home» is in English"),
    ("ar", '<button aria-label="Search the site"></button>', "«Search the site» is in English"),
    ("en", "<p>He said كلمة أخرى there</p>", "«كلمة أخرى» stands under lang «en»"),
    ("en", '<p>He said <q lang="ar">كلمة أخرى</q></p>', "«كلمة أخرى» is laid out «ltr»"),
    ("en", '<meta name="description" content="كلمة أخرى">', "«كلمة أخرى» stands under lang «en»"),
    ("en", '<a lang="ar" dir="rtl" aria-label="Two words" href="/">شرح</a>', "«Two words»"),
]


@pytest.mark.parametrize(("language", "body", "what"), WRONG)
def test_a_text_under_the_wrong_language_is_named(
    language: str, body: str, what: str, tmp_path: Path
) -> None:
    """Each is one line that begins with the page, quotes the text and says what to write."""
    write(tmp_path, f"{language}/bad/index.html", body)
    (problem,) = problems(tmp_path)
    assert problem.startswith(f"{language}/bad/index.html: ")
    assert what in problem


def test_a_title_may_hold_both_languages_but_not_only_the_other(tmp_path: Path) -> None:
    """A title holds no elements: one that names the site in both languages is the best there is."""
    write(tmp_path, "ar/a/index.html", "", "خطاب Kim Jong Un — شرح · Sharh")
    assert problems(tmp_path) == []
    write(tmp_path, "ar/b/index.html", "", "Only English here")
    assert "«Only English here» stands under lang «ar»" in problems(tmp_path)[0]


def test_a_fault_of_every_page_is_named_once(tmp_path: Path) -> None:
    """A heading of the theme would else fill the screen: the first page stands for all."""
    for number in range(3):
        write(tmp_path, f"ar/{number}/index.html", "<p>Made with care</p>")
    (problem,) = problems(tmp_path)
    assert problem.startswith("ar/0/index.html: ")
    assert "The same on 2 more pages." in problem
