"""Pages about families, on a partner's host."""

from django.urls import include, path

from tenants.families.web.decisions import (
    decide_on_parent,
    decision_page,
    next_step,
    resume,
    withdraw,
)
from tenants.families.web.families import families, family_file
from tenants.families.web.intake import check_answers, intake
from tenants.families.web.registration import add_family_child, refer_parent_again, register
from tenants.families.web.today import today

app_name = "families"
PARENT = "families/<str:reference>/parents/<int:guardian>"
urlpatterns = [
    path("", today, name="today"),
    path("families/", families, name="list"),
    path("families/register/", register, name="register"),
    path("families/import/", include("tenants.families.web.import_urls")),
    path("families/<str:reference>/", family_file, name="file"),
    path("families/<str:reference>/children/add/", add_family_child, name="add_child"),
    path("families/<str:reference>/decisions/<int:pk>/", decision_page, name="decision"),
    path(f"{PARENT}/referral/", refer_parent_again, name="refer_again"),
    path(f"{PARENT}/intake/", intake, name="intake"),
    path(f"{PARENT}/intake/check/", check_answers, name="check_answers"),
    path(f"{PARENT}/decide/", decide_on_parent, name="decide"),
    path(f"{PARENT}/next-step/", next_step, name="next_step"),
    path(f"{PARENT}/waiting-list/withdraw/", withdraw, name="withdraw"),
    path("families/<str:reference>/waiting-list/<int:entry>/resume/", resume, name="resume"),
]
