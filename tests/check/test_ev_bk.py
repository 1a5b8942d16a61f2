"""Rules on evidence and on the whole bank: thresholds, severities, places, and that nothing near is missed."""

import json
from itertools import combinations
from pathlib import Path
from random import Random
from types import SimpleNamespace
from typing import Any

import pytest

from quiz.check.chance import binomial_tail, chi_square, even_odds, exact_multinomial, uneven
from quiz.check.engine import check
from quiz.check.near import Nearest, likeness
from quiz.check.rules import bk502_longest_is_key_skew as bk502
from quiz.check.rules import bk506_numeric_key_rank_skew as bk506
from quiz.check.rules import bk507_phase_coverage as bk507
from quiz.check.rules.ev402_quote_off_key import _is_named
from quiz.check.runs import SourceWords
from quiz.check.text import tokens
from quiz.check.words.english import ENGLISH
from quiz.core.finding import Finding, Severity
from tests.check.examples import bank_of

VECTORS: dict[str, list[dict[str, Any]]] = json.loads(
    (Path(__file__).parents[1] / "vectors" / "chance.json").read_text(encoding="utf-8")
)


def findings(folder: Path, example: str, code: str, language: str = "en") -> list[Finding]:
    """Return what one rule finds in an example that can be read without findings."""
    reading = bank_of(folder, example, language)
    assert () == reading.findings
    return list(check(reading, select=[code]).findings)


# chance


@pytest.mark.parametrize("case", VECTORS["keypos"], ids=str)
def test_chi_square_agrees_with_the_vectors(case: dict[str, Any]) -> None:
    assert chi_square(case["obs"]) == pytest.approx(case["p"], rel=1e-4)


@pytest.mark.parametrize("case", VECTORS["longest_key_binom"], ids=str)
def test_the_binomial_tail_agrees_with_the_vectors(case: dict[str, Any]) -> None:
    assert binomial_tail(case["k"], case["n"], case["p0"]) == pytest.approx(case["p"], rel=1e-4)


def test_chances_of_small_numbers_worked_out_by_hand() -> None:
    assert even_odds(0, 10) == pytest.approx(2 / 1024)
    assert 1.0 == even_odds(5, 10)
    assert exact_multinomial((3, 0)) == pytest.approx(0.25)
    assert exact_multinomial((2, 1)) == pytest.approx(1.0)
    assert 1.0 == uneven((7, 0, 0))
    assert uneven((8, 0, 0)) == pytest.approx(3 / 3**8)
    assert chi_square((20, 0, 0, 0)) == uneven((20, 0, 0, 0))


# what is found without comparing each with each


def test_nearest_finds_what_comparing_each_with_each_finds() -> None:
    rng = Random(5)
    words = [f"w{i}" for i in range(60)]
    sets = [frozenset(rng.choices(words, k=rng.randint(4, 9))) for _ in range(250)]
    sets += [frozenset([*list(one)[1:], "extra"]) for one in sets[:60]]
    expected = {b for a, b in combinations(range(len(sets)), 2) if likeness(sets[a], sets[b]) >= 0.6}
    pairs = Nearest(sets, 0.6).pairs()
    assert expected == {later for later, _, _ in pairs}
    assert all(other < later and likeness(sets[later], sets[other]) == part for later, other, part in pairs)


def test_runs_are_those_found_by_looking_everywhere() -> None:
    rng = Random(7)
    for _ in range(300):
        rows = [tuple(rng.choices("abcd", k=rng.randint(1, 40))) for _ in range(2)]
        words = tuple(rng.choices("abcd", k=rng.randint(1, 10)))
        parts = [words[i:j] for i, j in combinations(range(len(words) + 1), 2)]
        times = {part: sum(row[i : i + len(part)] == part for row in rows for i in range(len(row))) for part in parts}
        source = SourceWords(rows)
        assert (times[words] > 1) == source.twice(words)
        for least in (3, 5, 7):
            longest = max((len(part) for part in parts if times[part] and len(part) >= least), default=0)
            assert longest == len(source.longest(words, least))


# evidence

PARAPHRASED = """
    prompt: What became of the lamp room?
    level: {level}
    answer: Burnt down
    distractors: [Sold off, Painted]
    quote: A fire destroyed the lamp room in 1841
"""


@pytest.mark.parametrize(
    ("level", "expected"),
    [("recall", [Severity.WARNING]), ("understand", [Severity.INFO]), ("apply", []), ("analyse", [])],
)
def test_an_answer_in_other_words_matters_less_the_higher_the_level(
    level: str, expected: list[Severity], tmp_path: Path
) -> None:
    found = findings(tmp_path, PARAPHRASED.format(level=level), "EV402")
    assert expected == [finding.severity for finding in found]


def test_worded_evidence_rules_leave_other_languages_alone(tmp_path: Path) -> None:
    reading = bank_of(tmp_path, PARAPHRASED.format(level="recall"), "fi")
    checked = check(reading, select=["EV"])
    assert () == checked.findings
    assert {"EV402", "EV403", "EV409"} <= set(checked.not_applied)


def test_a_repeated_quotation_is_found_at_its_own_line(tmp_path: Path) -> None:
    example = """
        source_text: The lamp was lit. The bell was rung. The lamp was lit again.
        questions:
          - prompt: What was done with the lamp?
            answer: It was lit
            distractors: [It was sold, It was moved]
            quote: [The bell was rung., The lamp was lit]
    """
    (finding,) = findings(tmp_path, example, "EV408")
    assert (tmp_path / "bank.yaml").read_text("utf-8").splitlines()[finding.place.line - 1].strip() == (
        "- The lamp was lit"
    )


