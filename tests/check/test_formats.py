"""Findings as other programs read them."""

import json
from typing import Any

import pytest

from quiz import __version__
from quiz.check.formats import as_data, github, sarif
from quiz.core.finding import Finding, Place, Severity

FOUND = Finding("OP207", "“always” is there", "b/bank.yaml", Place(7, 4), "Remove it.", "a line", Severity.WARNING, "q")


def finding(message: str = "it is so", path: str = "bank.yaml", cure: str = "Mend it.", **fields: Any) -> Finding:
    """Return a finding with this text."""
    return Finding("RD109", message, path, Place(2, 3), cure, **fields)


def run_of(*findings: Finding) -> dict[str, Any]:
    """Return the one run of a SARIF document."""
    [run] = json.loads(sarif(findings))["runs"]
    assert isinstance(run, dict)
    return run


# json


def test_a_finding_as_values() -> None:
    expected = {
        "path": "b/bank.yaml",
        "line": 7,
        "column": 4,
        "severity": "warning",
        "code": "OP207",
        "message": "“always” is there",
        "cure": "Remove it.",
        "question": "q",
    }
    assert expected == as_data(FOUND)
    assert expected == json.loads(json.dumps(as_data(FOUND)))


def test_a_finding_on_the_bank_names_no_question() -> None:
    assert None is as_data(finding())["question"]


# github


def test_github_gets_one_command_a_finding() -> None:
    expected = (
        "::warning file=b/bank.yaml,line=7,col=4,title=OP207::“always” is there. Remove it.\n"
        "::error file=bank.yaml,line=2,col=3,title=RD109::it is so. Mend it."
    )
    assert expected == github([FOUND, finding()])
    assert "" == github([])


@pytest.mark.parametrize(
    ("severity", "command"), [(Severity.ERROR, "error"), (Severity.WARNING, "warning"), (Severity.INFO, "notice")]
)
def test_github_has_a_command_for_every_severity(severity: Severity, command: str) -> None:
    assert github([finding(severity=severity)]).startswith(f"::{command} file=")


@pytest.mark.parametrize(
    ("path", "expected"),
    [("a,b.yaml", "a%2Cb.yaml"), ("C:/a.yaml", "C%3A/a.yaml"), ("50%.yaml", "50%25.yaml"), ("%2C", "%252C")],
)
def test_signs_that_would_end_the_path_for_github_are_escaped(path: str, expected: str) -> None:
    assert f"::error file={expected},line=2,col=3,title=RD109::it is so. Mend it." == github([finding(path=path)])


@pytest.mark.parametrize(
    ("message", "expected"),
    [
        ("100 % of them", "100 %25 of them"),
        ("one\ntwo\r\nthree", "one two three"),
        ("a: b, c :: d", "a: b, c :: d"),
        ("\n::error::no", "::error::no"),
        ("%0A::error::no", "%250A::error::no"),
        ("a\x1b[31m\u202e", "a␛[31m⟨U+202E⟩"),
    ],
)
def test_a_message_for_github_is_one_line_and_no_command(message: str, expected: str) -> None:
    assert f"::error file=bank.yaml,line=2,col=3,title=RD109::{expected}. Mend it." == github([finding(message)])


# sarif


def test_sarif_has_the_shape_of_2_1_0() -> None:
    document = json.loads(sarif([FOUND]))
    assert {"$schema", "version", "runs"} == set(document)
    assert ("https://json.schemastore.org/sarif-2.1.0.json", "2.1.0") == (document["$schema"], document["version"])
    [run] = document["runs"]
    driver = run["tool"]["driver"]
    assert ("quiz check", __version__) == (driver["name"], driver["version"])
    expected = {
        "ruleId": "OP207",
        "level": "warning",
        "message": {"text": "“always” is there. Remove it."},
        "locations": [
            {
                "physicalLocation": {
                    "artifactLocation": {"uri": "b/bank.yaml"},
                    "region": {"startLine": 7, "startColumn": 4},
                }
            }
        ],
    }
    assert [expected] == run["results"]


def test_sarif_describes_every_code_once() -> None:
    described = run_of(FOUND, finding(), FOUND)["tool"]["driver"]["rules"]
    assert ["OP207", "RD109"] == [rule["id"] for rule in described]
    assert ["absolute-in-distractors", "RD109"] == [rule["name"] for rule in described]
    expected = ['Words such as "always" or "nobody" stand in wrong options only.', "a control character"]
    assert expected == [rule["shortDescription"]["text"] for rule in described]


@pytest.mark.parametrize(
    ("severity", "level"), [(Severity.ERROR, "error"), (Severity.WARNING, "warning"), (Severity.INFO, "note")]
)
def test_sarif_has_a_level_for_every_severity(severity: Severity, level: str) -> None:
    assert [level] == [result["level"] for result in run_of(finding(severity=severity))["results"]]


def test_a_path_of_windows_and_a_text_of_several_lines_are_made_plain_in_sarif() -> None:
    [result] = run_of(finding("one\ntwo", "a\\bank.yaml"))["results"]
    assert "a/bank.yaml" == result["locations"][0]["physicalLocation"]["artifactLocation"]["uri"]
    assert "one two. Mend it." == result["message"]["text"]


def test_sarif_of_nothing_is_a_run_without_results() -> None:
    run = run_of()
    assert ([], []) == (run["results"], run["tool"]["driver"]["rules"])
