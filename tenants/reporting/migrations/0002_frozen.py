"""Triggers that keep an approved period as it was approved.

Of a submission only the withdrawal may be written, and only once; its figures and signatures
may be added and never changed. Functions and triggers are named without a schema: each
partner's schema holds its own.
"""

from django.db import migrations

MAKE = """
CREATE FUNCTION reporting_refuse_change() RETURNS trigger LANGUAGE plpgsql AS $body$
BEGIN
    RAISE EXCEPTION 'An approved period is frozen: % of % is refused', TG_OP, TG_TABLE_NAME
        USING ERRCODE = 'restrict_violation';
END
$body$;
CREATE FUNCTION reporting_only_withdraw() RETURNS trigger LANGUAGE plpgsql AS $body$
BEGIN
    IF OLD.withdrawn_at IS NOT NULL
        OR (to_jsonb(NEW) - 'withdrawn_at' - 'withdrawn_reason')
            IS DISTINCT FROM (to_jsonb(OLD) - 'withdrawn_at' - 'withdrawn_reason')
    THEN
        RAISE EXCEPTION 'An approved period is frozen: it can only be withdrawn, once'
            USING ERRCODE = 'restrict_violation';
    END IF;
    RETURN NEW;
END
$body$;
CREATE TRIGGER reporting_submission_withdrawn BEFORE UPDATE ON reporting_submission
    FOR EACH ROW EXECUTE FUNCTION reporting_only_withdraw();
CREATE TRIGGER reporting_submission_frozen BEFORE DELETE OR TRUNCATE ON reporting_submission
    FOR EACH STATEMENT EXECUTE FUNCTION reporting_refuse_change();
CREATE TRIGGER reporting_submissioncell_frozen
    BEFORE UPDATE OR DELETE OR TRUNCATE ON reporting_submissioncell
    FOR EACH STATEMENT EXECUTE FUNCTION reporting_refuse_change();
CREATE TRIGGER reporting_facecell_frozen
    BEFORE UPDATE OR DELETE OR TRUNCATE ON reporting_facecell
    FOR EACH STATEMENT EXECUTE FUNCTION reporting_refuse_change();
CREATE TRIGGER reporting_signature_frozen
    BEFORE UPDATE OR DELETE OR TRUNCATE ON reporting_signature
    FOR EACH STATEMENT EXECUTE FUNCTION reporting_refuse_change();
"""

TAKE_AWAY = """
DROP TRIGGER reporting_signature_frozen ON reporting_signature;
DROP TRIGGER reporting_facecell_frozen ON reporting_facecell;
DROP TRIGGER reporting_submissioncell_frozen ON reporting_submissioncell;
DROP TRIGGER reporting_submission_frozen ON reporting_submission;
DROP TRIGGER reporting_submission_withdrawn ON reporting_submission;
DROP FUNCTION reporting_only_withdraw();
DROP FUNCTION reporting_refuse_change();
"""


class Migration(migrations.Migration):
    dependencies = [("reporting", "0001_initial")]

    operations = [migrations.RunSQL(sql=MAKE, reverse_sql=TAKE_AWAY)]
