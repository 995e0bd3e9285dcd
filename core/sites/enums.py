"""The closed choices of a site's configuration, with their meaning beside them."""

from django.db.models import TextChoices
from django.utils.translation import gettext_lazy as _


class Country(TextChoices):
    """The part of the world whose rules apply; the folder's name is the code in lower case."""

    FLANDERS = "BE-VLG", _("Belgium (Flanders)")
    NETHERLANDS = "NL", _("Netherlands")
    FRANCE = "FR", _("France")
    ENGLAND = "GB-ENG", _("United Kingdom (England)")


class Layer(TextChoices):
    """Where a value comes from; a later layer overrides an earlier one."""

    CORE = "core", _("platform")
    COUNTRY = "country", _("country")
    SITE = "site", _("site")


class Weekday(TextChoices):
    """Days of the week in ISO order."""

    MONDAY = "monday", _("Monday")
    TUESDAY = "tuesday", _("Tuesday")
    WEDNESDAY = "wednesday", _("Wednesday")
    THURSDAY = "thursday", _("Thursday")
    FRIDAY = "friday", _("Friday")
    SATURDAY = "saturday", _("Saturday")
    SUNDAY = "sunday", _("Sunday")

    @property
    def number(self) -> int:
        """0 for Monday, as `date.weekday()` counts."""
        return list(Weekday).index(self)


class Unit(TextChoices):
    """What one in a figure stands for."""

    PARENT = "parent", _("parents")
    FAMILY = "family", _("families")
    CHILD = "child", _("children")
    EPISODE = "episode", _("episodes")
    DAY_PART = "day_part", _("day-parts")


class Capture(TextChoices):
    """How a site comes to know what it counts."""

    REGISTER = "register", _("taken from a register")
    SELF_REPORT = "self_report", _("told by the parent")
    COACH = "coach", _("noted by the coach")


class Kind(TextChoices):
    """What sort of figure it is: figures of different sorts never stand side by side."""

    FLOW = "flow", _("what happened in the period")
    STOCK = "stock", _("the situation on a day")
    CUMULATIVE = "cumulative", _("everything since the series began")


class Counting(TextChoices):
    """Whether somebody who comes back counts again."""

    ONCE_PER_PERSON = "once_per_person", _("each person once, also after coming back")
    ONCE_PER_FAMILY = "once_per_family", _("each family once, also after coming back")
    ONCE_PER_EPISODE = "once_per_episode", _("each start counts: who comes back counts again")
    EACH_EVENT = "each_event", _("each event counts")


class Population(TextChoices):
    """Among whom is counted."""

    EVERYONE_REFERRED = "everyone_referred", _("everyone who was referred")
    IN_TRAJECTORY = "in_trajectory", _("those who were taken into a trajectory")
    USING_CARE = "using_care", _("those whose child came to the childcare")
    VISITING = "visiting", _("everyone who came by, also once")


class Mapping(TextChoices):
    """How what a site counts relates to the shared definition of the indicator."""

    EXACT = "exact", _("the same as the shared definition")
    BROADER = "broader", _("broader than the shared definition")
    NARROWER = "narrower", _("narrower than the shared definition")
    RELATED = "related", _("related to the shared definition")
    NONE = "none", _("not the shared definition")


class RuleStatus(TextChoices):
    """How sure we are of a rule's value."""

    SOURCED = "sourced", _("seen in a source")
    TO_VERIFY = "to_verify", _("to be verified")
    ANNOUNCED = "announced", _("announced")
    INTERPRETATION = "interpretation", _("our reading of the rule")


class Indicator(TextChoices):
    """The figures every site keeps in its own way; a configuration states the way of each."""

    REFERRED = "referred", _("Referred")
    IN_TRAJECTORY = "in_trajectory", _("Taken into a trajectory")
    ENDED = "ended", _("Guidance ended")
    RUNNING = "running", _("Guidance running")
    FAMILIES_ENTERED = "families_entered", _("Families entered")
    CHILDREN_CARED_FOR = "children_cared_for", _("Children cared for")
    DAY_PARTS_ATTENDED = "day_parts_attended", _("Day-parts attended")
    FOLLOWED_TRAINING = "followed_training", _("Followed training")
    FOUND_WORK = "found_work", _("Found work")
    AT_WORK = "at_work", _("At work")
    VOLUNTEERING = "volunteering", _("Volunteering")


#: Indicators whose figure hangs on what a site calls work.
WORK_INDICATORS = frozenset({Indicator.FOUND_WORK, Indicator.AT_WORK})

#: Units that a site may put each indicator in. Somebody at work is a parent, never a child.
UNITS_OF_INDICATOR = {
    Indicator.REFERRED: {Unit.PARENT, Unit.FAMILY, Unit.EPISODE},
    Indicator.IN_TRAJECTORY: {Unit.PARENT, Unit.FAMILY, Unit.EPISODE},
    Indicator.ENDED: {Unit.PARENT, Unit.FAMILY, Unit.EPISODE},
    Indicator.RUNNING: {Unit.PARENT, Unit.FAMILY, Unit.EPISODE},
    Indicator.FAMILIES_ENTERED: {Unit.FAMILY, Unit.EPISODE},
    Indicator.CHILDREN_CARED_FOR: {Unit.CHILD, Unit.EPISODE},
    Indicator.DAY_PARTS_ATTENDED: {Unit.DAY_PART},
    Indicator.FOLLOWED_TRAINING: {Unit.PARENT, Unit.FAMILY, Unit.EPISODE},
    Indicator.FOUND_WORK: {Unit.PARENT, Unit.FAMILY, Unit.EPISODE},
    Indicator.AT_WORK: {Unit.PARENT, Unit.FAMILY},
    Indicator.VOLUNTEERING: {Unit.PARENT, Unit.FAMILY, Unit.EPISODE},
}
