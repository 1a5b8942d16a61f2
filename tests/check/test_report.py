"""What is told of a bank that was checked: groups, numbers, and banks that are in each other's way."""

from pathlib import Path

import pytest

from quiz.check.report import Report, grouped, report_on, statistics, summary, without_clashes
from quiz.core.finding import Finding, Place, Severity
from tests.check.written import HEAD, SOURCE, bank_file

QUESTION = """  - id: treaty
    phase: early
    type: short-answer
    prompt: Where was the treaty signed?
    answer: Rapallo
    quote: The treaty was signed at Rapallo
"""


def at(line: int, code: str = "OP201", question: str = "") -> Finding:
    """Return a finding in a line."""
    return Finding(code, "it is so", "bank.yaml", Place(line, 1), question=question)


def report(folder: Path, text: str = HEAD + QUESTION, source: str = SOURCE) -> Report:
    """Return the report on a bank that is written so; findings name it by its folder's name."""
    return report_on(bank_file(folder, text, source).parent, folder.name)


def codes(found: Report) -> list[str]:
    """Return the codes in a report."""
    return [finding.code for finding in found.findings]


# a report


def test_a_report_has_the_readers_findings_and_the_rules_in_order_with_their_lines(tmp_path: Path) -> None:
    lost = QUESTION.replace("treaty\n", "lost\n", 1).replace("early", "erly")
    found = report(tmp_path / "bank", HEAD + lost + QUESTION)
    places = [finding.place for finding in found.findings]
    assert sorted(places) == places
    assert {"FM206", "FB601", "BK507"} <= set(codes(found))
    assert {"bank/bank.yaml"} == {finding.path for finding in found.findings}
    by_code = {finding.code: finding.text for finding in found.findings}
    assert ("    phase: erly", "  - id: treaty") == (by_code["FM206"], by_code["FB601"])
    assert 1 == found.number(Severity.ERROR)
    assert len(found.findings) == sum(map(found.number, Severity))


def test_a_bank_named_by_its_file_is_shown_so(tmp_path: Path) -> None:
    found = report_on(bank_file(tmp_path / "bank", HEAD + QUESTION), "my/bank.yaml")
    assert "my/bank.yaml" == found.path
    assert {"my/bank.yaml"} == {finding.path for finding in found.findings}


def test_findings_in_the_source_stand_after_those_in_the_bank(tmp_path: Path) -> None:
    found = report(tmp_path / "bank", source=SOURCE + "\x1b\n")
    assert "RD109" == codes(found)[-1]
    assert "bank/source.txt" == found.findings[-1].path


def test_of_a_bank_that_cannot_be_used_only_the_readers_findings_are_told(tmp_path: Path) -> None:
    found = report(tmp_path / "bank", "")
    assert (None, ["RD101"]) == (found.bank, codes(found))


def test_a_report_takes_only_the_rules_that_are_chosen_and_tells_how_far_it_is(tmp_path: Path) -> None:
    folder = bank_file(tmp_path / "bank", HEAD + QUESTION).parent
    told: list[tuple[int, int]] = []
    chosen = report_on(folder, "bank", select=("FB",), progress=lambda *far: told.append(far))
    assert ["FB601"] == codes(chosen)
    assert [(0, 1)] == told
    assert "FB601" not in codes(report_on(folder, "bank", ignore=("FB601",)))


# groups


def test_findings_are_grouped_by_question_those_on_the_bank_first() -> None:
    a, b, bank = at(1, question="a"), at(2, question="b"), at(3)
    later = at(4, question="a")
    assert [("", [bank]), ("a", [a, later]), ("b", [b])] == grouped([a, b, bank, later])
    assert [("b", [b]), ("a", [later])] == grouped(iter([b, later]))
    assert [] == grouped([])


# numbers


@pytest.mark.parametrize(
    ("severities", "silenced", "expected"),
    [
        ([], 0, "no errors, no warnings."),
        ([Severity.ERROR], 0, "1 error, no warnings."),
        ([Severity.WARNING, Severity.ERROR, Severity.WARNING, Severity.INFO], 0, "1 error, 2 warnings."),
        ([], 3, "no errors, no warnings, 3 allowed with a reason."),
    ],
)
def test_the_summary_counts_questions_sentences_and_findings(
    tmp_path: Path, severities: list[Severity], silenced: int, expected: str
) -> None:
    found = tuple(at(1)._replace(severity=severity) for severity in severities)
    told = summary(report(tmp_path / "bank")._replace(findings=found, silenced=silenced))
    assert f"1 question in 1 phase, 1 of 4 sentences quoted: {expected}" == told


def test_the_summary_names_questions_left_out(tmp_path: Path) -> None:
    lost = QUESTION.replace("treaty\n", "lost\n", 1).replace("early", "erly")
    told = summary(report(tmp_path / "bank", HEAD + QUESTION + lost))
    assert told.startswith("1 question in 1 phase, 1 more left out, 1 of 4 sentences quoted: 1 error, ")


def test_the_summary_of_a_bank_that_cannot_be_used_says_so(tmp_path: Path) -> None:
    expected = "Nothing of this bank can be used: 1 error, no warnings."
    assert expected == summary(report(tmp_path / "bank", ""))


def test_statistics_name_the_most_frequent_code_first_and_then_by_code() -> None:
    found = [at(1, "OP202"), at(2, "CU301"), at(3, "OP202"), at(4, "BK501")]
    assert [("OP202", 2), ("BK501", 1), ("CU301", 1)] == statistics(found)
    assert [] == statistics([])


# clashes


def test_a_second_bank_with_the_same_id_has_a_warning_at_its_id(tmp_path: Path) -> None:
    first, second = report(tmp_path / "one"), report(tmp_path / "two", HEAD.replace("id: s", "id:  s", 1) + QUESTION)
    other = report(tmp_path / "three", HEAD.replace("small", "other", 1) + QUESTION)
    kept, warned, also_kept = without_clashes([first, second, other])
    assert (first, other) == (kept, also_kept)
    assert second.findings == warned.findings[1:]
    finding = warned.findings[0]
    assert ("BK510", Severity.WARNING, Place(1, 6)) == (finding.code, finding.severity, finding.place)
    assert "two/bank.yaml" == finding.path
    assert f"the bank in {tmp_path / 'one'} has the id 'small', too: their scores would mix" == finding.message
    assert "Give one of them another id." == finding.cure


def test_a_bank_that_has_its_id_from_its_folder_is_warned_at_its_beginning(tmp_path: Path) -> None:
    text = HEAD.replace("id: small\n", "") + QUESTION
    (tmp_path / "b").mkdir()
    reports = without_clashes([report(tmp_path / "a"), report(tmp_path / "b" / "small", text)])
    assert ("BK510", Place(1, 1)) == (reports[1].findings[0].code, reports[1].findings[0].place)


def test_a_bank_named_twice_and_banks_that_cannot_be_used_do_not_clash(tmp_path: Path) -> None:
    reports = [
        report(tmp_path / "one"),
        report(tmp_path / "one"),
        report(tmp_path / "x", ""),
        report(tmp_path / "y", ""),
    ]
    assert reports == without_clashes(reports)
