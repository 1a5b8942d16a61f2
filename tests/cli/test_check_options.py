"""`quiz check` with its options: what is reported, in what form, and with what exit code."""

import json
from pathlib import Path

import pytest

from quiz.check.pages import CHECKLIST
from tests.cli.conftest import Call, Result
from tests.cli.samples import HEAD, bank_file, question

ABSOLUTE = """  - id: sky
    phase: two
    prompt: What colour has the sky?
    answer: Blue
    distractors: [Never blue, Green]
    quote: The sky is blue
"""
BAD = question("lost", "tow")


def codes(result: Result) -> list[str]:
    """Return the codes that a text reports, in order."""
    return [line[-6:-1] for line in result.lines if ": " in line and line.endswith("]") and "[" in line[-7:]]


def found(quiz: Call, *options: str) -> set[str]:
    """Return the codes that are found in the bank `sea` with options."""
    return {
        finding["code"] for finding in json.loads(quiz("check", "sea", *options, "--format", "json").out)["findings"]
    }


@pytest.fixture(autouse=True)
def sea(here: Path) -> Path:
    """A bank in the folder `sea`, with warnings and information."""
    return bank_file(here / "sea", HEAD + question("salt") + ABSOLUTE)


# what is reported


def test_information_is_shown_only_with_all(quiz: Call) -> None:
    assert {"AL", "BK", "FB", "OP"} >= {code[:2] for code in found(quiz)}
    assert {"OP207", "FB601"} <= found(quiz)
    assert {"ST106", "EV406"} <= found(quiz, "--all") - found(quiz)
    assert ": info: " not in quiz("check", "sea").out
    assert ": info: " in quiz("check", "sea", "--all").out


@pytest.mark.parametrize(
    "options", [("OP207",), ("op207",), ("OP207,TY7",), ("OP207 TY7",), ("OP207", "--select", "TY"), (" OP207, ",)]
)
def test_select_takes_codes_and_beginnings_however_they_are_separated(quiz: Call, options: tuple[str, ...]) -> None:
    assert {"OP207"} == found(quiz, "--select", *options)


def test_select_and_ignore_go_together(quiz: Call) -> None:
    assert {"FB601", "OP207"} == found(quiz, "--select", "OP,FB")
    assert {"FB601"} == found(quiz, "--select", "OP,FB", "--ignore", "OP2")
    everything = found(quiz, "--all")
    assert {"OP207", "FB601"} == everything - found(quiz, "--all", "--ignore", "OP207", "--ignore", "fb601")


def test_errors_of_the_reader_are_reported_whatever_is_selected(quiz: Call, here: Path) -> None:
    bank_file(here / "sea", HEAD + question("salt") + BAD)
    assert {"FM206"} == found(quiz, "--select", "TY")


@pytest.mark.parametrize("option", ["--select", "--ignore"])
@pytest.mark.parametrize("code", ["ZZ", "OP2077", "OP207,zz1", "FM206"])
def test_a_code_that_no_rule_has_is_wrong_usage(quiz: Call, option: str, code: str) -> None:
    result = quiz("check", "sea", option, code)
    wrong = code.upper().rpartition(",")[2]
    assert (2, "") == (result.code, result.out)
    assert f"quiz: no rule's code begins with '{wrong}'; `quiz rule` lists them\n" == result.err


# the exit code


def test_warnings_fail_only_with_strict(quiz: Call) -> None:
    assert 0 == quiz("check", "sea").code
    assert 1 == quiz("check", "sea", "--strict").code
    assert 1 == quiz("check", "sea", "--strict", "--format", "json").code


def test_information_never_fails(quiz: Call) -> None:
    result = quiz("check", "sea", "--strict", "--all", "--select", "ST,EV")
    assert ": info: " in result.out
    assert 0 == result.code


@pytest.mark.parametrize("form", ["text", "json", "github", "sarif"])
def test_an_error_fails_in_every_format(quiz: Call, here: Path, form: str) -> None:
    assert 0 == quiz("check", "sea", "--format", form).code
    bank_file(here / "sea", HEAD + BAD + question("salt"))
    assert 1 == quiz("check", "sea", "--format", form).code
    assert 1 == quiz("check", "sea", "--format", form, "--statistics").code


# the text


def test_findings_are_grouped_by_question_those_on_the_bank_first(quiz: Call) -> None:
    result = quiz("check", "sea")
    headings = [line for line in result.lines if line == "The bank:" or line.startswith("Question ")]
    assert ["The bank:", "Question salt:", "Question sky:"] == headings
    begins = [result.lines.index(heading) for heading in headings]
    groups = [result.lines[begin + 1 : end] for begin, end in zip(begins, [*begins[1:], None], strict=True)]
    own = [{line[-6:-1] for line in group if line.startswith("sea/bank.yaml:")} for group in groups]
    assert own[0] == {code for code in own[0] if code.startswith("BK")} != set()
    assert ("FB601" in own[1], "OP207" in own[1]) == (True, False)
    assert {"FB601", "OP207"} <= own[2]
    assert all("" == group[-1] for group in groups[:-1])


def test_the_summary_of_each_bank_stands_below_its_findings(quiz: Call, here: Path) -> None:
    bank_file(here / "other", HEAD.replace("small", "other") + question("salt"))
    lines = quiz("check", "sea", "other", "--select", "OP").lines
    first = "sea: 2 questions in 2 phases, 2 of 2 sentences quoted: no errors, 1 warning."
    second = "other: 1 question in 2 phases, 1 of 2 sentences quoted: no errors, no warnings."
    assert lines.index("Question sky:") < lines.index(first) < lines.index(second)


