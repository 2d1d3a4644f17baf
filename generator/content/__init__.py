"""`content/` -> Library: strict, every problem at once."""

from generator.content.gazetteer import TopicPlan, load_topics_file, plan_topics
from generator.content.library import load_library

__all__ = ["TopicPlan", "load_library", "load_topics_file", "plan_topics"]
