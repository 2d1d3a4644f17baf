"""A text of blocks as Markdown: every block with its id, every paragraph with a permanent link."""

from collections.abc import Mapping

from markupsafe import Markup

from generator.model import Block, BlockKind
from generator.render import markdown
from generator.render.markdown import TopicLink
from generator.render.site import Place


def text_markdown(
    place: Place, blocks: tuple[Block, ...], links: Mapping[int, tuple[TopicLink, ...]]
) -> Markup:
    """The blocks without the title, in the page's language; `links` are given by block."""
    written: list[str] = []
    open_list = ""
    for index, block in enumerate(blocks):
        wanted = _list_element(block)
        if wanted != open_list:
            written += [f"</{open_list}>"] if open_list else []
            written += [f'<{wanted} markdown="1">'] if wanted else []
            open_list = wanted
        if block.kind is not BlockKind.TITLE:
            written.append(_block(place, block, links.get(index, ())))
    if open_list:
        written.append(f"</{open_list}>")
    return Markup("\n\n".join(written))


def _list_element(block: Block) -> str:
    if block.kind is not BlockKind.LIST_ITEM:
        return ""
    return "ol" if block.ordered else "ul"


def _block(place: Place, block: Block, links: tuple[TopicLink, ...]) -> str:
    text = markdown.block_text(block, links, place.language)
    if block.kind is BlockKind.HEADING:
        return f"{'#' * min(max(block.level, 2), 6)} {text} {{: #{block.id} }}"
    # The sign of the link is drawn by the style sheet: read aloud it would be noise.
    label = markdown.escape(place.say.text("Permanent link to this paragraph"))
    text += Markup(f' [](#{block.id}){{: .sh-permalink aria-label="{label}" }}')
    if block.kind is BlockKind.LIST_ITEM:
        return f'<li id="{block.id}" markdown="1">{text}</li>'
    if block.kind is BlockKind.QUOTE:
        return f"> {text}\n> {{: #{block.id} }}"
    css = " .sh-deck" if block.kind is BlockKind.DECK else ""
    return f"{text}\n{{: #{block.id}{css} }}"
