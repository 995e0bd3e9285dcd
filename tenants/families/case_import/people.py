"""The records of people: families, parents, children."""

from collections import Counter
from datetime import date
from typing import Any, ClassVar

from django.utils.translation import gettext_lazy as _

from tenants.families.case_import import cells
from tenants.families.case_import.book import Book, Known, Person, Row
from tenants.families.case_import.kinds import Cell, ImportKind
from tenants.families.case_import.rules import refuse_if_any
from tenants.families.case_import.targets import Target
from tenants.families.details import FamilyDetails, PersonDetails
from tenants.families.enums import Sex
from tenants.families.models import Child, Family, Guardian
from tenants.families.names import family_sort_key, person_sort_key
from tenants.families.references import take_references
from tenants.families.validation import check_child, check_family, check_parent

FAMILY_COLUMNS = {"name": "last_name"}
PARENTS_BORN = "families.parents_born"
CHILDREN_BORN = "families.children_born"


def _sexes(site: Any) -> dict[str, Any]:
    return dict(Sex.choices)


def _family_references(book: Book, count: int) -> list[str]:
    """References of the year in which each family was first referred, else of this year."""
    years = [first_referrals(book).get(-number, book.today).year for number in range(1, count + 1)]
    taken = {year: iter(take_references(year, times)) for year, times in Counter(years).items()}
    return [next(taken[year]) for year in years]


def first_referrals(book: Book) -> dict[int, date]:
    """The day of the first referral of each family in the file, by its number."""
    return book.shelf.setdefault("families.first_referrals", {})


class FamilyKind(ImportKind):
    code = "family"
    label = _("Families")
    about = _("One row for each family; parents and children refer to it.")
    order = 10
    cells: ClassVar = {
        "reference": Cell(cells.reference, needed=True),
        "last_name": Cell(cells.Text(150), needed=True, about=_("How the family is called.")),
        "postcode": Cell(cells.Text(12)),
        "phone": Cell(cells.Text(30)),
        "email": Cell(cells.email),
        "residence_lau": Cell(cells.answer_reader("residence_lau")),
        "household_language": Cell(cells.answer_reader("household_language")),
        "text": Cell(
            cells.Text(60), about=_("The related project through which the family took part.")
        ),
    }
    targets: ClassVar = (
        Target(
            Family,
            (
                "own_reference",
                "name",
                "sort_key",
                "postcode",
                "phone",
                "email",
                "residence_lau",
                "household_language",
                "external_project",
            ),
            action="families.family_imported",
            late={"reference": _family_references},
        ),
    )
    stored: ClassVar = {
        "last_name": "name",
        "postcode": "postcode",
        "phone": "phone",
        "email": "email",
        "residence_lau": "residence_lau",
        "household_language": "household_language",
        "text": "external_project",
    }

    def gather(self, rows: Any, book: Book) -> None:
        """Nothing: a family refers to nobody."""

    def recall(self, row: Row, known: Known, book: Book) -> None:
        book.families.add(row.cells["reference"], Person(known.pk, known.pk))

    def create(self, row: Row, book: Book) -> None:
        details = FamilyDetails(
            name=row.cells["last_name"],
            postcode=row.get("postcode", ""),
            phone=row.get("phone", ""),
            email=row.get("email", ""),
            residence_lau=row.get("residence_lau", ""),
            household_language=row.get("household_language", ""),
            external_project=row.get("text", ""),
        )
        refuse_if_any(check_family(details), FAMILY_COLUMNS)
        reference = row.cells["reference"]
        values = (
            reference,
            details.name,
            family_sort_key(details.name),
            details.postcode,
            details.phone,
            details.email,
            details.residence_lau,
            details.household_language,
            details.external_project,
        )
        number = book.create(self.targets[0], values, family=None)
        book.families.add(reference, Person(number, number, name=details.name))


