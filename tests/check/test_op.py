"""The rules on options (OP): thresholds, severities and places."""

from pathlib import Path

import pytest

from quiz.check.ranges import range_of
from quiz.core.finding import Severity
from tests.check.single import checked, found

WARNING, INFO, ERROR = Severity.WARNING, Severity.INFO, Severity.ERROR


@pytest.mark.parametrize(
    ("key", "other", "is_found"),
    [
        ("one two " + "x" * 42, "y" * 40, True),
        ("one two " + "x" * 41, "y" * 40, False),
        ("one two " + "x" * 12, "y" * 10, True),
        ("one two " + "x" * 11, "y" * 10, False),
        ("one " + "x" * 40, "y" * 10, False),
    ],
)
def test_the_right_option_may_be_longer_by_a_little(key: str, other: str, is_found: bool, tmp_path: Path) -> None:
    severity = found(tmp_path, "OP201", prompt="What was it?", answer=key, distractors=[other, "z"])
    assert (severity is WARNING) == is_found


def test_a_long_right_option_is_no_outlier_among_wrong_ones(tmp_path: Path) -> None:
    long = "x" * 60
    assert found(tmp_path, "OP202", prompt="What?", distractors=["The boat", long]) is INFO
    assert found(tmp_path / "2", "OP202", prompt="What?", answer=long) is None


@pytest.mark.parametrize(
    ("code", "option", "severity"),
    [
        ("OP203", "All of the above", ERROR),
        ("OP203", "All of these.", WARNING),
        ("OP203", "All the answers are correct", WARNING),
        ("OP203", "All of these lands were lost", None),
        ("OP203", "All the harbour", None),
        ("OP204", "None of the above", ERROR),
        ("OP204", "none of them", WARNING),
        ("OP204", "Neither", WARNING),
        ("OP204", "Neither of the keepers", None),
        ("OP204", "None of these ships came home", None),
        ("OP206", "All of the above", None),
        ("OP206", "Both of the above", ERROR),
        ("OP206", "A and B", ERROR),
        ("OP206", "Neither a nor c", ERROR),
        ("OP206", "Answers B and C", ERROR),
        ("OP206", "A and E", None),
        ("OP206", "Options for the sale of ships", None),
        ("OP206", "Vitamins A and B", None),
        ("OP206", "1 and 2", None),
    ],
)
def test_options_about_options(code: str, option: str, severity: Severity | None, tmp_path: Path) -> None:
    assert found(tmp_path, code, prompt="What burned that night?", distractors=["The boat", option]) == severity


def test_a_numbered_list_makes_letters_a_matter_of_its_own(tmp_path: Path) -> None:
    prompt = "What burned: A the lamp, B the stairs, C the boat?"
    result = checked(tmp_path, prompt=prompt, answer="A and B", distractors=["B and C", "Nothing at all"])
    codes = {finding.code for finding in result.findings}
    assert "OP205" in codes
    assert "OP206" not in codes


def test_numbers_rise_in_the_file_by_their_worth(tmp_path: Path) -> None:
    assert found(tmp_path, "OP209", prompt="When?", answer="5", distractors=["30 BC", "4", "1,000"]) is None
    assert found(tmp_path / "2", "OP209", prompt="When?", answer="5", distractors=["9", "30", "10"]) is INFO


@pytest.mark.parametrize(
    ("text", "ends"),
    [
        ("1914–18", (1914, 1918)),
        ("10 to 20 miles", (10, 20)),
        ("between 1,000 and 2,500", (1000, 2500)),
        ("300-200 BC", (200, 300)),
        ("5.5% - 7.5%", (5.5, 7.5)),
        ("1914", None),
        ("The war of 1914", None),
    ],
)
def test_a_range_is_read(text: str, ends: tuple[float, float] | None) -> None:
    read = range_of(text)
    assert ((read.first, read.last) if read else None) == ends


@pytest.mark.parametrize(
    ("options", "severity"),
    [
        (["1800–1830", "1825–1850", "1851–1900"], ERROR),
        (["1800–1830", "1830–1850", "1851–1900"], WARNING),
        (["1800–1829", "1830–1850", "1851–1900"], None),
        (["10–20 miles", "15–30 days", "40–50 miles"], None),
    ],
)
def test_ranges_may_share_nothing(options: list[str], severity: Severity | None, tmp_path: Path) -> None:
    prompt = "When was it founded?"
    assert found(tmp_path, "OP211", prompt=prompt, answer=options[0], distractors=options[1:]) == severity


@pytest.mark.parametrize(("wrong", "is_found"), [(1, True), (2, False), (4, False), (5, True)])
def test_three_to_five_options_are_right(wrong: int, is_found: bool, tmp_path: Path) -> None:
    options = [f"Thing {i}" for i in "abcdef"[:wrong]]
    assert (found(tmp_path, "OP213", prompt="What was it?", distractors=options) is WARNING) == is_found


def test_yes_and_no_are_one_finding(tmp_path: Path) -> None:
    result = checked(tmp_path, prompt="Was it lit at that time?", answer="Yes", distractors=["No"])
    assert [finding.code for finding in result.findings] == ["ST106"]


def test_every_prefixed_option_is_found_where_it_stands(tmp_path: Path) -> None:
    result = checked(tmp_path, prompt="What burned then?", answer="b) Lamp", distractors=["a) Boat", "c) Quay"])
    lines = (tmp_path / "bank.yaml").read_text("utf-8").splitlines()
    places = [lines[f.place.line - 1].strip() for f in result.findings if f.code == "OP216"]
    assert places == ["answer: b) Lamp", "- a) Boat", "- c) Quay"]


@pytest.mark.parametrize(
    "options", [["1:30", "2:45", "3:00"], ["(a) and (b)", "Lamp", "Quay"], ["E. Moss", "F. Reed", "G. Hale"]]
)
def test_times_and_initials_are_no_prefixes(options: list[str], tmp_path: Path) -> None:
    assert found(tmp_path, "OP216", prompt="Which one was it?", answer=options[0], distractors=options[1:]) is None
