"""The stages in order: the one package that knows them all, and the only door for the commands.

A module for each kind of run: `raw_files` (import, analyse, explain), `editing` (topics, review, facts),
`pages` (check, build, site) and `queries` (search); `index` is what they share.
"""

from generator.intake import ImportOptions
from generator.pipeline.editing import Facts, facts, import_topics, review
from generator.pipeline.folders import Folders, Progress
from generator.pipeline.pages import BuildReport, build, check, site
from generator.pipeline.queries import search
from generator.pipeline.raw_files import Imported, analyse, explain, import_files, read_raw, summary

__all__ = [
    "BuildReport",
    "Facts",
    "Folders",
    "ImportOptions",
    "Imported",
    "Progress",
    "analyse",
    "build",
    "check",
    "explain",
    "facts",
    "import_files",
    "import_topics",
    "read_raw",
    "review",
    "search",
    "site",
    "summary",
]
