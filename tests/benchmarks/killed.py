"""The program killed at random moments: what was on screen is on record, the record is sound, and one can go on.

Run: python -m tests.benchmarks.killed [runs] [seed]; the figures of a run are in results/killed.txt.
"""

import random
import re
import sqlite3
import sys
import tempfile
import time
from collections import Counter
from collections.abc import Callable
from contextlib import closing
from dataclasses import dataclass, field
from pathlib import Path

from quiz.banks.reader import Reading, read_bank
from quiz.history.knowledge import knowledge
from quiz.history.record import Record
from quiz.study import Run, Study
from tests.benchmarks.killed_bank import SIZE, write_bank
from tests.benchmarks.terminal import PYTHON, Terminal, compiled

COUNT = 12
KINDS = {"take": 60, "resume": 12, "exam": 10, "review": 8, "app": 6, "app exam": 4}
"""How many runs of a hundred are of a kind."""
_LONGEST_START = 0.25
_LONGEST_ANSWER = 0.008
_TOKENS = re.compile(r"stands at place (\d+)\?|^(Correct|Incorrect|Noted)\.|^(Handed in)\.", re.MULTILINE)
_LATEST = """
    SELECT bank, question, id, score, answered FROM (
        SELECT *, row_number() OVER (PARTITION BY bank, question ORDER BY answered DESC, id DESC) AS n FROM counted
    ) WHERE n = 1 ORDER BY bank, question
"""


@dataclass
class Shown:
    """What stood on the screen when the program was killed: the questions whose answer was confirmed, in order."""

    questions: list[str] = field(default_factory=list)
    handed_in: bool = False


@dataclass
class Stage:
    """Where the program is run: its bank, the folder of what it keeps, and chance."""

    bank: Path
    home: Path
    rng: random.Random
    reading: Reading

    def start(self, *arguments: str, columns: int = 200) -> Terminal:
        """Start `quiz` at a pseudo-terminal."""
        return Terminal([PYTHON, "-m", "quiz", *arguments], columns, QUIZ_HOME=str(self.home))


# plain mode


def plain(stage: Stage, *arguments: str, done: bool = False) -> Shown:
    """Answer some questions line by line and kill the program; with `done`, hand the examination in at last."""
    terminal = stage.start(*arguments, "--plain")
    try:
        if stage.rng.random() < 0.1:
            time.sleep(stage.rng.uniform(0, _LONGEST_START))
        else:
            replies = [str(stage.rng.randint(1, 4)) for _ in range(stage.rng.randint(1, COUNT - 2))]
            for reply in [*replies, "done", "yes"] if done else replies:
                if not at_prompt(terminal):
                    break
                terminal.key(f"{reply}\r")
            time.sleep(stage.rng.uniform(0, _LONGEST_ANSWER))
        terminal.kill()
        terminal.ended()
        return confirmed(terminal.output.decode(errors="replace").replace("\r\n", "\n"))
    finally:
        terminal.close()


def at_prompt(terminal: Terminal) -> bool:
    """Read until the program waits for a line; return whether it does, and has not ended."""
    before = len(terminal.output)
    end = time.perf_counter() + 20
    while terminal.process.poll() is None and time.perf_counter() < end:
        terminal.quiet(0.001)
        if terminal.output.endswith(b"\n> ") and len(terminal.output) > before:
            return True
    if terminal.process.poll() is None:
        raise TimeoutError(f"no prompt within 20 s:\n{terminal.output.decode()}")
    return False


def confirmed(output: str) -> Shown:
    """Return what plain mode has confirmed on the screen; after an examination is handed in come only reminders."""
    shown, question = Shown(), ""
    for place, verdict, handed_in in _TOKENS.findall(output.replace("\n> ", "\n")):
        if handed_in:
            return Shown(shown.questions, handed_in=True)
        if place:
            question = f"q{place}"
        elif verdict:
            shown.questions.append(question)
    return shown


