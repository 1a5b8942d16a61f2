"""The frame of the checker: which rules run, where their notes stand, and what is allowed."""

from pathlib import Path
from typing import Any

import pytest

from quiz.banks.reader import Reading, read_bank
from quiz.check import engine
from quiz.check.engine import Checked, check, with_lines
from quiz.check.rule import Note, Rule
from quiz.core.finding import Finding, Place, Severity
from tests.check.written import HEAD, bank_file

QUESTION = """  - id: treaty
    phase: early
    prompt: Where was the treaty signed?
    answer: Rapallo
    distractors:
      - Genoa
      - text: Moscow
        why: No.
    quote: The treaty was signed at Rapallo
"""
LAST = HEAD.count("\n") + QUESTION.count("\n")
"""The number of the last line of a bank with this question."""


def rule(code: str, *notes: Note, worded: bool = False, whole: bool = False) -> Rule:
    """Return a rule that says the same of every question, or of a whole bank."""
    check_one, check_all = (None, lambda _: notes) if whole else (lambda _: notes, None)
    return Rule(code, code.lower(), Severity.WARNING, "", (), (), worded, check_one, check_all)


def reading_of(folder: Path, text: str) -> Reading:
    """Return the reading of a bank that is written so."""
    return read_bank(bank_file(folder / "bank", text).parent, "bank", keep_nodes=True)


def checked(folder: Path, text: str, **options: Any) -> Checked:
    """Return what is found in a bank without errors."""
    reading = reading_of(folder, text)
    assert () == reading.findings
    return check(reading, **options)


def placed(found: Checked) -> list[tuple[str, int, int]]:
    """Return code, line and column of what was found."""
    return [(finding.code, *finding.place) for finding in found.findings]


@pytest.fixture
def use(monkeypatch: pytest.MonkeyPatch) -> Any:
    """Put rules in the place of the real ones."""

    def put(*rules: Rule) -> None:
        monkeypatch.setattr(engine, "rules", lambda: {rule.code: rule for rule in rules})

    return put


# which rules


@pytest.mark.parametrize(
    ("select", "ignore", "expected"),
    [
        ((), (), ["CU301", "OP201", "OP211"]),
        (("OP201",), (), ["OP201"]),
        (("OP",), (), ["OP201", "OP211"]),
        (("OP21", "CU3"), (), ["CU301", "OP211"]),
        ((), ("OP",), ["CU301"]),
        ((), ("OP201", "CU301"), ["OP211"]),
        (("OP",), ("OP21",), ["OP201"]),
        (("CU",), ("CU301",), []),
    ],
)
def test_rules_are_selected_and_ignored_by_their_codes_or_beginnings_of_them(
    use: Any, tmp_path: Path, select: tuple[str, ...], ignore: tuple[str, ...], expected: list[str]
) -> None:
    use(*(rule(code, Note("it is so", "Mend it.")) for code in ("CU301", "OP201", "OP211")))
    found = checked(tmp_path, HEAD + QUESTION, select=select, ignore=ignore)
    assert expected == [finding.code for finding in found.findings]


def test_a_rule_that_needs_word_lists_is_named_and_not_applied_where_there_are_none(use: Any, tmp_path: Path) -> None:
    use(rule("OP207", Note("always", "Mend it."), worded=True), rule("OP209", Note("in disorder", "Sort it.")))
    found = checked(tmp_path, "language: xx\n" + HEAD + QUESTION)
    assert ["OP209"] == [finding.code for finding in found.findings]
    assert ("OP207",) == found.not_applied
    assert () == checked(tmp_path, "language: xx\n" + HEAD + QUESTION, select=("OP209",)).not_applied
    english = checked(tmp_path, "language: en\n" + HEAD + QUESTION)
    assert (["OP207", "OP209"], ()) == ([finding.code for finding in english.findings], english.not_applied)


def test_of_the_real_rules_some_need_no_word_lists(tmp_path: Path) -> None:
    always = QUESTION.replace("Genoa", "Nowhere, never")
    assert "OP207" in [finding.code for finding in checked(tmp_path, HEAD + always).findings]
    other = checked(tmp_path, "language: xx\n" + HEAD + always)
    assert {"OP207", "CU301"} <= set(other.not_applied)
    assert "FB601" in [finding.code for finding in other.findings]


def test_nothing_is_found_in_a_bank_that_cannot_be_used() -> None:
    assert Checked(()) == check(Reading(Path("bank"), None))


# what is found


