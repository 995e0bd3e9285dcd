"""The view through which a partner sees the receipts of its own submissions and no others.

`current_user` inside a view is the role that asks; a partner's role is named after its schema
(see `core.partners.naming.role_of`), so the row of the partner is found without trusting
anything that a request sets.
"""

from django.db import migrations

MAKE = r"""
CREATE VIEW indicators_receipt WITH (security_barrier) AS
SELECT collected.submission_id, collected.collected_at, collected.withdrawn_at
FROM indicators_collectedsubmission AS collected
JOIN partners_partner AS partner ON partner.id = collected.partner_id
WHERE regexp_replace(partner.schema_name, '^t_', 'pace_') = current_user;
"""


class Migration(migrations.Migration):
    dependencies = [("indicators", "0001_initial"), ("partners", "0001_initial")]

    operations = [migrations.RunSQL(sql=MAKE, reverse_sql="DROP VIEW indicators_receipt")]
