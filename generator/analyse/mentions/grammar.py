"""What part a doubtful name and the word before it play in the sentence."""

from generator.analyse.mentions.letters import unjoined
from generator.analyse.mentions.uses import STOPS, Use


def begins(use: Use) -> bool:
    """Whether it begins a sentence, or a clause after «و» or «ف»."""
    return use.clitic in ("و", "ف") or (not use.clitic and (use.before in STOPS or not use.before))


def is_governed(use: Use) -> bool:
    """Whether a preposition stands before it, so that what follows is not its owner."""
    before = unjoined(use.before)
    leads = before in use.group("whither_words") or before in use.group("leading_words")
    return bool(use.clitic) or leads


def acts(word: str, use: Use) -> bool:
    """Whether the word is a verb that people are the subjects of."""
    speech = use.lexicon.speech
    known = word in speech.speech or word in speech.claim or is_meeting(word, use)
    return known or word in use.group("acting") or word in use.group("publishing")


def is_meeting(word: str, use: Use) -> bool:
    """Whether people meet whoever is named after the word: «التقى», «لقاء»."""
    return word in use.lexicon.speech.meeting or word.endswith(tuple(use.group("meetings")))
