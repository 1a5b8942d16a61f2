"""Plain mode, through pipes: what is printed, and every form of reply."""

import re
from pathlib import Path

import pytest

from quiz.cli.plain import HELP
from tests.cli.conftest import Call
from tests.cli.samples import EIGHT, HEAD, bank_file, layout, options, question

ONE_RUN = """\
The lighthouse at Rook Point

Question 1 of 3 · The age of oil
What did the first lamp burn?
  1) Candles
  2) Driftwood
  3) Whale oil
  4) Coal gas
Incorrect.
Answer: Whale oil
Why: The lamp was fed with oil from whales until electric light came.
Your choice: One keeper could not have tended enough of them.
Source: “It burned whale oil” (paragraph 1, sentence 2, The Lighthouse)

Question 2 of 3 · The age of oil
Which two changes followed the fire?
  1) The steps were doubled
  2) A lens from Paris was fitted
  3) A second keeper was hired
  4) The tower was raised
Correct.
Answer: The tower was raised; A lens from Paris was fitted
Why: Height and lens together made the light visible from afar.
Source: “After the fire the tower was raised by nine metres and given a lens from Paris.” \
(paragraph 2, sentence 1, The Lighthouse)

Question 3 of 3 · The age of electric light
True or false: a keeper switches the light on today.
  1) True
  2) False

The age of oil: 1 of 2 (50 %)
The age of electric light: nothing answered
Total: 1 of 2 (50 %)
Read again: “It burned whale oil” (paragraph 1, sentence 2, The Lighthouse)
1 question is left: quiz take {path} --plain --resume
"""
MATCH = """\
Question 7 of 8 · The age of electric light
Match each number with what it counts.
  1) 96
  2) 20
  3) 9
  a) The years from oil to electric light
  b) The metres by which the tower grew
  c) The miles at which the lamp was seen
  d) The steps of the tower
"""
CLOZE = """\
Question 8 of 8 · The age of electric light
Fill in the gaps.
The last [1 ____] left in [2 ____], and a [3 ____] took over.
  Gap 3: 1) sensor  2) neighbour  3) clock
"""
IDS = ["fuel", "rebuilt", "keeper-today", "city", "year", "sequence", "numbers", "summary"]
EVENTS = ["The lamp is lit for the first time", "A fire destroys", "The tower is raised", "Electric light"]


def numbers(ident: str, *texts: str) -> list[str]:
    """Return the numbers at which options stand that begin with these texts."""
    return [str(1 + next(i for i, o in enumerate(options(ident)) if o.startswith(text))) for text in texts]


def pairs(**chosen: str) -> list[str]:
    """Return pairs such as 1b: to the number n96 the right side that begins with a text."""
    shown = layout("numbers")
    found = []
    for left, text in chosen.items():
        letter = next("abcd"[i] for i, target in enumerate(shown.targets) if target.startswith(text))
        found.append(f"{1 + shown.items.index(left[1:])}{letter}")
    return found


FUEL = numbers("fuel", "Whale oil", "Coal gas")
BOTH = numbers("rebuilt", "The tower was raised", "A lens from Paris")
SLIP = numbers("rebuilt", "A second keeper")
ORDER = numbers("sequence", *EVENTS)
SWAPPED = [ORDER[1], ORDER[0], *ORDER[2:]]
PAIRS = pairs(n96="The steps", n20="The miles", n9="The metres")
CROSSED = pairs(n96="The steps", n20="The metres", n9="The miles")
RIGHT, WRONG = "Correct.", "Incorrect."


def asked(quiz: Call, ident: str, *replies: str) -> list[str]:
    """Put one question of the bank of eight, and return what is printed after its options."""
    skips = "skip\n" * IDS.index(ident)
    result = quiz("take", str(EIGHT), "--plain", "--in-order", "--seed", "1", replies=skips + "\n".join(replies) + "\n")
    assert (0, "") == (result.code, result.err)
    return result.out.split("\n\n")[1 + IDS.index(ident)].splitlines()[2:]


def test_a_run_reads_line_by_line(quiz: Call) -> None:
    arguments = ("take", str(EIGHT), "--plain", "--in-order", "--count", "3", "--seed", "1")
    result = quiz(*arguments, replies=f"1\n{','.join(BOTH)}\n")
    assert (0, ONE_RUN.format(path=EIGHT), "") == (result.code, result.out, result.err)


