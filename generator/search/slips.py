"""How many slips of a hand lie between two words."""


def slips(left: str, right: str, most: int) -> int:
    """Letters left out, added, exchanged or swapped with the next one, up to `most` + 1."""
    if abs(len(left) - len(right)) > most:
        return most + 1
    before: list[int] = []
    last = list(range(len(right) + 1))
    for i, a in enumerate(left, 1):
        row = [i]
        for j, b in enumerate(right, 1):
            cost = min(last[j] + 1, row[j - 1] + 1, last[j - 1] + (a != b))
            if i > 1 and j > 1 and a == right[j - 2] and left[i - 2] == b:
                cost = min(cost, before[j - 2] + 1)
            row.append(cost)
        if min(row) > most:
            return most + 1
        before, last = last, row
    return last[-1]


def slips_of_forms(word: str, stem: str, endings: tuple[str, ...], most: int) -> int:
    """The fewest slips between a word and a stem with any ending: «بنتاغزن» and بنتاغ + ون."""
    lengths = ((ending, abs(len(stem) + len(ending) - len(word))) for ending in endings)
    fitting = (slips(word, stem + ending, most) for ending, apart in lengths if apart <= most)
    return min(fitting, default=most + 1)
