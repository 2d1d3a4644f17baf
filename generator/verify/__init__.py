"""The built site -> why it may not be published: the last stage before it is swapped in.

The checks read the files that readers get, so they hold whichever engine built them.
"""

from pathlib import Path

from generator.errors import SiteError
from generator.verify.evidence import evidence_problems
from generator.verify.languages import language_problems
from generator.verify.pages import page_problems
from generator.verify.rights import Run, leak_problems


def refuse_broken(
    root: Path, address: str, english: frozenset[str], withheld: frozenset[Run]
) -> None:
    """Passes a site that may be published.

    Args:
        root: the folder of the built site.
        address: what absolute links of the site begin with.
        english: interface strings that must not stand on an Arabic page.
        withheld: runs of words that no file may hold.

    Raises:
        SiteError: everything that is wrong with it, at once.
    """
    problems = (
        *page_problems(root, address),
        *evidence_problems(root),
        *language_problems(root, english),
        *leak_problems(root, withheld),
    )
    if problems:
        raise SiteError(problems)
