"""One's own account, and the language to read in."""

from django.conf import settings
from django.core.exceptions import ValidationError
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.urls import get_script_prefix
from django.utils import translation
from django.utils.translation import gettext as _
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_http_methods, require_POST

from core.accounts import services
from core.accounts.access import open_to_all, requires
from core.accounts.enums import Role
from core.accounts.language import enabled_languages
from core.accounts.web.forms import ProfileForm
from core.accounts.web.pages import page
from core.accounts.web.visitors import next_address
from core.ui.context import site_of
from core.ui.forms import add_errors
from core.ui.notices import announce

ONE_YEAR = 60 * 60 * 24 * 365


@requires(*Role)
@never_cache
@require_http_methods(["GET", "HEAD", "POST"])
def profile(request: HttpRequest) -> HttpResponse:
    shown = {"name": request.user.name, "language": translation.get_language()}
    form = ProfileForm(request.POST or None, initial=shown, languages=site_of(request).languages)
    if request.method == "POST" and form.is_valid():
        try:
            return _save(request, form)
        except ValidationError as refusal:
            add_errors(form, refusal)
    roles = [Role(role).label for role in request.user.roles]
    return page(request, "accounts/profile.html", {"form": form, "roles": roles})


def _save(request: HttpRequest, form: ProfileForm) -> HttpResponse:
    user, given = request.user, form.cleaned_data
    if given["name"] != user.name:
        services.rename(by=user, name=given["name"])
    if given["language"] != user.language:
        services.set_language(by=user, language=given["language"])
    with translation.override(given["language"]):
        announce(request, _("Your account is saved."))
    return redirect("accounts:profile")


@open_to_all(why="Everybody may read in a language they know.")
@require_POST
def choose_language(request: HttpRequest) -> HttpResponse:
    """Remember one of the host's languages in a cookie, and for who is signed in for good."""
    response = redirect(next_address(request))
    language = request.POST.get("language", "")
    if language not in enabled_languages(request):
        return response
    if request.user.is_authenticated:
        services.set_language(by=request.user, language=language)
    response.set_cookie(
        settings.LANGUAGE_COOKIE_NAME,
        language,
        max_age=ONE_YEAR,
        path=get_script_prefix(),
        secure=request.is_secure(),
        httponly=True,
        samesite="Lax",
    )
    return response