def test_pairs_and_gaps_are_numbered(quiz: Call) -> None:
    skips = quiz("take", str(EIGHT), "--plain", "--in-order", "--seed", "1", replies="skip\n" * 8).out
    assert MATCH.replace("7 of", "1 of") in skips
    assert CLOZE.replace("8 of", "1 of") in skips


@pytest.mark.parametrize(
    ("ident", "reply", "verdict"),
    [
        ("fuel", FUEL[0], RIGHT),
        ("fuel", f"{FUEL[0]}.", RIGHT),
        ("fuel", f" {FUEL[0]}) ", RIGHT),
        ("fuel", "abcd"[int(FUEL[0]) - 1], RIGHT),
        ("fuel", "ABCD"[int(FUEL[0]) - 1], RIGHT),
        ("fuel", FUEL[1], WRONG),
        ("rebuilt", ",".join(BOTH), RIGHT),
        ("rebuilt", ", ".join(reversed(BOTH)), RIGHT),
        ("rebuilt", " ".join(BOTH), RIGHT),
        ("rebuilt", BOTH[0], "Partly correct (0.50)."),
        ("rebuilt", ",".join((*BOTH, *SLIP)), "Partly correct (0.50)."),
        ("rebuilt", SLIP[0], WRONG),
        ("rebuilt", "1,2,3,4", WRONG),
        ("keeper-today", "f", RIGHT),
        ("keeper-today", "False", RIGHT),
        ("keeper-today", "2", RIGHT),
        ("keeper-today", "t", WRONG),
        ("keeper-today", "TRUE", WRONG),
        ("keeper-today", "1", WRONG),
        ("city", "Paris", RIGHT),
        ("city", "paris.", RIGHT),
        ("city", "the city of Paris", RIGHT),
        ("city", "=Paris", RIGHT),
        ("city", "London", WRONG),
        ("city", "=skip", WRONG),
        ("city", "=quit", WRONG),
        ("city", "=?", WRONG),
        ("year", "1903", RIGHT),
        ("year", "in 1903", RIGHT),
        ("year", "1,903", RIGHT),
        ("year", "1904", WRONG),
        ("year", "-1903", WRONG),
        ("sequence", " ".join(ORDER), RIGHT),
        ("sequence", "".join(ORDER), RIGHT),
        ("sequence", ", ".join(ORDER), RIGHT),
        ("sequence", " ".join(SWAPPED), "Partly correct (0.67)."),
        ("sequence", " ".join(reversed(ORDER)), WRONG),
        ("numbers", " ".join(PAIRS), RIGHT),
        ("numbers", " ".join(reversed(PAIRS)).upper(), RIGHT),
        ("numbers", ", ".join(f"{pair[0]}-{pair[1]}" for pair in PAIRS), RIGHT),
        ("numbers", " ".join(CROSSED), "Partly correct (0.33)."),
        ("numbers", "1a 2a 3a", WRONG),
        ("summary", "keeper; 1968; clock", RIGHT),
        ("summary", " The Keeper ;1968;3", RIGHT),
        ("summary", "keepr; 1968; CLOCK", RIGHT),
        ("summary", "keeper; 1968;", "Partly correct (0.67)."),
        ("summary", ";;sensor", WRONG),
    ],
)
def test_every_form_of_reply_is_judged(quiz: Call, ident: str, reply: str, verdict: str) -> None:
    printed = asked(quiz, ident, reply)
    lines = [line for line in printed if re.match(r"(Correct|Incorrect|Partly correct)\b", line)]
    assert [verdict] == lines
    after = printed[printed.index(verdict) + 1 :]
    assert after == sorted(after, key=_rank)
    assert all(
        re.match("Answer: |Why: |Source: “", line) for line in after[_details(after) :] if "Your choice" not in line
    )


def _rank(line: str) -> int:
    """Return at which place of a verdict a line belongs."""
    starts = ["Answer: ", "Why: ", "Your choice: ", "Source: "]
    return next((i for i, start in enumerate(starts) if line.startswith(start)), -1)


def _details(lines: list[str]) -> int:
    """Return how many lines stand before the answer."""
    return next(i for i, line in enumerate(lines) if line.startswith("Answer: "))


def test_a_misspelt_word_is_said_to_be_taken_as_what_was_meant(quiz: Call) -> None:
    assert "Taken as keeper." in asked(quiz, "summary", "keepr; 1968; clock")


def test_what_was_right_of_it_is_said(quiz: Call) -> None:
    assert "1 of 3 pairs." in asked(quiz, "numbers", " ".join(CROSSED))
    assert "2 of 3 gaps." in asked(quiz, "summary", "keeper; 1969; clock")
    assert "2 of the 2 right ones chosen, and 1 that is not." in asked(quiz, "rebuilt", ",".join((*BOTH, *SLIP)))


