"""The people of a site or of the programme: who they are, what they may, on and off."""

from django.core.exceptions import ValidationError
from django.core.paginator import Paginator
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from core.accounts import selectors, services
from core.accounts.access import requires
from core.accounts.enums import ADMINISTRATOR_ROLES, OVERSEER_ROLES, Role
from core.accounts.models import User
from core.accounts.permissions import can_manage_people, roles_given_by
from core.accounts.web.forms import RolesForm
from core.accounts.web.pages import page
from core.ui.forms import add_errors
from core.ui.notices import announce

PAGE_LENGTH = 50


@requires(*OVERSEER_ROLES)
@require_safe
def people(request: HttpRequest) -> HttpResponse:
    shown = Paginator(selectors.people(request.user), PAGE_LENGTH).get_page(request.GET.get("page"))
    context = {
        "page": shown,
        "people": [(person, in_words(person.roles)) for person in shown],
        "invitations": [
            (invitation, in_words(invitation.roles))
            for invitation in selectors.waiting_invitations(request.user)
        ],
        "may_manage": can_manage_people(request.user),
    }
    return page(request, "accounts/people.html", context)


@requires(*ADMINISTRATOR_ROLES)
@require_http_methods(["GET", "HEAD", "POST"])
def person(request: HttpRequest, user_id: int) -> HttpResponse:
    """One person's roles, to be changed."""
    found = _person(request, user_id)
    form = RolesForm(
        request.POST or None, initial={"roles": found.roles}, offered=roles_given_by(request.user)
    )
    if request.method == "POST" and form.is_valid():
        try:
            services.change_roles(by=request.user, user=found, roles=form.cleaned_data["roles"])
            announce(request, _("The roles of %(name)s are saved.") % {"name": found.name})
            return redirect("accounts:people")
        except ValidationError as refusal:
            add_errors(form, refusal)
    context = {"form": form, "person": found, "is_self": found == request.user}
    return page(request, "accounts/person.html", context)


@requires(*ADMINISTRATOR_ROLES)
@require_POST
def deactivate(request: HttpRequest, user_id: int) -> HttpResponse:
    found = _person(request, user_id)
    try:
        services.deactivate(by=request.user, user=found, reason=request.POST.get("reason", ""))
    except ValidationError as refusal:
        form = RolesForm(initial={"roles": found.roles}, offered=roles_given_by(request.user))
        context = {"form": form, "person": found, "refusal": " ".join(refusal.messages)}
        return page(request, "accounts/person.html", context, status=409)
    announce(request, _("The account of %(name)s is switched off.") % {"name": found.name})
    return redirect("accounts:people")


@requires(*ADMINISTRATOR_ROLES)
@require_POST
def reactivate(request: HttpRequest, user_id: int) -> HttpResponse:
    found = _person(request, user_id)
    services.reactivate(by=request.user, user=found)
    announce(request, _("The account of %(name)s is switched on.") % {"name": found.name})
    return redirect("accounts:people")


def in_words(roles: list[str]) -> list[str]:
    """The labels of `roles`, in the reader's language."""
    return [str(Role(role).label) for role in roles]


def _person(request: HttpRequest, user_id: int) -> User:
    return get_object_or_404(User.objects.visible_to(request.user), pk=user_id)
