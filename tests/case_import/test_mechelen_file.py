"""The shipped file itself: made again to the byte, lifelike, and about nobody real."""

import csv
from collections import Counter, defaultdict
from datetime import date

import pytest

from pace.demo_data import mechelen
from tenants.families.case_import.columns import CODES


@pytest.fixture(scope="module")
def rows():
    """The rows of the file by kind of record."""
    found = defaultdict(list)
    with mechelen.FILE.open(encoding="utf-8", newline="") as file:
        for row in csv.DictReader(file):
            found[row["record"]].append(row)
    return found


def test_making_it_again_gives_the_same_bytes():
    assert mechelen.file_content() == mechelen.FILE.read_bytes()


def test_it_is_a_file_of_the_template_and_not_too_long():
    content = mechelen.FILE.read_bytes()
    assert content.split(b"\n", 1)[0].decode() == ",".join(CODES)
    assert len(content) < 2_000_000


def test_the_nineteen_who_were_not_taken_in_are_explained(rows):
    until = "2020-02-29"
    referred = {row["person"] for row in rows["referral"] if row["on"] <= until}
    started = {row["person"] for row in rows["guidance"] if row["on"] <= until}
    decided = {row["person"]: row["outcome"] for row in rows["decision"]}
    left_over = Counter(decided[person] for person in referred - started)
    assert left_over == {"not_eligible": 9, "eligible": 7, "not_yet_known": 3}
    waited = {row["person"] for row in rows["waiting"]}
    assert {p for p in referred - started if decided[p] == "eligible"} <= waited


def test_who_came_back_is_counted_once(rows):
    times = Counter(row["person"] for row in rows["guidance"])
    assert sum(count > 1 for count in times.values()) >= 10


def test_some_jobs_end(rows):
    jobs = rows["work"]
    assert len(jobs) > 100 and 40 < sum(bool(job["until"]) for job in jobs) < len(jobs)


def test_children_of_the_related_project_came_and_their_parents_are_in_no_trajectory(rows):
    theirs = {row["reference"] for row in rows["family"] if row["text"] == "mama-leert"}
    assert len(theirs) == 12
    people = {row["reference"]: row["family"] for row in rows["parent"] + rows["child"]}
    guided = {people[row["person"]] for row in rows["guidance"]}
    came = {row["person"] for row in rows["attendance"] if people[row["person"]] in theirs}
    assert (len(came), guided & theirs) == (14, set())


def test_there_are_fewer_children_in_care_than_families(rows):
    people = {row["reference"]: row["family"] for row in rows["child"]}
    in_care = {people[row["person"]] for row in rows["attendance"]}
    assert len(in_care) < 167 < len(rows["family"])


def test_children_come_before_they_are_three(rows):
    born = {row["reference"]: date.fromisoformat(row["birth_date"]) for row in rows["child"]}
    for row in rows["attendance"]:
        age = date.fromisoformat(row["on"]) - born[row["person"]]
        assert 0 < age.days < 36 * 30.5


def test_the_summer_is_quiet(rows):
    months = Counter(row["on"][5:7] for row in rows["referral"])
    assert months["07"] < months["09"]


def test_addresses_and_numbers_lead_nowhere(rows):
    phones = {row["phone"] for row in rows["family"] if row["phone"]}
    assert all(phone.startswith("+32 15 00") for phone in phones)
    assert not any(row["email"] for row in rows["family"])
