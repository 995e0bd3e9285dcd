"""Where a person's name stands in a list.

The platform keeps a sort key beside each name, so that lists page in the database, whose
collation is plain C. Dutch names show why the rule needs a language: "van den Berg" stands
under B in the Netherlands and under V in Flanders.
"""

import unicodedata

#: Words before a Dutch surname that do not count when names are sorted in the Netherlands.
PARTICLES = frozenset(
    "aan bij d' da dal de del den der di die dos du el en het in l' la le les "
    "'s 't of op over te ten ter tot uit van vanden vander ver von voor zu zum zur".split()
)


def sort_key(name: str, language: str) -> str:
    """The key to sort `name` ("Fatima van den Berg") by in `language` (a code like "nl-nl").

    The first word is taken for the given name. Accents and case do not count. Of a
    Dutch (nl-nl) surname the particles move behind the given name.
    """
    words = _plain(name).split()
    if len(words) < 2:
        return " ".join(words)
    given, surname = words[0], words[1:]
    particles: list[str] = []
    if language.lower() == "nl-nl":
        while len(surname) > 1 and surname[0] in PARTICLES:
            particles.append(surname.pop(0))
    return f"{' '.join(surname)}, {' '.join([given, *particles])}"


def _plain(text: str) -> str:
    decomposed = unicodedata.normalize("NFKD", text.replace("\N{RIGHT SINGLE QUOTATION MARK}", "'"))
    return "".join(mark for mark in decomposed if not unicodedata.combining(mark)).casefold()
