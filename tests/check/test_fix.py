"""`quiz check --fix`: what is mechanical is mended, and not a sign more."""

import stat
from pathlib import Path
from random import Random

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from quiz.banks.reader import read_as_written
from quiz.check.fixes.fixer import diff, file_of, fixed, save, summary
from quiz.cli.main import main
from tests.check.written import HEAD, bank_file

ROOT = Path(__file__).parents[2]
EIGHT = ROOT / "tests" / "data" / "eight"
FIRST = ROOT / "question_banks" / "soviet_foreign_policy"

YEARS = """  - id: year
    phase: early
    prompt: In which year?
    answer: 1922
    distractors: {}
    quote: in 1922
"""
PLACE = """  - id: place
    phase: early
    prompt: Where was the treaty signed?
    answer: Rapallo
    distractors: [Berlin, Genoa]
    quote: {}
"""


def after(folder: Path, questions: str, head: str = HEAD) -> str:
    """Return what fixing makes of questions below a head."""
    bank_file(folder, "")
    result = fixed((head + questions).encode(), folder)
    assert "" == result.refused
    return result.after.decode().removeprefix(head)


@pytest.mark.parametrize(
    ("expected", "written"),
    [
        ("[1918, 1925, 1930]", "[1930, 1918, 1925]"),
        ('[{text: "1918", why: early}, 1930]', '[1930, {text: "1918", why: early}]'),
        ("[March 1918, '3 May 1918', 1930]", "[1930, March 1918, '3 May 1918']"),
        ("[1918, 1930]", "[1918, 1930]"),
        ("[1930, soon after]", "[1930, soon after]"),
        ("[1930, # late\n      1918]", "[1930, # late\n      1918]"),
    ],
)
def test_wrong_options_that_are_numbers_are_put_into_rising_order(expected: str, written: str, tmp_path: Path) -> None:
    assert YEARS.format(expected) == after(tmp_path, YEARS.format(written))


def test_comments_and_reasons_go_with_the_option_that_is_moved(tmp_path: Path) -> None:
    late = '      # above it\n      - text: "1930"  # late\n        why: >-\n          Far\n          too late.\n'
    early = "      -  '1918'  # early\n"
    begin = "# three\n"
    expected = YEARS.format(begin + early + late.rstrip("\n"))
    assert expected == after(tmp_path, YEARS.format(begin + late + early.rstrip("\n")))


def test_an_allowed_disorder_is_left(tmp_path: Path) -> None:
    allowed = YEARS.format("[1930, 1918, 1925]\n    allow: {OP209: as in the book}")
    assert allowed == after(tmp_path, allowed)


def test_letters_before_all_options_are_removed(tmp_path: Path) -> None:
    written = PLACE.format("at Rapallo").replace("answer: Rapallo", "answer: A) Rapallo  # right")
    written = written.replace("[Berlin, Genoa]", "[B) Berlin, {text: 'C) Genoa'}, \"D) - no\", E) - none]")
    expected = PLACE.format("at Rapallo").replace("answer: Rapallo", "answer: Rapallo  # right")
    expected = expected.replace("[Berlin, Genoa]", "[Berlin, {text: 'Genoa'}, \"- no\", '- none']")
    assert expected == after(tmp_path, written)


@pytest.mark.parametrize(
    ("answer", "wrong"), [("A. Hale", "B. Reed, K. Moss"), ("A) Rapallo", "Berlin, Genoa"), ("A) x", "B) X, C) y")]
)
def test_letters_stay_that_only_some_have_or_that_tell_options_apart(answer: str, wrong: str, tmp_path: Path) -> None:
    written = PLACE.format("at Rapallo").replace("answer: Rapallo", f"answer: {answer}")
    written = written.replace("Berlin, Genoa", wrong)
    assert written == after(tmp_path, written)


@pytest.mark.parametrize(
    ("expected", "written"),
    [
        ('Lenin\'s idea – "his own,"', "Lenin’s idea - “his own,”"),
        ("'Lenin''s idea – \"his own,\"'", "'Lenin’s idea — “his own,”'"),
        ('"Lenin\'s idea – \\"his own,\\""', '"Lenin\\u2019s idea \\u2014 “his own,”"'),
        (">-\n      Lenin's\n      idea – […] as he", ">-\n      Lenin’s\n      idea - […] as he"),
        ("""'"his own," as he'""", "“his own,” as he"),
        ("[Lenin's, at Rapallo]", "[Lenin‘s, at Rapallo]"),
        ("{text: Lenin's idea}", "{text: Lenin’s idea}"),
    ],
)
def test_signs_of_a_quotation_become_those_of_the_source(expected: str, written: str, tmp_path: Path) -> None:
    assert PLACE.format(expected) == after(tmp_path, PLACE.format(written))


