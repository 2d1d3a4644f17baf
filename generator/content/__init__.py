"""`content/` -> Library: strict, every problem at once."""

from generator.content.library import load_library

__all__ = ["load_library"]
