"""The words of the shared definitions, one folder per version, one file per language.

A version that has been used is never reworded in place: a change of meaning is a new version.
"""

from typing import NamedTuple


class Words(NamedTuple):
    """What is said of one indicator in one language."""

    label: str
    definition: str
    population: str
    counting_rule: str
