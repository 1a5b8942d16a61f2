"""A stretch of a text is found by the index of its words just where a plain search finds it."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from quiz.core import quotes
from quiz.core.quotes import SourceText, fold
from quiz.core.wordindex import WordIndex

WORDS = st.sampled_from(("a", "ab", "ba", "b.", "“a”", "é", "-", "abbas", "abbas,", "sabba", "abbasabba"))
BLANKS = st.sampled_from((" ", "\n", "  ", "\t", "\n\n", "\u00a0"))
TEXTS = st.lists(st.one_of(WORDS, BLANKS), max_size=60).map("".join)


@given(st.data())
def test_any_stretch_is_found_from_any_start_as_a_plain_search_finds_it(data: st.DataObject) -> None:
    text = data.draw(st.one_of(TEXTS, st.text())).translate({0xA0: " "})
    folded = data.draw(st.sampled_from(("", " "))) + fold(text) + data.draw(st.sampled_from(("", " ")))
    begin, end = sorted(data.draw(st.tuples(*[st.integers(0, len(folded))] * 2)))
    start = data.draw(st.integers(0, len(folded) + 2))
    assert folded.find(folded[begin:end], start) == WordIndex(folded).find(folded[begin:end], start)


@given(TEXTS, TEXTS, st.integers(0, 60))
def test_what_is_cut_elsewhere_is_found_or_missed_as_by_a_plain_search(text: str, part: str, start: int) -> None:
    folded = fold(text)
    assert folded.find(fold(part), start) == WordIndex(folded).find(fold(part), start)


@pytest.mark.parametrize(
    ("part", "start", "expected"),
    [
        ("the sea and the sky", 0, 0),
        ("he sea and the sk", 0, 1),
        ("the sea and", 1, 25),
        ("the sea and", 25, 25),
        ("the sea and", 26, -1),
        ("sky and the land", 0, -1),
        ("", 5, 5),
        ("", 99, -1),
        ("a", 0, 6),
    ],
)
def test_it_is_found_at_or_after_the_start_or_not_at_all(part: str, start: int, expected: int) -> None:
    assert expected == WordIndex("the sea and the sky, and the sea and all").find(part, start)


@given(st.data())
def test_a_quotation_is_found_alike_with_and_without_the_index(data: st.DataObject) -> None:
    text = data.draw(TEXTS)
    cuts = sorted(data.draw(st.lists(st.integers(0, len(text)), min_size=4, max_size=4)))
    whole, other = text[cuts[0] : cuts[3]], data.draw(TEXTS)
    elided = f"{text[cuts[0] : cuts[1]]} […] {text[cuts[2] : cuts[3]]}"
    plain = [SourceText(text).find(quotation) for quotation in (whole, elided, other)]
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(quotes, "_LONG", -1)
        patch.setattr(quotes, "_OFTEN", 0)
        source = SourceText(text)
        assert plain == [source.find(quotation) for quotation in (whole, elided, other)]
        assert "_index" in vars(source) or not any(map(fold, (text[cuts[0] : cuts[3]], other)))


def test_only_a_long_text_that_is_asked_often_is_indexed() -> None:
    long, short = SourceText("The sea is salt. " * 20_000), SourceText("The sea is salt.")
    for source in (long, short):
        for _ in range(100):
            assert ((4, 15),) == source.find("sea is salt")
        assert "_index" not in vars(source)
        assert ((4, 15),) == source.find("sea is salt")
    assert ("_index" in vars(long), "_index" in vars(short)) == (True, False)
