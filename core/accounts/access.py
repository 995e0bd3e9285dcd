"""Who may open what: every door says it, and a door that says nothing stays shut.

A view carries its declaration (`requires`, `open_to_all`, `declare`), an API view its
`access_roles`. `core.accounts.middleware.DeclaredAccessMiddleware` turns people away before a
view runs; the declaration checks once more when the view is called, so that it holds wherever
the view is used. Services ask `check`. Which rows somebody sees is not decided here but by the
`visible_to(user)` querysets.

This file imports no web or API framework: services depend on it.
"""

import functools
from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

from django.core.exceptions import PermissionDenied
from django.utils.translation import gettext_lazy as _

from core.accounts.enums import Role

View = Callable[..., Any]

#: For `access_roles` of an API view: anybody, signed in or not.
ANYBODY = "anybody"


class NotPermitted(PermissionDenied):
    """The person is known and may not do this."""


@dataclass(frozen=True)
class Access:
    """What a door declares: the roles that may pass, or why it is open to all."""

    roles: frozenset[str] = frozenset()
    open_because: str = ""

    @property
    def is_open(self) -> bool:
        return bool(self.open_because)

    def allows(self, user: Any) -> bool:
        return self.is_open or has_one_of(user, self.roles)


def has_one_of(user: Any, roles: frozenset[str]) -> bool:
    """Is `user` signed in, active, and in one of `roles`? None and strangers are not."""
    return bool(
        user is not None and user.is_authenticated and user.is_active and user.has_role(*roles)
    )


def check(user: Any, *roles: str) -> None:
    """Raise `NotPermitted` unless `user` is signed in and has one of `roles`."""
    if not has_one_of(user, frozenset(roles)):
        raise NotPermitted(_("Your role does not allow this. Ask your administrator."))


def requires(*roles: Role) -> Callable[[View], View]:
    """Declare that a view is for people with one of `roles` (`requires(*Role)`: any role).

    For a class: `@method_decorator(requires(Role.COORDINATOR), name="dispatch")`.
    """
    if not roles:
        raise TypeError("requires() needs at least one role.")
    return _declared(Access(roles=frozenset(Role(role) for role in roles)))


def open_to_all(why: str) -> Callable[[View], View]:
    """Declare that a view is for everybody, and say why."""
    if not why:
        raise TypeError("open_to_all() needs a reason.")
    return _declared(Access(open_because=why))


def declare(view: View, *roles: Role, open_because: str = "") -> View:
    """Declare the access of somebody else's view, where it is routed.

    `path("schema/", declare(SpectacularAPIView.as_view(), open_because="public document"))`
    """
    return open_to_all(open_because)(view) if open_because else requires(*roles)(view)


def _declared(access: Access) -> Callable[[View], View]:
    def decorate(view: View) -> View:
        @functools.wraps(view)
        def guarded(request: Any, *args: Any, **kwargs: Any) -> Any:
            if not access.is_open:
                check(request.user, *access.roles)
            return view(request, *args, **kwargs)

        guarded.access = access
        return guarded

    return decorate


class DeclaredAccess:
    """The API's default permission: `access_roles = {"GET": [Role.COORDINATOR], ...}`.

    A method that is not named is refused; HEAD counts as GET; OPTIONS tells what a signed-in
    person may read anyway. A third party's API view is judged by the `declare` of its route.
    """

    message = _("Your role does not allow this. Ask your administrator.")

    def has_permission(self, request: Any, view: Any) -> bool:
        match = request.resolver_match
        declared = getattr(match.func, "access", None) if match else None
        if declared is not None:
            return declared.allows(request.user)
        roles = self._roles(view, request.method)
        return roles == ANYBODY or has_one_of(request.user, frozenset(roles))

    def has_object_permission(self, request: Any, view: Any, obj: Any) -> bool:
        """True: the view found `obj` through `visible_to(user)`."""
        return True

    @staticmethod
    def _roles(view: Any, method: str) -> Any:
        declared = getattr(view, "access_roles", {})
        return declared.get("GET" if method in ("HEAD", "OPTIONS") else method, ())
