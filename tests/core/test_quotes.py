"""Quotations are found to the character, placed in words, and compared when they are not there."""

import re
from random import Random

import pytest
from hypothesis import given
from hypothesis import strategies as st

from quiz.core.quotes import SourceText, Where, fold

BLANKS = (" ", "\n", "  ", "\t", "\n\n", "\u00a0", " \n ")
KINDS = ('"“”„«»', "'‘’ʼ`", "-–—−‑")
PROSE = """\
The Third Period

The Comintern declared in 1928 that the world had entered the “Third Period”. In that period, it said, the
collapse of capitalism was near; the social democrats were the chief enemy of the workers, and the party was to
fight the party of Mr. Ebert before all others.

Litvinov’s policy was another one. He sought the friendship of the western powers—above all that of France—and
led the Soviet Union into the League of Nations in 1934. The pact with France was signed in May 1935.

The pact of August 1939 ended the policy of collective security. It surprised the world.
"""


@st.composite
def sources(draw: st.DrawFn) -> str:
    """Draw a text whose every word is another one, with all sorts of blanks and marks."""
    marks = st.sampled_from(("", "", "", *"\"“”'’—–-,."))
    stem = st.text("abcdeéß", min_size=1, max_size=4)
    count = draw(st.integers(4, 14))
    words = [f"{draw(marks)}{draw(stem)}{i}{draw(marks)}" for i in range(count)]
    blanks = draw(st.lists(st.sampled_from(BLANKS), min_size=count, max_size=count))
    return "".join(word + blank for word, blank in zip(words, blanks, strict=True))


def word_spans(text: str) -> list[tuple[int, int]]:
    return [match.span() for match in re.finditer(r"\S+", text)]


def stretches(text: str, least: int = 1) -> st.SearchStrategy[tuple[int, int]]:
    """Draw the first and last word of a stretch of at least `least` words."""
    count = len(word_spans(text))
    firsts = st.integers(0, count - least)
    return firsts.flatmap(lambda first: st.tuples(st.just(first), st.integers(first + least - 1, count - 1)))


def varied(quotation: str, rng: Random) -> str:
    """Return a quotation with other blanks, quotation marks and dashes of the same kind."""
    for kind in KINDS:
        quotation = re.sub(f"[{re.escape(kind)}]", lambda _, kind=kind: rng.choice(kind), quotation)  # type: ignore[misc]
    return re.sub(r"\s+", lambda _: rng.choice(BLANKS), quotation)


@given(st.data())
def test_a_quotation_is_found_where_it_was_cut(data: st.DataObject) -> None:
    text = data.draw(sources())
    spans = word_spans(text)
    first, last = data.draw(stretches(text))
    place = (spans[first][0], spans[last][1])
    assert (place,) == SourceText(text).find(text[slice(*place)])


@given(st.data(), st.randoms(use_true_random=False))
def test_blanks_quotation_marks_and_dashes_may_vary(data: st.DataObject, rng: Random) -> None:
    text = data.draw(sources())
    spans = word_spans(text)
    first, last = data.draw(stretches(text))
    place = (spans[first][0], spans[last][1])
    assert (place,) == SourceText(text).find(varied(text[slice(*place)], rng))


@given(st.data())
def test_words_may_be_left_out_where_the_quotation_says_so(data: st.DataObject) -> None:
    text = data.draw(sources())
    spans = word_spans(text)
    first, last = data.draw(stretches(text, least=3))
    parts = ((spans[first][0], spans[first][1]), (spans[last][0], spans[last][1]))
    sign = data.draw(st.sampled_from((" […] ", " [...] ", "[…]", "\n[…]\n")))
    assert parts == SourceText(text).find(sign.join(text[slice(*part)] for part in parts))


@given(st.data())
def test_a_changed_word_is_not_found_and_is_named(data: st.DataObject) -> None:
    source = SourceText(PROSE)
    words = [PROSE[slice(*span)] for span in word_spans(PROSE)]
    first, last = data.draw(stretches(PROSE, least=6))
    last = min(last, first + 30)
    changed = data.draw(st.integers(first, last))
    quotation = " ".join("Xyzzy" if i == changed else words[i] for i in range(first, last + 1))
    assert source.find(quotation) is None
    nearest = source.nearest(quotation)
    assert nearest is not None
    assert "Xyzzy" in nearest.quoted_words.split()
    assert fold(words[changed]) in nearest.source_words.split()
    assert word_spans(PROSE)[first][0] == nearest.span[0]


