"""The one loader of YAML for files that people write: strict, every problem at once.

`read_yaml` makes a document of a text, `Fields` reads its keys as types and collects what is wrong
in a `Problems`.
"""

from generator.rules.document import (
    FILE_LIMIT,
    FRONT_MATTER_LIMIT,
    FrontMatter,
    KeyPath,
    YamlDocument,
    YamlValue,
    dump_yaml,
    load_yaml,
    read_yaml,
    split_front_matter,
    yaml_scalar,
)
from generator.rules.fields import Fields, listed_fields
from generator.rules.problems import Problems, raise_problems
from generator.rules.words import is_plain, is_web_address, name_character, nearest, quoted

__all__ = [
    "FILE_LIMIT",
    "FRONT_MATTER_LIMIT",
    "Fields",
    "FrontMatter",
    "KeyPath",
    "Problems",
    "YamlDocument",
    "YamlValue",
    "dump_yaml",
    "is_plain",
    "is_web_address",
    "listed_fields",
    "load_yaml",
    "name_character",
    "nearest",
    "quoted",
    "raise_problems",
    "read_yaml",
    "split_front_matter",
    "yaml_scalar",
]