@pytest.mark.parametrize(
    ("field", "index", "line", "column"),
    [
        ("prompt", None, 11, 13),
        ("answer", None, 12, 13),
        ("distractors", None, 14, 7),
        ("distractors", 0, 14, 9),
        ("distractors", 1, 15, 15),
        ("distractors", 2, 14, 7),
        ("quote", None, 17, 12),
        ("quote", 0, 17, 12),
        ("explanation", None, 9, 5),
        ("explanation", 3, 9, 5),
    ],
)
def test_a_note_stands_at_its_field_or_item_or_else_at_the_question(
    use: Any, tmp_path: Path, field: str, index: int | None, line: int, column: int
) -> None:
    use(rule("OP201", Note("it is so", "Mend it.", field, index)))
    assert [("OP201", line, column)] == placed(checked(tmp_path, HEAD + QUESTION))


def test_a_note_on_an_option_written_in_one_line_stands_at_its_text(use: Any, tmp_path: Path) -> None:
    use(rule("OP201", Note("it is so", "Mend it.", "distractors", 1)))
    text = HEAD + QUESTION.replace(
        "\n      - Genoa\n      - text: Moscow\n        why: No.", " [Genoa, {text: Moscow}]"
    )
    column = text.splitlines()[12].index("Moscow") + 1
    assert [("OP201", 13, column)] == placed(checked(tmp_path, text))


def test_a_finding_has_all_that_the_note_says(use: Any, tmp_path: Path) -> None:
    notes = Note("it is so", "Mend it."), Note("it is worse", "Do so.", "answer", severity=Severity.ERROR)
    use(rule("OP201", *notes))
    expected = [
        ("bank.yaml", "it is so", "Mend it.", "warning", "treaty"),
        ("bank.yaml", "it is worse", "Do so.", "error", "treaty"),
    ]
    found = checked(tmp_path, HEAD + QUESTION, shown="bank.yaml").findings
    assert expected == [(f.path, f.message, f.cure, f.severity, f.question) for f in found]


def test_without_a_name_to_show_findings_name_the_file_itself(use: Any, tmp_path: Path) -> None:
    use(rule("OP201", Note("it is so", "Mend it.")))
    assert [str(tmp_path / "bank" / "bank.yaml")] == [f.path for f in checked(tmp_path, HEAD + QUESTION).findings]


def test_a_rule_on_the_bank_stands_at_its_head_or_at_the_question_it_names(use: Any, tmp_path: Path) -> None:
    use(rule("BK501", Note("a", "A.", "phases"), Note("b", "B."), Note("c", "C.", question="treaty"), whole=True))
    found = checked(tmp_path, HEAD + QUESTION)
    assert [("BK501", 1, 1), ("BK501", 6, 3), ("BK501", 11, 13)] == placed(found)
    assert ["", "", "treaty"] == [finding.question for finding in found.findings]


def test_findings_stand_in_the_order_of_their_places_and_then_of_their_codes(use: Any, tmp_path: Path) -> None:
    use(rule("OP202", Note("a", "A.", "quote"), Note("b", "B.")), rule("OP201", Note("c", "C.", "quote")))
    expected = [("OP202", 11, 13), ("OP201", 17, 12), ("OP202", 17, 12)]
    assert expected == placed(checked(tmp_path, HEAD + QUESTION))


def test_progress_is_told_at_the_first_question_and_at_every_hundredth(use: Any, tmp_path: Path) -> None:
    use(rule("OP201"))
    questions = "".join(QUESTION.replace("treaty\n", f"treaty-{i}\n", 1) for i in range(201))
    told: list[tuple[int, int]] = []
    checked(tmp_path, HEAD + questions, progress=lambda done, number: told.append((done, number)))
    assert [(0, 201), (100, 201), (200, 201)] == told


# allowances


def test_a_question_allows_for_itself_and_it_is_counted(use: Any, tmp_path: Path) -> None:
    use(rule("OP201", Note("a", "A."), Note("b", "B.", "answer")), rule("OP202", Note("c", "C.")))
    other = QUESTION.replace("id: treaty", "id: other")
    found = checked(tmp_path, HEAD + QUESTION + "    allow:\n      OP201: The text says so.\n" + other)
    assert 2 == found.silenced
    expected = [("OP202", "treaty"), ("OP201", "other"), ("OP202", "other"), ("OP201", "other")]
    assert expected == [(finding.code, finding.question) for finding in found.findings]


