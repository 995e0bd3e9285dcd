"""Reading the log, always by an index and a page at a time.

Who may read it is decided where people are known (`core.accounts.log`): this app knows nobody.
"""

from dataclasses import dataclass

from core.audit.models import Entry, EntryQuerySet

PAGE_LENGTH = 50


@dataclass(frozen=True)
class LogPage:
    """A page of the log; `older` is the id to ask the next page with, or None at the end."""

    entries: list[Entry]
    older: int | None


def entries_of_family(family_id: int) -> EntryQuerySet:
    """Everything that was done with and read of one family's file, newest first."""
    return Entry.objects.of_family(family_id).newest_first()


def page_of(
    entries: EntryQuerySet, *, before: int | None = None, length: int = PAGE_LENGTH
) -> LogPage:
    """The newest `length` entries, or those that follow the entry with id `before`.

    The log only grows, so it is never counted: a page costs the same after ten years. An
    unknown `before` gives the first page.
    """
    last_seen = Entry.objects.filter(pk=before).first() if before is not None else None
    if last_seen is not None:
        entries = entries.older_than(last_seen)
    found = list(entries.newest_first()[: length + 1])
    shown = found[:length]
    return LogPage(entries=shown, older=shown[-1].pk if len(found) > length else None)
