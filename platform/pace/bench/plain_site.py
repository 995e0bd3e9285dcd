"""The one site of the plain reference: what the templates want to know, and nothing else."""

from django.http import HttpRequest, HttpResponse

from core.partners.context import Activation

SITE = Activation(
    kind="partner",
    schema_name="t_be_mechelen",
    db_role="pace_be_mechelen",
    slug="mechelen",
    name="Mechelen",
    country="BE-VLG",
    partner_id=1,
    languages=("nl-be", "en-gb", "fr"),
)


class OneSite:
    """Middleware: every request is for the one site."""

    def __init__(self, get_response):
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        """Hand the request on with the site's facts."""
        request.activation = SITE
        return self.get_response(request)
