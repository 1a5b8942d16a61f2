"""Normal forms: the same as Unicode's, and quickly also of what no person would write."""

import time
import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from quiz.core import normal
from quiz.core.normal import Form, normalized

FORMS: tuple[Form, ...] = ("NFC", "NFD", "NFKC", "NFKD")
SIGNS = "ae\u0301\u0323\u0345\u0344\u0f73\u0958\u212b\uff9e가ᄀ\u1161\u11a8\ufb2cé "


@pytest.mark.parametrize("form", FORMS)
@given(text=st.text(SIGNS, max_size=90))
def test_the_form_is_that_of_unicode(form: Form, text: str) -> None:
    short = normal._SHORT
    try:
        normal._SHORT = 0
        assert unicodedata.normalize(form, text) == normalized(form, text)
    finally:
        normal._SHORT = short


@pytest.mark.parametrize("form", FORMS)
def test_long_runs_of_marks_come_out_as_from_unicode(form: Form) -> None:
    for run in ("\u0301\u0323", "\u0344\u0f73\u0301", "\uff9e\u0301", "é\u0323\u0301"):
        text = f"ea{run * 200}b"
        assert unicodedata.normalize(form, text) == normalized(form, text)


@pytest.mark.parametrize("form", FORMS)
@pytest.mark.parametrize("run", ["\u0301\u0323", "\u0344\u0f73", "\uff9e\u0301"])
def test_a_hundred_thousand_marks_in_disorder_take_no_time(form: Form, run: str) -> None:
    began = time.process_time()
    assert normalized(form, "a" + run * 50_000)
    assert time.process_time() - began < 1
