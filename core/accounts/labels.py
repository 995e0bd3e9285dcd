"""How this app's actions and objects are called in the access log."""

from django.utils.translation import gettext_lazy as _

ACTIONS = {
    "accounts.first_administrator_created": _("First administrator created"),
    "accounts.person_invited": _("Person invited"),
    "accounts.invitation_accepted": _("Invitation accepted"),
    "accounts.invitation_revoked": _("Invitation withdrawn"),
    "accounts.roles_changed": _("Roles changed"),
    "accounts.person_deactivated": _("Account switched off"),
    "accounts.person_reactivated": _("Account switched on again"),
    "accounts.name_changed": _("Name changed"),
    "accounts.language_changed": _("Language changed"),
    "accounts.password_changed": _("Password changed"),
    "accounts.password_reset": _("Password set with a mailed link"),
    "accounts.signed_in": _("Signed in"),
    "accounts.signed_out": _("Signed out"),
    "accounts.sign_in_blocked": _("Sign-in blocked after too many attempts"),
}

OBJECTS = {
    "accounts.user": _("Account"),
    "accounts.invitation": _("Invitation"),
    "accounts.network": _("Network address"),
}
