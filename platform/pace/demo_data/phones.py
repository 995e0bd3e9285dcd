"""Telephone numbers that nobody can have."""


def belgian_phone(number: int) -> str:
    """A number that nobody can have: no subscriber's begins with two noughts."""
    return f"+32 15 00 {number // 100:02d} {number % 100:02d}"


def dutch_phone(number: int) -> str:
    """A number that nobody can have: no subscriber's begins with three noughts."""
    return f"+31 70 000 {number:04d}"


def french_phone(number: int) -> str:
    """A number that the regulator keeps for fiction."""
    return f"+33 1 99 00 {number // 100:02d} {number % 100:02d}"


def british_phone(number: int) -> str:
    """A number that the regulator keeps for fiction."""
    return f"+44 1632 960{number:03d}"
