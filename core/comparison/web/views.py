"""The programme's first pages: what has arrived, and what of it may stand side by side."""

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.views.decorators.http import require_safe

from core.accounts.access import requires
from core.comparison.figures import shown_figure
from core.comparison.groups import alone, groups
from core.comparison.permissions import READERS
from core.comparison.reasons import MEANINGS
from core.comparison.selectors import Evidence, approved_periods, evidence, sites_taking_part
from core.comparison.side_by_side import reader_of, verdicts
from core.comparison.verdict import judge
from core.comparison.web.arrivals import arrivals, lead_of
from core.comparison.web.charts import shown_group
from core.comparison.web.forms import QuestionForm
from core.comparison.web.matrix import bundles, rows
from core.comparison.web.practices import practice_rows
from core.comparison.web.withdrawals import withdrawals
from core.comparison.wording import explain

reading = requires(*READERS)


@reading
@require_safe
def overview(request: HttpRequest) -> HttpResponse:
    """Which sites have approved which periods, and what is missing."""
    found = arrivals(request.user, approved_periods(request.user))
    context = {"arrivals": found, "lead": lead_of(found)}
    return render(request, "comparison/overview.html", context)


@reading
@require_safe
def compare(request: HttpRequest) -> HttpResponse:
    """One figure in one period: the verdicts first, then what may stand side by side."""
    form = QuestionForm(request.GET, user=request.user)
    context = {"form": form}
    if form.question is not None and (found := evidence(request.user, form.question)):
        context |= {"found": found, **_side_by_side(found, form.query)}
        here = {side.slug for side in found.sides}
        sites = sites_taking_part(request.user)
        context["absent"] = [site.name for site in sites if site.slug not in here]
    return render(request, "comparison/compare.html", context)


def _side_by_side(found: Evidence, query: str) -> dict:
    matrix = verdicts(found)
    reader = reader_of(found)
    together = groups(found.sides, matrix)
    table = rows(found, matrix, query)
    return {
        "table": table,
        "heads": [side.name for side in found.sides[:-1]],
        "bundles": bundles(table),
        "pairs": len(matrix),
        "groups": [shown_group(group, found, reader) for group in together],
        "alone": [shown_figure(side, found) for side in alone(found.sides, together)],
        "withdrawn": withdrawals(found.submissions.values()),
    }


@reading
@require_safe
def pair(request: HttpRequest, first: str, second: str) -> HttpResponse:
    """Two sites: everything that was asked of their figures, with both practices."""
    form = QuestionForm(request.GET, user=request.user)
    found = evidence(request.user, form.question) if form.question else None
    sides = {side.slug: side for side in found.sides} if found else {}
    if first == second or first not in sides or second not in sides:
        raise Http404
    chosen = [sides[first], sides[second]]
    verdict = judge(found.question, chosen, found.populations)
    reader = reader_of(found)
    context = {
        "found": found,
        "form": form,
        "sides": chosen,
        "verdict": verdict,
        "meaning": MEANINGS[verdict.kind],
        "telling": [explain(item, reader) for item in verdict.telling],
        "same": [explain(item, reader) for item in verdict.items if item.reason == "same"],
        "practices": practice_rows(found, (first, second)),
        "figures": [shown_figure(side, found) for side in chosen],
        "withdrawn": withdrawals(found.submissions[side.slug] for side in chosen),
        "back": f"{reverse('comparison:compare')}?{form.query}",
    }
    return render(request, "comparison/pair.html", context)
