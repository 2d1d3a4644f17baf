"""A hook of the site engine: what the theme brings along and no page asks for stays out of the site."""

from mkdocs.config.defaults import MkDocsConfig
from mkdocs.structure.files import Files

# The parts of the style sheet that the generator joins to one file.
_PARTS = "assets/stylesheets/page/"


def on_files(files: Files, *, config: MkDocsConfig) -> Files:
    """The files without the theme's own scripts and styles, for which our templates never ask, and
    without the parts of ours."""
    theirs = {path for path in config.theme.dirs if path != config.theme.custom_dir}
    for file in tuple(files):
        if file.src_dir in theirs or file.src_uri.startswith(_PARTS):
            files.remove(file)
    return files
