"""The closed vocabulary in which every site writes its target groups.

An attribute's code is the name of its column in a family's situation. The vocabulary is closed so
that any two target groups can be compared exactly; it grows by a release, and an attribute that
is no longer used stays, because explanations of old decisions still name it.
"""

from core.sites.vocabulary.attribute import (
    Answer,
    Attribute,
    CodesAttribute,
    IntervalAttribute,
    Kind,
    Subject,
    Unit,
    YesNoAttribute,
)
from core.sites.vocabulary.family import FAMILY_ATTRIBUTES
from core.sites.vocabulary.parent import PARENT_ATTRIBUTES

VOCABULARY: dict[str, Attribute] = {
    attribute.code: attribute for attribute in (*FAMILY_ATTRIBUTES, *PARENT_ATTRIBUTES)
}

__all__ = [
    "VOCABULARY",
    "Answer",
    "Attribute",
    "CodesAttribute",
    "IntervalAttribute",
    "Kind",
    "Subject",
    "Unit",
    "YesNoAttribute",
]
