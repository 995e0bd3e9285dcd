"""Who did and who read what: the access log on a screen."""

from urllib.parse import urlencode

from django.http import HttpRequest, HttpResponse
from django.views.decorators.http import require_safe

from core.accounts import selectors
from core.accounts.access import requires
from core.accounts.enums import OVERSEER_ROLES
from core.accounts.web.forms import LogFilterForm
from core.accounts.web.pages import page
from core.audit.labels import label_of, label_of_object
from core.audit.models import Entry
from core.audit.selectors import page_of

#: More names than this do not fit a list to choose from.
MOST_PEOPLE = 500


@requires(*OVERSEER_ROLES)
@require_safe
def audit_log(request: HttpRequest) -> HttpResponse:
    people = selectors.people(request.user).values_list("pk", "name")[:MOST_PEOPLE]
    form = LogFilterForm(request.GET, people=list(people))
    chosen = _chosen(form)
    shown = page_of(selectors.log_entries(request.user, **chosen), before=_before(request))
    context = {
        "form": form,
        "rows": [_row(entry) for entry in shown.entries],
        "is_filtered": any(chosen.values()),
        "is_first_page": "before" not in request.GET,
        "newest": f"?{_query(chosen)}",
        "older": f"?{_query(chosen, before=shown.older)}" if shown.older else "",
    }
    return page(request, "accounts/audit_log.html", context)


def _chosen(form: LogFilterForm) -> dict[str, object]:
    """The filters that make sense; the others are as good as not chosen."""
    form.is_valid()
    return {name: form.cleaned_data.get(name) for name in ("kind", "person", "family")}


def _before(request: HttpRequest) -> int | None:
    given = request.GET.get("before", "")
    return int(given) if given.isascii() and given.isdigit() and len(given) < 19 else None


def _query(chosen: dict[str, object], **more: object) -> str:
    return urlencode({name: value for name, value in (chosen | more).items() if value})


def _row(entry: Entry) -> dict[str, object]:
    return {
        "entry": entry,
        "action": label_of(entry.action),
        "object": label_of_object(entry.object_type),
    }
