"""The checking routine: where does the engine disagree with the oracle on an invented trial?

One check for each promise of the engine. The same routine judges the engine as it is and the
engine with a seeded defect.
"""

from collections.abc import Callable, Iterable, Iterator, Sequence
from typing import NamedTuple, TypeAlias

from core.sites.criteria.common_population import common
from core.sites.criteria.evaluation import Evaluation, Outcome, evaluate
from core.sites.criteria.proof import enumeration
from core.sites.criteria.proof.enumeration import FALSE, TRUE, UNKNOWN, Person, level
from core.sites.criteria.proof.invention import Trial
from core.sites.criteria.proof.rows import membership_by_rows
from core.sites.criteria.relations import Recorded, compare

LEVELS = {Outcome.ELIGIBLE: TRUE, Outcome.NOT_ELIGIBLE: FALSE, Outcome.NOT_YET_KNOWN: UNKNOWN}


# Looks at one trial and says each thing that is wrong.
Promise: TypeAlias = Callable[[Trial], Iterator[str]]


class Disagreement(NamedTuple):
    """One promise that the engine did not keep."""

    trial: int
    promise: str
    found: str


def it_writes_what_it_read(trial: Trial) -> Iterator[str]:
    for criteria, written in zip(trial.read, (trial.a, trial.b), strict=True):
        if criteria.written() != written:
            yield f"{criteria.written()} for {written}"


def it_relates_two_groups(trial: Trial) -> Iterator[str]:
    kind = compare(*trial.read).kind.value
    expected = enumeration.relation(trial.in_a, trial.in_b)
    if kind != expected:
        yield f"{kind} instead of {expected}"


def it_shows_a_witness(trial: Trial) -> Iterator[str]:
    """A witness exists where someone does, and belongs there whatever is not telling."""
    relation = compare(*trial.read)
    regions = [
        (relation.only_in_a, trial.in_a - trial.in_b, (TRUE, FALSE)),
        (relation.only_in_b, trial.in_b - trial.in_a, (FALSE, TRUE)),
        (relation.in_both, trial.in_a & trial.in_b, (TRUE, TRUE)),
    ]
    for witness, listed, belongs in regions:
        if (witness is None) != (not listed):
            yield f"{witness} where {len(listed)} persons are"
        elif witness is not None:
            telling = {code: witness.answers[code] for code in witness.telling}
            alike = [{**person, **telling} for person in sample(trial.everyone)]
            for person in [witness.answers, *alike]:
                if (level(trial.a, person), level(trial.b, person)) != belongs:
                    yield f"{person} is not where {witness} is"


def it_decides_with_unknowns(trial: Trial) -> Iterator[str]:
    criteria, _other = trial.read
    for answers in trial.answers:
        outcome = evaluate(criteria, answers).outcome
        if LEVELS[outcome] != level(trial.a, answers):
            yield f"{outcome} for {answers}"


def it_names_the_reasons_that_matter(trial: Trial) -> Iterator[str]:
    criteria, _other = trial.read
    for answers in trial.answers:
        evaluation = evaluate(criteria, answers)
        truth = level(trial.a, answers)
        named = {(str(reason.leaf.written()), reason.holds) for reason in evaluation.reasons}
        listed = enumeration.responsible(trial.a, answers, truth)
        if named != {(str(leaf), {FALSE: False, TRUE: True}.get(t)) for leaf, t in listed}:
            yield f"{named} for {answers}"
        yield from wrong_questions(trial, evaluation, answers)
        if Evaluation.from_json(evaluation.as_json()) != evaluation:
            yield f"{evaluation} is stored as another"


def wrong_questions(trial: Trial, evaluation: Evaluation, answers: Person) -> Iterator[str]:
    asked = [str(reason.leaf.written()) for reason in evaluation.open_questions]
    refused = level(trial.a, answers) == FALSE
    expected = map(str, enumeration.left_open(trial.a, answers, TRUE)) if refused else []
    if sorted(asked) != sorted(set(expected)):
        yield f"asks {asked} for {answers}"


