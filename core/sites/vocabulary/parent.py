"""What may be asked about the parent who takes part."""

from django.utils.translation import gettext_lazy as _

from core.sites.vocabulary.attribute import (
    CodesAttribute,
    IntervalAttribute,
    IntervalWording,
    Subject,
    Unit,
    YesNoAttribute,
)
from core.sites.vocabulary.classifications import (
    EDUCATION_LEVELS,
    EMPLOYMENT_STATUSES,
    LANGUAGE_LEVELS,
)

PARENT_ATTRIBUTES = (
    CodesAttribute(
        code="employment_status",
        subject=Subject.PARENT,
        label=_("Work"),
        question=_("Does the parent work or look for work?"),
        why=_("The trajectory is meant for a step towards work or training."),
        labels=EMPLOYMENT_STATUSES,
        inside=_("the parent is %(codes)s"),
        outside=_("the parent is not %(codes)s"),
    ),
    IntervalAttribute(
        code="months_unemployed",
        subject=Subject.PARENT,
        label=_("Time without work"),
        question=_("How long has the parent been without work?"),
        why=_("Some programmes are for people who have been without work for a long time."),
        lowest=0,
        highest=599,
        typical=12,
        unit=Unit.MONTHS,
        wording=IntervalWording(
            under=_("the parent has been without work for less than %(below)s"),
            at_least=_("the parent has been without work for %(from)s or more"),
            between=_(
                "the parent has been without work for %(from)s or more but less than %(below)s"
            ),
            outside=_(
                "the parent has been without work for less than %(from)s, or for %(below)s or more"
            ),
            exactly=_("the parent has been without work for %(value)s"),
        ),
    ),
    CodesAttribute(
        code="education_level",
        subject=Subject.PARENT,
        label=_("Education"),
        question=_("What is the highest level of education the parent completed?"),
        why=_("Then the training fits what you already know."),
        labels=EDUCATION_LEVELS,
        inside=_("the parent's highest education is %(codes)s"),
        outside=_("the parent's highest education is not %(codes)s"),
    ),
    IntervalAttribute(
        code="parent_age_years",
        subject=Subject.PARENT,
        label=_("Age of the parent"),
        question=_("How old is the parent?"),
        why=_("Some programmes are for young parents."),
        lowest=0,
        highest=119,
        typical=30,
        unit=Unit.YEARS,
        wording=IntervalWording(
            under=_("the parent is under %(below)s old"),
            at_least=_("the parent is at least %(from)s old"),
            between=_("the parent is at least %(from)s and under %(below)s old"),
            outside=_("the parent is under %(from)s or at least %(below)s old"),
            exactly=_("the parent is %(value)s old"),
        ),
    ),
    YesNoAttribute(
        code="in_training",
        subject=Subject.PARENT,
        label=_("In training"),
        question=_("Does the parent follow a training?"),
        why=_("Parents who follow a training need childcare at the hours of the training."),
        yes=_("the parent follows a training"),
        no=_("the parent does not follow a training"),
    ),
    YesNoAttribute(
        code="registered_jobseeker",
        subject=Subject.PARENT,
        label=_("Registered job seeker"),
        question=_("Is the parent registered as a job seeker?"),
        why=_("Some programmes are for people registered with the employment service."),
        yes=_("the parent is registered as a job seeker"),
        no=_("the parent is not registered as a job seeker"),
    ),
    YesNoAttribute(
        code="newcomer",
        subject=Subject.PARENT,
        label=_("Newcomer"),
        question=_("Is the parent new in the country?"),
        why=_("Newcomers often follow civic integration and language lessons."),
        yes=_("the parent is new in the country"),
        no=_("the parent is not new in the country"),
    ),
    YesNoAttribute(
        code="childcare_is_barrier",
        subject=Subject.PARENT,
        label=_("Childcare is a barrier"),
        question=_("Is childcare a barrier?"),
        why=_("The site is there for parents who cannot work or train for lack of childcare."),
        yes=_("childcare is a barrier to training or work"),
        no=_("childcare is not a barrier to training or work"),
    ),
    YesNoAttribute(
        code="willing_to_join",
        subject=Subject.PARENT,
        label=_("Willing to join a trajectory"),
        question=_("Is the parent willing to join a trajectory?"),
        why=_("The care is free, but it comes with a trajectory that you choose to follow."),
        yes=_("the parent is willing to join a trajectory"),
        no=_("the parent is not willing to join a trajectory"),
    ),
    CodesAttribute(
        code="language_level",
        subject=Subject.PARENT,
        label=_("Level of the local language"),
        question=_("How well does the parent speak the local language?"),
        why=_("Then you are offered lessons at your own level."),
        labels=LANGUAGE_LEVELS,
        inside=_("the parent's level of the local language is %(codes)s"),
        outside=_("the parent's level of the local language is not %(codes)s"),
    ),
)
