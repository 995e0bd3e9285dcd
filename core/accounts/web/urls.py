"""Pages about accounts: `urlpatterns` under the name accounts, `plain_urlpatterns` without.

Both hang in the addresses of each site's host and of the programme's.
"""

from django.urls import path

from core.accounts.web import invitations, log, passwords, people, profile, signing_in

app_name = "accounts"

urlpatterns = [
    path("people/", people.people, name="people"),
    path("people/invite/", invitations.invite, name="invite"),
    path("people/<int:user_id>/", people.person, name="person"),
    path("people/<int:user_id>/switch-off/", people.deactivate, name="deactivate"),
    path("people/<int:user_id>/switch-on/", people.reactivate, name="reactivate"),
    path("invitations/<int:invitation_id>/send-again/", invitations.send_again, name="send_again"),
    path("invitations/<int:invitation_id>/withdraw/", invitations.revoke, name="revoke"),
    path("invitation/<str:token>/", invitations.accept, name="accept"),
    path("profile/", profile.profile, name="profile"),
    path("profile/password/", passwords.change, name="password"),
    path("log/", log.audit_log, name="audit_log"),
]

plain_urlpatterns = [
    path("sign-in/", signing_in.sign_in, name="account_login"),
    path("sign-out/", signing_in.sign_out, name="account_logout"),
    path("password/forgotten/", passwords.forgotten, name="account_reset_password"),
    path("password/forgotten/sent/", passwords.mail_sent, name="account_reset_password_done"),
    path(
        "password/new/<int:user_id>/",
        passwords.set_with_link,
        name="account_reset_password_from_key",
    ),
    path("language/", profile.choose_language, name="set_language"),
]