def its_reasons_settle_it(trial: Trial) -> Iterator[str]:
    """Known reasons alone give the outcome; answering anything else leaves an unknown one."""
    criteria, _other = trial.read
    for place, answers in enumerate(trial.answers):
        evaluation = evaluate(criteria, answers)
        truth = level(trial.a, answers)
        named = {reason.leaf.attribute for reason in evaluation.reasons}
        if truth == UNKNOWN:
            person = trial.everyone[place * 7 % len(trial.everyone)]
            others = {code: person[code] for code in person if code not in named}
            answers = {**others, **{code: a for code, a in answers.items() if a is not None}}
        else:
            answers = {code: answer for code, answer in answers.items() if code in named}
        if level(trial.a, answers) != truth:
            yield f"{truth} does not rest on {named} alone"


def it_finds_the_same_rows(trial: Trial) -> Iterator[str]:
    for criteria, written in zip(trial.read, (trial.a, trial.b), strict=True):
        found = membership_by_rows(criteria, trial.answers)
        for answers, membership in zip(trial.answers, found, strict=True):
            if membership != level(written, answers):
                yield f"the database says {membership} for {answers}"


def it_knows_what_must_be_recorded(trial: Trial) -> Iterator[str]:
    relation = compare(*trial.read, records_a=trial.records, records_b=trial.records)
    yield from wrongly_recorded(trial, relation.recorded_a, trial.in_a)
    yield from wrongly_recorded(trial, relation.recorded_b, trial.in_b)


def wrongly_recorded(trial: Trial, recorded: Recorded, own: set[int]) -> Iterator[str]:
    """`needed` suffices, none of it is spare, and a site that can tell is said to."""
    common_ones = trial.in_a & trial.in_b

    def tells(codes: Iterable[str]) -> bool:
        seen = [set(), set()]
        for place in own:
            answers = tuple(trial.everyone[place][code] for code in codes)
            seen[place in common_ones].add(answers)
        return seen[0].isdisjoint(seen[1])

    needed = recorded.needed
    if not tells(needed):
        yield f"{needed} do not suffice"
    if any(tells([code for code in needed if code != spare]) for spare in needed):
        yield f"{needed} are more than needed"
    if recorded.can_tell != tells([code for code in trial.everyone[0] if code in trial.records]):
        yield f"can tell: {recorded.can_tell}"
    if set(recorded.missing) != set(needed) - trial.records:
        yield f"missing: {recorded.missing} of {needed}"


def it_finds_the_common_population(trial: Trial) -> Iterator[str]:
    population = common(trial.read)
    both = trial.in_a & trial.in_b
    if population.is_satisfiable != bool(both):
        yield f"satisfiable: {population.is_satisfiable}"
    if enumeration.members(population.criteria.written(), trial.everyone) != both:
        yield f"{population.criteria.written()} is not what both have in common"


ABOUT_TWO_GROUPS: tuple[Promise, ...] = (it_relates_two_groups, it_shows_a_witness)
PROMISES: tuple[Promise, ...] = (
    *ABOUT_TWO_GROUPS,
    it_writes_what_it_read,
    it_decides_with_unknowns,
    it_names_the_reasons_that_matter,
    its_reasons_settle_it,
    it_knows_what_must_be_recorded,
    it_finds_the_common_population,
    it_finds_the_same_rows,
)


def sample(everyone: list[Person], most: int = 20) -> list[Person]:
    """Some persons, spread over the whole list."""
    return everyone[:: max(1, len(everyone) // most)]


def disagreements(
    trials: Iterable[Trial], promises: Sequence[Promise] = PROMISES
) -> Iterator[Disagreement]:
    """Every promise not kept on these trials; an engine that breaks down keeps none."""
    for trial in trials:
        for promise in promises:
            try:
                for found in promise(trial):
                    yield Disagreement(trial.number, promise.__name__, found)
            except (ArithmeticError, LookupError, TypeError, ValueError, RecursionError) as error:
                yield Disagreement(trial.number, promise.__name__, repr(error))
