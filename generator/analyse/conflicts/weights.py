"""What each sign weighs, learned from articles read by hand, and why it is looked at.

`tests/eval/weigh.py` learns the numbers by logistic regression and writes them here: a sign in the
column UP may only speak for a contradiction, one in DOWN only against it.
"""

from dataclasses import dataclass

UP, DOWN, EITHER = 1, -1, 0


@dataclass(frozen=True, slots=True)
class Weight:
    """Logits that a sign adds, the way it may lean, and the reason for it."""

    weight: float
    leans: int
    reason: str


BIAS = -3.01
# Four conflicts of five that are found are right there, in articles that were left out of learning.
THRESHOLD = -0.7
AGAIN = 3.0  # what a figure with a counterpart needs more for another one
SURE = 0.8  # three figures that all reach this two by two are three values of one thing
WEIGHTS: dict[str, Weight] = {
    # where the two stand
    "same sentence": Weight(0.04, UP, "The two sides of an argument stand side by side."),
    "next sentence": Weight(0.00, UP, "One sentence for each side."),
    "2 sentences": Weight(0.40, EITHER, "A sentence about the first side stands between them."),
    "more sentences": Weight(-0.60, DOWN, "Most figures of a paragraph are of different things."),
    "next paragraph": Weight(0.09, EITHER, "The other side may have a paragraph of its own."),
    "2 paragraphs": Weight(0.00, DOWN, "The farther apart, the more else was told."),
    "3 paragraphs": Weight(-0.33, DOWN, "The same."),
    "more paragraphs": Weight(0.00, DOWN, "The same."),
    "next of its unit": Weight(
        0.51, UP, "The answer to a figure is mostly the next one of its unit."
    ),
    "1 between": Weight(0.00, EITHER, "A part or an old value may stand between them."),
    "more between": Weight(-0.51, DOWN, "The second more likely answers a nearer figure."),
    "first in a heading": Weight(0.78, EITHER, "Titles tell one side's number."),
    "first amid": Weight(0.72, UP, "The second skipped other figures to answer this one."),
    # what is counted or measured
    "unit count": Weight(-0.41, EITHER, "Anything can be counted."),
    "unit percent": Weight(-0.79, DOWN, "Most shares of an article are of different things."),
    "unit money": Weight(-0.21, EITHER, "Sums are of many things."),
    "unit measure": Weight(0.07, UP, "Lengths and weights are seldom told of two things."),
    "unit time": Weight(0.00, DOWN, "Durations are told of everything."),
    "first a small word": Weight(-0.51, DOWN, "«غادر ستة» is told by the way."),
    "second a small word": Weight(-0.42, DOWN, "The same."),
    "other unit": Weight(0.40, EITHER, "Hectares against square kilometres."),
    "second unit left out": Weight(
        -1.29, EITHER, "«37» after «64 في المئة»; but also any other number."
    ),
    "first unit left out": Weight(-1.92, DOWN, "The unit is told with the first."),
    "same noun": Weight(0.00, UP, "Both count the same things."),
    "same class": Weight(0.73, UP, "Ships and tankers may be the same."),
    "people both": Weight(0.36, UP, "What happened to people is told with many nouns."),
    "other gender": Weight(-0.02, DOWN, "«تلميذ» and «تلميذة»."),
    "people perhaps": Weight(-0.15, EITHER, "«عداد يجوبون» and «الذين نزلوا» are people."),
    "people unlike": Weight(-0.36, DOWN, "Children and women."),
    "generic noun": Weight(
        -0.09, EITHER, "«حالة», «رأس» stand for what was counted, or for something else."
    ),
    "other noun": Weight(-1.31, DOWN, "They count different things."),
    "nouns akin": Weight(0.00, UP, "Publishing houses and publishers."),
    "second without noun": Weight(
        0.81, UP, "What was counted is left out where it was told just before."
    ),
    "first without noun": Weight(-0.30, DOWN, "What is counted is told with the first."),
    "no nouns": Weight(0.34, EITHER, "Neither says what is counted."),
    "same theme": Weight(1.09, UP, "The same happened."),
    "other theme": Weight(-0.86, DOWN, "Something else happened."),
    "first theme only": Weight(0.54, EITHER, "What happened is not told again."),
    "second theme only": Weight(-0.61, DOWN, "What happened is told of the second only."),
    "same measure": Weight(0.27, UP, "The cost and the cost."),
    "other measure": Weight(-0.05, DOWN, "The cost and the profit."),
    "measure of another": Weight(-0.87, DOWN, "The cost of a bridge and of a road."),
    "same rate": Weight(0.45, UP, "«أسبوعيا» and «في الأسبوع»."),
    "one a rate": Weight(-0.58, DOWN, "In a day and in all."),
    "topic none": Weight(0.46, UP, "Nothing new is told of the second."),
    "topic known": Weight(0.00, UP, "All words before the second stand in the first's sentence."),
    "topic partly known": Weight(0.44, EITHER, "Some of them do."),
    "topic new": Weight(0.00, DOWN, "None does."),
    "tail new": Weight(-0.17, DOWN, "New words right after the second say what it is of."),
    "tails apart": Weight(-0.43, DOWN, "«دخلت الخدمة» and «توقفت»."),
    "own shared": Weight(0.62, UP, "A word beside the one stands beside the other."),
    "own much shared": Weight(1.16, UP, "Two or more do."),
    # who tells them
    "untold": Weight(-0.81, DOWN, "Nobody tells either."),
    "untold after told": Weight(0.00, DOWN, "A source tells the first, nobody the second."),
    "drifts alone": Weight(
        0.00, DOWN, "Whoever spoke before may tell the second, nobody the first."
    ),
    "carried alone": Weight(0.00, DOWN, "The last speaker tells the second, nobody the first."),
    "opened alone": Weight(0.00, DOWN, "Its sentence has a speaker, nobody tells the first."),
    "resumed alone": Weight(0.33, UP, "Somebody known speaks again beside the second."),
    "inner alone": Weight(0.00, DOWN, "A word that may be a source stands before the second."),
    "amid alone": Weight(0.15, UP, "A source that tells stands amid the second's clause."),
    "teller alone": Weight(0.42, UP, "A source opens the second's clause."),
    "said alone": Weight(0.00, UP, "A speaker says the second."),
    "named alone": Weight(0.18, UP, "A phrase names the second's source."),
    "same drifts": Weight(0.00, DOWN, "One source is likely to tell both."),
    "same carried": Weight(-0.11, DOWN, "One source tells both in a sentence."),
    "same opened": Weight(-0.78, DOWN, "Who opened the sentence tells both."),
    "same source": Weight(0.00, DOWN, "One source tells both."),
    "new drifts": Weight(-0.71, DOWN, "Another may still be speaking."),
    "new carried": Weight(-0.22, EITHER, "Another spoke in a sentence before the second's."),
    "new opened": Weight(0.00, UP, "Another speaker opened the second's sentence."),
    "new resumed": Weight(0.98, UP, "Another, known before, speaks again beside the second."),
    "new inner": Weight(0.00, UP, "A word that may be another source stands before the second."),
    "new amid": Weight(0.72, UP, "Another source that tells stands amid the second's clause."),
    "new teller": Weight(0.60, UP, "Another source opens the second's clause."),
    "new said": Weight(0.92, UP, "Another says the second."),
    "new named": Weight(0.99, UP, "A phrase names another source."),
    "first drifts": Weight(-0.80, DOWN, "The first's source is a guess."),
    "second counts": Weight(1.10, UP, "Who counts, disputes what others have counted."),
    "second shows": Weight(0.85, UP, "Papers and pictures show another number."),
    "second measures": Weight(
        -0.02, EITHER, "«سجلت» is what stations do, and what anything does that reaches a value."
    ),
    "second says": Weight(0.07, UP, "A verb of saying whose speaker was not recognised."),
    "speaks of": Weight(1.08, UP, "«تتحدث النقابة عن 60»: another number than the known one."),
    "of others": Weight(0.95, UP, "«رقم أعلى», «الرقم الحقيقي»."),
    "second quoted": Weight(0.57, UP, "Somebody else speaks between quotation marks."),
    "both quoted": Weight(-0.18, DOWN, "One quotation is of one speaker."),
    # what turns the one against the other
    "turn": Weight(0.19, UP, "«لكن», «بينما», «في المقابل»."),
    "weak turn": Weight(0.45, UP, "«أما» and «من جهته» may also only join."),
    "goes on": Weight(-0.05, DOWN, "«لكنه»: the same subject goes on."),
    "inverted turn": Weight(0.37, UP, "«بينما يقول … إن …، يقول …»."),
    "doubt": Weight(0.32, UP, "Somebody doubts, denies or corrects."),
    "quarrel": Weight(0.31, UP, "It is said that numbers disagree."),
    # what points back
    "total": Weight(1.00, UP, "«العدد», «النسبة», «يضعها عند»."),
    "second amounts": Weight(0.00, UP, "«بلغ», «لا يتجاوز»: a value of something known."),
    "as for": Weight(0.01, EITHER, "«أما» names a speaker or another subject."),
    "pronoun": Weight(0.31, UP, "«إنه لا يزيد على», «وتقدره»."),
    "said the same": Weight(0.74, UP, "«نفسه», «ذاتها»."),
    "definite": Weight(0.63, UP, "What is counted is known: «المدارس المغلقة 30»."),
    "own number": Weight(-0.78, DOWN, "«المتهمون وعددهم 14»: of what stands right before."),
    # what signs mean together
    "same by the same": Weight(-0.91, EITHER, "What points back, where nobody else speaks."),
    "new thing anew": Weight(0.56, EITHER, "Somebody else speaks, of something else."),
    "same anew": Weight(
        0.36, UP, "Somebody else speaks, and one sign says that it is of the same."
    ),
    "much the same anew": Weight(0.30, UP, "Two signs say so."),
    "all the same anew": Weight(0.47, UP, "Two or more do."),
    "anew near": Weight(1.30, UP, "In the same sentence or the next."),
    "anew far": Weight(-0.19, DOWN, "Two or more paragraphs on."),
    "anew against": Weight(0.35, UP, "With a word that turns against what was said."),
    "anew but": Weight(-0.74, DOWN, "Something says that both can hold."),
    "same of another kind": Weight(
        -1.07, DOWN, "Of the same, but planned and done, needed and there."
    ),
    # how the first compares with other figures that the second may answer
    "another first is more alike": Weight(-1.07, DOWN, "The second more likely answers that one."),
    "likest first": Weight(0.45, UP, "No other is so much like the second."),
    # what says that both can hold
    "another": Weight(0.00, DOWN, "«حادث آخر»."),
    "counterpart": Weight(-0.91, DOWN, "«منافستها»."),
    "excluded": Weight(-0.39, DOWN, "«ولم تشمل هذه الأعداد»."),
    "agreed": Weight(-1.03, DOWN, "«يتفق الطرفان على أنه»."),
    "one alone": Weight(-0.47, DOWN, "«الأجور وحدها»: of one of several things."),
    "compared": Weight(-0.52, DOWN, "«مقابل 3400»: of another time or place."),
    "first joined": Weight(-0.72, DOWN, "«و26 في المئة للقوارب» goes on with a list."),
    "second joined": Weight(-0.19, DOWN, "The same."),
    "one an age": Weight(-0.48, DOWN, "«قاسم، 61 عاما،» is told by the way."),
    "first a part": Weight(-1.09, DOWN, "A part is not set against a whole."),
    "second a part": Weight(-0.42, DOWN, "The same."),
    "first of a whole": Weight(-1.16, EITHER, "A part is seldom disputed, but it may be."),
    "second of a whole": Weight(-0.91, EITHER, "The same."),
    "parts of one": Weight(0.00, DOWN, "Two parts of one whole both hold."),
    "other share": Weight(-0.66, DOWN, "Of men, of women."),
    "one of plan": Weight(-0.97, DOWN, "Planned and done."),
    "one of future": Weight(0.00, DOWN, "«ستنتج 300», and what it produces now."),
    "one of budget": Weight(-0.31, DOWN, "Granted and spent."),
    "one of capacity": Weight(-0.82, DOWN, "What there is room for and what there is."),
    "one of need": Weight(-1.04, DOWN, "Needed and there."),
    "one of offer": Weight(0.00, DOWN, "Offered and asked."),
    "one of forecast": Weight(-0.91, DOWN, "Expected and reached."),
    "one of increase": Weight(0.00, DOWN, "What is added and all of it."),
    "one of average": Weight(-0.34, DOWN, "A mean and a case."),
    "one of share": Weight(0.00, DOWN, "For each and in all."),
    "one of record": Weight(0.00, DOWN, "A record and a value."),
    "first past": Weight(-1.01, DOWN, "What was before."),
    "second past": Weight(-0.95, DOWN, "The same."),
    "first was": Weight(-1.05, DOWN, "«كان» tells of what was before."),
    "second was": Weight(-1.27, DOWN, "The same."),
    "second was told": Weight(
        -0.38, DOWN, "«قال إنها كانت 6.1»: what somebody says may be of the same time."
    ),
    "second now": Weight(-0.19, DOWN, "What has become of it."),
    "second rises": Weight(0.00, DOWN, "A change of the first."),
    "first dated": Weight(-0.48, DOWN, "The first is of a time of its own."),
    "first recent": Weight(0.00, DOWN, "The first is of the days of the publication."),
    "first earlier": Weight(-0.87, DOWN, "The first is of a year gone by."),
    "second dated": Weight(-0.84, DOWN, "The second is of another time."),
    "second recent": Weight(-0.40, DOWN, "The second is of the days of the publication."),
    "second earlier": Weight(-1.09, DOWN, "The second is of a year gone by."),
    "points back": Weight(-0.17, EITHER, "«تلك السنة» is known, «تلك الشاحنات» may be others."),
    "of this": Weight(-0.55, DOWN, "«هذا العام» sets it against what is not of it."),
    "same date": Weight(0.39, UP, "Both are of one time."),
    "one earlier": Weight(-0.24, DOWN, "One is of a year gone by."),
    "second placed": Weight(-0.41, DOWN, "The second is of a place of its own."),
    "one scope": Weight(0.00, DOWN, "In the villages, and everywhere."),
    # how far the values are apart
    "ratio below 1.1": Weight(-0.07, EITHER, "Near values are rounded or of two moments."),
    "ratio below 1.3": Weight(0.73, UP, "Estimates of one thing are near each other."),
    "ratio below 3": Weight(0.10, UP, "The same."),
    "ratio above 3": Weight(-0.76, DOWN, "Far values are mostly of different things."),
    "ratio above 6": Weight(-0.67, DOWN, "The same."),
    "values meet": Weight(-1.40, DOWN, "«14 على الأقل» and 15 can both hold."),
    "at least less": Weight(-0.80, DOWN, "«لا يقل عن 40» after 45."),
    "at least before": Weight(-0.31, DOWN, "«14 على الأقل» before 23."),
    "at most": Weight(1.27, UP, "«لا يتجاوز» contradicts what was said."),
    "exceeds": Weight(1.11, UP, "«يتجاوز 20» contradicts a lower number."),
    "only less": Weight(0.72, EITHER, "«لا تؤوي إلا 15»: less than was said."),
    "only more": Weight(
        -0.83, EITHER, "«لم يكن سوى 30» after a lower number is of something else."
    ),
}