def test_a_quotation_that_is_not_in_the_source_is_left(tmp_path: Path) -> None:
    assert PLACE.format("Lenin’s deed") == after(tmp_path, PLACE.format("Lenin’s deed"))


def test_missing_ids_are_made_from_the_words_of_the_prompt(tmp_path: Path) -> None:
    first = PLACE.format("at Rapallo").replace("- id: place\n    ", "- ")
    second = PLACE.format("at Rapallo").replace("id: place", "id:  # none yet")
    third = "  - {phase: early, type: true-false, prompt: 'The treaty, signed?', answer: true, quote: treaty}\n"
    expected = PLACE.format("at Rapallo").replace("id: place", "id: treaty-signed")
    assert (
        expected
        + second.replace("id:  #", "id: treaty-signed-2  #")
        + third.replace("{phase", "{id: treaty-signed-3, phase")
    ) == after(tmp_path, first + second + third)


def test_blanks_at_line_ends_go_and_those_of_a_text_stay(tmp_path: Path) -> None:
    written = PLACE.format('"at\\ \n      Rapallo"  \n    explanation: |\n      One.\t\n      \n      Two.  ')
    expected = PLACE.format('"at\\ \n      Rapallo"\n    explanation: |\n      One.\n\n      Two.')
    assert expected == after(tmp_path, written)


def test_line_breaks_byte_order_mark_and_a_missing_last_break_are_kept(tmp_path: Path) -> None:
    written = "\ufeff" + (HEAD + PLACE.format("Lenin’s")).replace("id: place\n    ", "")
    expected = "\ufeff" + HEAD + PLACE.format("Lenin's").replace("id: place", "id: treaty-signed")
    bank_file(tmp_path, "")
    data = written.rstrip("\n").replace("\n", "\r\n").encode()
    assert expected.rstrip("\n").replace("\n", "\r\n").encode() == fixed(data, tmp_path).after


def test_signs_of_four_bytes_and_comments_do_not_shift_the_places(tmp_path: Path) -> None:
    written = "  # 🙂 é e\u0301 \u2028 first\n" + PLACE.format("Lenin’s idea") + "# 🙂\n" + YEARS.format("[3, 1]")
    expected = written.replace("Lenin’s", "Lenin's").replace("[3, 1]", "[1, 3]")
    assert expected == after(tmp_path, written)


@pytest.mark.parametrize("text", [HEAD + "  - {id: [[\n", HEAD + "  - &a {id: x}\n", "", "\x07" + HEAD])
def test_a_file_that_cannot_be_read_is_refused(text: str, tmp_path: Path) -> None:
    bank_file(tmp_path, "")
    result = fixed(text.encode(), tmp_path)
    assert (text.encode(), ()) == (result.after, result.fixes)
    assert result.refused.startswith("mend line ")


def test_what_was_fixed_is_said_in_words(tmp_path: Path) -> None:
    bank_file(tmp_path, "")
    result = fixed((HEAD + PLACE.format("Lenin’s ") + YEARS.format("[3, 1]")).encode(), tmp_path)
    expected = "3 fixes in 2 questions: numbers in rising order (1), signs in quotations (1), blanks at line ends (1)"
    assert expected == summary(result)
    assert ["-    quote: Lenin’s ", "+    quote: Lenin's"] == [
        line for line in diff(result, "bank.yaml") if "quote: L" in line
    ]


