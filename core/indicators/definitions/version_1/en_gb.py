"""Definitions in British English: the source of the other languages."""

from core.indicators.definitions import Words

WORDS = {
    "referred": Words(
        "Referred",
        "Parents whom an organisation sent to the site, or who came by themselves.",
        "Everyone with a referral dated on or before the day you ask about.",
        "Counts from the first day of the series. A parent who is referred twice counts once.",
    ),
    "in_trajectory": Words(
        "Taken into a trajectory",
        "Parents with whom guidance was started, whether it still runs or has ended.",
        "Everyone whose guidance started on or before the day you ask about.",
        "Counts from the first day of the series. A parent who comes back counts once.",
    ),
    "ended": Words(
        "Guidance ended",
        "Parents whose guidance has ended, with the reason. Ended does not mean succeeded.",
        "Parents who were taken into a trajectory and have no guidance running on the day.",
        "A parent counts once, with the reason of the last guidance that ended.",
    ),
    "running": Words(
        "Guidance running",
        "Parents with guidance that has started and has not ended on the day.",
        "Parents who were taken into a trajectory.",
        "The situation on one day. A parent has at most one guidance at a time.",
    ),
    "families_entered": Words(
        "Families entered",
        "Families in which guidance was started with at least one parent.",
        "Everyone whose guidance started on or before the day you ask about.",
        "Counts from the first day of the series. A family counts once, whoever of it takes part.",
    ),
    "children_cared_for": Words(
        "Children cared for",
        "Children who came to the childcare for at least one day-part.",
        "All children with an attendance; with a period: an attendance within that period.",
        "A child counts once, however often it came. Booked but not attended does not count.",
    ),
    "day_parts_attended": Words(
        "Day-parts attended",
        "Day-parts of childcare that children came to.",
        "All attendances in the period.",
        "One child in one day-part is one. Booked but not attended does not count.",
    ),
    "followed_training": Words(
        "Followed training",
        "Parents who started at least one training, at the site or elsewhere.",
        "Everyone with a training that started on or before the day you ask about.",
        "A parent counts once, however many trainings. Started counts, also when not completed.",
    ),
    "found_work": Words(
        "Found work",
        "Parents who started a paid job in the period.",
        "Parents with a job that started in the period and is work by the site's own rule.",
        "A parent counts once in a period. This is an event: the job may have ended since.",
    ),
    "at_work": Words(
        "At work",
        "Parents who have a paid job on the day.",
        "Parents with a job that has started and not ended, and is work by the site's own rule.",
        "The situation on one day. A parent with two jobs counts once.",
    ),
    "volunteering": Words(
        "Volunteering",
        "Parents who started volunteering, at the site or elsewhere.",
        "Everyone whose volunteering started on or before the day you ask about.",
        "A parent counts once, however many organisations. Paid work does not count.",
    ),
}
