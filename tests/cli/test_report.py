"""Findings as text: the caret stands under the place, whatever stands before it."""

import json

import pytest
from hypothesis import given
from hypothesis import strategies as st

from quiz.cli.report import as_json, lines, width
from quiz.core.finding import Finding, Place


def pointed(text: str, index: int) -> list[str]:
    """Return the two lines that show a place in a line, without their margin."""
    shown = lines(Finding("RD109", "it is wrong", "bank.yaml", Place(7, index + 1), text=text))
    assert f"bank.yaml:7:{index + 1}: error: it is wrong [RD109]" == shown[0]
    assert all(line.startswith("    ") for line in shown[1:])
    return [line[4:] for line in shown[1:]]


def test_a_finding_is_its_place_its_line_with_a_caret_and_its_cure() -> None:
    finding = Finding("FM203", "no title", "b/bank.yaml", Place(2, 4), "Add one.", "id: small")
    expected = ["b/bank.yaml:2:4: error: no title [FM203]", "    id: small", "       ^", "    Add one."]
    assert expected == lines(finding)


def test_a_finding_without_a_line_or_a_cure_is_one_line() -> None:
    assert ["bank.yaml:1:1: error: it is empty [RD101]"] == lines(
        Finding("RD101", "it is empty", "bank.yaml", Place(1, 1), text="  ")
    )


@pytest.mark.parametrize(
    ("text", "index", "shown", "caret"),
    [
        ("ab!", 2, "ab!", 2),
        ("\tab!", 3, "    ab!", 6),
        ("a\tb\t!", 4, "a    b    !", 10),
        ("条約!", 2, "条約!", 4),
        ("ｆｕｌｌ!", 4, "ｆｕｌｌ!", 8),
        ("re\u0301sume\u0301!", 8, "re\u0301sume\u0301!", 6),
        ("ที่!", 3, "ที่!", 1),
        ("a\x1b[31m!", 6, "a␛[31m!", 6),
        ("a\u202e!", 2, "a⟨U+202E⟩!", 9),
        ("ab", 2, "ab", 2),
        ("ab", 9, "ab", 2),
        ("  ab", 2, "  ab", 2),
    ],
)
def test_the_caret_stands_under_the_place(text: str, index: int, shown: str, caret: int) -> None:
    assert [shown, " " * caret + "^"] == pointed(text, index)


def test_of_a_very_long_line_the_part_around_the_place_is_shown() -> None:
    text = "x" * 5000 + "!" + "y" * 5000
    assert ["…" + "x" * 60 + "!" + "y" * 39 + "…", " " * 61 + "^"] == pointed(text, 5000)
    assert ["!" + "x" * 39 + "…", "^"] == pointed("!" + "x" * 90, 0)
    assert ["…" + "x" * 60 + "!", " " * 61 + "^"] == pointed("x" * 90 + "!", 90)


def test_a_long_line_of_wide_characters_and_tabs_keeps_the_caret() -> None:
    assert ["…" + "条" * 60 + "!", " " * 121 + "^"] == pointed("条" * 70 + "!", 70)
    assert ["…" + "    " * 60 + "!", " " * 241 + "^"] == pointed("\t" * 70 + "!", 70)


@given(st.text(st.characters(exclude_characters="\n"), max_size=200), st.integers(0, 200))
def test_the_caret_is_as_far_as_the_text_before_it_is_wide(text: str, index: int) -> None:
    shown = pointed(text + "!", min(index, len(text)))
    if shown:
        assert "^" == shown[1].lstrip(" ")
        assert len(shown[1]) - 1 <= width(shown[0])


def test_json_holds_no_control_or_invisible_character_as_it_is() -> None:
    assert '"é条"' == as_json("é条")
    hostile = "a\x1b[31m \x9b31m \u202eb \U000e0041 é"
    assert as_json(hostile).isascii()
    assert hostile == json.loads(as_json(hostile))
