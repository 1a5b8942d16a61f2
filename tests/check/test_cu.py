"""The rules on cues to the right option (CU): what their examples cannot show."""

from pathlib import Path

import pytest

from tests.check.several import CHOICE, found, line_of


def test_a_repeated_word_is_named_in_the_form_in_which_it_is_written(tmp_path: Path) -> None:
    question = CHOICE | {"prompt": "What did the weaver want?", "answer": "Less work for Weavers"}
    (finding,) = found(tmp_path, "CU301", question)
    assert "“weavers”" in finding.message
    assert line_of(tmp_path, finding).startswith("Less work")


@pytest.mark.parametrize(("others", "expected"), [(0, 1), (1, 0)])
def test_a_word_that_one_prompt_in_twenty_has_is_no_cue(others: int, expected: int, tmp_path: Path) -> None:
    first = CHOICE | {"prompt": "What did the weavers want?", "answer": "Work for weavers"}
    same = [CHOICE | {"prompt": f"Where did weavers live, part {i}?"} for i in range(others)]
    rest = [CHOICE | {"prompt": f"Say what came next, part {i}?"} for i in range(20 - others)]
    assert len(found(tmp_path, "CU301", first, *same, *rest)) == expected


def test_words_of_a_phase_title_are_no_cue(tmp_path: Path) -> None:
    question = CHOICE | {"prompt": "What did the weavers want?", "answer": "Work for weavers"}
    phases = [{"id": "one", "title": "The weavers"}, {"id": "two", "title": "Two"}]
    assert found(tmp_path, "CU301", question, phases=phases) == []


def test_a_related_word_in_a_wrong_option_takes_the_cue_away(tmp_path: Path) -> None:
    question = {"prompt": "What did revolution bring?", "answer": "A second revolution"}
    assert found(tmp_path, "CU301", CHOICE | question | {"distractors": ["A revolutionary party", "Peace"]}) == []
    assert found(tmp_path / "other", "CU301", CHOICE | question)


def test_a_repeated_word_in_the_second_right_option_is_found_there(tmp_path: Path) -> None:
    question = {"type": "multiple", "prompt": "Which two did the weavers want?", "answers": ["Bread", "Weavers' halls"]}
    (finding,) = found(tmp_path, "CU301", question | {"distractors": ["Roads"]})
    assert line_of(tmp_path, finding).startswith("Weavers'")


@pytest.mark.parametrize(
    ("stem", "key", "wrong", "expected"),
    [
        ("It was an", "hour of fear", "day of joy", 1),
        ("It was an", "hour of fear", "honest mistake", 0),
        ("It was a", "union", "honest mistake", 1),
        ("It was a:", "European league", "one-day fair", 0),
        ("It was an ____ that led the way.", "8-oared boat", "ship", 1),
        ("It was an", "idea", "FBI plan", 0),
        ("It was an", "idea", "uninteresting thing", 0),
        ("Was it a?", "union", "idea", 0),
        ("It was a(n)", "idea", "ship", 0),
    ],
)
def test_an_article_fits_by_sound(stem: str, key: str, wrong: str, expected: int, tmp_path: Path) -> None:
    question = {"prompt": stem, "answer": key, "distractors": [wrong, key + " more"]}
    assert len(found(tmp_path, "CU303", question)) == expected


@pytest.mark.parametrize(
    ("prompt", "key", "expected"),
    [
        ("What ended it?", "The Act of 1911", 1),
        ("When did it end?", "In 1911", 0),
        ("Many fled. What ended it?", "The Act of 1911", 1),
    ],
)
def test_a_number_may_stand_where_one_is_asked_for(prompt: str, key: str, expected: int, tmp_path: Path) -> None:
    assert len(found(tmp_path, "CU304", CHOICE | {"prompt": prompt, "answer": key})) == expected


@pytest.mark.parametrize(
    ("key", "wrong", "expected"),
    [
        ("former servants", ["Traders at sea", "Judges at home"], 1),
        ("former servants", ["Traders at sea", "judges at home"], 0),
        ("a lamp", ["Rook Point", "The harbour"], 0),  # a name of the source
        ("a lamp", ["Smeaton", "Brunel"], 0),  # may well be names
        ("a keeper", ["Fire in the town", "Lamps in the town"], 1),
        ("Rook Point", ["the harbour", "the hill"], 0),
        ("A lamp.", ["A fire", "A storm"], 1),
        ("A lamp", ["A fire.", "A storm."], 1),
        ("Smith Jr.", ["Brown", "Green"], 0),
        ("Bread (white)", ["Milk", "Fish"], 1),
        ("The “Eye”", ["The Candle", "The Star"], 1),
        ("1922", ["A fire", "A storm"], 0),
    ],
)
def test_formats_are_compared(key: str, wrong: list[str], expected: int, tmp_path: Path) -> None:
    question = {"prompt": "What was it?", "answer": key, "distractors": wrong}
    assert len(found(tmp_path, "CU305", question)) == expected


def test_a_format_is_no_cue_when_one_of_several_right_options_lacks_it(tmp_path: Path) -> None:
    question = {"type": "multiple", "prompt": "Which two?", "distractors": ["Milk", "Fish"]}
    assert found(tmp_path, "CU305", question | {"answers": ["Bread (white)", "Rice (brown)"]})
    assert found(tmp_path / "other", "CU305", question | {"answers": ["Bread (white)", "Rice"]}) == []


@pytest.mark.parametrize(
    ("stem", "key", "wrong", "expected"),
    [
        ("The winners were", "Brant and Tarn", "a king", 1),
        ("The winners were", "Brant and Tarn", "people of the coast", 0),
        ("The winners were", "Brant and Tarn", "bold", 1),
        ("The winner was", "Brant", "Lome and Varn", 1),
        ("The winner was", "Brant", "the kings of the coast", 1),
        ("The winner was", "Brant", "the lady of ships", 0),
        ("The winner was", "Brant", "Paris", 0),
        ("The winner was", "Brant", "the abbess", 0),
        ("His mood was", "calm", "romantic and dreamy", 0),
        ("Who was the winner?", "Brant", "Lome and Varn", 0),
    ],
)
def test_only_clear_clashes_of_number_are_found(stem: str, key: str, wrong: str, expected: int, tmp_path: Path) -> None:
    question = {"prompt": stem, "answer": key, "distractors": [wrong]}
    assert len(found(tmp_path, "CU306", question)) == expected


@pytest.mark.parametrize(
    ("key", "expected"),
    [
        ("It often failed", 1),
        ("For most villages it failed", 1),
        ("The most beautiful hall", 0),
        ("The month of May came", 0),
        ("It may fail", 1),
        ("Military might", 0),
        ('The word "some"', 0),
    ],
)
def test_a_hedge_is_told_from_words_that_look_like_it(key: str, expected: int, tmp_path: Path) -> None:
    assert len(found(tmp_path, "CU307", CHOICE | {"answer": key})) == expected