# the app


def app(stage: Stage, *arguments: str, verdicts: bool = True) -> Shown:
    """Answer some questions in the app and kill it; in an examination there are no verdicts."""
    terminal = stage.start(*arguments, columns=80)
    try:
        last = stage.rng.randint(1, COUNT - 2)
        sure = 0
        for number in range(1, last + 1):
            asks = asking(number)
            terminal.wait(asks)
            sure = number - 1
            terminal.key(str(stage.rng.randint(1, 4)))
            if verdicts and number < last:
                terminal.wait(judged)
                terminal.key("\r")
        time.sleep(stage.rng.uniform(0, 0.06))
        terminal.kill()
        terminal.ended()
        over = judged(terminal.text) if verdicts else asking(last + 1)(terminal.text)
        return Shown([f"?{n}" for n in range(sure + over)])
    finally:
        terminal.close()


def asking(number: int) -> Callable[[str], bool]:
    """Return what tells whether a question is on the screen, and not its verdict."""
    place = re.compile(rf"\b{number} of {COUNT}\b")
    return lambda text: bool(place.search(text)) and "help" in text and not judged(text)


def judged(text: str) -> bool:
    """Return whether a verdict is on the screen."""
    return "Not this one" in text or "Right." in text


# what must be so afterwards


def check_sound(file: Path) -> None:
    """Check that the record is sound, and what is derived in it equals what follows from the answers."""
    with closing(sqlite3.connect(file)) as database:
        assert [("ok",)] == database.execute("PRAGMA quick_check").fetchall()
        assert [] == database.execute("PRAGMA foreign_key_check").fetchall()
        kept = database.execute("SELECT bank, question, response, score, answered FROM latest ORDER BY 1, 2").fetchall()
        assert database.execute(_LATEST).fetchall() == kept


def check_memory(stage: Stage) -> None:
    """Check that what is known of every question is what follows from the answers when it is worked out anew."""
    with closing(record_of(stage)) as record:
        before = knowledge(record, "killed")
        record.write("DELETE FROM memory", ())
        assert knowledge(record, "killed") == before


def record_of(stage: Stage) -> Record:
    """Open the record of a stage; nothing may be wrong with it."""
    record = Record(stage.home / "history.db", lambda: "stamp")
    assert ("", True) == (record.notice, record.saves)
    return record


def check_kept(stage: Stage, before: set[int], shown: Shown, kind: str) -> int:
    """Check that every confirmed answer is on record, and at most one more; return how many were confirmed."""
    with closing(sqlite3.connect(stage.home / "history.db")) as database:
        rows = database.execute("SELECT id, question, attempt FROM responses ORDER BY id").fetchall()
        handed_in = {row[0] for row in database.execute("SELECT attempt FROM handins")}
    new = [row for row in rows if row[0] not in before]
    asked = [row[1] for row in new]
    count = len(shown.questions)
    if kind.startswith("app"):
        assert count <= len(new) <= count + 1, (count, asked)
    elif shown.handed_in:  # then what was not answered is on record, too
        assert shown.questions == asked[:count]
        assert {row[2] for row in new} <= handed_in
    else:
        assert shown.questions == asked[:count], (shown, asked)
        assert "exam" in kind or len(asked) <= count + 1, (shown, asked)
    return count


def check_resumed(stage: Stage) -> None:
    """Check that what was interrupted last is gone on with, and nothing in it is asked again."""
    with closing(record_of(stage)) as record:
        study = Study(stage.reading, record)
        left = study.interrupted()
        if left is None:
            return
        saved = record.load(left.uid)
        again = study.resume(left.uid)
        assert saved is not None
        assert again is not None
        answered = [row.question for row in saved.given]
        assert len(set(answered)) == len(answered) == left.answered
        open_ones = again.session.queue if isinstance(again, Run) else again.unanswered
        assert sorted(saved.attempt.selection) == sorted((*answered, *open_ones))


