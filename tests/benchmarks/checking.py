"""quiz check with every rule against yaml.load with PyYAML's C loader, on the same file in one run.

The bank has varied questions (words drawn by Zipf's law) on a source of about 3 MB.
Run: python -m tests.benchmarks.checking [questions]
"""

import random
import subprocess
import sys
import tempfile
from pathlib import Path

from tests.benchmarks.terminal import median

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


LOAD = """
import sys, time, yaml
text = open(sys.argv[1] + "/bank.yaml", encoding="utf-8").read()
begin = time.process_time()
yaml.load(text, yaml.CSafeLoader)
print(time.process_time() - begin)
"""
CHECK = """
import sys, time
from pathlib import Path
from quiz.check.report import report_on
begin = time.process_time()
report = report_on(Path(sys.argv[1]), "bank")
print(time.process_time() - begin, len(report.bank.questions), len(report.findings))
"""


def measured(code: str, folder: str, rounds: int = 5) -> list[float]:
    """Return what each of some fresh processes prints: seconds of processor time first."""
    runs = [
        subprocess.run([sys.executable, "-c", code, folder], capture_output=True, text=True, check=True).stdout.split()
        for _ in range(rounds)
    ]
    return [median([float(run[i]) for run in runs]) for i in range(len(runs[0]))]


def main() -> None:
    """Measure and print: medians of processor time, each round in a process of its own, as a command is."""
    count = int(sys.argv[1]) if len(sys.argv) > 1 else 10_000
    with tempfile.TemporaryDirectory() as name:
        write(Path(name), count)
        size = (Path(name) / "source.txt").stat().st_size
        (theirs,) = measured(LOAD, name)
        ours, questions, findings = measured(CHECK, name)
        print(f"{questions:,.0f} questions, source {size / 1e6:.1f} MB, {findings:,.0f} findings")
        print(f"check {ours:.2f} s, yaml.load {theirs:.2f} s: {ours / theirs:.2f} ×")


if __name__ == "__main__":
    main()