def test_the_command_writes_once_and_keeps_the_mode(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    file = bank_file(tmp_path / "small", HEAD + PLACE.format("Lenin’s idea"))
    file.chmod(0o640)
    assert 1 == main(["check", str(file.parent), "--diff"])
    assert "+    quote: Lenin's idea" in capsys.readouterr().out.splitlines()
    assert (HEAD + PLACE.format("Lenin’s idea")).encode() == file.read_bytes()
    assert 0 == main(["check", str(file), "--fix"])
    assert "1 fix in 1 question: signs in quotations (1)." in capsys.readouterr().out
    assert (HEAD + PLACE.format("Lenin's idea")).encode() == file.read_bytes()
    assert 0o640 == stat.S_IMODE(file.stat().st_mode)
    assert (0, "") == (main(["check", str(file), "--diff"]), capsys.readouterr().out)
    assert ["bank.yaml", "source.txt"] == sorted(path.name for path in file.parent.iterdir())


def test_a_link_to_a_bank_stays_a_link(tmp_path: Path) -> None:
    file = bank_file(tmp_path / "small", HEAD + PLACE.format("Lenin’s idea"))
    link = tmp_path / "link.yaml"
    link.symlink_to(file)
    assert file == file_of(link)


def test_a_file_that_was_changed_meanwhile_is_not_overwritten(tmp_path: Path) -> None:
    file = bank_file(tmp_path, HEAD + PLACE.format("Lenin’s idea"))
    result = fixed(file.read_bytes(), tmp_path)
    file.write_text("other")
    with pytest.raises(OSError, match="changed meanwhile"):
        save(file, result)
    assert ["bank.yaml", "source.txt"] == sorted(path.name for path in tmp_path.iterdir())


LETTERED = [
    ("answer: Whale oil", "answer: A) Whale oil"),
    ("text: Coal gas", "text: 'b) Coal gas'"),
    ("text: Candles", "text: C)  - Candles"),
    ("text: Driftwood", 'text: "D) e) Driftwood"'),
]
NUMBERED = [("Whale oil", "12"), ("Coal gas", "1,300 # late"), ("Candles", '"7"'), ("Driftwood", ">-\n          3")]


def careless(line: str, rng: Random) -> str:
    """Return a line as careless hands would leave it, in a bank that can still be read."""
    changed = [
        line + rng.choice([" ", "  ", "\t", " # é🙂 "]),
        line.replace("'", "’") if " '" not in line else line,
        line.replace(' "', " “").replace('."', ".”") if ': "' not in line else line,
        line.replace("-", "—") if "quote" in line else line.replace("–", "-"),
        line.replace("- id: ", "- tags: "),
    ]
    return rng.choice(changed)


def wild(line: str, rng: Random) -> str:
    """Return a line that may break the file."""
    return rng.choice([line[1:], "  " + line, line + rng.choice(["'", '"', ":", "\\", " ]"]), "", line + "\n" + line])


def mutated(text: str, seed: int, number: int) -> bytes:
    """Return a bank's text with some lines changed."""
    rng = Random(seed)
    for old, new in rng.choice([[], LETTERED, NUMBERED, [("'s ", "’s ")]]):
        text = text.replace(old, new)
    lines = text.split("\n")
    for _ in range(number):
        i = rng.randrange(len(lines))
        lines[i] = careless(lines[i], rng) if rng.random() < 0.97 else wild(lines[i], rng)
    text = rng.choice(["", "\ufeff"]) + rng.choice(["\n", "\r\n"]).join(lines)
    return (text if rng.random() < 0.8 else text.rstrip()).encode()


def shows_that_fixing_twice_is_fixing_once(data: bytes, folder: Path) -> None:
    """Fix some bytes twice; nothing may be lost by it."""
    once = fixed(data, folder)
    again = fixed(once.after, folder)
    assert (once.after, ()) == (again.after, again.fixes)
    before, since = (read_as_written(text, folder, "bank.yaml") for text in (data, once.after))
    assert sum(f.severity == "error" for f in before.findings) >= sum(f.severity == "error" for f in since.findings)
    if before.bank and since.bank:
        assert {*before.bank.by_id} <= {*since.bank.by_id}


@given(st.integers(0, 10**9), st.integers(1, 6))
def test_fixing_twice_is_fixing_once_for_the_bank_of_eight(seed: int, number: int) -> None:
    text = (EIGHT / "bank.yaml").read_text("utf-8")
    shows_that_fixing_twice_is_fixing_once(mutated(text, seed, number), EIGHT)


@given(st.integers(0, 10**9), st.integers(20, 200))
@settings(max_examples=15)
def test_fixing_twice_is_fixing_once_for_the_first_bank(seed: int, number: int) -> None:
    text = (FIRST / "bank.yaml").read_text("utf-8")
    shows_that_fixing_twice_is_fixing_once(mutated(text, seed, number), FIRST)


@pytest.mark.parametrize("folder", [EIGHT, FIRST], ids=lambda folder: folder.name)
def test_the_banks_that_are_here_need_no_fix(folder: Path) -> None:
    data = (folder / "bank.yaml").read_bytes()
    assert (data, "") == ((result := fixed(data, folder)).after, result.refused)
