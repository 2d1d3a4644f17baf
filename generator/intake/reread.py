"""A raw file brought in with the editor's word on it: lines that no rule may remove."""

from collections.abc import Mapping
from dataclasses import replace

from .folder_slug import slug_for
from .habits import IntakeRules
from .options import ImportOptions, with_options
from .plan import ImportPlan, plan_import
from .report import read_marks, with_word, word_of
from .take import take_in


def bring_in(
    name: str,
    data: bytes,
    rules: IntakeRules,
    options: ImportOptions,
    existing: Mapping[str, str],
) -> ImportPlan:
    """What importing the file would write, its lines kept as the options and its report say.

    Args:
        name: the file's name, for its type, its slug and for messages.
        existing: the texts under `articles/`, by path in the content folder.

    Raises:
        SourceError: the file cannot be read, or holds no article.
        ContentError: the slug is none, or the report of the import before cannot be read.
    """
    first = take_in(name, data, rules)
    # The slug may be a hash of the text: lines that are kept later must not change it.
    slug = slug_for(with_options(first, options), options)
    path = f"articles/{slug}/import-report.yml"
    marks = read_marks(existing[path], path) if path in existing else ()
    word, notes = word_of(marks, options.keep, first)
    before = take_in(name, data, rules, keep=word.kept) if word.kept else first
    now = take_in(name, data, rules, keep=frozenset(word.keep)) if word.keep else first
    options = replace(options, slug=slug)
    plan = plan_import(with_word(now, word), options, existing, before, word)
    return replace(plan, diagnostics=(*notes, *plan.diagnostics))
