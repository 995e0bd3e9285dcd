"""A password that is forgotten, set again by a mailed link, or changed."""

from django.contrib.auth import update_session_auth_hash
from django.core.exceptions import ValidationError
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.translation import get_language
from django.utils.translation import gettext as _
from django.views.decorators.cache import never_cache
from django.views.decorators.debug import sensitive_post_parameters
from django.views.decorators.http import require_http_methods, require_safe

from core.accounts import passwords, services
from core.accounts.access import open_to_all, requires
from core.accounts.enums import Role
from core.accounts.limits import TooManyAttempts
from core.accounts.services.own_account import too_many_attempts
from core.accounts.web.forms import ChangePasswordForm, ForgottenPasswordForm, NewPasswordForm
from core.accounts.web.pages import page
from core.accounts.web.visitors import network
from core.ui.forms import add_errors
from core.ui.notices import announce


@open_to_all(why="Who forgot a password can not sign in.")
@never_cache
@require_http_methods(["GET", "HEAD", "POST"])
def forgotten(request: HttpRequest) -> HttpResponse:
    form = ForgottenPasswordForm(request.POST or None)
    status = 200
    if request.method == "POST" and form.is_valid():
        try:
            services.request_password_reset(
                email=form.cleaned_data["email"],
                network=network(request),
                language=get_language(),
                link=lambda user_id: request.build_absolute_uri(
                    reverse("account_reset_password_from_key", args=[user_id])
                ),
            )
            return redirect("account_reset_password_done")
        except TooManyAttempts as refusal:
            form.add_error(None, too_many_attempts(refusal))
            status = 429
    return render(request, "accounts/password_forgotten.html", {"form": form}, status=status)


@open_to_all(why="Who forgot a password can not sign in.")
@require_safe
def mail_sent(request: HttpRequest) -> HttpResponse:
    context = {"hours": passwords.hours_valid()}
    return render(request, "accounts/password_mail_sent.html", context)


@open_to_all(why="The key in the mailed link is what opens it.")
@sensitive_post_parameters("password")
@never_cache
@require_http_methods(["GET", "HEAD", "POST"])
def set_with_link(request: HttpRequest, user_id: int) -> HttpResponse:
    key = request.GET.get("key", "")
    user = passwords.user_of_link(user_id, key)
    if user is None:
        return render(request, "accounts/password_link_void.html", status=410)
    form = NewPasswordForm(request.POST or None)
    if request.method == "POST" and form.is_valid():
        try:
            services.reset_password(user=user, token=key, password=form.cleaned_data["password"])
            announce(request, _("Your new password is set. Sign in with it."))
            return redirect("account_login")
        except ValidationError as refusal:
            add_errors(form, refusal)
    context = {"form": form, "person": user}
    return render(request, "accounts/password_new.html", context)


@requires(*Role)
@sensitive_post_parameters("current_password", "new_password")
@never_cache
@require_http_methods(["GET", "HEAD", "POST"])
def change(request: HttpRequest) -> HttpResponse:
    form = ChangePasswordForm(request.POST or None)
    if request.method == "POST" and form.is_valid():
        given = form.cleaned_data
        try:
            services.change_password(
                by=request.user, current=given["current_password"], new=given["new_password"]
            )
            update_session_auth_hash(request, request.user)
            announce(request, _("Your password is changed. Other devices are signed out."))
            return redirect("accounts:profile")
        except ValidationError as refusal:
            add_errors(form, refusal)
    return page(request, "accounts/password_change.html", {"form": form})