def test_why_a_choice_is_wrong_is_said(quiz: Call) -> None:
    gas = "Your choice: Gas is not mentioned; after the oil came electric light."
    assert gas in asked(quiz, "fuel", FUEL[1])
    assert "Your choice: The text names one keeper at a time." in asked(quiz, "rebuilt", SLIP[0])
    assert "Your choice: The last keeper left in 1968." in asked(quiz, "keeper-today", "t")
    assert not [line for line in asked(quiz, "fuel", FUEL[0]) if line.startswith("Your choice")]


@pytest.mark.parametrize(
    ("ident", "misfits", "says"),
    [
        ("fuel", ["", "0", "5", "e", "whale oil", "1 2"], "Type the number of your answer, 1 to 4."),
        ("rebuilt", ["", "1,5", "both", "0"], "Type the numbers of all right answers, 1 to 4, such as 1,3."),
        ("keeper-today", ["", "3", "yes", "tr"], "Type t for true or f for false."),
        ("city", ["", "  ", "="], "Type your answer; capitals, accents and punctuation do not count."),
        ("year", ["", "long ago"], "Type a number in digits."),
        ("year", ["1903 1904", "1903abc", "1903 I think"], "Type one number and nothing else, such as 12 or 3.5."),
        (
            "sequence",
            ["", "1 2 3", "1 2 3 3", "1 2 3 4 5", "1234 1"],
            "Type all 4 numbers in the right order, each once, such as 2 3 4 1.",
        ),
        (
            "numbers",
            ["", "1a 2b", "1a 1b 2c", "1a 2b 3e", "a b c"],
            "Type a letter for every number, such as 1b 2c 3d.",
        ),
        (
            "summary",
            ["", "keeper", "a; b; c; d", ";;"],
            "Type what belongs in the 3 gaps (a text or the number of an option), separated by ; in their order.",
        ),
    ],
)
def test_a_reply_that_does_not_fit_says_what_would_and_asks_again(
    quiz: Call, ident: str, misfits: list[str], says: str
) -> None:
    right = dict(
        zip(
            IDS,
            (FUEL[0], ",".join(BOTH), "f", "Paris", "1903", " ".join(ORDER), " ".join(PAIRS), "keeper;1968;clock"),
            strict=True,
        )
    )
    printed = asked(quiz, ident, *misfits, right[ident])
    assert len(misfits) == printed.count(says)
    assert printed.index(RIGHT) > printed.index(says)


def test_a_question_mark_explains_this_question_and_all_commands(quiz: Call) -> None:
    printed = asked(quiz, "city", "?", "Paris")
    start = printed.index("Type your answer; capitals, accents and punctuation do not count.")
    assert HELP.split("\n") == printed[start + 1 : start + 1 + len(HELP.split("\n"))]
    assert RIGHT in printed


def test_a_skipped_question_comes_again_at_the_end(quiz: Call) -> None:
    arguments = ("take", str(EIGHT), "--plain", "--in-order", "--count", "2", "--seed", "1")
    lines = quiz(*arguments, replies=f"SKIP\n{','.join(BOTH)}\nskip\n{FUEL[0]}\n").lines
    prompts = ["What did the first lamp burn?", "Which two changes followed the fire?"]
    assert [prompts[0], prompts[1], prompts[0]] == [line for line in lines if line in prompts]
    assert 1 == lines.count("Skipped; it comes again at the end.")
    assert 1 == lines.count("This is the last question that is left; answer it, or type quit.")
    assert "Total: 2 of 2 (100 %)" in lines


def test_an_answer_can_be_taken_back_and_the_summary_says_so(quiz: Call) -> None:
    lines = quiz(
        "take", str(EIGHT), "--plain", "--in-order", "--seed", "1", replies=f"undo\n{FUEL[1]}\nundo\n{FUEL[0]}\n"
    ).lines
    assert 1 == lines.count("There is no answer to take back.")
    assert 1 == lines.count("Taken back. The question again:")
    assert 2 == lines.count("Question 1 of 8 · The age of oil")
    assert {"Total: 1 of 1 (100 %)", "1 answer was taken back."} <= set(lines)


