"""The collector's statements. Names in braces are filled in, quoted, by `collection`.

They name every column, so that a table that gains one does not change what leaves a site.
"""

from psycopg import sql

COPY_SUBMISSION = sql.SQL(
    """
    INSERT INTO public.indicators_collectedsubmission (
        partner_id, partner_slug, partner_name, partner_country, submission_id, revision,
        period_start, period_end, approved_at, configuration_number, completeness,
        withdrawn_at, withdrawn_reason, collected_at)
    SELECT partner.id, partner.slug, partner.name, partner.country, sent.id, sent.revision,
        sent.period_start, sent.period_end, sent.approved_at, sent.configuration_number,
        sent.completeness, sent.withdrawn_at, sent.withdrawn_reason, now()
    FROM {submissions} AS sent
    JOIN public.partners_partner AS partner ON partner.id = {partner_id}
    WHERE sent.id = %s
    ON CONFLICT (partner_id, submission_id) DO NOTHING
    """
)

COPY_CELLS = sql.SQL(
    """
    INSERT INTO public.indicators_collectedcell (
        submission_id, indicator, unit, kind, population, dimension, category, audience,
        value, state)
    SELECT collected.id, face.indicator, face.unit, face.kind, face.population,
        face.dimension, face.category, face.audience, face.value, face.state
    FROM {faces} AS face
    JOIN public.indicators_collectedsubmission AS collected
        ON collected.partner_id = {partner_id}
        AND collected.submission_id = face.submission_id
    WHERE face.submission_id = %s
    """
)

COPY_WITHDRAWAL = sql.SQL(
    """
    UPDATE public.indicators_collectedsubmission AS collected
    SET withdrawn_at = sent.withdrawn_at, withdrawn_reason = sent.withdrawn_reason
    FROM {submissions} AS sent
    WHERE collected.partner_id = {partner_id} AND collected.submission_id = sent.id
        AND sent.id = %s AND sent.withdrawn_at IS NOT NULL AND collected.withdrawn_at IS NULL
    """
)

COPY_CONFIGURATIONS = sql.SQL(
    """
    INSERT INTO public.indicators_collectedconfiguration (
        partner_id, partner_slug, number, valid_from, document, collected_at)
    SELECT partner.id, partner.slug, published.number, published.valid_from,
        published.document, now()
    FROM {configurations} AS published
    JOIN public.partners_partner AS partner ON partner.id = {partner_id}
    ON CONFLICT (partner_id, number) DO NOTHING
    """
)

MISSING_SUBMISSIONS = sql.SQL(
    """
    SELECT {slug}, sent.id FROM {submissions} AS sent
    LEFT JOIN public.indicators_collectedsubmission AS collected
        ON collected.partner_id = {partner_id} AND collected.submission_id = sent.id
    WHERE collected.id IS NULL
        OR (sent.withdrawn_at IS NOT NULL AND collected.withdrawn_at IS NULL)
    """
)

MISSING_CONFIGURATIONS = sql.SQL(
    """
    SELECT {slug}, NULL::bigint WHERE EXISTS (
        SELECT FROM {configurations} AS published
        LEFT JOIN public.indicators_collectedconfiguration AS collected
            ON collected.partner_id = {partner_id} AND collected.number = published.number
        WHERE collected.id IS NULL)
    """
)
