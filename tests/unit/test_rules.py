"""The strict YAML loader and the reader of its fields."""

import unicodedata
from decimal import Decimal
from enum import StrEnum

import pytest
from hypothesis import given
from hypothesis import strategies as st

from generator.errors import ContentError, RuleFileError
from generator.rules import (
    Fields,
    Problems,
    YamlDocument,
    dump_yaml,
    is_plain,
    is_web_address,
    load_yaml,
    name_character,
    nearest,
    quoted,
    raise_problems,
    read_yaml,
    split_front_matter,
    yaml_scalar,
)
from generator.rules.document import DEPTH_LIMIT
from tests.strategies import any_text


class Colour(StrEnum):
    RED = "red"
    GREEN = "green"


def problems_of(text: str) -> list[str]:
    problems = Problems("a.yml")
    read_yaml(text, problems)
    return [str(problem) for problem in problems.found]


def fields_of(text: str) -> Fields:
    problems = Problems("a.yml")
    return Fields(read_yaml(text, problems), problems)


def told(fields: Fields) -> list[str]:
    return [str(problem) for problem in fields.problems.found]


# ---------------------------------------------------------------- values stay texts


@pytest.mark.parametrize(
    "written",
    [
        "no",
        "yes",
        "on",
        "~",
        "null",
        "010",
        "0x1F",
        "1_000",
        "12:30:45",
        "1e3",
        "2026-11-22",
        ".inf",
        "=",
        "<<",
    ],
)
def test_a_plain_value_stays_the_text_that_the_file_shows(written: str) -> None:
    """YAML 1.1 would make of these a truth value, nothing, a number, a time or a date."""
    assert load_yaml(f"key: {written}", "a.yml").value == {"key": written}


def test_quotes_folds_and_lists_are_read_as_yaml_says() -> None:
    """Being strict about types changes nothing about the rest of YAML."""
    text = "a: 'it''s'\nb: \"\\u0634\"\nc: >\n  two\n  lines\nd: [x, y]\ne:\n- {f: 1}\n- g\n"
    expected = {"a": "it's", "b": "ش", "c": "two lines\n", "d": ("x", "y"), "e": ({"f": "1"}, "g")}
    assert load_yaml(text, "a.yml").value == expected


@pytest.mark.parametrize("text", ["", "\n", "# only a comment\n", "---\n"])
def test_an_empty_document_is_an_empty_mapping(text: str) -> None:
    """An empty front matter is one without keys, so that each missing key can be named."""
    assert load_yaml(text, "a.yml").value == {}


# ---------------------------------------------------------------- lines


LINED = load_yaml("a: 1\nb:\n  c: 2\n  d:\n  - x\n  - y\n", "a.yml", first_line=2)


@pytest.mark.parametrize(
    ("key", "line"),
    [((), 2), (("a",), 2), (("b",), 3), (("b", "c"), 4), (("b", "d"), 5), (("b", "d", 1), 7)],
)
def test_every_value_knows_its_line_in_the_whole_file(
    key: tuple[str | int, ...], line: int
) -> None:
    """Lines count from the top of the file, not from the top of its front matter."""
    assert LINED.line(key) == line


def test_a_missing_value_has_the_line_of_its_parent() -> None:
    """«missing» can only be told at the mapping in which it is missing."""
    assert LINED.line(("b", "nothing", "here")) == 3


def test_windows_line_ends_change_no_value_and_no_line() -> None:
    """An editor on Windows gets the same values and the same lines."""
    document = load_yaml("a: 1\r\nb: 2\r\n", "a.yml")
    assert document.value == {"a": "1", "b": "2"}
    assert document.line(("b",)) == 2