def test_a_quotation_that_is_much_too_long_is_a_warning(tmp_path: Path) -> None:
    text = " ".join(f"word{i}" for i in range(130)) + "."
    example = "source_text: {}\nquestions: [{{type: true-false, answer: true, quote: {}}}]"
    (long,) = findings(tmp_path / "a", example.format(text, text), "EV406")
    (longish,) = findings(tmp_path / "b", example.format(text, " ".join(text.split()[:120])), "EV406")
    assert (Severity.WARNING, Severity.INFO) == (long.severity, longish.severity)


def test_a_language_without_blanks_has_no_short_quotations(tmp_path: Path) -> None:
    example = (
        "source_text: 灯塔建于一八二二年。\nquestions: [{type: true-false, answer: true, quote: 灯塔建于一八二二年}]"
    )
    assert [] == findings(tmp_path, example, "EV406", "zh")


THREE_PHASES = """
    source_text: |
      The tower was built. Its first lamp was lit.

      The fire came. The lamp was lost.

      The new lamp came. It shone far.
    phases:
      - {{id: one, title: One, quote: The tower was built.}}
      - {{id: two, title: Two, quote: {second}}}
      - {{id: three, title: Three, quote: The new lamp came.}}
    questions:
      - {{type: true-false, answer: true, phase: {phase}, quote: {quote}}}
"""


@pytest.mark.parametrize(
    ("phase", "quote", "expected"),
    [
        ("one", "The lamp was lost.", [Severity.WARNING]),
        ("three", "Its first lamp was lit.", [Severity.WARNING]),
        ("two", "Its first lamp was lit.", [Severity.INFO]),
        ("two", "[Its first lamp was lit., The lamp was lost.]", []),
        ("two", "The lamp was lost.", []),
    ],
)
def test_the_phase_of_a_quotation(phase: str, quote: str, expected: list[Severity], tmp_path: Path) -> None:
    example = THREE_PHASES.format(second="The fire came.", phase=phase, quote=quote)
    assert expected == [finding.severity for finding in findings(tmp_path, example, "EV407")]


def test_phases_that_are_not_told_in_their_order_say_nothing(tmp_path: Path) -> None:
    example = THREE_PHASES.format(second="It shone far.", phase="one", quote="The lamp was lost.")
    assert [] == findings(tmp_path, example, "EV407")


# the bank


def test_a_skew_names_the_counts(tmp_path: Path) -> None:
    (longest,) = findings(tmp_path / "a", bk502.BAD[1], "BK502")
    assert "12 of the 20 questions" in longest.message
    (middle,) = findings(tmp_path / "b", bk506.BAD[0], "BK506")
    assert "in 10 of 10 questions with 4 numbers" in middle.message
    assert "q1" == middle.question


def test_a_phase_without_questions_is_an_error_at_the_phase(tmp_path: Path) -> None:
    (few,) = findings(tmp_path / "a", bk507.BAD[0], "BK507")
    (none,) = findings(tmp_path / "b", bk507.BAD[1], "BK507")
    assert (Severity.WARNING, Severity.ERROR) == (few.severity, none.severity)
    assert (tmp_path / "b" / "bank.yaml").read_text("utf-8").splitlines()[none.place.line - 1].strip() == "- id: two"


SAME = """
    - prompt: What did the fire destroy?
      answer: The lamp room
      distractors: [The stairs, The harbour]
    - prompt: What did the fire destroy?
      answer: {}
      distractors: [The garden, The flag]
"""


@pytest.mark.parametrize(("answer", "severity"), [("The lamp", Severity.ERROR), ("The boat", Severity.WARNING)])
def test_equal_prompts(answer: str, severity: Severity, tmp_path: Path) -> None:
    (finding,) = findings(tmp_path, SAME.format(answer), "BK503")
    assert (severity, "q2") == (finding.severity, finding.question)
    assert "'q1'" in finding.message


def test_cloze_texts_are_compared_and_not_their_prompts(tmp_path: Path) -> None:
    example = """
        - {type: cloze, text: "The lighthouse was lit in {{1822}} for the first time."}
        - {type: cloze, text: "A fire destroyed the {{lamp room}} of the tower."}
        - {type: cloze, text: "A fire destroyed the {{lamp room}} of the old tower."}
    """
    assert ["q3"] == [finding.question for finding in findings(tmp_path, example, "BK503")]


def test_a_false_statement_gives_nothing_away(tmp_path: Path) -> None:
    example = """
        - {prompt: Who lit the lamp of the lighthouse?, answer: Matthew Brown, distractors: [Ida Green, Peter Black]}
        - {type: true-false, prompt: Matthew Brown lit the lamp of the lighthouse., answer: ANSWER}
    """.replace("?,", "?' ,").replace("prompt: Who", "prompt: 'Who")
    assert [] == findings(tmp_path / "a", example.replace("ANSWER", "false"), "BK504")
    (finding,) = findings(tmp_path / "b", example.replace("ANSWER", "true"), "BK504")
    assert ("q1", True) == (finding.question, "'q2'" in finding.message)


@pytest.mark.parametrize(("number", "words"), [("25", "twenty-five bees"), ("30", "thirty"), ("12", "all twelve")])
def test_a_number_in_words_proves_the_number(number: str, words: str) -> None:
    item = SimpleNamespace(words=ENGLISH, quote_tokens=tokens(words))
    assert _is_named(item, number)  # type: ignore[arg-type]
    assert not _is_named(item, str(int(number) + 1))  # type: ignore[arg-type]
