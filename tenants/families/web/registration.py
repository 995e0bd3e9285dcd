"""The first step: register a family, refer a parent again, add a child."""

from django.core.exceptions import ValidationError
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _

from core.accounts.access import requires
from core.accounts.enums import Role
from core.sites.selectors import current_configuration
from core.ui.forms import add_errors
from core.ui.notices import announce
from tenants.families.history import referrer_label
from tenants.families.services import LikelyKnown, add_child, refer_again, register_referral
from tenants.families.web.file import file_url
from tenants.families.web.forms.registration import PersonForm, ReferralForm, Registration
from tenants.families.web.found import family_or_404, log_opening, parent_or_404
from tenants.families.web.shown import parent_url, steps

ADD_ROW = "more_children"


@requires(Role.FAMILY_COACH, Role.COORDINATOR)
def register(request: HttpRequest) -> HttpResponse:
    """Who, how to reach them, the children, who referred them; on to the intake."""
    configuration = current_configuration().configuration
    if request.method != "POST":
        return _page(request, Registration(configuration))
    if ADD_ROW in request.POST:
        return _page(request, Registration(configuration, request.POST, check=False))
    form = Registration(configuration, request.POST)
    matches = []
    if form.is_valid():
        try:
            referral = register_referral(by=request.user, **form.details())
        except LikelyKnown as refusal:
            matches = refusal.matches
        except ValidationError as refusal:
            form.add_errors(refusal)
        else:
            words = {"name": referral.guardian.name, "reference": referral.family.reference}
            announce(request, _("%(name)s is registered as %(reference)s.") % words)
            return redirect(parent_url("intake", referral.guardian))
    return _page(request, form, matches)


def _page(request: HttpRequest, form: Registration, matches: list = ()) -> HttpResponse:
    context = {"form": form, "matches": matches, "steps": steps("referral")}
    return render(request, "families/register.html", context)


@requires(Role.FAMILY_COACH, Role.COORDINATOR)
def refer_parent_again(request: HttpRequest, reference: str, guardian: int) -> HttpResponse:
    """A parent we know comes back: a new referral, and the way in begins anew."""
    parent = parent_or_404(request, reference, guardian)
    configuration = current_configuration().configuration
    form = ReferralForm(request.POST or None, configuration=configuration)
    if request.method == "POST" and form.is_valid():
        try:
            referral = refer_again(by=request.user, guardian=parent, **form.cleaned_data)
        except ValidationError as refusal:
            add_errors(form, refusal)
        else:
            words = {"name": parent.name, "referrer": referrer_label(referral.referrer)}
            announce(request, _("New referral of %(name)s: %(referrer)s.") % words)
            return redirect(parent_url("intake", parent))
    log_opening(request, parent.family)
    context = {"form": form, "parent": parent, "family": parent.family}
    return render(request, "families/refer_again.html", context)


@requires(Role.FAMILY_COACH, Role.COORDINATOR)
def add_family_child(request: HttpRequest, reference: str) -> HttpResponse:
    """A child that was born, or that nobody had written down."""
    family = family_or_404(request, reference)
    form = PersonForm(request.POST or None, initial={"last_name": family.name})
    if request.method == "POST" and form.is_valid():
        try:
            child = add_child(by=request.user, family=family, child=form.details())
        except ValidationError as refusal:
            add_errors(form, refusal)
        else:
            announce(request, _("%(name)s is added to the family.") % {"name": child.first_name})
            return redirect(file_url(family))
    log_opening(request, family)
    return render(request, "families/add_child.html", {"form": form, "family": family})
