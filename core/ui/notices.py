"""Notices after an action, with a way back: Django's messages, one of which may be undone.

Destructive things can be undone for a while instead of asking "are you sure?". The undo is a
form in the notice, so it works without JavaScript and cannot be followed by a crawler.
"""

from django.contrib import messages
from django.contrib.messages.storage.base import Message
from django.http import HttpRequest

UNDO = "undo:"


def announce(
    request: HttpRequest, text: str, *, level: int = messages.SUCCESS, undo_url: str = ""
) -> None:
    """Show `text` on the next page; with `undo_url` a button that posts there."""
    messages.add_message(request, level, text, extra_tags=f"{UNDO}{undo_url}" if undo_url else "")


def undo_url(message: Message) -> str:
    """Where the notice's undo posts to, or an empty text."""
    tags = message.extra_tags or ""
    return tags.removeprefix(UNDO) if tags.startswith(UNDO) else ""


def tone(message: Message) -> str:
    """Tone of the notice by the level of the message."""
    return {
        messages.SUCCESS: "good",
        messages.WARNING: "attention",
        messages.ERROR: "stop",
    }.get(message.level, "info")
