"""Tables for the tests: small ones that can be tried out, big ones like a real submission."""

from random import Random

from core.disclosure.table import Figure, Key, Nested, Sum, Table

TRAJECTORY = Figure("in_trajectory")
ENDED = Figure("ended")
RUNNING = Figure("running")
ADD_UP = (Sum(TRAJECTORY, (ENDED, RUNNING)),)


def cells_of(figure: Figure, **breakdowns: list[int]) -> dict[Key, int]:
    """Cells of one figure; each breakdown is a list of counts with the same sum."""
    total = sum(next(iter(breakdowns.values())))
    cells = {figure.cell(): total}
    for dimension, counts in breakdowns.items():
        for number, count in enumerate(counts):
            cells[figure.cell(dimension, f"c{number}")] = count
    return cells


def one_figure(**breakdowns: list[int]) -> Table:
    """A table of one figure with its breakdowns."""
    return Table(cells_of(Figure("referred"), **breakdowns))


def adding_up(ended: list[int], running: list[int]) -> Table:
    """A table in which two figures add up to a third, category by category."""
    whole = [first + second for first, second in zip(ended, running, strict=True)]
    cells = cells_of(TRAJECTORY, target_group=whole)
    cells |= cells_of(ENDED, target_group=ended)
    cells |= cells_of(RUNNING, target_group=running)
    return Table(cells, sums=ADD_UP)


def nested(inside: list[int], outside: list[int]) -> Table:
    """A site's own figure and the same figure for a common population within it."""
    own, common = Figure("referred"), Figure("referred", "common:lone")
    whole = [first + second for first, second in zip(inside, outside, strict=True)]
    cells = cells_of(own, target_group=whole) | cells_of(common, target_group=inside)
    return Table(cells, nested=(Nested(common, own),))


def like_a_submission(seed: int) -> Table:
    """Eleven-indicator size: three breakdowns, figures that add up, a population inside."""
    random = Random(seed)
    cells, sums, pairs = {}, [], []
    for population, scale in (("own", 1.0), ("common:lone", 0.4)):
        figures = [Figure(f.indicator, population) for f in (TRAJECTORY, ENDED, RUNNING)]
        sums.append(Sum(figures[0], tuple(figures[1:])))
        if population != "own":
            pairs += [Nested(f, Figure(f.indicator)) for f in figures]
        people = [_person(random) for _ in range(int(80 * scale))]
        for figure, keep in zip(figures, ((True, False), (True,), (False,)), strict=True):
            cells |= _count(figure, [p for p in people if p["over"] in keep])
    own = {key: count for key, count in cells.items() if key.population == "own"}
    for key, count in cells.items():
        if key.population != "own":
            own_key = key._replace(population="own")
            own[own_key] = own.get(own_key, 0) + count
    return Table(
        own | {k: c for k, c in cells.items() if k.population != "own"}, tuple(sums), tuple(pairs)
    )


SIZES = {"target_group": 3, "family_type": 3, "child_age": 5}


def _person(random: Random) -> dict:
    person = {name: min(int(random.expovariate(0.9)), size - 1) for name, size in SIZES.items()}
    return person | {"over": random.random() < 0.5}


def _count(figure: Figure, people: list[dict]) -> dict[Key, int]:
    counts = {
        name: [sum(person[name] == number for person in people) for number in range(size)]
        for name, size in SIZES.items()
    }
    return cells_of(figure, **counts)
