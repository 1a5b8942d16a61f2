"""The rules on cues, explanations and other types: what their examples cannot show."""

import json
from pathlib import Path
from typing import Any

import pytest

from quiz.check.engine import Checked, check
from quiz.core.finding import Finding, Severity
from tests.check.examples import SOURCE, bank_of

CHOICE: dict[str, Any] = {"prompt": "What followed?", "answer": "Calm", "distractors": ["Storm", "Rain"]}
LONG = "The lamp was lit, and the keepers told it often. " * 8  # eighty words


def checked(folder: Path, *questions: dict[str, Any], language: str = "en", **bank: Any) -> Checked:
    """Return what all rules say of a bank with these questions."""
    reading = bank_of(folder, json.dumps({"questions": questions, **bank}), language)
    assert reading.findings == ()
    return check(reading)


def found(folder: Path, code: str, *questions: dict[str, Any], **bank: Any) -> list[Finding]:
    """Return what the rule `code` says of a bank with these questions."""
    return [finding for finding in checked(folder, *questions, **bank).findings if finding.code == code]


def line_of(folder: Path, finding: Finding) -> str:
    """Return what is written from the finding's place on."""
    line = (folder / "bank.yaml").read_text("utf-8").splitlines()[finding.place.line - 1]
    return line[finding.place.column - 1 :]


# cues to the right option


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


# explanations


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Option (c) is from another text.", 1),
        ("Both A and C name a year.", 1),
        ("A and D are wrong.", 1),
        ("The answer 2 is wrong.", 1),
        ("The options above are all from the text.", 1),
        ("The last answer describes the fire.", 1),
        ("A is right.", 1),
        ("The state was Lenin's first choice as an ally.", 0),
        ("It took the answer 3 months to come.", 0),
        ("A king and a queen: a calm is true to both.", 0),
        ("Vitamin D is right for the bones.", 0),
        ("It was a description of Plan B, an option for hard times.", 0),
    ],
)
def test_letters_and_places_of_options_are_told_from_words(text: str, expected: int, tmp_path: Path) -> None:
    assert len(found(tmp_path, "FB602", CHOICE | {"explanation": text})) == expected


def test_letters_are_an_error_in_a_why_at_its_place_and_a_warning_where_options_are_sorted(tmp_path: Path) -> None:
    wrong = ["Rain", {"text": "Storm", "why": "As in option B, no wind is named."}]
    (finding,) = found(tmp_path, "FB602", CHOICE | {"distractors": wrong})
    assert finding.severity is Severity.ERROR
    assert line_of(tmp_path, finding) == "Storm"
    years = {"prompt": "When?", "answer": "1822", "distractors": ["1841", "1903"], "explanation": "Option A is right."}
    (finding,) = found(tmp_path / "years", "FB602", years)
    assert finding.severity is Severity.WARNING


@pytest.mark.parametrize(
    ("level", "severity"),
    [("recall", Severity.INFO), ("", Severity.INFO), ("understand", Severity.WARNING), ("evaluate", Severity.WARNING)],
)
def test_a_missing_why_weighs_more_above_recall(level: str, severity: Severity, tmp_path: Path) -> None:
    wrong = [{"text": "Storm", "why": "No wind is named."}, "Rain"]
    (finding,) = found(tmp_path, "FB603", CHOICE | {"distractors": wrong, "level": level})
    assert finding.severity is severity
    assert finding.message.startswith("1 of 2 wrong options does not")
    assert line_of(tmp_path, finding) == "Rain"


def test_eighty_words_are_not_too_many(tmp_path: Path) -> None:
    (finding,) = found(tmp_path, "FB605", CHOICE | {"explanation": LONG + "Yes."})
    assert "81 words" in finding.message
    assert found(tmp_path / "other", "FB605", CHOICE | {"explanation": LONG}) == []


@pytest.mark.parametrize(
    ("key", "explanation", "expected"),
    [
        ("In China", "The Chinese Communists had the best of it.", 0),
        ("Rook Point", "The keepers of the lighthouse saw history there.", 1),
        ("The whole of the country", "No history of a lighthouse leaves a district out.", 0),
        ("The whole of the country", "It rained for a week.", 1),
    ],
)
def test_an_explanation_may_say_a_long_answer_in_other_words(
    key: str, explanation: str, expected: int, tmp_path: Path
) -> None:
    question = {"prompt": "How far did the lighthouse's history reach?", "answer": key, "distractors": ["Nowhere"]}
    assert len(found(tmp_path, "FB606", question | {"explanation": explanation}, source_text=SOURCE)) == expected


# other types


@pytest.mark.parametrize(
    ("prompt", "expected"),
    [
        ("Which two followed?", 0),
        ("Choose 2.", 0),
        ("Which of these followed, both in one year?", 0),
        ("Which three followed?", 1),
        ("Which of these followed?", 1),
        ("Name every one that followed.", 0),
    ],
)
def test_the_prompt_says_how_many_to_choose(prompt: str, expected: int, tmp_path: Path) -> None:
    question = {"type": "multiple", "prompt": prompt, "answers": ["Calm", "Sun"], "distractors": ["Rain"]}
    assert len(found(tmp_path, "TY701", question)) == expected


@pytest.mark.parametrize(("size", "expected"), [(2, 1), (3, 0), (7, 0), (8, 1)])
def test_three_to_seven_items_are_ordered(size: int, expected: int, tmp_path: Path) -> None:
    answer = [f"Event {'abcdefgh'[i]}" for i in range(size)]
    findings = found(tmp_path, "TY703", {"type": "order", "prompt": "Order these.", "answer": answer})
    assert [finding.severity for finding in findings] == [Severity.WARNING] * expected


@pytest.mark.parametrize(
    ("first", "second", "same", "shown"),
    [
        ("The law of 1822", "The fire in 1822", 1, 1),
        ("The law of 3 March 1822", "The fire on 4 March 1822", 0, 1),
        ("The law of 44 BC", "The fire of 44 BC", 1, 1),
        ("The war of 1822–1825", "The fire of 1822", 0, 1),
        ("The 96 steps are built", "The 96 steps are counted", 0, 0),
        ("The tax of 1,822 crowns", "The loan of 1,822 crowns", 0, 0),
        ("The law of 1822", "The fire", 0, 0),
    ],
)
def test_dates_in_items_are_found_and_compared(first: str, second: str, same: int, shown: int, tmp_path: Path) -> None:
    question = {"type": "order", "prompt": "Order these.", "answer": [first, second, "The end"]}
    findings = checked(tmp_path, question).findings
    assert [f.severity for f in findings if f.code == "TY703"] == [Severity.ERROR] * same
    assert len([f for f in findings if f.code == "TY704"]) == shown


# languages without word lists


def test_without_word_lists_only_what_needs_none_is_checked(tmp_path: Path) -> None:
    order = {"type": "order", "prompt": "Ordne.", "answer": ["Brand im März 1822", "Sturm im März 1822", "Ende"]}
    choice = {"prompt": "Was kam danach?", "answer": "Danach kam 1911", "distractors": ["Regen", "Wind"]}
    result = checked(tmp_path, order, choice | {"explanation": "Option B is right."}, language="de")
    mine = {finding.code for finding in result.findings if finding.code[:2] in ("CU", "FB", "TY")}
    assert mine == {"CU304", "FB603", "TY704"}
    skipped = {code for code in result.not_applied if code[:2] in ("CU", "FB", "TY")}
    assert skipped == {"CU301", "CU302", "CU303", "CU306", "CU307", "FB602", "FB606", "TY701"}