# ---------------------------------------------------------------- what is refused


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("a: 1\nb: 2\na: 3", "a.yml:3: The key «a» is already on line 1. Keep one of the two."),
        ("a: &x 1", "a.yml:1: The anchor «&x» is not read. Take it out."),
        (
            "a: !!int 1",
            "a.yml:1: The tag «tag:yaml.org,2002:int» is not read.",
        ),
        ("a: ! 1", "a.yml:1: The tag «!» is not read."),
        ("? [a]\n: 1", "a.yml:1: A key is a list or a group. Write a word before the colon."),
        ("a: 1\n---\nb: 2", "a.yml:3: A second YAML document begins here. Keep one in a file."),
        ("a: 1\nb: [x\nc: 2", "a.yml:2: A list in square brackets is not closed."),
        ("a: 1\nb: {x\nc: 2", "a.yml:2: "),
        ("a: 1\nb: 'x\nc: 2", "a.yml:2: A quotation mark is not closed."),
        ("a: 1\n\tb: 2", "a.yml:2: A tab stands where YAML wants spaces. Indent with spaces."),
        ("a: x: y", "a.yml:1: A second «: » stands on this line."),
        ("a: @x", "a.yml:1: A value begins with a sign that YAML keeps for itself."),
        ("a: x\u200fy", "a.yml:1: The invisible character U+200F RIGHT-TO-LEFT MARK stands here."),
        (
            "a: 1\nb: x\x00y",
            "a.yml:2: The invisible character U+0000 control character stands here.",
        ),
        (
            "a: 1\nb: x\u2028y",
            "a.yml:2: The invisible character U+2028 LINE SEPARATOR stands here.",
        ),
        ("a: \ud800", "a.yml:1: The invisible character U+D800 control character stands here."),
        ("a: \uffff", "a.yml:1: The invisible character U+FFFF control character stands here."),
        (
            "[" * (DEPTH_LIMIT + 2),
            f"a.yml:1: The values are nested too deep. Keep to {DEPTH_LIMIT} levels.",
        ),
    ],
)
def test_what_is_not_read_is_named_with_its_line(text: str, expected: str) -> None:
    """Each feature that could hide, double or execute something is refused where it stands."""
    found = problems_of(text)
    assert found
    assert found[0].startswith(expected)


def test_several_problems_are_told_at_once() -> None:
    """An editor repairs a file in one go."""
    found = problems_of("a: &x 1\nb: *x\na: !t 2\n")
    assert [problem.split(":")[1] for problem in found] == ["1", "2", "3", "3"]


def test_an_alias_bomb_is_refused_without_being_unfolded() -> None:
    """Nine levels of nine aliases each would be 387 million values."""
    levels = "\n".join(f"{c}: &{c} [{','.join([f'*{chr(ord(c) - 1)}'] * 9)}]" for c in "bcdefghi")
    found = problems_of(f"a: &a [x]\n{levels}\n")
    assert any("alias" in problem for problem in found)


def test_a_text_over_the_limit_is_refused_before_it_is_parsed() -> None:
    """The limit counts bytes, and an Arabic letter has two."""
    problems = Problems("a.yml")
    document = read_yaml("a: " + "ش" * 10, problems, limit=20)
    assert document.value == {}
    assert str(problems.found[0]) == "a.yml:1: The YAML is 23 bytes long. Keep it to 20 bytes."


def test_load_yaml_raises_all_problems_of_a_file() -> None:
    """The form for rule files, where a problem always stops the command."""
    with pytest.raises(RuleFileError) as caught:
        load_yaml("a: &x 1\na: 2\n", "rules.yml")
    assert len(caught.value.diagnostics) == 2


@given(st.one_of(any_text, st.text(alphabet="ab:-[]{}&*!?|>'\"%@`#, \n\t", max_size=60)))
def test_any_text_gives_a_document_or_problems(text: str) -> None:
    """No text at all makes the loader raise anything of its own or of its library."""
    problems = Problems("a.yml")
    document = read_yaml(text, problems)
    assert isinstance(document, YamlDocument)
    assert all(problem.location.line >= 1 for problem in problems.found)


# ---------------------------------------------------------------- fields


def test_the_fields_of_a_mapping_are_read_as_what_is_asked_for() -> None:
    """One value of every kind."""
    fields = fields_of(
        "t: شرح\nd: 2026-11-22\nm: 2026-11\nc: red\nf: true\nn: '-1.50'\ni: 7\n"
        "u: https://example.org/a\nl: [a, b]\ns: {x: 1}\nr:\n- {x: 1}\n- {x: 2}\n"
    )
    assert fields.text("t") == "شرح"
    assert fields.date("d") == "2026-11-22"
    assert fields.date("m", months=True) == "2026-11"
    assert fields.choice("c", Colour) is Colour.RED
    assert fields.required_choice("c", Colour) is Colour.RED
    assert fields.flag("f") is True
    assert fields.number("n") == Decimal("-1.50")
    assert fields.integer("i") == 7
    assert fields.url("u") == "https://example.org/a"
    assert fields.texts("l") == ("a", "b")
    section = fields.section("s")
    assert section is not None
    assert section.text("x") == "1"
    assert [row.text("x") for row in fields.sections("r")] == ["1", "2"]
    fields.finish()
    assert told(fields) == []


