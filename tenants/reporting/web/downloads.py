"""The figures that are on the page, as a file. Who took which is logged."""

from django.http import Http404, HttpRequest, HttpResponse
from django.views.decorators.http import require_safe

from core.accounts.access import requires
from core.audit.services import record_view
from core.partners.context import current
from tenants.reporting.export import as_csv, as_xlsx, rows
from tenants.reporting.figures import configuration_of, figures
from tenants.reporting.permissions import FIGURE_READERS
from tenants.reporting.web.dashboard import asked
from tenants.reporting.words import CategoryWords

FORMATS = {
    "csv": ("text/csv; charset=utf-8", as_csv),
    "xlsx": ("application/vnd.openxmlformats-officedocument.spreadsheetml.sheet", as_xlsx),
}


@requires(*FIGURE_READERS)
@require_safe
def download(request: HttpRequest, file_format: str) -> HttpResponse:
    """The same figures as the page with the same query."""
    if file_format not in FORMATS:
        raise Http404
    _form, period, _by = asked(request)
    words = CategoryWords(configuration_of(period))
    table = rows(figures(period).values(), words)
    content_type, write = FORMATS[file_format]
    record_view(
        by=request.user,
        object_type="reporting.figures",
        object_id=period.end.isoformat(),
        reason=file_format,
    )
    response = HttpResponse(write(table), content_type=content_type)
    name = f"{current().slug}-{period.end.isoformat()}.{file_format}"
    response["Content-Disposition"] = f'attachment; filename="{name}"'
    return response