@given(st.data())
def test_the_nearest_passage_is_a_stretch_of_the_text(data: st.DataObject) -> None:
    words = PROSE.split()
    quotation = " ".join(data.draw(st.lists(st.sampled_from([*words, "Xyzzy", "—", "[…]"]), max_size=12)))
    nearest = SourceText(PROSE).nearest(quotation)
    passage, line = (nearest.passage, nearest.line) if nearest else ("", 1)
    assert passage in PROSE
    assert passage.partition("\n")[0] in PROSE.splitlines()[line - 1]


@given(st.text(), st.text())
def test_anything_may_be_sought_in_anything(text: str, quotation: str) -> None:
    source = SourceText(text)
    found = source.find(quotation)
    passages = [] if found is None else [fold(text[slice(*span)]) for span in found]
    assert all(passage in fold(quotation) for passage in passages)
    if found:
        assert source.where(found).context[1] >= found[-1][1]


@given(st.text())
def test_folding_twice_changes_nothing_more(text: str) -> None:
    assert fold(text) == fold(fold(text))


@pytest.mark.parametrize(
    "quotation",
    [
        "the third period doctrine",  # case counts
        "collapse of capitalism was near, the",  # punctuation counts
        "the colapse of capitalism",  # spelling counts
        "signed in May 1935 […] sought the friendship",  # the order counts
        "",
        "[…]",
        " \n",
    ],
)
def test_nothing_else_counts_as_equal(quotation: str) -> None:
    assert SourceText(PROSE).find(quotation) is None


def test_of_several_occurrences_the_parts_closest_together_are_taken() -> None:
    text = "one two. one three. one four."
    assert SourceText(text).find("one […] four") == ((20, 23), (24, 28))
    assert SourceText(text).find("one […] two […] four") == ((0, 3), (4, 7), (24, 28))
    assert SourceText(f"one. {text}").find("one […] two […] one […] four") == ((5, 8), (9, 12), (25, 28), (29, 33))


@pytest.mark.parametrize(
    ("quotation", "passage", "mine", "theirs"),
    [
        ("the fox near a house", "the dog near a house", "the fox near a", "the dog near a"),
        ("the big dog near a house", "the dog near a house by", "the big dog near", "the dog near a"),
        ("Dog near a house", "dog near a house", "Dog near a", "dog near a"),
        ("near a house by a brook", "near a house by the river", "house by a brook", "house by the river"),
    ],
)
def test_an_earlier_word_of_the_same_spelling_does_not_mislead(
    quotation: str, passage: str, mine: str, theirs: str
) -> None:
    nearest = SourceText("the cat saw the dog near a house by the river").nearest(quotation)
    assert nearest is not None
    assert (passage, mine, theirs) == (nearest.passage, nearest.quoted_words, nearest.source_words)


@pytest.mark.parametrize(
    ("quotation", "mine", "theirs"),
    [
        ("house by the river bank", "the river bank", "the river"),
        ("saw the dog near the house by", "dog near the house by", "dog near a house by"),
    ],
)
def test_what_differs_is_told_with_two_words_around_it(quotation: str, mine: str, theirs: str) -> None:
    nearest = SourceText("the cat saw the dog near a house by the river").nearest(quotation)
    assert nearest is not None
    assert (mine, theirs) == (nearest.quoted_words, nearest.source_words)


@pytest.mark.parametrize(
    ("quotation", "alike"), [("the cat saw no dog", 0.8), ("a house under the river", 0.8), ("house nobody", 0.5)]
)
def test_how_alike_a_passage_is_is_the_share_of_the_words_it_has(quotation: str, alike: float) -> None:
    nearest = SourceText("the cat saw the “dog” near a house by the (river)").nearest(quotation)
    assert nearest is not None
    assert alike == pytest.approx(nearest.alike)


