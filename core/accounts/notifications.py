"""The mails about accounts: plain text, in the reader's language, with one link each."""

import smtplib

from django.conf import settings
from django.core.mail import send_mail
from django.template.loader import render_to_string
from django.utils import translation
from django.utils.translation import gettext as _

from core.accounts import passwords
from core.accounts.models import Invitation, User


class MailError(OSError):
    """The mail server did not take the mail; trying later may help."""


def send_invitation(invitation: Invitation, *, address: str, place: str) -> None:
    """Mail the link `address` to the colleague who is invited to `place`."""
    with translation.override(invitation.language or translation.get_language()):
        subject = _("Your account for %(place)s") % {"place": place}
        context = {"invitation": invitation, "address": address, "place": place}
        _send(subject, "accounts/mail/invitation.txt", context, to=invitation.email)


def send_password_reset(user: User, *, address: str, language: str) -> None:
    """Mail the link `address` to set a new password."""
    with translation.override(language or settings.LANGUAGE_CODE):
        subject = _("Set a new password")
        context = {"user": user, "address": address, "hours": passwords.hours_valid()}
        _send(subject, "accounts/mail/password_reset.txt", context, to=user.email)


def _send(subject: str, template: str, context: dict[str, object], *, to: str) -> None:
    text = render_to_string(template, context)
    try:
        send_mail(" ".join(subject.split()), text, settings.DEFAULT_FROM_EMAIL, [to])
    except (OSError, smtplib.SMTPException) as error:
        raise MailError(str(error)) from error
