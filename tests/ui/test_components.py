"""Components draw what they are given, escaped, and tie texts to their inputs."""

import re
from datetime import date
from types import SimpleNamespace

import pytest
from django import forms
from django.core.paginator import Paginator
from django.template import engines
from django.test import RequestFactory
from django.utils import translation
from django_cotton.compiler_regex import CottonCompiler

from core.ui.forms import PlainForm, YesNoUnknownField


class SampleForm(PlainForm):
    name = forms.CharField(label="Name", help_text="As on the letter")
    phone = forms.CharField(label="Phone", required=False)
    age = forms.IntegerField(label="Age", min_value=0)
    lone = YesNoUnknownField(label="Lone parent?", required=True, help_text="Ask gently")
    agreed = forms.BooleanField(label="Agreed")


@pytest.fixture
def draw():
    def _draw(source, path="/families/?status=open", **context):
        compiled = CottonCompiler().process("{% load ui_tags %}" + source)
        template = engines["django"].from_string(compiled)
        with translation.override("en-gb"):
            return template.render(context, RequestFactory().get(path))

    return _draw


def test_a_button_is_a_link_when_it_leads_somewhere(draw):
    assert re.match(r'<a href="/x/"', draw('<c-button href="/x/">Go</c-button>'))
    assert 'type="submit"' in draw("<c-button>Go</c-button>")


def test_a_button_passes_on_other_attributes_escaped(draw):
    drawn = draw('<c-button :data-name="who" disabled>Go</c-button>', who='"><script>')
    assert 'data-name="&quot;&gt;&lt;script&gt;"' in drawn
    assert " disabled" in drawn


@pytest.mark.parametrize("component", ["card", "empty", "page-title", "section", "notice"])
def test_text_of_people_is_escaped(draw, component):
    drawn = draw(f'<c-{component} title="{{{{ text }}}}" />', text="<b>An</b>")
    assert "&lt;b&gt;An" in drawn and "<b>An" not in drawn


def test_attributes_of_one_component_do_not_leak_into_another(draw):
    drawn = draw("<c-card><c-tag>word</c-tag></c-card>", icon="house", title="Leak", tone="stop")
    assert "Leak" not in drawn and "tone-stop" not in drawn


def test_a_field_is_described_by_its_hint_and_its_error(draw):
    drawn = draw('<c-field :field="form.name" />', form=SampleForm({}))
    described = re.search(r'<input[^>]*aria-describedby="([^"]+)"', drawn).group(1).split()
    assert described == ["id_name_hint", "id_name_error"]
    assert all(f'id="{part}"' in drawn for part in described)
    assert 'aria-invalid="true"' in drawn


def test_a_hint_of_the_page_replaces_the_hint_of_the_form(draw):
    drawn = draw('<c-field :field="form.phone" hint="With area code" />', form=SampleForm())
    assert 'id="id_phone_hint">With area code' in drawn
    assert 'aria-describedby="id_phone_hint"' in drawn


def test_what_may_stay_open_is_marked_with_a_word(draw):
    form = SampleForm()
    assert "(optional)" in draw('<c-field :field="form.phone" />', form=form)
    assert "(optional)" not in draw('<c-field :field="form.name" />', form=form)


def test_choices_are_a_fieldset_with_the_question_as_its_legend(draw):
    drawn = draw('<c-field :field="form.lone" />', form=SampleForm({}))
    assert re.search(r"<legend[^>]*>Lone parent\?</legend>", drawn)
    assert drawn.count('type="radio"') == 4
    assert 'aria-describedby="id_lone_hint id_lone_error"' in drawn


def test_a_number_keeps_what_was_typed_even_if_it_is_none(draw):
    drawn = draw('<c-field :field="form.age" />', form=SampleForm({"age": "two"}))
    assert 'type="text"' in drawn and 'inputmode="numeric"' in drawn and 'value="two"' in drawn