@pytest.mark.parametrize("step", [2, 3, 4, 7])
def test_a_passage_is_recognized_with_every_second_word_changed(step: int) -> None:
    words = [f"word{i}" for i in range(300)]
    words[10:13] = words[200:203]  # three words of it stand elsewhere, too
    quotation = ["other" if i % step == step - 1 else word for i, word in enumerate(words[200:212])]
    nearest = SourceText("\n".join(words)).nearest(" ".join(quotation))
    assert nearest is not None
    assert (201, words[200:212]) == (nearest.line, nearest.passage.split())
    assert 1 - (12 // step) / 12 == pytest.approx(nearest.alike)


@pytest.mark.parametrize(("cycle", "count"), [(4, 220), (1, 1000)])
def test_a_passage_of_the_same_few_words_over_and_over_is_recognized_too(cycle: int, count: int) -> None:
    words = ["alpha", "beta", "gamma", "delta"][:cycle] * (1200 // cycle)
    nearest = SourceText(" ".join(words)).nearest(" ".join([*words[: count - 1], "other"]))
    assert nearest is not None
    assert nearest.alike == pytest.approx(1 - 1 / count)


def test_of_passages_that_are_alike_the_first_is_the_nearest() -> None:
    nearest = SourceText("a red house here, then a red house there").nearest("a red house nowhere")
    assert nearest is not None
    assert "a red house here," == nearest.passage


def test_nothing_is_near_to_words_that_are_not_there() -> None:
    assert SourceText(PROSE).nearest("photosynthesis needs chlorophyll") is None
    assert SourceText("").nearest("anything") is None


def test_of_a_quotation_with_elisions_the_missing_part_is_compared() -> None:
    nearest = SourceText(PROSE).nearest("The Comintern declared […] the pact with Poland was signed in May")
    assert nearest is not None
    assert (nearest.quoted_words, nearest.source_words) == ("the pact with", "The pact with")
    assert nearest.line == 8


def passage(quotation: str) -> Where:
    source = SourceText(PROSE)
    found = source.find(quotation)
    assert found is not None
    return source.where(found)


@pytest.mark.parametrize(
    ("quotation", "said"),
    [
        ("The Third Period", "heading"),
        ('entered the "Third Period"', "paragraph 1, sentence 1"),
        ("the party of Mr. Ebert before", "paragraph 1, sentence 2"),
        ("above all that of France", "paragraph 2, sentence 2"),
        ("into the League […] with France", "paragraph 2, sentences 2–3"),
        ("It surprised the world.", "paragraph 3, sentence 2"),
        ("The pact of August 1939 ended the policy of collective security.", "paragraph 3, sentence 1"),
    ],
)
def test_a_place_is_told_by_paragraph_and_sentence(quotation: str, said: str) -> None:
    assert said == str(passage(quotation))


def test_a_passage_is_shown_in_its_whole_sentences() -> None:
    where = passage("collective security")
    assert PROSE[slice(*where.context)] == "The pact of August 1939 ended the policy of collective security."


def test_without_blank_lines_every_line_is_a_paragraph() -> None:
    source = SourceText("Heading\nFirst line. Again.\nSecond line.\n")
    assert source.paragraphs == ((0, 7), (8, 26), (27, 39))
    assert source.numbers == (0, 1, 2)


@pytest.mark.parametrize("line", ["It ended.", "“It ended.”", "(It ended!)", "他来了。", "It ended;", "Long " * 25])
def test_a_short_line_without_a_sign_at_its_end_is_a_heading(line: str) -> None:
    assert SourceText(f"A “heading”\n\n{line}\n").numbers == (0, 1)


def test_a_paragraph_has_no_blanks_around_it() -> None:
    assert SourceText(" \n  One. Two. \n\n Three.\n").paragraphs == ((4, 13), (17, 23))


def test_a_text_of_headings_only_is_numbered_all_the_same() -> None:
    assert SourceText("one\n\ntwo").numbers == (1, 2)


@pytest.mark.parametrize(
    ("paragraph", "sentences"),
    [
        ("He came. She left.", ["He came.", "She left."]),
        ("Dr. Smith met J. Doe. They spoke.", ["Dr. Smith met J. Doe.", "They spoke."]),
        ("“Why?” he asked. “So!” Then he left.", ["“Why?” he asked.", "“So!”", "Then he left."]),
        ("It cost 3.5 million. 1917 came.", ["It cost 3.5 million.", "1917 came."]),
        ("No end here", ["No end here"]),
        ("It was I. He left.", ["It was I.", "He left."]),
        ("They met (Mr. Ebert too). It ended.", ["They met (Mr. Ebert too).", "It ended."]),
        ("Il vint. Écoutez ! Élan.", ["Il vint.", "Écoutez !", "Élan."]),
        ("他来了。她走了。", ["他来了。", "她走了。"]),
    ],
)
def test_sentences_end_where_a_reader_ends_them(paragraph: str, sentences: list[str]) -> None:
    source = SourceText(paragraph)
    assert sentences == [paragraph[slice(*span)] for span in source.sentences((0, len(paragraph)))]


@given(sources())
def test_paragraphs_and_their_sentences_hold_every_word_once(text: str) -> None:
    source = SourceText(text)
    sentences = [span for paragraph in source.paragraphs for span in source.sentences(paragraph)]
    assert text.split() == [word for span in sentences for word in text[slice(*span)].split()]


@pytest.mark.parametrize(("index", "line"), [(0, 1), (3, 1), (4, 2), (9, 4)])
def test_lines_count_from_one(index: int, line: int) -> None:
    assert line == SourceText("one\ntwo\n\nfour").line_of(index)
