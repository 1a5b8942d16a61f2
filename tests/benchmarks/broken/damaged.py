"""Real banks, damaged: lines deleted, doubled, swapped and indented, bytes flipped, texts spliced, cut and blown up."""

from functools import cache
from pathlib import Path
from random import Random

from quiz.banks.reader import read_bank
from quiz.check.lock import hash_of, record_of
from tests.benchmarks.broken import words
from tests.benchmarks.broken.words import DATA, FIRST_BANK, SIGNS, TOKENS

_HARM = "delete double swap move indent blank end-odd blow-up splice-token splice-odd splice-own flip cut".split()
_ENCODED = "as-is crlf cr mixed bom two-boms utf-16 latin-1 tabs nfd nul bytes".split()


@cache
def _real(folder: Path) -> tuple[tuple[str, ...], int, str]:
    """Return the lines of a real bank, the number of those before its questions, and its source."""
    lines = tuple((folder / "bank.yaml").read_text(encoding="utf-8").split("\n"))
    return lines, lines.index("questions:") + 1, (folder / "source.txt").read_text(encoding="utf-8")


def _some(rng: Random, folder: Path) -> tuple[list[str], str]:
    """Return the head of a real bank with a few of its questions, now and then with all, and the source."""
    lines, start, source = _real(folder)
    begins = [n for n, line in enumerate(lines) if n >= start and line.startswith("  - ")]
    if rng.random() < 0.01:
        return list(lines), source
    chosen = rng.sample(begins, min(rng.randint(1, 6), len(begins)))
    ends = dict(zip(begins, (*begins[1:], len(lines)), strict=True))
    return [*lines[:start], *(line for first in sorted(chosen) for line in lines[first : ends[first]])], source


def _harmed(rng: Random, lines: list[str]) -> None:
    """Damage some lines in one way."""
    i, j = rng.randrange(len(lines)), rng.randrange(len(lines))
    line, at = lines[i], rng.randint(0, len(lines[i]))
    match rng.choice(_HARM):
        case "delete":
            del lines[i : i + rng.randint(1, max(min(4, len(lines) - 1), 1))]
            lines[:] = lines or [""]
        case "double":
            lines[j:j] = lines[i : i + rng.randint(1, 12)]
        case "swap":
            lines[i], lines[j] = lines[j], lines[i]
        case "move":
            lines.insert(min(j, len(lines) - 1), lines.pop(i))
        case "indent":
            blanks = rng.choice((" ", "  ", "\t", "  - ", "      ", "- ", "\xa0"))
            lines[i] = line[rng.randint(1, 4) :] if rng.random() < 0.4 else blanks + line
        case "blank":
            lines[i] = rng.choice(("", "  ", line.partition(":")[0] + ":", line.partition(":")[0]))
        case "end-odd":
            lines[i] = line + rng.choice((" ", "\t", ":", " #", "\\", "'", '"', "|", "\x85", *SIGNS))
        case "blow-up":
            lines[i] = line.partition(": ")[0] + ": " + words.enormous(rng)
        case "splice-token":
            lines[i] = line[:at] + rng.choice(TOKENS) + line[at + rng.randint(0, 3) :]
        case "splice-odd":
            lines[i] = line[:at] + words.text(rng) + line[at + rng.randint(0, 3) :]
        case "splice-own":
            lines[i] = line[:at] + lines[j][rng.randint(0, len(lines[j])) :]
        case "flip":
            lines[i] = line[:at] + line[at : at + 1].swapcase() + rng.choice(SIGNS) + line[at + 1 :]
        case "cut":
            if rng.random() < 0.2:
                del lines[i + 1 :]
            lines[i] = line[:at]


def encoded(rng: Random, text: str) -> bytes:
    """Return the bytes of a text, now and then as another system would write it, or with bytes that are no text."""
    kind = rng.choice(_ENCODED) if rng.random() < 0.25 else "as-is"
    data = text.encode()
    at = rng.randint(0, len(data))
    match kind:
        case "crlf" | "cr":
            return data.replace(b"\n", b"\r\n" if kind == "crlf" else b"\r")
        case "mixed":
            return data[:at].replace(b"\n", b"\r\n") + data[at:]
        case "bom" | "two-boms":
            bom = b"\xef\xbb\xbf" * (1 if kind == "bom" else 2)
            return bom + (data if rng.random() < 0.5 else data[:at] + b"\xff" + data[at:])
        case "utf-16" | "latin-1":
            return text.encode(kind, "replace")
        case "tabs":
            return data.replace(b"    ", b"\t")
        case "nfd":
            import unicodedata

            return unicodedata.normalize("NFD", text.replace("e", "é")).encode()
        case "nul" | "bytes":
            middle = b"\0" if kind == "nul" else bytes(rng.randrange(256) for _ in range(rng.randint(1, 3)))
            return data[:at] + middle + data[at + rng.randint(0, 2) :]
    return data


def _locked(lines: list[str], folder: Path) -> None:
    """Lock the source of a bank to the text that it has now."""
    bank = read_bank(folder).bank
    assert bank is not None
    [source] = bank.sources
    at = next(n for n, line in enumerate(lines) if line.strip() == "file: source.txt")
    lock = [f"  sha256: {hash_of(source.text)}", f"  sentences: {record_of(source.indexed)}"]
    lines[at + 1 : at + 1] = lock


def damaged(rng: Random) -> dict[str, bytes]:
    """Return the files of a real bank that was damaged in a few places; the source with it, now and then."""
    folder = rng.choice((FIRST_BANK, DATA))
    lines, source = _some(rng, folder)
    if rng.random() < 0.15:
        _locked(lines, folder)
    if rng.random() < 0.2:
        source_lines = source.split("\n")
        for _ in range(rng.randint(1, 4)):
            _harmed(rng, source_lines)
        source = "\n".join(source_lines)
    for _ in range(rng.choice((0, 1, 1, 1, 2, 2, 3, 5, 9))):
        _harmed(rng, lines)
    data = source.encode() if rng.random() < 0.9 else encoded(rng, source)
    return {"bank.yaml": encoded(rng, "\n".join(lines)), "source.txt": data}
