"""What each sign beside a doubtful name weighs; above nothing, the name is meant.

The weights are log odds, set by hand and rounded to a quarter. `tests/eval/weigh_names.py` compares them
with those that a regression learns near them: on 22 November 2026 both decided 36 of 814 doubtful names
wrongly in articles that the regression had not seen, and the learned ones 6 cases more. To change one,
measure every set before and after.
"""

from collections.abc import Mapping

WEIGHTS: Mapping[str, float] = {
    # what the name is by itself
    "country": 1.0,
    "place": 0.5,
    "person": -0.5,
    "organization": 0.0,
    "outlet": -0.75,
    "weapon": -0.75,
    "mostly_word": -0.75,
    "seldom_word": 0.75,
    "definite": 0.25,
    "definite_person": -1.5,
    "bare": -1.0,
    # before it
    "after_topic_marker": 2.5,
    "after_that": 1.5,
    "member_of": 1.5,
    "interviewed_by": 2.0,
    "after_verb_marker": -5.0,
    "after_in": 1.25,
    "often_after_in": 0.75,
    "after_preposition": 0.25,
    "thing_after_in": 0.5,
    "thing_after_preposition": 0.25,
    "outlet_after_preposition": -0.75,
    "joined_and": 0.5,
    "joined_so": -0.75,
    "joined_like": -1.0,
    "thing_joined_by": -0.75,
    "feminine_verb_before": 1.25,
    "definite_before": -1.0,
    "inside_a_name": -2.5,
    "agreeing_noun_before": -2.75,
    "noun_before": -0.25,
    "her_verb_before": 1.25,
    "person_speaks": 0.75,
    "place_speaks": 1.5,
    "person_met": 1.5,
    "body_speaks": 1.0,
    "is_predicate": -1.5,
    "called": 1.0,
    "whole_word": -2.5,
    "adjective_of_noun": -2.0,
    "outlet_speaks_as_man": -0.75,
    "publishes": 1.0,
    "sentence_begins": -0.75,
    # after it
    "feminine_verb_after": 1.5,
    "her_verb_after": 1.5,
    "begins_and_acts": 3.0,
    "that_after": 1.5,
    "his_words_after": 2.0,
    "who_he_is_after": -3.0,
    "himself_after": -1.5,
    "herself_after": 2.0,
    "origin_after": 2.5,
    "origin_after_feminine": -0.25,
    "adjective_of_head_after": 1.5,
    "town_adjective_after": 1.5,
    "agreeing_adjective_after": -3.0,
    "adjective_after_owner": -1.0,
    "who_person_is_after": -1.5,
    "object_after_person": -0.5,
    "owner_after": -0.5,
    "place_after": -1.5,
    "noun_after": -0.5,
    "owned_noun_after": -1.0,
    "noun_after_person": -1.0,
    "noun_and_owner_after": -1.25,
    "accusative_after": -1.0,
    "clause_after": -1.5,
    "nothing_after": 0.75,
    "and_after": 0.75,
    # the rules of homographs, by their answers
    "is_elsewhere: no": -4.0,
    "is_title: no": -4.0,
    "is_introduced: yes": 5.0,
    "is_introduced: no": -2.5,
    "is_tabled: no": -6.0,
    "is_vocalised: no": -4.0,
    "is_counted: no": -3.0,
    "is_placed: yes": 2.5,
    "is_led_by_preposition: yes": 1.5,
    "is_subject: yes": 1.5,
    "modifies: yes": 2.0,
    "modifies: no": -2.75,
    "is_owned: no": -1.5,
    "is_reporting: yes": 1.75,
    "is_acting: yes": 1.5,
    "is_quoted: yes": 3.0,
    "is_playing: yes": 2.25,
    # the rest of the article: the topic is named there by another name, or with a sure sign; a
    # person's family name with the article is the person's then («الصباغ» after «بسام الصباغ»)
    "person_named_otherwise": 2.5,
    "definite_person_named_otherwise": 1.5,
    "weapon_named_otherwise": 1.0,
    "organization_named_otherwise": 0.75,
    "place_named_otherwise": 0.5,
    "country_named_otherwise": 0.5,
    "outlet_named_otherwise": 0.25,
    "places_named": 0.4,
    # the word is inflected there as none but a common word is («السيول», «قطره»), or was no name
    "inflected_elsewhere": -0.6,
    "no_name_elsewhere": -0.75,
}


# The weight of each way in which the list of common words inflects the name's word.
INFLECTION = -0.15

# With less than this it is no member of a list either: «من أبوظبي إلى مسقط رأسه».
UNLISTED = -2.5
# From here on the neighbours alone decide, and help to decide the others.
CERTAINLY = 2.5
CERTAINLY_NOT = -4.0