def test_absent_and_empty_optional_fields_are_nothing() -> None:
    """A key left blank in a template is the same as a key left out."""
    fields = fields_of("t:\nl: []\n")
    assert (fields.text("t"), fields.date("d"), fields.choice("c", Colour), fields.number("n")) == (
        None,
        None,
        None,
        None,
    )
    assert (fields.texts("l"), fields.sections("r"), fields.section("s"), fields.integer("i")) == (
        (),
        (),
        None,
        None,
    )
    assert fields.flag("f") is False
    assert fields.url("u") is None
    fields.finish()
    assert told(fields) == []


@pytest.mark.parametrize(
    ("text", "read", "expected"),
    [
        ("t: [a]", "text", "«t» is a list where a text is expected. Write one text."),
        ("t: {a: 1}", "text", "«t» is a group of keys where a text is expected. Write one text."),
        ("t: 22/11/2026", "date", "«t» is «22/11/2026», not a date. Write it as 2026-11-22."),
        ("t: 2026-11", "date", "«t» is «2026-11», not a date. Write it as 2026-11-22."),
        ("t: ٢٠٢٦-١١-٢٢", "date", "«t» is «٢٠٢٦-١١-٢٢», not a date. Write it as 2026-11-22."),
        ("t: 2026-02-29", "date", "«t» is «2026-02-29», a day that no calendar has."),
        ("t: 2026-13-01", "date", "«t» is «2026-13-01», a day that no calendar has."),
        ("t: 0000-01-01", "date", "«t» is «0000-01-01», a day that no calendar has."),
        ("t: True", "flag", "«t» is «True». Write true or false."),
        ("t: 1,000", "number", "«t» is «1,000», not a number."),
        ("t: 1.5", "integer", "«t» is «1.5», not a whole number."),
        ("t: example.org", "url", "«t» is «example.org», not a web address."),
        ("t: a", "texts", "«t» is a text where a list is expected."),
        ("t: [a, {b: 1}]", "texts", "Entry 2 of «t» is a group of keys."),
        ("t: [a, '']", "texts", "Entry 2 of «t» is empty."),
        ("t: a", "section", "«t» is a text where «key: value» lines are expected."),
        ("t: a", "sections", "«t» is a text where a list is expected."),
        ("t: [a]", "sections", "Entry 1 of «t» is a text where «key: value» lines are expected."),
        ("x: 1", "required_text", "«t» is missing. Add a line «t: …»."),
        ("t:", "required_text", "«t» is empty. Write it after the colon."),
        ("x: 1", "required_section", "«t» is missing. Add a line «t: …»."),
        (
            't: "a\\u202eb"',
            "text",
            "«t» holds the invisible character U+202E RIGHT-TO-LEFT OVERRIDE.",
        ),
    ],
)
def test_a_wrong_value_is_named_with_what_is_expected(text: str, read: str, expected: str) -> None:
    """Each kind of field refuses each wrong type in the words of an editor."""
    fields = fields_of(text)
    getattr(fields, read)("t")
    assert told(fields)[0].removeprefix("a.yml:1: ").startswith(expected)
    assert len(fields.problems.found) == 1


def test_an_unknown_key_is_told_with_the_nearest_known_one() -> None:
    """A slip of the keyboard would otherwise silently drop a field."""
    fields = fields_of("titel: a\nzzz: b\n")
    fields.text("title"), fields.text("lead")
    fields.finish()
    assert told(fields) == [
        "a.yml:1: The key «titel» is not read here. Did you mean «title»?",
        "a.yml:2: The key «zzz» is not read here. The choices are: title, lead.",
    ]


def test_a_wrong_choice_is_told_with_the_nearest_one() -> None:
    """Values of a fixed list are spelled out."""
    fields = fields_of("c: gren\nd: blue\n")
    assert fields.choice("c", Colour) is None
    assert fields.required_choice("d", Colour) is None
    assert fields.required_choice("e", Colour) is None
    assert told(fields) == [
        "a.yml:1: «c» is «gren», which is not a choice. Did you mean «green»?",
        "a.yml:2: «d» is «blue», which is not a choice. The choices are: red, green.",
        "a.yml:1: «e» is missing. Add a line «e: …».",
    ]