def test_the_bank_allows_for_all_its_questions_and_for_itself(use: Any, tmp_path: Path) -> None:
    use(rule("BK501", Note("a", "A.", "phases"), whole=True), rule("OP201", Note("b", "B.")))
    head = "allow:\n  BK501: It is small.\n  OP201: It is meant.\n" + HEAD
    found = checked(tmp_path, head + QUESTION + QUESTION.replace("id: treaty", "id: other"))
    assert ((), 3) == (found.findings, found.silenced)


def test_a_question_allows_what_a_rule_on_the_bank_says_of_it(use: Any, tmp_path: Path) -> None:
    use(rule("BK503", Note("a", "A.", question="treaty"), whole=True))
    found = checked(tmp_path, HEAD + QUESTION + "    allow: {BK503: They differ.}\n")
    assert ((), 1) == (found.findings, found.silenced)


def test_an_allowance_that_silences_nothing_is_a_warning_at_its_code(use: Any, tmp_path: Path) -> None:
    use(rule("OP201", Note("a", "A.")), rule("OP207"))
    text = HEAD + QUESTION + "    allow:\n      OP201: It is so.\n      OP207: It was so.\n"
    [finding] = checked(tmp_path, text).findings
    assert ("AL901", Severity.WARNING, "treaty") == (finding.code, finding.severity, finding.question)
    assert Place(LAST + 3, 7) == finding.place
    assert "the allowance of OP207 silences nothing" == finding.message
    assert "Remove it, if what it was for has been mended." == finding.cure


def test_an_allowance_of_what_is_no_rule_is_a_warning_at_its_code(use: Any, tmp_path: Path) -> None:
    use(rule("OP201", Note("a", "A.")))
    [finding] = checked(tmp_path, "allow: {OP201: It is so., OP2O1: A slip.}\n" + HEAD + QUESTION).findings
    assert ("AL902", Severity.WARNING, "") == (finding.code, finding.severity, finding.question)
    assert Place(1, 27) == finding.place
    assert "'OP2O1' is not a rule that can be allowed" == finding.message
    assert "Write a rule's code, a colon and the reason, on a line of its own below allow:." == finding.cure


def test_an_error_of_the_reader_cannot_be_allowed(tmp_path: Path) -> None:
    found = checked(tmp_path, HEAD + QUESTION + "    allow: {EV401: I know better.}\n").findings
    assert ["'EV401' is not a rule that can be allowed"] == [f.message for f in found if f.code == "AL902"]


def test_where_the_bank_allows_it_too_the_questions_own_allowance_counts(use: Any, tmp_path: Path) -> None:
    use(rule("OP201", Note("a", "A.")))
    text = "allow: {OP201: All.}\n" + HEAD + QUESTION + "    allow: {OP201: This one.}\n"
    assert [("AL901", 1, 9)] == placed(checked(tmp_path, text))


def test_of_a_question_with_an_error_no_allowance_is_judged(use: Any, tmp_path: Path) -> None:
    use(rule("OP207"))
    lost = QUESTION.replace("id: treaty", "id: lost").replace("phase: early", "phase: late")
    reading = reading_of(tmp_path, HEAD + QUESTION + lost + "    allow: {OP207: It was so., nothing: A slip.}\n")
    assert ["FM206"] == [finding.code for finding in reading.findings]
    assert () == check(reading).findings


@pytest.mark.parametrize("chosen", [{"select": ("OP201",)}, {"ignore": ("OP207",)}])
def test_allowances_are_not_judged_when_only_some_rules_run(
    use: Any, tmp_path: Path, chosen: dict[str, tuple[str, ...]]
) -> None:
    use(rule("OP201"), rule("OP207", Note("a", "A.")))
    text = HEAD + QUESTION + "    allow: {OP207: It is so., nothing: A slip.}\n"
    assert () == checked(tmp_path, text, **chosen).findings


# lines


def test_findings_get_the_text_of_their_line_where_they_have_none(tmp_path: Path) -> None:
    file = bank_file(tmp_path / "bank", HEAD)
    places = Place(2, 8), Place(2, 1), Place(99, 1)
    first, second, third = (Finding("OP201", "it is so", "bank.yaml", place) for place in places)
    second = Finding("OP201", "it is so", "bank.yaml", places[1], text="as it was")
    expected = ["title: A small bank", "as it was", ""]
    assert expected == [finding.text for finding in with_lines([first, second, third], file)]
    assert ["", "as it was"] == [finding.text for finding in with_lines([first, second], tmp_path / "none.yaml")]
