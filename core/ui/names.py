"""Names of people: how they are sorted and shortened, by the custom of the country.

"van den Berg" stands under B in the Netherlands and under V in Flanders; in France "de" is
passed over but "du", "des", "la" and "le" are not; in the United Kingdom a name stands under
its first word as it is written. The database compares bytes, so lists page on a stored key.
"""

import re
import unicodedata


def _words_in(text: str) -> frozenset[str]:
    return frozenset(text.split())


PASSED_OVER_NL = _words_in(
    "van de der den het ter ten te 't t in op aan bij onder over uit uyt voor vom von zu zum zur "
    "d d' da del della di do dos du des la le las los l l' af av"
)
"""Prefixes (voorvoegsels) that Dutch lists pass over; Arabic "el" and "ben" count as the name."""

PARTICLES = PASSED_OVER_NL | _words_in("das dal dalla el al ben bin ibn abu ould of")
"""Words that open a family name; used to find where it begins in a full name."""

PASSED_OVER_FR = frozenset(["de", "d'", "d"])


def _plain(text: str) -> str:
    """Lower case without accents; hyphens are spaces, other signs go."""
    text = text.replace("\u2019", "'").replace("-", " ")
    text = text.replace("ß", "ss").replace("ø", "o").replace("Ø", "O").replace("ł", "l")
    text = text.replace("ı", "i").replace("đ", "d").replace("Đ", "D").replace("Ł", "L")
    text = text.replace("œ", "oe").replace("Œ", "OE").replace("æ", "ae").replace("Æ", "AE")
    decomposed = unicodedata.normalize("NFKD", text)
    letters = "".join(sign for sign in decomposed if not unicodedata.combining(sign))
    return re.sub(r"[^a-z0-9' ]+", "", letters.casefold())


def _words(text: str) -> list[str]:
    """Words of a name; an elided article (d', l', 't) is a word of its own."""
    return re.sub(r"\b([dl])'", r"\1' ", _plain(text)).split()


def split(full_name: str) -> tuple[str, str]:
    """(given name, family name) of a full name; a guess where nobody kept the two apart.

    A comma decides ("Berg, Jan van den" is family name, then given name). Otherwise the family
    name begins at the first particle after the first word, or is the last word.
    """
    if "," in full_name:
        family, _, given = full_name.partition(",")
        return given.strip(), family.strip()
    words = full_name.split()
    if len(words) < 2 or _plain(words[0]) in PARTICLES:
        return "", " ".join(words)
    for at in range(1, len(words)):
        if _words(words[at])[:1] and _words(words[at])[0] in PARTICLES:
            return " ".join(words[:at]), " ".join(words[at:])
    return " ".join(words[:-1]), words[-1]


def _main_and_prefix(words: list[str], passed_over: frozenset[str]) -> tuple[list[str], list[str]]:
    """The words a list sorts by and the prefixes before them; never passes over the whole name."""
    at = 0
    while at < len(words) - 1 and words[at] in passed_over:
        at += 1
    return words[at:], words[:at]


def sort_key(name: str, country: str, given: str | None = None) -> str:
    """Key that sorts a person's name by the custom of a country ("NL", "BE-VLG", "FR", "GB-ENG").

    Give `name` as the family name with `given` beside it; with `given=None` the name is taken
    as a full name and split. Family name and given name are kept apart by two spaces, which
    sort before any letter, so all of one family name stand together.
    """
    if given is None:
        given, name = split(name)
    words, first = _words(name), _words(given)
    prefix: list[str] = []
    match country.upper()[:2]:
        case "NL":
            main, prefix = _main_and_prefix(words, PASSED_OVER_NL)
            family = " ".join(main)
        case "FR":
            main, prefix = _main_and_prefix(words, PASSED_OVER_FR)
            family = " ".join(main)
        case "BE":
            # "Vandenberg" and "Van den Berg" are one family in two spellings: letter by letter.
            family = "".join(words)
        case _:
            family = " ".join(words)
    return "  ".join(
        part.replace("'", "") for part in (family, " ".join(first), " ".join(prefix)) if part
    )


def initials(name: str) -> str:
    """One or two capitals for an avatar: first name and the family name without its particles."""
    given, family = split(name)
    words = family.split()
    main = next((word for word in words if _plain(word) not in PARTICLES), "".join(words[:1]))
    main = re.sub(r"^[dlDL]['\u2019]", "", main)
    return "".join(part.lstrip("'\u2019")[:1] for part in (given, main)).upper()
