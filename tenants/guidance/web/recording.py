"""Recording on a family's file: a contact, work, the end of guidance."""

from typing import Any

from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods

from core.accounts.access import requires
from core.sites.selectors import current_configuration
from tenants.families.models import Family
from tenants.families.web.recording import back_to_file, family_of, recorded, recording_page
from tenants.guidance import services
from tenants.guidance.models import Case, WorkSpell
from tenants.guidance.permissions import GUIDANCE_ROLES
from tenants.guidance.selectors import cases_of_family
from tenants.guidance.web.forms import ContactForm, EndGuidanceForm, EndWorkForm, WorkForm

READ_AND_SEND = ["GET", "HEAD", "POST"]


@requires(*GUIDANCE_ROLES)
@require_http_methods(READ_AND_SEND)
def contact(request: HttpRequest, reference: str) -> HttpResponse:
    """A contact in a few taps; also after the end of guidance, of the latest case."""
    family = family_of(request, reference)
    cases = _cases_to_talk_about(request, family)
    if not cases:
        return _not_in_guidance(request, family)
    form = ContactForm(
        request.POST or None,
        people=_names(cases),
        chosen=request.GET.get("person"),
        configuration=_configuration(),
    )

    def record_it() -> Any:
        case = cases[form.person_id]
        return services.record_contact(case=case, by=request.user, **form.given())

    if recorded(request, form, record_it):
        return back_to_file(request, family, _("The contact is recorded."))
    return recording_page(request, "guidance/contact.html", family, form)


@requires(*GUIDANCE_ROLES)
@require_http_methods(READ_AND_SEND)
def work(request: HttpRequest, reference: str) -> HttpResponse:
    """Work that a parent began."""
    family = family_of(request, reference)
    guardians = {guardian.pk: guardian for guardian in family.guardians.order_by("id")}
    people = [(pk, guardian.name) for pk, guardian in guardians.items()]
    form = WorkForm(request.POST or None, people=people, configuration=_configuration())

    def record_it() -> Any:
        guardian = guardians[form.person_id]
        return services.record_work(guardian=guardian, by=request.user, **form.given())

    if recorded(request, form, record_it):
        return back_to_file(request, family, _("The work is recorded."))
    return recording_page(request, "guidance/work.html", family, form)


@requires(*GUIDANCE_ROLES)
@require_http_methods(READ_AND_SEND)
def end(request: HttpRequest, reference: str) -> HttpResponse:
    """Guidance ends, with a reason of the site's list."""
    family = family_of(request, reference)
    running = cases_of_family(request.user, family).running()
    cases = {case.pk: case for case in running}
    if not cases:
        return _not_in_guidance(request, family)
    form = EndGuidanceForm(
        request.POST or None, people=_names(cases), configuration=_configuration()
    )

    def record_it() -> Any:
        return services.end_guidance(
            case=cases[form.person_id],
            on=form.cleaned_data["ended_on"],
            reason=form.cleaned_data["end_reason"],
            by=request.user,
        )

    case = recorded(request, form, record_it)
    if case:
        words = {"name": cases[case.pk].guardian.first_name}
        return back_to_file(request, family, _("Guidance of %(name)s has ended.") % words)
    return recording_page(request, "guidance/end.html", family, form)


@requires(*GUIDANCE_ROLES)
@require_http_methods(READ_AND_SEND)
def end_of_work(request: HttpRequest, pk: int) -> HttpResponse:
    """The last day of a spell of work."""
    spells = WorkSpell.objects.visible_to(request.user).select_related("family", "guardian")
    spell = get_object_or_404(spells, pk=pk)
    form = EndWorkForm(request.POST or None)

    def record_it() -> Any:
        return services.end_work(spell=spell, on=form.cleaned_data["ended_on"], by=request.user)

    if recorded(request, form, record_it):
        return back_to_file(request, spell.family, _("The end of the work is recorded."))
    return recording_page(request, "guidance/end_work.html", spell.family, form, spell=spell)


def _cases_to_talk_about(request: HttpRequest, family: Family) -> dict[int, Case]:
    """Running cases; without any, the one that ended last."""
    cases = list(cases_of_family(request.user, family))
    chosen = [case for case in cases if case.is_running] or cases[:1]
    return {case.pk: case for case in chosen}


def _names(cases: dict[int, Case]) -> list[tuple[int, str]]:
    return [(pk, case.guardian.name) for pk, case in cases.items()]


def _configuration() -> Any:
    return current_configuration().configuration


def _not_in_guidance(request: HttpRequest, family: Family) -> HttpResponse:
    return render(request, "guidance/not_in_guidance.html", {"family": family})
