"""The results of an attempt as Markdown and as values: all that belongs to them, and nothing of a bank as markup."""

import json
from collections.abc import Iterator
from contextlib import closing
from datetime import UTC, datetime
from pathlib import Path

import pytest
from hypothesis import assume, given
from hypothesis import strategies as st
from markdown_it import MarkdownIt

from quiz.banks.reader import Reading, read_bank
from quiz.core.bank import Bank
from quiz.core.visible import first_hidden, one_line
from quiz.history.record import Record
from quiz.history.values import Mode
from quiz.study import Run, Study
from quiz.study.markdown import as_markdown, escaped, save
from quiz.study.report import as_data
from tests.tui.samples import bank_with

EIGHT = Path(__file__).parent / "data" / "eight"
NOW = datetime(2026, 3, 5, 14, 30, tzinfo=UTC)
PARSER = MarkdownIt("commonmark", {"html": True}).enable(["table", "strikethrough"])
IDS = ["fuel", "keeper-today", "numbers"]
PAIRS = ("The steps of the tower", "The miles at which the lamp was seen")
HOSTILE = (
    "*a* _b_ `c` <b>d</b> [e](f) ![g](h) | --- | # i ~~j~~ &amp; \\ http://k.l www.m.n 1. o - p $q$ @r :s: \x1b[31m"
)


@pytest.fixture
def record(tmp_path: Path) -> Iterator[Record]:
    """A new record."""
    with closing(Record(tmp_path / "history.db", lambda: "stamp")) as opened:
        yield opened


def study_of(record: Record, bank: Bank | None = None) -> Study:
    """Return a study of the bank with one question of each type, or of another, on a day in March."""
    reading = Reading(Path("bank"), bank) if bank else read_bank(EIGHT)
    return Study(reading, record, lambda: NOW)


def taken(study: Study, mode: Mode = Mode.PRACTICE, certainty: int | None = None) -> Run:
    """Answer fuel wrongly, keeper-today rightly and numbers in part; what is asked once more, rightly."""
    run = study.begin(IDS, 1, mode)
    for response in (("Driftwood",), ("False",), (*PAIRS, "")):
        run.submit(response, 1, certainty)
    while run.question:
        run.submit(run.question.key, 1)
    return run


def texts(markdown: str) -> list[str]:
    """Return what every paragraph, item and heading says when the Markdown is read; it may have no markup within."""
    found = []
    for token in PARSER.parse(markdown):
        assert token.type not in ("html_block", "fence", "code_block", "table_open", "hr")
        if token.type == "inline":
            inner = {child.type for child in token.children or ()}
            assert inner <= {"text", "strong_open", "strong_close"}, (inner, token.content)
            found.append("".join(child.content for child in token.children or ()))
    return found


# what is markup in a text comes out as it is

SIGNS = st.text(alphabet="ab1 \\`*_{}[]()<>#+-=.!|~&;:/\"'^$@\n\t", min_size=1, max_size=20)


@given(SIGNS | st.text(min_size=1, max_size=20))
def test_an_escaped_text_comes_out_of_markdown_as_it_is(text: str) -> None:
    shown = one_line(text)
    assume(shown)
    for lead, says in (("", ""), ("- ", ""), ("- Why: ", "Why: "), ("### 1. ", "1. "), ("> “", "“"), ("1. ", "")):
        assert [says + shown] == texts(f"{lead}{escaped(text)}\n"), lead
    assert first_hidden(escaped(text)) is None


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Whale oil, and 3.5 litres of it (in 1822)!", "Whale oil, and 3.5 litres of it (in 1822)!"),
        ("1841. A fire", "1841\\. A fire"),
        ("- a\n- b", "\\- a - b"),
        ("-5 degrees", "-5 degrees"),
        ("www.example.org", "www\\.example.org"),
        ("https://example.org", "https\\://example.org"),
        ("\x1b[31m", "␛\\[31m"),
    ],
)
def test_only_what_could_be_markup_is_escaped(text: str, expected: str) -> None:
    assert expected == escaped(text)


def test_the_results_on_a_hostile_bank_have_no_markup_but_their_own(record: Record) -> None:
    run = study_of(record, bank_with(HOSTILE)).begin(["choice", "match", "cloze", "order"], 1)
    while run.question:
        run.submit((HOSTILE,), 1)
    said = texts(as_markdown(run))
    assert f"Results: {one_line(HOSTILE)}" == said[0]
    assert f"1. {one_line(HOSTILE)}" in said
    assert first_hidden(as_markdown(run)) is None


# what is told


def test_the_markdown_tells_all_of_an_attempt(record: Record) -> None:
    markdown = as_markdown(taken(study_of(record)))
    assert markdown.startswith("# Results: The lighthouse at Rook Point\n\nQuiz, 2026-03-05, 14:30.\n")
    assert "**Total: 1 of 3 (33 %), 1 partly right, too few to say more.**" in markdown
    assert "- The age of electric light: 1 of 2 (50 %), 1 partly right, too few to say more" in markdown
    fuel = """\
### 1. What did the first lamp burn?

**Not right.**

- Your answer: Driftwood
- The answer: Whale oil
- Your choice: Open fires stood on beacons, not in lamp rooms.
- Why: The lamp was fed with oil from whales until electric light came.

> “It burned whale oil” (paragraph 1, sentence 2, The Lighthouse)
"""
    assert fuel in markdown
    assert "**Partly right.** 2 of 3 pairs." in markdown
    assert "## Read again\n\n1. “It burned whale oil” (paragraph 1, sentence 2, The Lighthouse)\n" in markdown
    assert "How sure you were" not in markdown


