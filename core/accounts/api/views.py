"""Who am I, and who works here."""

from typing import Any

from rest_framework.generics import ListAPIView, RetrieveAPIView

from core.accounts import selectors
from core.accounts.api.serializers import MeSerializer, PersonSerializer
from core.accounts.enums import OVERSEER_ROLES, Role
from core.accounts.models import User


class MeView(RetrieveAPIView):
    """The person who is signed in: name, roles, preferred language."""

    access_roles = {"GET": list(Role)}
    serializer_class = MeSerializer

    def get_object(self) -> User:
        return self.request.user


class PeopleView(ListAPIView):
    """The people of this site or of the programme, in the order of their names."""

    access_roles = {"GET": list(OVERSEER_ROLES)}
    serializer_class = PersonSerializer
    queryset = User.objects.none()

    def get_queryset(self) -> Any:
        return selectors.people(self.request.user)
