"""Cuts invented lives off at a day: what comes after it has not happened yet."""

from datetime import date

from pace.demo_data.lives import Entry, Family, Parent, Spell, children_of, parents_of


def cut(families: list[Family], last_day: date) -> list[Family]:
    """The families as they are known on the evening of `last_day`."""
    for parent in parents_of(families):
        _cut_parent(parent, last_day)
    for child in children_of(families):
        child.attended = [(on, part) for on, part in child.attended if on <= last_day]
    return families


def _cut_parent(parent: Parent, last_day: date) -> None:
    parent.entries = [
        _cut_entry(entry, last_day) for entry in parent.entries if entry.referred_on <= last_day
    ]
    parent.contacts = _begun(parent.contacts, last_day)
    parent.work = _begun(parent.work, last_day)
    parent.trainings = _begun(parent.trainings, last_day)
    parent.volunteering = _begun(parent.volunteering, last_day)


def _cut_entry(entry: Entry, last_day: date) -> Entry:
    if entry.intake_on and entry.intake_on > last_day:
        entry.intake_on = None
    if entry.decided_on and entry.decided_on > last_day:
        entry.decided_on, entry.outcome = None, ""
    entry.waiting = _cut_spell(entry.waiting, last_day)
    entry.guidance = _cut_spell(entry.guidance, last_day)
    return entry


def _begun(spells: list[Spell], last_day: date) -> list[Spell]:
    cut_off = (_cut_spell(spell, last_day) for spell in spells)
    return [spell for spell in cut_off if spell is not None]


def _cut_spell(spell: Spell | None, last_day: date) -> Spell | None:
    """None if it has not begun; without its end, and what came of it, if that lies ahead."""
    if spell is None or spell.on > last_day:
        return None
    if spell.until is not None and spell.until > last_day:
        spell.until, spell.outcome = None, None
    return spell
