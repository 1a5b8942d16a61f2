"""Random damage: whatever is done to a bank's text, reading it gives findings whose places lie in the file."""

from pathlib import Path
from tempfile import TemporaryDirectory

from hypothesis import example, given, settings
from hypothesis import strategies as st

from quiz.banks.reader import Reading, read_bank
from tests.banks.conftest import GOOD, HEAD, SOURCE

FIRST_BANK = Path(__file__).parents[2] / "question_banks" / "soviet_foreign_policy"
SOURCE_TEXT = (FIRST_BANK / "source.txt").read_text(encoding="utf-8")
LINES = (FIRST_BANK / "bank.yaml").read_text(encoding="utf-8").split("\n")
START = LINES.index("questions:") + 1
SIGNS = (
    *"-?:,[]{}#&*!|>'\"%@`\t \n\r\\~=<.\0\x1b\x85\ufeff\u2028\ufdd0\ufffdé😀",
    "- ",
    ": ",
    "\n---\n",
    "\n...\n",
    "<<: ",
    "''",
)


def read_text(text: str, source: str) -> Reading:
    """Return what comes of reading a bank of this text."""
    with TemporaryDirectory() as name:
        folder = Path(name)
        (folder / "bank.yaml").write_text(text, encoding="utf-8", newline="")
        (folder / "source.txt").write_text(source, encoding="utf-8")
        return read_bank(folder)


def check(text: str, source: str = SOURCE) -> None:
    """Read a text, and check that the outcome is in order."""
    reading = read_text(text, source)
    lines = text.removeprefix("\ufeff").replace("\r\n", "\n").replace("\r", "\n").split("\n")
    for finding in reading.findings:
        line, column = finding.place.line, finding.place.column
        assert 1 <= line <= len(lines)
        assert 1 <= column <= len(lines[line - 1]) + 1
        assert finding.message
        assert finding.cure
        assert (finding.message + finding.cure).isprintable()
    places = [finding.place for finding in reading.findings]
    assert places == sorted(places)
    assert reading.findings or reading.bank
    assert reading.findings or not reading.left_out
    if reading.bank:
        assert len(reading.bank.by_id) == len(reading.bank.questions)
        assert sum(map(len, reading.bank.by_phase.values())) == len(reading.bank.questions)


@st.composite
def damaged(draw: st.DrawFn) -> str:
    """Draw the first bank's head and some of its questions, with lines and characters damaged."""
    first = draw(st.integers(START, len(LINES) - 40))
    lines = LINES[:START] + LINES[first : first + 40]
    for _ in range(draw(st.integers(0, 3))):
        i, j = draw(st.integers(0, len(lines) - 1)), draw(st.integers(0, len(lines) - 1))
        kind = draw(st.sampled_from(("delete", "double", "swap", "indent")))
        if kind == "delete":
            del lines[i]
        elif kind == "double":
            lines.insert(j, lines[i])
        elif kind == "swap":
            lines[i], lines[j] = lines[j], lines[i]
        else:
            lines[i] = draw(st.sampled_from((" ", "\t", "  - ", "      "))) + lines[i]
    text = "\n".join(lines)
    for _ in range(draw(st.integers(0, 4))):
        at = draw(st.integers(0, len(text) - 2))
        middle = draw(st.sampled_from((*SIGNS, "", text[at : at + 2], text[at + 1] + text[at])))
        text = text[:at] + middle + text[at + draw(st.integers(0, 2)) :]
    return text


@settings(max_examples=150)
@given(damaged())
def test_a_damaged_bank_never_raises_and_its_findings_lie_in_the_file(text: str) -> None:
    check(text, SOURCE_TEXT)


@settings(max_examples=150)
@example("---")
@given(st.text(st.sampled_from("".join(SIGNS) + "ab01"), max_size=60))
def test_any_text_as_a_bank_is_met_with_findings(text: str) -> None:
    check(text)


@settings(max_examples=150)
@given(st.text(st.sampled_from("".join(SIGNS) + "ab01"), max_size=30), st.integers(0, len(HEAD + GOOD)))
def test_any_text_put_anywhere_into_a_bank_is_met_with_findings_or_read(text: str, at: int) -> None:
    whole = HEAD + GOOD + GOOD.replace("good", "next")
    check(whole[:at] + text + whole[at:])


@settings(max_examples=80)
@given(st.binary(max_size=80), st.booleans())
def test_any_bytes_are_met_with_findings(data: bytes, in_bank: bool) -> None:
    with TemporaryDirectory() as name:
        folder = Path(name)
        (folder / "source.txt").write_text(SOURCE)
        (folder / "bank.yaml").write_bytes((HEAD + GOOD).encode() + data if in_bank else data)
        reading = read_bank(folder)
        assert reading.findings or reading.bank


def test_the_first_bank_is_read_without_a_finding() -> None:
    reading = read_bank(FIRST_BANK)
    assert reading.findings == ()
    assert reading.left_out == 0