def test_certainty_is_told_and_its_marks_where_they_are_wanted(record: Record) -> None:
    run = taken(study_of(record), certainty=3)
    assert "- sure: 3 answers, 1 right, too few to say more" in as_markdown(run)
    assert "You said: sure." in as_markdown(run)
    assert "Certainty-based marks: -1, " in as_markdown(run)
    assert "Certainty-based marks" not in as_markdown(run, with_marks=False)
    data = as_data(run)
    assert [{"certainty": "sure", "answered": 3, "right": 1, "verdict": "surer than you should be"}] == data[
        "certainty"
    ]
    assert isinstance(data["marks"], dict)
    assert -1 == pytest.approx(data["marks"]["total"])


def test_the_values_can_be_json_and_have_every_answer(record: Record) -> None:
    run = taken(study_of(record))
    data = json.loads(json.dumps(as_data(run)))
    assert ("eight", "practice", "2026-03-05T14:30:00+00:00") == (data["bank"], data["mode"], data["began"])
    assert (str(run.uid), True, 3, 1) == (
        data["attempt"],
        data["scored"],
        data["total"]["answered"],
        data["total"]["right"],
    )
    assert ["not right", "right", "partly right"] == [row["verdict"] for row in data["questions"]]
    fuel = data["questions"][0]
    assert ("Driftwood", "Whale oil", 0.0, None) == (fuel["response"], fuel["answer"], fuel["score"], fuel["certainty"])
    place = {"text": "It burned whale oil", "source": "The Lighthouse", "place": "paragraph 1, sentence 2"}
    assert [place] == fuel["quotes"]
    assert [["fuel", "numbers"]] == [passage["missed"] for passage in data["read_again"]]
    assert (None, [], [], 0) == (data["marks"], data["certainty"], data["left"], data["withdrawn"])


def test_a_run_under_way_says_what_is_left_and_what_was_taken_back(record: Record) -> None:
    run = study_of(record).begin(IDS, 1)
    run.submit(("Driftwood",), 1)
    run.undo()
    run.submit(("Whale oil",), 1)
    assert "2 questions are not answered.\n\n1 answer was taken back as a slip." in as_markdown(run)
    assert (["keeper-today", "numbers"], 1) == (as_data(run)["left"], as_data(run)["withdrawn"])
    assert "## Read again" not in as_markdown(run)
    nothing = as_markdown(study_of(record).begin(IDS, 1))
    assert "**Total: not asked yet.**" in nothing


def test_a_pretest_has_no_scores(record: Record) -> None:
    markdown = as_markdown(taken(study_of(record), Mode.PRETEST, certainty=3))
    assert "A pre-test: nothing is scored. Now read, then quiz yourself again." in markdown
    assert "%" not in markdown
    assert "**Not right.**" in markdown


def test_what_was_asked_once_more_is_told_and_not_counted(record: Record) -> None:
    run = taken(study_of(record), Mode.REVIEW)
    assert "Asked once more: 2 of 2 right then." in as_markdown(run)
    assert {"answered": 2, "right": 2} == as_data(run)["once_more"]
    assert "**Total: 1 of 3 " in as_markdown(run)


def test_what_an_examination_left_empty_was_not_answered(record: Record) -> None:
    exam = study_of(record).begin_exam(IDS, 1)
    exam.answer(("Whale oil",), 1)
    run = exam.hand_in()
    markdown = as_markdown(run)
    assert "Examination, 2026-03-05, 14:30." in markdown
    assert "2 questions are not answered." in markdown
    assert 2 == markdown.count("**Not answered.**")
    rows = as_data(run)["questions"]
    assert isinstance(rows, list)
    assert [("right", "Whale oil"), ("not answered", None)] == [(r["verdict"], r["response"]) for r in rows[:2]]


def test_a_cloze_has_its_text(record: Record) -> None:
    run = study_of(record).begin(["summary"], 1)
    run.submit(("keeper", "1970", "clock"), 1)
    assert "Fill in the gaps.\n\nThe last \\[1 \\_\\_\\_\\_\\] left in" in as_markdown(run)


# saving


def test_a_file_is_new_each_time_and_touches_no_other(record: Record, tmp_path: Path) -> None:
    run = taken(study_of(record))
    paths = [save(run, text, [tmp_path]) for text in ("one", "two", "three")]
    stem = "quiz-results-2026-03-05-1430"
    assert [f"{stem}.md", f"{stem}-2.md", f"{stem}-3.md"] == [path.name for path in paths]
    assert ["one", "two", "three"] == [path.read_text("utf-8") for path in paths]


def test_where_a_folder_cannot_be_written_to_the_next_one_is_taken(record: Record, tmp_path: Path) -> None:
    run = taken(study_of(record))
    (tmp_path / "file").write_text("")
    for folder in (tmp_path / "nowhere", tmp_path / "file"):
        assert tmp_path == save(run, "text", [folder, tmp_path]).parent
    with pytest.raises(OSError, match="nowhere"):
        save(run, "text", [tmp_path / "nowhere"])
    with pytest.raises(OSError, match="no folder"):
        save(run, "text", [])