class PersonKind(ImportKind):
    """What parents and children have in common."""

    cells: ClassVar = {
        "reference": Cell(cells.reference, needed=True),
        "family": Cell(cells.reference, needed=True),
        "first_name": Cell(cells.Text(100), needed=True),
        "last_name": Cell(cells.Text(150), about=_("Empty: as the family is called.")),
        "birth_date": Cell(cells.Day()),
        "sex": Cell(choices=_sexes),
    }
    stored: ClassVar = {
        "family": "family__own_reference",
        "first_name": "first_name",
        "last_name": "last_name",
        "birth_date": "birth_date",
        "sex": "sex",
    }

    def gather(self, rows: Any, book: Book) -> None:
        book.families.look_up(row.cells["family"] for row in rows)
        families = {book.families.number_of(row.cells["family"]) for row in rows}
        look_up_births(book, [number for number in families if number and number > 0])

    def details(self, row: Row, family: Person) -> PersonDetails:
        """The person as the services' checks want it."""
        return PersonDetails(
            first_name=row.cells["first_name"],
            last_name=row.get("last_name") or family.name,
            birth_date=row.get("birth_date"),
            sex=row.get("sex", Sex.UNKNOWN.value),
        )


class ParentKind(PersonKind):
    code = "parent"
    label = _("Parents")
    about = _("And other adults who raise the children. Guidance is for a parent.")
    order = 20
    targets: ClassVar = (
        Target(
            Guardian,
            (
                "own_reference",
                "family_id",
                "first_name",
                "last_name",
                "birth_date",
                "sex",
                "sort_key",
            ),
            action="families.parent_imported",
        ),
    )

    def recall(self, row: Row, known: Known, book: Book) -> None:
        book.guardians.look_up([row.cells["reference"]])

    def create(self, row: Row, book: Book) -> None:
        family = book.families.find("family", row.cells["family"])
        person = self.details(row, family)
        refuse_if_any(check_parent(person, on=book.today), {})
        key = person_sort_key(person.first_name, person.last_name)
        reference = row.cells["reference"]
        values = (
            reference,
            family.pk,
            person.first_name,
            person.last_name,
            person.birth_date,
            person.sex,
            key,
        )
        number = book.create(self.targets[0], values, family.pk)
        book.guardians.add(reference, Person(number, family.pk, person.birth_date))
        book.shelf.setdefault(PARENTS_BORN, {}).setdefault(family.pk, []).append(person.birth_date)


class ChildKind(PersonKind):
    code = "child"
    label = _("Children")
    about = _("Also brothers and sisters who do not come to the childcare.")
    order = 30
    targets: ClassVar = (
        Target(
            Child,
            ("own_reference", "family_id", "first_name", "last_name", "birth_date", "sex"),
            action="families.child_added",
        ),
    )

    def recall(self, row: Row, known: Known, book: Book) -> None:
        book.children.look_up([row.cells["reference"]])

    def create(self, row: Row, book: Book) -> None:
        family = book.families.find("family", row.cells["family"])
        person = self.details(row, family)
        parents = [born for born in book.shelf.get(PARENTS_BORN, {}).get(family.pk, ()) if born]
        refuse_if_any(
            check_child(
                person,
                parent_born=min(parents, default=None),
                on=self._judged_on(person, book),
            ),
            {},
        )
        reference = row.cells["reference"]
        values = (
            reference,
            family.pk,
            person.first_name,
            person.last_name,
            person.birth_date,
            person.sex,
        )
        number = book.create(self.targets[0], values, family.pk)
        book.children.add(
            reference, Person(number, family.pk, person.birth_date, person.first_name)
        )
        births = book.shelf.setdefault(CHILDREN_BORN, {})
        births.setdefault(family.pk, []).append(person.birth_date)

    @staticmethod
    def _judged_on(person: PersonDetails, book: Book) -> Any:
        """Old cases have children who have grown up since: judge as when the site began."""
        born = person.birth_date
        if born is None or born > book.today:
            return book.today
        return max(born, book.site.first_day)


def look_up_births(book: Book, families: list[int]) -> None:
    """Note the birth dates of the people of families that the site knows already."""
    done = book.shelf.setdefault("families.births_looked_up", set())
    wanted = [number for number in families if number not in done]
    if not wanted:
        return
    done.update(wanted)
    for shelf, model in ((PARENTS_BORN, Guardian), (CHILDREN_BORN, Child)):
        rows = model.objects.filter(family_id__in=wanted).order_by("id")
        births = book.shelf.setdefault(shelf, {})
        for family, born in rows.values_list("family_id", "birth_date"):
            births.setdefault(family, []).append(born)
