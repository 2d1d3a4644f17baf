"""A hook of the site engine: what the theme brings along and no page asks for stays out of the site."""

from mkdocs.config.defaults import MkDocsConfig
from mkdocs.structure.files import Files


def on_files(files: Files, *, config: MkDocsConfig) -> Files:
    """The files without the theme's own scripts and styles: our templates ask for none of them."""
    theirs = {path for path in config.theme.dirs if path != config.theme.custom_dir}
    for file in tuple(files):
        if file.src_dir in theirs:
            files.remove(file)
    return files
