"""What partners see of each other: agreed totals exact, breakdowns protected.

Policy, agreed for figures between partners:

* **Totals are exact**, also when they are small: the partners have agreed to report them. (A
  bound that follows from an exact total alone, "of 3 people at most 3", is no disclosure.)
* In breakdowns a count of 1 to 4 is **suppressed**, and so many others with it that nobody
  can narrow it to fewer than five possible values, nor pin down any suppressed count: not from
  totals, not from other breakdowns, not from indicators that add up, not from a population
  inside another.
* **Zeros are shown**: that nobody of a group is there tells nothing about a person, and
  readers need it. Where a breakdown cannot be protected by hiding some of its cells, it is
  **withheld** whole, zeros included.
* So is who of a wider figure is **not in a narrower one**, where that is a group of its own
  (of those in a trajectory, who is not at work): a count of 1 to 4 cannot be had by
  subtraction, unless the exact totals tell that all of that group are so few.
* A **common population** is a breakdown of the site's own people into those inside and
  outside it. If either is 1 to 4, that figure is withheld for the common population.
* What was suppressed before about the same days **stays suppressed**; what was shown before is
  known and protects nobody any more.
"""

from core.disclosure.reading import ReadersView, is_small
from core.disclosure.table import Breakdown, Face, Figure, Key, Table, Told
from core.disclosure.ties import Count, Group, Rest, Tie, groups


def consortium_face(table: Table) -> Face:
    """The table as partners may see it (see the policy above)."""
    withheld = _withheld_figures(table)
    hidden: set[Key] = set()
    for group in groups(table, withheld):
        hidden |= _Protection(table, group).hidden
    return {
        key: Told(None if key.figure in withheld or key in hidden else count)
        for key, count in table.cells.items()
    }


def _withheld_figures(table: Table) -> set[Figure]:
    """Common populations with few people inside or outside them."""
    withheld = set()
    for part, whole, _rest_matters in table.nested:
        if part.population == whole.population:
            continue
        inside, everyone = table.total(part), table.total(whole)
        if is_small(inside) or is_small(everyone - inside):
            withheld.add(part)
    return withheld


class _Protection:
    """The hidden cells of one group: they grow until a reader can conclude nothing."""

    def __init__(self, table: Table, group: Group) -> None:
        self.table = table
        self.group = group
        self.breakdowns = self._breakdowns()
        self.hidden: set[Key] = {key for key in group.counts if self._starts_hidden(key)}
        self.withheld: set[tuple[Figure, str]] = set()  # breakdowns hidden with their zeros
        self.given_up: set[Count] = set()  # as narrow as exact totals make them
        self.wide: set[Count] = set()  # seen to be vague enough
        self._protect()

    def _breakdowns(self) -> dict[tuple[Figure, str], Breakdown]:
        return {
            (found.figure, found.dimension): found
            for found in self.table.breakdowns()
            if found.keys[0] in self.group.counts
        }

    def _starts_hidden(self, count: Count) -> bool:
        if not isinstance(count, Key):
            return False
        exact = self.group.counts[count]
        was_hidden = count in self.table.told and self.table.told[count] is None
        return is_small(exact) or (was_hidden and exact > 0)

    def _protect(self) -> None:
        while True:
            view = ReadersView(self.table, self.group, self.hidden, self.withheld)
            weak = view.too_narrow(self._matters, self.wide)
            if weak is None:
                return
            self._hide_beside(weak, view.ties_by_room(weak))

    def _matters(self, count: Count) -> bool:
        """Is this a count that must stay vague?

        Of the unnamed rests only small ones, and only where the exact totals do not tell by
        themselves that the whole rest is small.
        """
        if count in self.given_up:
            return False
        if isinstance(count, Rest):
            small = is_small(self.group.counts[count])
            return count.matters and small and not is_small(self._total_rest(count))
        return True

    def _total_rest(self, rest: Rest) -> int:
        return self.table.total(rest.whole.figure) - self.table.total(rest.part.figure)

    def _hide_beside(self, weak: Count, ties: list[Tie]) -> None:
        """Hide the smallest useful cell tied to `weak`, or else withhold a whole breakdown."""
        for tie in ties:
            useful = [count for count, _sign in tie.terms if self._can_be_hidden(count)]
            if useful:
                self.hidden.add(min(useful, key=lambda key: (self.group.counts[key], key)))
                return
        for place in self._around(weak, ties):
            if place not in self.withheld:
                self.withheld.add(place)
                self.hidden.update(self.breakdowns[place].keys)
                return
        self.given_up.add(weak)

    def _can_be_hidden(self, count: Count) -> bool:
        return (
            isinstance(count, Key)
            and count not in self.hidden
            and self.group.counts[count] > 0
            and self.table.told.get(count) != self.group.counts[count]
        )

    def _around(self, weak: Count, ties: list[Tie]) -> list[tuple[Figure, str]]:
        """The breakdowns that `weak` is tied to, its own first."""
        own = [weak] if isinstance(weak, Key) else [weak.part, weak.whole]
        near = [count for tie in ties for count, _sign in tie.terms if isinstance(count, Key)]
        return list(dict.fromkeys((key.figure, key.dimension) for key in [*own, *near]))