def check_asked(stage: Stage) -> None:
    """Check with the program itself that `--resume` asks a question that has no answer yet."""
    with closing(record_of(stage)) as record:
        left = Study(stage.reading, record).interrupted()
        saved = record.load(left.uid) if left else None
    if saved is None or len(saved.given) == len(saved.attempt.selection):  # an examination that waits to be handed in
        return
    terminal = stage.start("take", str(stage.bank), "--plain", "--resume")
    try:
        assert at_prompt(terminal)
        places = re.findall(r"stands at place (\d+)\?", terminal.output.decode())
        assert 1 == len(places)
        assert f"q{places[0]}" not in {row.question for row in saved.given}
    finally:
        terminal.close()


# one run, and all


def one(stage: Stage, kind: str) -> int:
    """Run the program once, kill it, and check everything; return how many answers it had confirmed."""
    file, bank = stage.home / "history.db", str(stage.bank)
    count = ("--count", str(COUNT), "--seed", str(stage.rng.randint(1, 1 << 30)))
    before: set[int] = set()
    if file.exists():
        with closing(sqlite3.connect(file)) as database:
            before = {row[0] for row in database.execute("SELECT id FROM responses")}
    shown = {
        "take": lambda: plain(stage, "take", bank, *count),
        "resume": lambda: plain(stage, "take", bank, "--resume"),
        "exam": lambda: plain(stage, "take", bank, *count, "--mode", "exam", done=stage.rng.random() < 0.4),
        "review": lambda: plain(stage, "review", bank),
        "app": lambda: app(stage, "take", bank, *count),
        "app exam": lambda: app(stage, "take", bank, *count, "--mode", "exam", verdicts=False),
    }[kind]()
    if not file.exists():
        assert not shown.questions
        return 0
    check_sound(file)
    number = check_kept(stage, before, shown, kind)
    check_resumed(stage)
    return number


def runs(number: int, seed: int, folder: Path, kinds: dict[str, int] | None = None) -> tuple[Counter[str], int]:
    """Run and kill so often, on one growing record; return the runs by kind, and the answers confirmed in all."""
    rng = random.Random(seed)
    write_bank(folder / "bank")
    stage = Stage(folder / "bank", folder / "home", rng, read_bank(folder / "bank"))
    done: Counter[str] = Counter()
    answers = 0
    kinds = kinds or KINDS
    for index in range(number):
        [kind] = rng.choices([*kinds], [*kinds.values()])
        done[kind] += 1
        place = stage
        if kind == "review":  # new questions are a few a day: each needs a record of its own
            place = Stage(stage.bank, folder / f"review-{index}", rng, stage.reading)
        try:
            answers += one(place, kind)
        except Exception as error:
            raise AssertionError(f"seed {seed}, run {index}, {kind}: {error}") from error
        if index % 25 == number % 25:
            check_asked(stage)
    check_memory(stage)
    return done, answers


def main() -> None:
    """Run, and print what was done."""
    number = int(sys.argv[1]) if len(sys.argv) > 1 else 500
    seed = int(sys.argv[2]) if len(sys.argv) > 2 else 1
    compiled()
    begin = time.perf_counter()
    with tempfile.TemporaryDirectory() as folder:
        done, answers = runs(number, seed, Path(folder))
        with closing(sqlite3.connect(Path(folder, "home", "history.db"))) as database:
            kept, attempts = database.execute("SELECT count(*), count(DISTINCT attempt) FROM responses").fetchone()
    print(f"seed {seed}: {number} runs killed in {time.perf_counter() - begin:.0f} s, on a bank of {SIZE} questions")
    print(", ".join(f"{count} {kind}" for kind, count in done.most_common()))
    print(f"{answers} answers were confirmed on screen; none was lost, none doubled, none asked again")
    print(f"the record, at the end {attempts} attempts with {kept} answers, was sound after every kill")


if __name__ == "__main__":
    main()
