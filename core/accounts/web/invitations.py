"""Inviting a colleague, sending again, withdrawing; and accepting."""

from django.contrib.auth import login
from django.contrib.messages import ERROR
from django.core.exceptions import ValidationError
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.utils.translation import get_language
from django.utils.translation import gettext as _
from django.views.decorators.cache import never_cache
from django.views.decorators.debug import sensitive_post_parameters
from django.views.decorators.http import require_http_methods, require_POST

from core.accounts import selectors, services
from core.accounts.access import open_to_all, requires
from core.accounts.enums import ADMINISTRATOR_ROLES
from core.accounts.models import Invitation
from core.accounts.notifications import MailError
from core.accounts.permissions import roles_given_by
from core.accounts.web.forms import AcceptForm, InviteForm
from core.accounts.web.pages import page
from core.accounts.web.people import in_words
from core.accounts.web.visitors import next_address
from core.ui.context import site_of
from core.ui.forms import add_errors
from core.ui.notices import announce


@requires(*ADMINISTRATOR_ROLES)
@require_http_methods(["GET", "HEAD", "POST"])
def invite(request: HttpRequest) -> HttpResponse:
    form = InviteForm(
        request.POST or None,
        initial={"language": get_language()},
        offered=roles_given_by(request.user),
        languages=site_of(request).languages,
    )
    if request.method == "POST" and form.is_valid():
        try:
            return _invite(request, **form.cleaned_data)
        except ValidationError as refusal:
            add_errors(form, refusal)
        except MailError:
            form.add_error(None, mail_not_sent())
    return page(request, "accounts/invite.html", {"form": form})


@requires(*ADMINISTRATOR_ROLES)
@require_POST
def send_again(request: HttpRequest, invitation_id: int) -> HttpResponse:
    """A new link for the same person; the earlier one stops working."""
    earlier = _invitation(request, invitation_id)
    try:
        return _invite(
            request,
            email=earlier.email,
            name=earlier.name,
            roles=earlier.roles,
            language=earlier.language,
        )
    except (ValidationError, MailError) as refusal:
        return _back_with(request, refusal)


@requires(*ADMINISTRATOR_ROLES)
@require_POST
def revoke(request: HttpRequest, invitation_id: int) -> HttpResponse:
    invitation = _invitation(request, invitation_id)
    try:
        services.revoke_invitation(by=request.user, invitation=invitation)
    except ValidationError as refusal:
        return _back_with(request, refusal)
    announce(request, _("The invitation of %(name)s is withdrawn.") % {"name": invitation.name})
    return redirect("accounts:people")


@open_to_all(why="The token in the mailed link is what opens it.")
@sensitive_post_parameters("password")
@never_cache
@require_http_methods(["GET", "HEAD", "POST"])
def accept(request: HttpRequest, token: str) -> HttpResponse:
    invitation = selectors.usable_invitation(token)
    if invitation is None:
        return render(request, "accounts/invitation_void.html", status=410)
    form = AcceptForm(
        request.POST or None,
        initial={"name": invitation.name, "language": invitation.language or get_language()},
        languages=site_of(request).languages,
    )
    if request.method == "POST" and form.is_valid():
        try:
            user = services.accept_invitation(token=token, **form.cleaned_data)
        except ValidationError as refusal:
            add_errors(form, refusal)
        else:
            login(request, user)
            services.note_sign_in(user=user)
            return redirect(next_address(request))
    context = {"form": form, "invitation": invitation, "roles": in_words(invitation.roles)}
    return render(request, "accounts/accept.html", context)


def mail_not_sent() -> str:
    return _("The mail could not be sent, so nothing was saved. Try again in a few minutes.")


def _invite(request: HttpRequest, **given: object) -> HttpResponse:
    services.invite(
        by=request.user,
        link=lambda token: request.build_absolute_uri(reverse("accounts:accept", args=[token])),
        place=site_of(request).name,
        **given,
    )
    announce(request, _("The invitation is sent to %(email)s.") % {"email": given["email"]})
    return redirect("accounts:people")


def _invitation(request: HttpRequest, invitation_id: int) -> Invitation:
    return get_object_or_404(Invitation.objects.visible_to(request.user), pk=invitation_id)


def _back_with(request: HttpRequest, refusal: Exception) -> HttpResponse:
    text = mail_not_sent() if isinstance(refusal, MailError) else " ".join(refusal.messages)
    announce(request, text, level=ERROR)
    return redirect("accounts:people")
