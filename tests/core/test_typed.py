"""Typed answers are judged by what was meant, with one slip forgiven in long words only."""

from string import ascii_lowercase, digits

import pytest
from hypothesis import assume, given
from hypothesis import strategies as st

from quiz.core.typed import LONG_WORD, Judged, bare, judge, slip_apart, words

RIGHT, WRONG = Judged(True), Judged(False)
LETTERS = st.text(ascii_lowercase, min_size=1, max_size=LONG_WORD - 1)
LONG = st.text(ascii_lowercase, min_size=LONG_WORD, max_size=12)
NUMBERS = st.text(digits, min_size=1, max_size=10)


@st.composite
def slips(draw: st.DrawFn, texts: st.SearchStrategy[str], alphabet: str) -> tuple[str, str]:
    """Draw a text, and the same with one sign missing, added, changed or swapped with the next."""
    text = draw(texts)
    at = draw(st.integers(0, len(text) - 1))
    sign = draw(st.sampled_from(alphabet))
    head, here, tail = text[:at], text[at], text[at + 1 :]
    ways = (head + tail, head + sign + here + tail, head + sign + tail, head + tail[:1] + here + tail[1:])
    slipped = draw(st.sampled_from(ways))
    assume(slipped != text)
    return text, slipped


@given(slips(LONG, ascii_lowercase), st.sampled_from(("{}", "the {}", "{} pact", "{} of 1918")))
def test_one_slip_is_forgiven_in_a_long_word(pair: tuple[str, str], form: str) -> None:
    meant, slipped = (form.format(text) for text in pair)
    assert Judged(True, meant) == judge(slipped, [meant])


@given(slips(LETTERS, ascii_lowercase))
def test_no_slip_is_forgiven_in_a_short_word(pair: tuple[str, str]) -> None:
    assert judge(pair[1], [pair[0]]) == WRONG


@given(slips(NUMBERS, digits), st.sampled_from(("{}", "October {}", "{} men")))
def test_no_slip_is_forgiven_in_digits(pair: tuple[str, str], form: str) -> None:
    assert judge(form.format(pair[1]), [form.format(pair[0])]) == WRONG


@given(slips(LONG, ascii_lowercase), slips(LONG, ascii_lowercase))
def test_two_slips_are_not_forgiven(one: tuple[str, str], two: tuple[str, str]) -> None:
    assert judge(f"{one[1]}, {two[1]}", [f"{one[0]}, {two[0]}"]) == WRONG


@given(LONG, LONG)
def test_being_a_slip_apart_is_mutual(one: str, two: str) -> None:
    assert slip_apart(one, two) == slip_apart(two, one)


@given(slips(LONG, ascii_lowercase))
def test_slips_are_recognized_both_ways(pair: tuple[str, str]) -> None:
    assert slip_apart(*pair)
    assert slip_apart(*reversed(pair))


@pytest.mark.parametrize(
    ("one", "two"), [("stalin", "stalin"), ("stalin", "stlani"), ("stalin", "stalinist"), ("", "ab")]
)
def test_what_is_more_or_less_than_one_slip(one: str, two: str) -> None:
    assert not slip_apart(one, two)


@given(st.text(), st.sampled_from(("en", "de", "fr-CA", "ru")), st.booleans())
def test_the_answer_itself_is_accepted(answer: str, language: str, exact: bool) -> None:
    assume(answer.strip())
    assert judge(answer, [answer], language, exact) == RIGHT


@given(
    st.lists(st.text("abcéüñß", min_size=1, max_size=7), min_size=1, max_size=4),
    st.sampled_from((" ", "  ", " - ", ", ", "\n")),
)
def test_case_blanks_and_punctuation_do_not_count(parts: list[str], between: str) -> None:
    assert judge(f" “{between.join(parts)}”! ".swapcase(), [" ".join(parts)]) == RIGHT
    assert words(" ".join(parts)) == words(between.join(parts).upper())


@given(st.text(), st.text())
def test_any_two_texts_can_be_judged(given_text: str, answer: str) -> None:
    assert judge(given_text, [answer]).accepted or judge(given_text, [answer]) == WRONG
    assert judge(given_text, []) == WRONG


