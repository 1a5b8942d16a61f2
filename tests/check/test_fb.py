"""The rules on explanations (FB): what their examples cannot show."""

from pathlib import Path

import pytest

from quiz.core.finding import Severity
from tests.check.examples import SOURCE
from tests.check.several import CHOICE, found, line_of

LONG = "The lamp was lit, and the keepers told it often. " * 8  # eighty words


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
