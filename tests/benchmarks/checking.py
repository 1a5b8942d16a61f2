"""quiz check with every rule against yaml.load with PyYAML's C loader, on the same file in one run.

The bank has varied questions (words drawn by Zipf's law) on a source of about 3 MB.
Run: python -m tests.benchmarks.checking [questions]
"""

import random
import sys
import tempfile
import time
from pathlib import Path

import yaml

from quiz.check.report import report_on
from tests.benchmarks.reading import timed

QUESTION = """  - id: q{i}
    phase: {phase}
    level: understand
    prompt: What did {a} find out about the {b} of {c} in the {d}?
    answer: The {e} was {f} by {g}
    distractors:
      - text: The {h} was {j} by {k}
        why: That was told of {h}, not of {e}.
      - text: The {l} was {m} by {n}
        why: It is {l} that was {m}, and elsewhere.
    explanation: The sentence names {e} together with {g}, and so tells what became of it in the end.
    quote: {quote}
"""


def vocabulary(rng: random.Random, size: int) -> list[str]:
    """Return made-up words of two to four syllables."""
    syllables = [c + v for c in "bdfgklmnprstvz" for v in ("a", "e", "i", "o", "u", "an", "or", "el")]
    return list(dict.fromkeys("".join(rng.choices(syllables, k=rng.randint(2, 4))) for _ in range(size * 2)))[:size]


def write(folder: Path, count: int) -> None:
    """Write a bank of so many questions, and its source."""
    rng = random.Random(1)
    words = vocabulary(rng, 20_000)
    weights = [1 / (rank + 10) for rank in range(len(words))]
    drawn = iter(rng.choices(words, weights, k=500_000 + 12 * count))
    sentences = [" ".join(next(drawn) for _ in range(12)) for _ in range(40_000)]
    lines = [f"{sentence.capitalize()}." + ("\n\n" if i % 8 == 7 else " ") for i, sentence in enumerate(sentences)]
    (folder / "source.txt").write_text("".join(lines), "utf-8")
    head = "id: big\ntitle: Generated\nsource: {file: source.txt}\n"
    head += "phases: [{id: one, title: One}, {id: two, title: Two}]\n"
    questions = []
    for i in range(count):
        filled = {key: next(drawn) for key in "abcdefghjklmn"[:12]} | {"n": rng.choice(words)}
        quoted = rng.choice(sentences).split()[2:11]
        filled |= {"e": quoted[1], "g": quoted[5]}  # the answer's words stand in the quotation, as they should
        quote = " ".join(quoted)
        questions.append(QUESTION.format(i=i, phase=("one", "two")[i % 2], quote=quote, **filled))
    (folder / "bank.yaml").write_text(f"{head}questions:\n{''.join(questions)}", "utf-8")


def main() -> None:
    """Measure and print."""
    count = int(sys.argv[1]) if len(sys.argv) > 1 else 10_000
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        write(folder, count)
        text = (folder / "bank.yaml").read_text("utf-8")
        theirs = timed(lambda: yaml.load(text, yaml.CSafeLoader), 3)
        ours = timed(lambda: report_on(folder, name), 3)
        begin = time.perf_counter()
        report = report_on(folder, name)
        once = time.perf_counter() - begin
        size = (folder / "source.txt").stat().st_size
        assert report.bank is not None
        print(
            f"{len(report.bank.questions):,} questions, source {size / 1e6:.1f} MB, {len(report.findings):,} findings"
        )
        print(f"check {ours:.2f} s (once more {once:.2f}), yaml.load {theirs:.2f} s: {ours / theirs:.2f} ×")


if __name__ == "__main__":
    main()
