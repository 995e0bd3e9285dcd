"""The house stands: the tests themselves run as a partner's role in a partner's schema."""

from django.db import connection


def test_tests_run_as_mechelens_role(db):
    with connection.cursor() as cursor:
        cursor.execute("SELECT current_user, current_schema()")
        assert cursor.fetchone() == ("pace_be_mechelen", "t_be_mechelen")
