"""Where a family stands, derived from its events: a register of states in order of progress.

A state is a condition on families as a database query; a family is in the last state (highest
`order`) whose condition holds for one of its parents. Families registers the states up to the
waiting list (`tenants.families.admission`, orders 10 to 50). Guidance registers "ended" (60) and
"in guidance" (70: a running case wins over an ended one). A family that was referred again after
its guidance ended should no longer count as ended: the condition of "ended" leaves out those with
a later referral, and the steps of admission begin anew.
"""

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

from django.db.models import Case, CharField, Q, Value, When

#: What a family without any event is in.
NO_STATE = "registered"


@dataclass(frozen=True)
class FamilyState:
    """`condition()` returns a `Q` on Family (with Exists subqueries, never joins).

    `label` is lazily translated and names families ("In guidance"); `tone` is a tag's tone.
    """

    code: str
    label: Any
    order: int
    condition: Callable[[], Q]
    tone: str = "neutral"
    icon: str = "circle"


class States:
    """A register of states; the platform has one, tests build their own."""

    def __init__(self) -> None:
        self._states: dict[str, FamilyState] = {}

    def register(self, state: FamilyState) -> None:
        """Add a state; a second one of the same code is refused."""
        if state.code in self._states:
            raise ValueError(f"There is already a state {state.code!r}")
        self._states[state.code] = state

    def all(self) -> list[FamilyState]:
        """The states in order of progress."""
        return sorted(self._states.values(), key=lambda state: (state.order, state.code))

    def get(self, code: str) -> FamilyState | None:
        return self._states.get(code)

    def as_expression(self) -> Case:
        """SQL for the code of the state each family is in, to annotate a queryset with."""
        furthest_first = reversed(self.all())
        whens = [When(state.condition(), then=Value(state.code)) for state in furthest_first]
        return Case(*whens, default=Value(NO_STATE), output_field=CharField())


states = States()
register = states.register
all_states = states.all
state_of = states.get
as_expression = states.as_expression
