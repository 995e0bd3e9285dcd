"""All sites of one question: the verdict on each pair, and the names that the words need."""

from itertools import combinations

from core.comparison.groups import Matrix
from core.comparison.selectors import Evidence
from core.comparison.verdict import judge
from core.comparison.wording import Reader


def verdicts(found: Evidence) -> Matrix:
    """The verdict on each pair of sites."""
    return {
        frozenset((a.slug, b.slug)): judge(found.question, [a, b], found.populations)
        for a, b in combinations(found.sides, 2)
    }


def reader_of(found: Evidence) -> Reader:
    """The names that the words need."""
    return Reader(found.names, found.population_labels)
