"""National identity numbers in free text: there is no field for them, and no text may hold one.

The Belgian national register number and the French NIR carry check digits over enough digits to
be recognised by themselves. The Dutch BSN and the British National Insurance number do not (a
BSN's check accepts one nine-digit number in eleven), so those count only beside their name.
"""

import re

_BELGIAN = re.compile(r"(?<!\d)(\d{2})[. ]?(\d{2})[. ]?(\d{2})[ -]?(\d{3})[ .-]?(\d{2})(?!\d)")
_FRENCH = re.compile(
    r"(?<!\w)([12378])[ .]?(\d{2})[ .]?(\d{2})[ .]?(\d{2}|2[ABab])[ .]?(\d{3})[ .]?(\d{3})"
    r"[ .]?(\d{2})(?!\w)"
)
_DUTCH = re.compile(r"\b(?:bsn|burgerservicenummer|sofi)\b\D{0,20}(\d[\d. ]{7,11}\d)", re.I)
_BRITISH = re.compile(
    r"\b(?:ni|nino|national insurance)\b.{0,20}?\b[A-Z]{2} ?\d{2} ?\d{2} ?\d{2} ?[A-D]\b", re.I
)


def holds_identity_number(text: str) -> bool:
    """Does the text hold the national number of a person in one of our four countries?"""
    return (
        any(_is_belgian("".join(match.groups())) for match in _BELGIAN.finditer(text))
        or any(_is_french(match.groups()) for match in _FRENCH.finditer(text))
        or any(_is_dutch(match.group(1)) for match in _DUTCH.finditer(text))
        or _BRITISH.search(text) is not None
    )


def _is_belgian(digits: str) -> bool:
    """Check digits: 97 less the rest; who was born from 2000 on has a 2 in front."""
    number, check = digits[:9], int(digits[9:])
    month_and_day_fit = int(digits[2:4]) % 20 <= 12 and int(digits[4:6]) <= 31
    sums = (97 - int(number) % 97, 97 - int(f"2{number}") % 97)
    return month_and_day_fit and check in sums


def _is_french(groups: tuple[str, ...]) -> bool:
    """The key is 97 less the rest; Corsica's 2A and 2B stand for 19 and 18."""
    number = "".join(groups[:6]).upper().replace("2A", "19").replace("2B", "18")
    return number.isdigit() and 97 - int(number) % 97 == int(groups[6])


def _is_dutch(text: str) -> bool:
    """Nine digits whose weighted sum is divisible by eleven."""
    digits = [int(sign) for sign in text if sign.isdigit()]
    if len(digits) != 9:
        return False
    weights = (9, 8, 7, 6, 5, 4, 3, 2, -1)
    total = sum(digit * weight for digit, weight in zip(digits, weights, strict=True))
    return total % 11 == 0