def test_an_allowed_finding_is_counted_in_the_summary(quiz: Call, here: Path) -> None:
    bank_file(here / "sea", HEAD + ABSOLUTE + "    allow: {OP207: The text says so.}\n")
    result = quiz("check", "sea", "--select", "OP")
    assert [] == codes(result)
    assert "sea: 1 question in 2 phases, 1 of 2 sentences quoted: no errors, no warnings, 1 allowed with a reason." in (
        result.lines
    )


def test_an_allowance_of_nothing_is_told_at_its_place(quiz: Call, here: Path) -> None:
    bank_file(here / "sea", HEAD + ABSOLUTE + "    allow: {OP201: It was longest.}\n")
    result = quiz("check", "sea")
    place = "sea/bank.yaml:12:13: warning: the allowance of OP201 silences nothing [AL901]"
    line, caret = result.lines[result.lines.index(place) + 1 :][:2]
    assert "OP201: It was longest.}" == line[caret.index("^") :]


def test_rules_without_word_lists_are_named(quiz: Call, here: Path) -> None:
    bank_file(here / "xx", "language: xx\n" + HEAD + ABSOLUTE)
    expected = "Not applied, as there are no word lists for 'xx': OP207"
    assert expected in quiz("check", "xx", "--select", "OP207,OP209").lines
    assert "Not applied" not in quiz("check", "sea").out
    [bank] = json.loads(quiz("check", "xx", "--select", "OP207,OP209", "--format", "json").out)["banks"]
    assert ["OP207"] == bank["not_applied"]


def test_the_hint_names_the_first_code_found(quiz: Call) -> None:
    result = quiz("check", "sea", "--select", "OP207")
    assert "`quiz rule OP207` explains OP207." in result.lines
    assert "With --strict" not in result.out
    strict = quiz("check", "sea", "--select", "OP207", "--strict")
    assert "`quiz rule OP207` explains OP207. With --strict, warnings fail." in strict.lines
    assert "`quiz rule" not in quiz("check", "sea", "--select", "TY").out


def test_the_checklist_stands_below_every_report_on_questions(quiz: Call, here: Path) -> None:
    expected = ["No program can judge these; ask them of every question:", *(f"  [ ] {asked}" for asked in CHECKLIST)]
    assert expected == quiz("check", "sea").lines[-len(expected) :]
    assert expected == quiz("check", "sea", "--select", "TY").lines[-len(expected) :]
    bank_file(here / "empty", "")
    assert "No program can judge" not in quiz("check", "empty").out


def test_two_banks_with_one_id_are_a_warning_in_the_second(quiz: Call, here: Path) -> None:
    bank_file(here / "twin")
    lines = quiz("check", "sea", "twin").lines
    expected = "twin/bank.yaml:1:5: warning: the bank in sea has the id 'small', too: their scores would mix [BK510]"
    assert expected in lines
    assert "BK510" not in quiz("check", "sea", "sea").out


# statistics


def test_statistics_tell_how_often_instead_of_where(quiz: Call, here: Path) -> None:
    bank_file(here / "sea", HEAD + BAD + question("salt") + ABSOLUTE)
    result = quiz("check", "sea", "--select", "OP,FB601", "--statistics")
    expected = [
        "     2  FB601  explanation-missing",
        "     1  FM206  an unknown phase",
        "     1  OP207  absolute-in-distractors",
        "     4  in all",
    ]
    assert (1, expected, "") == (result.code, result.lines, result.err)


def test_statistics_of_nothing_are_a_zero(quiz: Call) -> None:
    assert ["     0  in all"] == quiz("check", "sea", "--select", "TY", "--statistics").lines


# formats


def test_json_has_every_finding_with_its_question(quiz: Call) -> None:
    data = json.loads(quiz("check", "sea", "--select", "OP", "--format", "json").out)
    assert (0, 1) == (data["errors"], data["warnings"])
    [row] = data["findings"]
    column = ABSOLUTE.splitlines()[4].index("Never") + 1
    assert ("sea/bank.yaml", 11, column) == (row["path"], row["line"], row["column"])
    assert ("OP207", "warning", "sky") == (row["code"], row["severity"], row["question"])
    assert "info" in {
        row["severity"] for row in json.loads(quiz("check", "sea", "--all", "--format", "json").out)["findings"]
    }


def test_github_gets_a_line_for_every_finding_and_nothing_else(quiz: Call) -> None:
    result = quiz("check", "sea", "--select", "OP,FB", "--format", "github")
    assert 3 == len(result.lines)
    assert all(line.startswith("::warning file=sea/bank.yaml,line=") for line in result.lines)
    assert "" == quiz("check", "sea", "--select", "TY", "--format", "github").out


def test_sarif_is_one_document_for_all_banks(quiz: Call, here: Path) -> None:
    bank_file(here / "other", HEAD.replace("small", "other") + ABSOLUTE)
    document = json.loads(quiz("check", "sea", "other", "--select", "OP", "--format", "sarif").out)
    assert "2.1.0" == document["version"]
    [run] = document["runs"]
    places = [result["locations"][0]["physicalLocation"] for result in run["results"]]
    assert ["sea/bank.yaml", "other/bank.yaml"] == [place["artifactLocation"]["uri"] for place in places]
    assert [("OP207", "warning")] * 2 == [(result["ruleId"], result["level"]) for result in run["results"]]


def test_a_format_that_is_not_known_is_wrong_usage(quiz: Call) -> None:
    result = quiz("check", "sea", "--format", "xml")
    assert (2, "") == (result.code, result.out)
    assert "xml" in result.err


def test_a_missing_c_parser_is_said(quiz: Call, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("quiz.banks.nodes.HAS_C_PARSER", False)
    assert (
        "Note: PyYAML is here without its C parser"
        in quiz("check", str(Path(__file__).parents[1] / "data" / "eight")).err
    )
