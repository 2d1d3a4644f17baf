"""`articles/<slug>/en.md` -> Stub."""

import re
from pathlib import Path

from generator.content.evidence import evidenced_block
from generator.content.files import MarkdownFile, read_markdown
from generator.content.ids import BlockIds
from generator.content.markdown import read_passages
from generator.content.scripts import arabic_share
from generator.model import BlockKind, EvidencedBlock, Slug, Stub, StubStatus
from generator.rules import Fields, Problems, quoted

_HASH = re.compile(r"[0-9a-f]{16}")


def read_stub(path: Path, problems: Problems) -> Stub | None:
    """The stub in the file, or None if anything in it is wrong."""
    file = read_markdown(path, problems)
    if file is None:
        return None
    fields, slug = file.fields, Slug(path.parent.name)
    status = fields.required_choice("status", StubStatus)
    stub = Stub(
        slug=slug,
        title=fields.required_text("title"),
        status=status or StubStatus.DRAFT,
        blocks=_read_body(file, slug, problems),
        location=file.location,
        drafted_by=fields.text("drafted_by"),
        reviewed_by=fields.text("reviewed_by"),
        reviewed_on=fields.date("reviewed_on"),
        source_hash=_read_hash(fields, "source_hash"),
        stub_hash=_read_hash(fields, "stub_hash"),
    )
    fields.finish()
    _check_review(stub, fields)
    _check_language(stub, problems)
    return None if problems.failed else stub


def _read_body(file: MarkdownFile, slug: Slug, problems: Problems) -> tuple[EvidencedBlock, ...]:
    passages = read_passages(file.body, file.body_line, problems)
    ids = BlockIds()
    blocks = tuple(evidenced_block(passage, slug, ids, problems) for passage in passages)
    if not passages:
        problems.error(file.body_line, "The stub has no text.", "Write it below the front matter.")
    for block in blocks:
        bare = block.sentences and not any(s.evidence for s in block.sentences)
        if bare and block.kind is not BlockKind.HEADING:
            what = f"{quoted(block.sentences[0].text)} has no evidence."
            problems.warning(
                block.location.line, what, "End it with «[#p-…]», a paragraph of ar.md."
            )
    return blocks


def _read_hash(fields: Fields, key: str) -> str | None:
    text = fields.text(key)
    if text is None or _HASH.fullmatch(text):
        return text
    fields.error(
        key, f"«{key}» is {quoted(text)}, not a hash.", "Take it out; sharh review writes it."
    )
    return None


def _check_review(stub: Stub, fields: Fields) -> None:
    # Warnings, not errors: imported stubs may bring a review along without saying whose. Nothing
    # unsigned or unbound is ever shown as reviewed (english.review_state).
    if stub.status is not StubStatus.REVIEWED:
        return
    run = f"Run «sharh review {stub.slug} --by NAME»; until then it counts as"
    missing = [key for key in ("reviewed_by", "reviewed_on") if not fields.filled(key)]
    if missing:
        what = f"The stub is reviewed, and there is no «{'» and no «'.join(missing)}»."
        fields.problems.warning(fields.line("status"), what, f"{run} a draft.")
    elif stub.source_hash is None or stub.stub_hash is None:
        what = "The review is not bound to the text that was read."
        fields.problems.warning(fields.line("status"), what, f"{run} out of date.")


def _check_language(stub: Stub, problems: Problems) -> None:
    runs = (sentence.text for block in stub.blocks for sentence in block.sentences)
    if arabic_share(" ".join((stub.title, *runs))) > 0.5:
        what = "Most letters of the stub are Arabic."
        problems.error(stub.location.line, what, "Write it in English, or take the file away.")
