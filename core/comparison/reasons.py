"""The finding of each reason, and what a verdict means, in one sentence each."""

from django.utils.translation import gettext_lazy as _later

from core.comparison.enums import VerdictKind

#: The finding of a reason, in one sentence.
REASONS = {
    "same": _later("The same at these sites."),
    "not_asked": _later("Plays no part in this figure."),
    "no_submission": _later("A site has not approved this period."),
    "withdrawn": _later("A site has withdrawn its approval of this period."),
    "no_practice": _later("A site has not said how it counts this."),
    "no_figure": _later("A site has not sent this figure."),
    "withheld": _later("A figure is not shown, to protect people."),
    "unit": _later("The sites do not count the same thing."),
    "mapping": _later("Not every site keeps to the shared definition."),
    "version": _later("The figures were counted by different versions of the definition."),
    "version_unknown": _later("We do not know by which version of the definition was counted."),
    "kind": _later("The figures are not of the same sort."),
    "population": _later("The sites do not count among the same people."),
    "counting": _later("Somebody who comes back does not count in the same way."),
    "capture": _later("The sites do not come to know it in the same way."),
    "capture_note": _later("Not the same source, but both sites look for everyone."),
    "period": _later("The figures are not of the days you ask about."),
    "since": _later("The series do not begin on the same day."),
    "since_note": _later("People at one site had more time: the series began on different days."),
    "began_within": _later("A series began after the first day of the period."),
    "not_yet_begun": _later("A series had not begun by the end of the period."),
    "missing_unknown": _later("We do not know how much is missing."),
    "missing": _later("Too much is missing."),
    "missing_note": _later("For some parents no decision is written down."),
    "broken": _later("The series has a break: before and after mean something else."),
    "mixed": _later("People of another project are counted in."),
    "base_unknown": _later("We do not know among how many people was counted."),
    "few": _later("Too few people to say something about the site."),
    "work_unknown": _later("A site has not said what it calls work."),
    "work_hours": _later("Work does not begin at the same number of hours."),
    "work_kinds": _later("The sites do not call the same jobs work."),
    "work_local_kinds": _later("Each site also counts kinds of work that only exist there."),
    "target_unknown": _later("We do not know whom a site is for."),
    "target_note": _later(
        "The sites are not for the same people, so referrers may send other parents."
    ),
    "nobody_in_common": _later("The sites are for different people, with nobody in common."),
    "no_common_population": _later(
        "The sites are not for the same people, and no common population has been agreed."
    ),
    "not_recorded": _later(
        "The sites are not for the same people, and one does not write down who is in common."
    ),
    "too_often_unknown": _later(
        "The sites are not for the same people, and one knows too seldom who is in common."
    ),
    "not_frozen": _later(
        "The sites are not for the same people, and there is no figure yet for those in common."
    ),
    "common_withheld": _later(
        "The sites are not for the same people, and those in common are too few to show."
    ),
    "restricted": _later("The sites are not for the same people, but have people in common."),
}

#: What a verdict means, for the legend and where nothing is to be explained.
MEANINGS = {
    VerdictKind.COMPARABLE: _later("You may put these figures side by side."),
    VerdictKind.WITH_NOTE: _later("You may put them side by side, if you say the note too."),
    VerdictKind.RESTRICTED: _later("Only the figures of people in common compare."),
    VerdictKind.NOT_COMPARABLE: _later("These figures say different things. Show each alone."),
}
