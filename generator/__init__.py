"""Sharh: raw Arabic articles in, a bilingual explainer site out."""

__version__ = "0.1.0"
