"""Signing in and out.

A refusal never tells whether an address is known: the same words, the same time.
"""

from django.contrib.auth import authenticate, login, logout
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.cache import never_cache
from django.views.decorators.debug import sensitive_post_parameters
from django.views.decorators.http import require_http_methods, require_POST

from core.accounts import limits, services
from core.accounts.access import open_to_all
from core.accounts.limits import TooManyAttempts
from core.accounts.services.own_account import too_many_attempts
from core.accounts.web.forms import SignInForm
from core.accounts.web.visitors import network, next_address


@open_to_all(why="Whoever signs in is not known yet.")
@sensitive_post_parameters("password")
@never_cache
@require_http_methods(["GET", "HEAD", "POST"])
def sign_in(request: HttpRequest) -> HttpResponse:
    if request.method != "POST":
        if request.user.is_authenticated:
            return redirect(next_address(request))
        return _show(request, SignInForm())
    form = SignInForm(request.POST)
    if not form.is_valid():
        return _show(request, form)
    try:
        limits.count_sign_in(form.cleaned_data["email"], network(request))
    except TooManyAttempts as refusal:
        return _refuse(request, form, refusal)
    return _try(request, form)


@open_to_all(why="Signing out twice does no harm.")
@never_cache
@require_POST
def sign_out(request: HttpRequest) -> HttpResponse:
    if request.user.is_authenticated:
        services.note_sign_out(user=request.user)
    logout(request)
    return redirect("account_login")


def _try(request: HttpRequest, form: SignInForm) -> HttpResponse:
    email = form.cleaned_data["email"]
    user = authenticate(request, email=email, password=form.cleaned_data["password"])
    if user is None:
        form.add_error(
            None,
            _("This address and this password do not belong together. Check both and try again."),
        )
        return _show(request, form)
    limits.forget_sign_in(email, network(request))
    login(request, user)
    services.note_sign_in(user=user)
    return redirect(next_address(request))


def _refuse(request: HttpRequest, form: SignInForm, refusal: TooManyAttempts) -> HttpResponse:
    if refusal.is_first:
        services.note_too_many_attempts(network=network(request))
    form.add_error(None, too_many_attempts(refusal))
    response = _show(request, form, status=429)
    response.headers["Retry-After"] = str(refusal.minutes * 60)
    return response


def _show(request: HttpRequest, form: SignInForm, status: int = 200) -> HttpResponse:
    context = {"form": form, "next": next_address(request)}
    return render(request, "accounts/sign_in.html", context, status=status)
