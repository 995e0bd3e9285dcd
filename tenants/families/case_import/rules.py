"""From the services' checks to a refused cell: one place that knows both languages.

The apps check their events field by field and answer with messages by field. An import's row
has columns instead of fields; the first message decides which cell is to blame.
"""

from collections.abc import Mapping, Sequence
from datetime import date

from tenants.families.case_import.book import Book, Refused, Row
from tenants.families.validation import Messages, check_day, check_free_text


def refuse_if_any(messages: Messages, columns: Mapping[str, str]) -> None:
    """Raise `Refused` for the first message; `columns` names the column of each field."""
    for field, texts in messages.items():
        raise Refused(columns.get(field, field), texts[0])


def refuse_messages(column: str, texts: Sequence[str]) -> None:
    """Raise `Refused` for the first of the messages on one column."""
    if texts:
        raise Refused(column, texts[0])


def check_days(row: Row, book: Book, *, not_before: date | None = None) -> None:
    """The day of the row is past or today, and so is its end, in that order."""
    on, until = row.cells["on"], row.cells.get("until")
    if on > book.today or (not_before is not None and on < not_before):
        refuse_messages("on", check_day(on, today=book.today, not_before=not_before))
    if until is not None:
        refuse_messages("until", check_day(until, today=book.today, not_before=on))


def check_text(row: Row) -> None:
    """A free text holds no national number."""
    text = row.cells.get("text")
    if text:
        refuse_messages("text", check_free_text(text))