def test_the_summary_links_each_error_to_its_field(draw):
    form = SampleForm({"phone": "1"})
    drawn = draw('<c-form-errors :form="form" /><c-field :field="form.lone" />', form=form)
    assert "4 things need your attention" in drawn
    assert re.findall(r'href="#([^"]+)"', drawn) == ["id_name", "id_age", "id_lone_0", "id_agreed"]
    assert 'id="id_lone_0"' in drawn


def test_there_is_no_summary_without_errors(draw):
    assert draw('<c-form-errors :form="form" />', form=SampleForm()).strip() == ""


def test_a_key_figure_is_written_with_unit_change_and_date(draw):
    drawn = draw(
        '<c-key-figure label="Referred" :value="n" unit="parents" :as_of="on" :change="down" />',
        n=1286, on=date(2020, 2, 29), down=-3,
    )  # fmt: skip
    assert "1,286" in drawn and "as of 29\u00a0February\u00a02020" in drawn and "\u22123" in drawn


def test_a_withheld_key_figure_is_a_dash_with_its_note(draw):
    drawn = draw('<c-key-figure label="X" :value="None" note="Fewer than five" />')
    assert "–" in drawn and "Fewer than five" in drawn


def test_facts_say_what_is_not_known(draw):
    rows = [("Lone parent", True), ("Barrier", None), ("Since", date(2026, 1, 5))]
    drawn = draw('<c-facts :rows="rows" />', rows=rows)
    assert ">Yes<" in drawn and 'class="unknown">Not known<' in drawn
    assert "5\u00a0January\u00a02026" in drawn


@pytest.mark.parametrize(
    ("verdict", "word"),
    [
        ("comparable", "Comparable"),
        ("restricted", "Comparable for those in common"),
        ("with_note", "Comparable with a note"),
        ("not_comparable", "Not comparable"),
        ("something else", "Not comparable"),
    ],
)
def test_a_verdict_is_a_word_with_its_reason(draw, verdict, word):
    drawn = draw('<c-verdict :verdict="verdict" reason="Other unit" />', verdict=verdict)
    assert f"{word}</span>" in drawn and "Other unit" in drawn and "<svg" in drawn


def test_pages_keep_the_filters(draw):
    page = Paginator(range(100), 10).page(2)
    drawn = draw('<c-pagination :page="page" />', page=page)
    assert 'href="?status=open&amp;page=3"' in drawn
    assert "11 to 20 of 100" in drawn


def test_a_sorted_column_says_so_and_turns_around(draw):
    drawn = draw('<c-sort name="name" label="Name" current="name" />')
    assert 'aria-sort="ascending"' in drawn and "sort=-name" in drawn


def test_an_open_job_asks_again_and_a_finished_one_does_not(draw):
    job = SimpleNamespace(
        id=7, label="Import", state="running", percent=40, url="/jobs/7/", text=""
    )
    assert 'hx-get="/jobs/7/"' in draw('<c-job-progress :job="job" />', job=job)
    job.state = "done"
    assert "hx-get" not in draw('<c-job-progress :job="job" />', job=job)


def test_a_step_that_is_current_is_told_to_screen_readers(draw):
    steps = [
        SimpleNamespace(label="A", state="done", href="/a/"),
        SimpleNamespace(label="B", state="current", href=""),
    ]
    drawn = draw('<c-stepper :steps="steps" />', steps=steps)
    assert drawn.count('aria-current="step"') == 1 and "(done)" in drawn


def test_a_timeline_tells_day_author_and_title(draw):
    entry = SimpleNamespace(
        on=date(2020, 5, 1), icon="chat", title="Visit", text="", by="Lotte", href="/v/", tone=""
    )
    drawn = draw('<c-timeline :entries="entries" />', entries=[entry])
    assert 'datetime="2020-05-01"' in drawn and "Lotte" in drawn and 'href="/v/"' in drawn