def test_source_shows_the_text_and_then_the_passage_of_the_last_answer(quiz: Call) -> None:
    printed = asked(quiz, "fuel", "source", FUEL[0])
    assert ["The Lighthouse", "The Lighthouse", "A short history"] == printed[4:7]
    assert printed[7].startswith("1. The lighthouse at Rook Point was lit")
    assert printed[8].startswith("2. After the fire")
    arguments = ("take", str(EIGHT), "--plain", "--in-order", "--seed", "1")
    lines = quiz(*arguments, replies=f"{FUEL[0]}\nsource\nquit\n").lines
    at = lines.index("The Lighthouse, paragraph 1, sentence 2:")
    marked = "The lighthouse at Rook Point was lit for the first time in 1822. ⟦It burned whale oil⟧, and its keeper, "
    assert lines[at + 1].startswith(marked)


def test_a_quotation_with_words_left_out_is_marked_in_its_parts(quiz: Call) -> None:
    skips = "skip\n" * IDS.index("numbers")
    arguments = ("take", str(EIGHT), "--plain", "--in-order", "--seed", "1")
    lines = quiz(*arguments, replies=f"{skips}{' '.join(PAIRS)}\nsource\n").lines
    assert "The Lighthouse, paragraph 2, sentences 1–2:" in lines
    assert any("was ⟦raised by nine metres⟧ and given" in line and "at ⟦a distance of twenty" in line for line in lines)


@pytest.mark.parametrize("end", ["quit\n", "QUIT\n", ""])
def test_leaving_and_the_end_of_input_keep_what_was_answered(quiz: Call, end: str) -> None:
    lines = quiz("take", str(EIGHT), "--plain", "--in-order", "--seed", "1", replies=f"{FUEL[0]}\n{end}").lines
    expected = [
        "",
        "The age of oil: 1 of 1 (100 %)",
        "The age of electric light: nothing answered",
        "Total: 1 of 1 (100 %)",
        f"7 questions are left: quiz take {EIGHT} --plain --resume",
    ]
    assert expected == lines[-5:]


def test_the_line_to_go_on_with_names_the_bank_by_its_id_when_that_means_it(quiz: Call, home: Path, here: Path) -> None:
    text = HEAD + question("a") + question("b")
    bank_file(home / "banks" / "small", text)
    assert "1 question is left: quiz take small --plain --resume" == quiz("take", "small", replies="t\n").lines[-1]
    folder = bank_file(here / "my bank", text)
    last = quiz("take", str(folder), replies="t\n").lines[-1]
    assert f"1 question is left: quiz take '{folder}' --plain --resume" == last


def test_an_input_without_any_answer_saves_nothing(quiz: Call) -> None:
    assert "Total: nothing answered" == quiz("take", str(EIGHT), "--plain").lines[-1]
    assert "(0 attempts)" in quiz("scores", str(EIGHT)).lines[0]


def test_a_question_with_an_error_is_left_out_and_that_is_said(quiz: Call, here: Path) -> None:
    bank_file(here / "bad", HEAD + question("a") + question("b", "tow") + question("c", "tow"))
    lines = quiz("take", "bad", replies="t\n").lines
    note = "2 questions have errors and are left out; `quiz check bad` says what is wrong."
    assert ["A small bank", note, "", "Question 1 of 1 · Phase one"] == lines[:4]


def test_a_flag_may_come_with_its_text_or_be_asked_for_it(quiz: Call) -> None:
    replies = "flag the date is wrong\nflag\nit is dark\nFlag\n\n"
    result = quiz("take", str(EIGHT), "--plain", "--in-order", replies=replies)
    noted = "Noted, on “What did the first lamp burn?”, for whoever looks after this bank: quiz flags"
    assert 2 == result.lines.count(noted)
    assert "What is wrong? Type it as one line; an empty line leaves it." in result.lines
    assert "Nothing noted." in result.lines
    assert "2 flags are open" in quiz("flags", str(EIGHT)).out


def test_the_question_just_answered_can_be_flagged(quiz: Call) -> None:
    replies = "flag last too early\n1\nflag last it was oil\nquit\n"
    result = quiz("take", str(EIGHT), "--plain", "--in-order", replies=replies)
    assert "There is no question before this one." in result.lines
    assert [True] == ["the first lamp" in line for line in result.lines if line.startswith("Noted, on ")]


def test_how_sure_one_is_comes_with_the_answer(quiz: Call) -> None:
    sign = str(1 + options("fuel").index("Candles"))
    result = quiz("take", str(EIGHT), "--plain", "--in-order", "--count", "1", "--seed", "1", replies=f"{sign}!\n")
    assert "You were sure: look twice." in result.lines
    assert "Sure: 1 answer, 0 right, too few to say more" in result.lines
