"""Numbers and dates are read as people write them, and put in order."""

from decimal import Decimal
from random import Random

import pytest
from hypothesis import given
from hypothesis import strategies as st

from quiz.core.numbers import in_order, number_in, number_typed, sort_key


@given(st.decimals(-(10**12), 10**12, places=3))
def test_a_plain_number_is_read_back(number: Decimal) -> None:
    assert number == number_in(f"{number:f}")


@given(st.integers(-(10**12), 10**12), st.sampled_from(", ’'\u00a0\u202f"))
def test_thousands_may_be_separated(number: int, separator: str) -> None:
    assert number == number_in(f"{number:,}".replace(",", separator))


@given(st.integers(0, 10**9), st.sampled_from(("{} men", "about {}", "It was {}.", "c.{}", "({})", "mid-{}")))
def test_one_number_is_found_among_words(number: int, form: str) -> None:
    assert number == number_in(form.format(number))


@given(st.text())
def test_any_text_can_be_read_for_a_number(text: str) -> None:
    assert isinstance(number_in(text), Decimal | None)
    assert isinstance(sort_key(text), tuple | None)


@pytest.mark.parametrize(
    ("text", "number"),
    [
        ("3.5", "3.5"),
        ("3,5", "3.5"),
        ("0,125", "0.125"),  # a group of thousands does not begin with 0
        (".5", "0.5"),
        ("1,000.5", "1000.5"),
        ("12 345,67", "12345.67"),
        ("−5", "-5"),
        ("+5", "5"),
        ("T-34", "34"),
        ("c.1917", "1917"),
        ("3rd", "3"),
        ("١٩١٧", "1917"),
    ],
)
def test_the_ways_to_write_a_number(text: str, number: str) -> None:
    assert Decimal(number) == number_in(text)


@pytest.mark.parametrize("text", ["", "none", "1914 1918", "1914–1918", "1917-03-03", "5 or 6", "3 1/2", "½"])
def test_no_number_or_several_are_none(text: str) -> None:
    assert number_in(text) is None


@pytest.mark.parametrize(
    "texts",
    [
        ("44 BC", "0", "44 AD", "1066"),
        ("1917", "February 1917", "8 March 1917", "March 9, 1917", "Nov. 1917", "1918"),
        ("Sept 1914", "3rd October 1914", "1 May 1915"),
        ("1 May", "May 2", "3rd May", "June 1"),
        ("1917", "January 1917", "March 1917", "1 March 1917", "April 1917", "December 1917"),
        ("about 5", "around 50", "circa 500", "c. 5,000"),
        ("−3", "0.5%", "5 per cent", "12 %"),
        ("$5", "$1,000", "$20,000"),
        ("1914–1918", "1939 to 1945"),
        ("1914.", "1 May 1915."),
    ],
)
def test_numbers_and_dates_come_in_rising_order(texts: tuple[str, ...]) -> None:
    mixed = list(texts)
    Random(1).shuffle(mixed)
    assert texts == in_order(tuple(mixed)) == in_order(texts[::-1])


@pytest.mark.parametrize(
    "text",
    [
        "Stalin",
        "the 5 men",
        "March 9 men",
        "3 March 1918 or later",
        "1914–1918, the war",
        "Marbles 1918",
        "About Lenin",
        "9" * 101,
        "",
    ],
)
def test_other_texts_have_no_order(text: str) -> None:
    assert sort_key(text) is None
    assert in_order(("1917", text)) is None


@given(st.lists(st.integers(-1000, 3000), unique=True), st.randoms(use_true_random=False))
def test_the_order_does_not_depend_on_how_they_were_given(numbers: list[int], rng: Random) -> None:
    expected = tuple(str(number) for number in sorted(numbers))
    rng.shuffle(numbers)
    assert expected == in_order(tuple(str(number) for number in numbers))


# a number typed as an answer


@given(st.decimals(-(10**12), 10**12, places=3), st.sampled_from(("{}", " {}. ", "about {}", "{} km", "{}km", "{} AD")))
def test_a_number_typed_with_no_other_words_is_read(number: Decimal, form: str) -> None:
    assert number == number_typed(form.format(f"{number:f}"), "km")


@given(st.text())
def test_what_is_typed_is_a_number_only_where_one_number_is_in_it(text: str) -> None:
    assert number_typed(text) is None or number_typed(text) in (number_in(text), -(number_in(text) or 0))


@pytest.mark.parametrize(
    ("text", "number"),
    [
        ("1,922", "1922"),
        ("1922.", "1922"),
        ("− 5", "-5"),
        ("–5", "-5"),
        ("+ 5", "5"),
        ("in 1922", "1922"),
        ("In the year 1922", "1922"),
        ("c.1917", "1917"),
        ("ca. 1,917", "1917"),
        ("1922 AD", "1922"),
        ("AD 1922", "1922"),
        ("44 B.C.", "44"),
        ("44 BCE.", "44"),
        ("3rd", "3"),
        ("$5", "5"),
        ("5 €", "5"),
        ("12,5 %", "12.5"),
        ("12 per cent", "12"),
        ("7 Mio", "7"),
        ("7Mio.", "7"),
    ],
)
def test_the_ways_to_type_a_number(text: str, number: str) -> None:
    assert Decimal(number) == number_typed(text, "Mio.")


@pytest.mark.parametrize(
    "text",
    [
        "",
        "km",
        "about",
        "about 1922 I think",
        "12abc",
        "T-34",
        "5 million",
        "1920s",
        "mid-1922",
        "1922 1923",
        "1e3",
        "½",
    ],
)
def test_other_words_beside_a_number_are_refused(text: str) -> None:
    assert number_typed(text, "km") is None
