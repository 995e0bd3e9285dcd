"""What everybody sees: counts rounded to base 5, which still add up.

Policy:

* Every count is rounded to a neighbouring multiple of 5, up or down with a chance that makes
  it right on average. The choice hangs on a secret: a reader who knows this code still cannot
  tell which of the nine numbers around "10" it was.
* Rounded categories add up to the rounded total, and rounded indicators that add up still do.
* The same true count of the same cell is rounded the same way in each release.
* A figure whose share is taken of fewer than 20 is withheld, and a total below 20 is not
  broken down. Where a breakdown cannot be rounded so that it adds up and agrees with earlier
  releases, that breakdown is withheld.
"""

from django.utils.crypto import salted_hmac

from core.disclosure.system import System
from core.disclosure.table import Breakdown, Face, Figure, Key, Table, Told

BASE = 5
LEAST_DENOMINATOR = 20
STEPS = 20_000


def public_face(table: Table) -> Face:
    """The table as everybody may see it (see the policy above)."""
    figures = [f for f in table.figures() if table.denominator(f) >= LEAST_DENOMINATOR]
    breakdowns = [
        found
        for found in table.breakdowns()
        if found.figure in figures and table.total(found.figure) >= LEAST_DENOMINATOR
    ]
    rounding = _Rounding(table)
    rounded = rounding.together(figures, breakdowns)
    if rounded is None:
        rounded = rounding.one_by_one(figures, breakdowns)
    return {key: Told(rounded.get(key)) for key in table.cells}


class _Rounding:
    """Chooses, for each count, one of its two neighbouring multiples of the base."""

    def __init__(self, table: Table) -> None:
        self.table = table

    def together(self, figures: list[Figure], breakdowns: list[Breakdown]) -> dict | None:
        """Round everything so that all sums hold; None where that cannot be."""
        keys = [f.cell() for f in figures] + [key for found in breakdowns for key in found.keys]
        return self._solve(keys, breakdowns, with_sums=True)

    def one_by_one(self, figures: list[Figure], breakdowns: list[Breakdown]) -> dict:
        """Round figure by figure; breakdowns that cannot agree with their total are left out."""
        rounded: dict[Key, int] = {}
        for figure in figures:
            own = [found for found in breakdowns if found.figure == figure]
            rounded |= self._best(figure, own)
        return rounded

    def _best(self, figure: Figure, own: list[Breakdown]) -> dict[Key, int]:
        """The rounding of the total that lets most of its breakdowns be told."""
        total = figure.cell()
        tries = []
        for value in self._choices(total):
            told = {total: value}
            for found in own:
                told |= self._solve([total, *found.keys], [found], fixed={total: value}) or {}
            tries.append(told)
        return max(tries, key=len)

    def _solve(
        self,
        keys: list[Key],
        breakdowns: list[Breakdown],
        with_sums: bool = False,
        fixed: dict[Key, int] | None = None,
    ) -> dict[Key, int] | None:
        """Multiples of the base for `keys`, in steps of the base, near the wanted ones."""
        system, numbers, wanted, fixed = System(), {}, [], fixed or {}
        for key in keys:
            choices = [fixed[key]] if key in fixed else self._choices(key)
            numbers[key] = system.unknown(min(choices) // BASE, max(choices) // BASE)
            wanted.append(choices[0] // BASE)
        for found in breakdowns:
            terms = [(numbers[found.figure.cell()], 1)]
            system.add_up([*terms, *((numbers[key], -1) for key in found.keys)], 0)
        for whole, parts in self.table.cell_sums() if with_sums else ():
            present = [key for key in parts if key in self.table.cells]
            if whole in numbers and all(key in numbers for key in present):
                system.add_up([(numbers[whole], 1), *((numbers[key], -1) for key in present)], 0)
        solution = system.solve(wanted, steps=STEPS)
        if solution is None:
            return None
        return {key: solution[number] * BASE for key, number in numbers.items()}

    def _choices(self, key: Key) -> list[int]:
        """The multiples a count may become, the wanted one first."""
        count = self.table.cells[key]
        published = self.table.rounded.get((key, count))
        if published is not None:
            return [published]
        below = count - count % BASE
        if below == count:
            return [count]
        up = self._chance(key, count) * BASE < count % BASE
        return [below + BASE, below] if up else [below, below + BASE]

    def _chance(self, key: Key, count: int) -> float:
        """A number from 0 to 1 that only we can know: the same for the same cell and count."""
        what = "|".join((self.table.owner, *key, str(count)))
        digest = salted_hmac("core.disclosure.public", what, algorithm="sha256").digest()
        return int.from_bytes(digest[:6]) / 2**48