@pytest.mark.parametrize(
    ("typed", "answer", "language"),
    [
        ("litvinov", "Litvinov", "en"),
        ("Brest Litovsk", "Brest-Litovsk", "en"),
        ("USSR", "U.S.S.R.", "en"),
        ("U.S.A.", "USA", "en"),
        ("UAR", "the U.A.R.", "en"),
        ("u s a", "USA", "en"),
        ("workers party", "the Workers’ Party", "en"),
        ("League of the Nations", "The League of Nations", "en"),
        ("Lodz", "Łódź", "en"),
        ("Strasse", "Straße", "de"),
        ("Völkerbund", "Der Völkerbund", "de-AT"),
        ("etat", "L’État", "fr"),
        ("etat", "L’État", "fr-CA"),
        ("1000 men", "1,000 men", "en"),
        ("20 000", "20,000", "en"),
        ("+", "+", "en"),
    ],
)
def test_what_was_meant_counts(typed: str, answer: str, language: str) -> None:
    assert judge(typed, [answer], language) == RIGHT


@pytest.mark.parametrize(
    ("language", "articles"),
    [
        ("en", "the a an"),
        ("de", "der die das den dem des ein eine einen einem einer"),
        ("fr", "le la les un une des"),
        ("es", "el la los las un una unos unas"),
        ("it", "il lo la i gli le un uno una"),
        ("nl", "de het een"),
        ("pt-BR", "o a os as um uma"),
    ],
)
def test_the_articles_of_a_language_do_not_count(language: str, articles: str) -> None:
    for article in articles.split():
        assert judge("pax", [f"{article.title()} Pax"], language) == RIGHT
        assert judge("pax", [f"{article.title()} Pax"], "ru") == WRONG


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("Café crème", ("cafe", "creme")),
        ("Don’t stop", ("dont", "stop")),
        ("The Straße", ("strasse",)),
        ("1,000 men, 10 000 women", ("1000", "men", "10000", "women")),
        ("vitamin A", ("vitamin", "a")),
        ("…", ()),
    ],
)
def test_the_words_of_a_text_are_plain(text: str, found: tuple[str, ...]) -> None:
    assert found == words(text)


@pytest.mark.parametrize(("typed", "answer"), [("l’eau", "eau"), ("l'acqua", "acqua")])
def test_an_article_before_an_apostrophe_is_one_in_french_and_italian_only(typed: str, answer: str) -> None:
    assert judge(typed, [answer], "fr") == judge(typed, [answer], "it") == RIGHT
    assert judge(typed, [answer], "en") == WRONG


@pytest.mark.parametrize(
    ("typed", "answer"), [("Strasse", "Straße"), ("ol", "øl"), ("Aero", "Ærø"), ("dang", "đang"), ("oeuf", "œuf")]
)
def test_letters_that_keyboards_lack_may_be_spelt_out(typed: str, answer: str) -> None:
    assert judge(typed, [answer]) == RIGHT


@given(st.text(st.characters() | st.sampled_from("éßÅñ")))
def test_without_accents_every_character_keeps_its_place(text: str) -> None:
    assert len(text) == len(bare(text))
    assert all(char == plain for char, plain in zip(text, bare(text), strict=True) if char.isascii())
    assert "cafe Angstrom ß 中" == bare("café Ångström ß 中")


@pytest.mark.parametrize(
    ("typed", "answer"),
    [
        ("", "Lenin"),
        ("?", "Lenin"),
        ("vitamin", "vitamin A"),
        ("Plan B", "Plan A"),
        ("15", "1.5"),
        ("11.1.1917", "1.11.1917"),
        ("-", "+"),
        ("1917a", "1917"),
        ("League", "League of Nations"),
        ("", ""),
    ],
)
def test_what_was_not_meant_does_not(typed: str, answer: str) -> None:
    assert judge(typed, [answer]) == WRONG


def test_any_of_the_accepted_answers_will_do() -> None:
    answers = ["Soviet Union", "USSR"]
    assert judge("the ussr", answers) == RIGHT
    assert Judged(True, "Soviet Union") == judge("Sovjet Union", answers)


@pytest.mark.parametrize(
    ("typed", "judged"),
    [(" New  York ", RIGHT), ("new york", WRONG), ("New-York", WRONG), ("Nw York", WRONG), ("", WRONG)],
)
def test_an_exact_answer_forgives_blanks_only(typed: str, judged: Judged) -> None:
    assert judged == judge(typed, ["New York"], exact=True)