def test_a_mapping_of_the_wrong_type_is_told_once_and_not_for_each_of_its_keys() -> None:
    """One mistake, one message."""
    fields = fields_of("s: text")
    section = fields.required_section("s")
    assert section is not None
    section.required_text("a"), section.required_text("b")
    section.finish()
    assert len(fields.problems.found) == 1


def test_texts_come_back_composed_and_on_one_line() -> None:
    """Front matter goes into attributes, feeds and headings, where a line break is a fault."""
    fields = fields_of('t: "  a\\n b\\u00a0c  "\nn: "\\u0627\\u0653"\n')
    assert fields.text("t") == "a b c"
    assert fields.text("n") == "آ"


def test_keys_as_data_are_all_known() -> None:
    """A mapping whose keys are data has no unknown key."""
    fields = fields_of("b: 1\na: 2\n")
    assert fields.keys() == ("b", "a")
    assert "a" in fields
    fields.finish()
    assert told(fields) == []


# ---------------------------------------------------------------- words of messages


def test_quoted_text_is_short_and_shows_what_is_hidden() -> None:
    """A message is one line and never turns the direction of the terminal."""
    assert quoted("a\n b\u202ec") == "«a b[U+202E]c»"
    assert quoted("x" * 70) == "«" + "x" * 59 + "…»"


def test_the_nearest_choice_or_all_are_named() -> None:
    """An empty list of choices is said to be empty."""
    assert nearest("reviewd", ["draft", "reviewed"]) == "Did you mean «reviewed»?"
    assert nearest("x", ["draft", "reviewed"]) == "The choices are: draft, reviewed."
    assert nearest("x", []) == "None is known here."


def test_a_character_without_a_name_has_its_code() -> None:
    """Control characters have no Unicode name."""
    assert name_character("\x07") == "U+0007 control character"


@pytest.mark.parametrize(
    ("address", "good"),
    [
        ("https://example.org/a?b=1#c", True),
        ("HTTP://example.org", True),
        ("https://مثال.example/ص", True),
        ("https://", False),
        ("//example.org", False),
        ("ftp://example.org", False),
        ("javascript:alert(1)", False),
        ("java\tscript:alert(1)", False),
        ("https://exa mple.org", False),
        ("https://example.org/\u202egpj.exe", False),
        ("https://[::1", False),
        ("data:text/html,x", False),
    ],
)
def test_only_whole_http_addresses_are_web_addresses(address: str, good: bool) -> None:
    """Nothing that runs, nothing relative, nothing hidden."""
    assert is_web_address(address) is good


# ---------------------------------------------------------------- front matter and writing


def test_front_matter_is_cut_off_with_the_line_of_the_body() -> None:
    """Messages about the body need its place in the file."""
    cut = split_front_matter("---\na: 1\n---\n\nbody\n---\nmore")
    assert cut is not None
    assert (cut.yaml, cut.body, cut.body_line) == ("a: 1\n", "\nbody\n---\nmore", 4)


@pytest.mark.parametrize("text", ["", "a: 1", "---\na: 1\n", "\n---\na: 1\n---\n", " ---\n---\n"])
def test_a_text_without_a_pair_of_dashes_has_no_front_matter(text: str) -> None:
    """Both lines of dashes are needed, the first on line 1."""
    assert split_front_matter(text) is None


@given(st.text(max_size=60))
def test_a_written_value_is_read_back(text: str) -> None:
    """`sharh review` writes names into front matter that this loader reads again."""
    name = unicodedata.normalize("NFC", " ".join("".join(filter(is_plain, text)).split()))
    written = yaml_scalar(name)
    fields = fields_of(f"key: {written}\n")
    assert (fields.text("key") or "") == name
    assert told(fields) == []
    assert "\n" not in written


def test_dumped_yaml_keeps_order_and_stays_readable() -> None:
    """Editors go on with what an import wrote: keys in their order, short groups on one line."""
    value = {"b": "no", "a": {"name": "كيم", "aliases": ["x", "1"]}}
    text = dump_yaml(value)
    assert text == "b: 'no'\na:\n  name: كيم\n  aliases: [x, '1']\n"


def test_problems_are_raised_only_if_there_are_any() -> None:
    """The last step of every reader."""
    raise_problems((), ContentError)
    problems = Problems("a.yml")
    problems.error(1, "Wrong.", "Right it.")
    with pytest.raises(ContentError):
        raise_problems(problems.found, ContentError)
