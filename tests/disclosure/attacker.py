"""Somebody who wants to know the hidden counts, written without a look at the gate's code.

`possible_values` lists by brute force every table of whole numbers that fits what is shown,
and returns for each hidden cell the values it takes in any of them. `shrink` is the quick
attacker for big tables: interval arithmetic over all sums until nothing moves.
"""

from collections.abc import Iterator
from itertools import product

from core.disclosure.table import Breakdown, Face, Key, Table, Told


def splits(total: int, floors: list[int]) -> Iterator[tuple[int, ...]]:
    """All ways to write `total` as a sum of whole numbers that are at least `floors`."""
    if not floors:
        if total == 0:
            yield ()
        return
    spare = total - sum(floors)
    for first in range(floors[0], floors[0] + spare + 1):
        for rest in splits(total - first, floors[1:]):
            yield (first, *rest)


def floor_of(face: Face, keys: tuple[Key, ...]) -> int:
    """What the policy tells: a hidden cell is not zero unless the whole breakdown is hidden."""
    return 0 if all(face[key].value is None for key in keys) else 1


def candidates(table: Table, face: Face, found: Breakdown) -> list[dict[Key, int]]:
    """Every way to fill in the hidden cells of one breakdown, for every total it can have."""
    told = face[found.figure.cell()].value
    wholes = [table.total(pair.whole) for pair in table.nested if pair.part == found.figure]
    totals = range(min(wholes) + 1) if told is None else [told]
    return [filled for total in totals for filled in fillings(face, total, found.keys)]


def fillings(face: Face, total: int, keys: tuple[Key, ...]) -> list[dict[Key, int]]:
    """Every way to fill in the hidden cells so that they add up to `total`."""
    hidden = [key for key in keys if face[key].value is None]
    left = total - sum(face[key].value or 0 for key in keys)
    floors = [floor_of(face, keys)] * len(hidden)
    shown = {key: face[key].value for key in keys if key not in hidden}
    return [shown | dict(zip(hidden, split, strict=True)) for split in splits(left, floors)]


def possible_values(table: Table, face: Face) -> dict[Key, set[int]]:
    """For each hidden cell all values it can have. `table` gives the structure and totals."""
    sums = [(whole, parts) for whole, parts in table.cell_sums() if not whole.is_total]
    pairs = [(part, whole) for part, whole, _ in table.cell_pairs() if not part.is_total]
    derived = {whole for whole, _parts in sums}
    free = [found for found in table.breakdowns() if not derived & set(found.keys)]
    floors = {key: floor_of(face, f.keys) for f in table.breakdowns() for key in f.keys}
    values: dict[Key, set[int]] = {}
    for chosen in product(*(candidates(table, face, found) for found in free)):
        world = {key: count for part in chosen for key, count in part.items()}
        world |= {whole: sum(world.get(part, 0) for part in parts) for whole, parts in sums}
        if all(_fits(face[key], world[key], floors[key]) for key in derived) and all(
            world[part] <= world.get(whole, 0) for part, whole in pairs
        ):
            for key, count in world.items():
                if face[key].value is None:
                    values.setdefault(key, set()).add(count)
    return values


def _fits(told: Told, count: int, floor: int) -> bool:
    return count >= floor if told.value is None else count == told.value


def shrink(table: Table, face: Face) -> dict[Key, tuple[int, int]]:
    """For each hidden cell the bounds that interval arithmetic alone finds."""
    bounds = {}
    for found in table.breakdowns():
        for key in found.keys:
            told = face[key].value
            first = (floor_of(face, found.keys), table.total(found.figure))
            bounds[key] = first if told is None else (told, told)
    rules = [(table.total(f.figure), f.keys) for f in table.breakdowns()]
    rules += [(whole, parts) for whole, parts in table.cell_sums() if not whole.is_total]
    while _tighten(bounds, rules):
        pass
    return {key: bounds[key] for key in bounds if face[key].value is None}


def _tighten(bounds, rules) -> bool:
    before = dict(bounds)
    for whole, parts in rules:
        low, high = (whole, whole) if isinstance(whole, int) else bounds.get(whole, (0, 0))
        known = [part for part in parts if part in bounds]
        for key in known:
            others = [bounds[other] for other in known if other != key]
            floor = max(bounds[key][0], low - sum(top for _low, top in others))
            top = min(bounds[key][1], high - sum(bottom for bottom, _top in others))
            bounds[key] = (floor, top)
        if not isinstance(whole, int) and whole in bounds:
            lowest = sum(bounds[key][0] for key in known)
            highest = sum(bounds[key][1] for key in known)
            bounds[whole] = (max(low, lowest), min(high, highest))
    return bounds != before
