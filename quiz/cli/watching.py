"""The rounds of `quiz watch`, in append-only lines: findings, and the question under work as the student sees it."""

import time
from collections.abc import Callable
from typing import TextIO

from quiz.check.report import Report, grouped, summary
from quiz.check.watch import Look, Stamp, Watch
from quiz.cli.asked import asked, proved
from quiz.cli.report import lines
from quiz.core.finding import Severity
from quiz.core.session import Session
from quiz.core.troubles import trouble
from quiz.core.visible import one_line

POLL_SECONDS = 0.3
SETTLE_SECONDS = 0.1
_GONE_AFTER = 5
"""So many polls without the file, and it is said that it is gone: an editor's saving takes less."""
_RULE = 60


class Rounds:
    """What is printed of a watched bank; `sleep` passes the time between polls."""

    def __init__(self, watch: Watch, out: TextIO, sleep: Callable[[float], None] = time.sleep) -> None:
        self._watch = watch
        self._out = out
        self._sleep = sleep

    def once(self) -> None:
        """Look at the bank and print what is found."""
        if self._out.isatty():
            rule = f"── {time.strftime('%H:%M:%S')} "
            self._say(rule + "─" * (_RULE - len(rule)))
        try:
            look = self._watch.look()
        except OSError as error:  # gone between two of its files: the next change brings it back
            why = "" if isinstance(error, FileNotFoundError) else f": {trouble(error, self._watch.file)}"
            self._say(one_line(f"The bank cannot be read just now{why}. It is looked at again after the next change."))
            return
        self._say(*findings_of(look.report), *under_work(look))

    def forever(self) -> None:
        """Print a round now and after every save, until interrupted."""
        self._say(f"Watching {one_line(str(self._watch.file))}; Ctrl+C ends it.")
        while True:
            before = self._watch.stamp()
            self.once()
            self._wait({path: before.get(path, stamp) for path, stamp in self._watch.stamp().items()})

    def _wait(self, before: Stamp) -> None:
        """Wait until the files have changed, are there, and stay as they are for a moment."""
        missing = 0
        while True:
            self._sleep(POLL_SECONDS)
            missing = 0 if self._watch.is_there else missing + 1
            if missing == _GONE_AFTER:
                self._say(f"{one_line(str(self._watch.file))} is gone; waiting for it to come back.")
            now = self._watch.stamp()
            if missing or now == before:
                continue
            self._sleep(SETTLE_SECONDS)
            if self._watch.stamp() == now:
                return

    def _say(self, *texts: str) -> None:
        print("\n".join(texts), file=self._out, flush=True)


def findings_of(report: Report) -> list[str]:
    """Return errors and warnings in groups by question, and a summary."""
    told = [finding for finding in report.findings if finding.severity is not Severity.INFO]
    found: list[str] = []
    for question, group in grouped(told):
        found.append(one_line(f"Question {question}:" if question else "The bank:"))
        found += [line for finding in group for line in lines(finding)]
        found.append("")
    return [*found, f"{one_line(str(report.reading.path))}: {summary(report)}"]


def under_work(look: Look) -> list[str]:
    """Return the question under work as it is asked in plain mode, with answer and quotation."""
    bank = look.report.bank
    if not look.question:
        return []
    if bank is None or look.question not in bank.by_id:
        return ["", f"The question '{one_line(look.question)}' cannot be asked yet: mend its errors first."]
    question = bank.by_id[look.question]
    number = list(bank.by_id).index(look.question) + 1
    phase = one_line(bank.phase_by_id[question.phase].title)
    head = f"Question {number} of {len(bank.questions)} · {phase} ({one_line(question.id)})"
    layout = Session.begin((), 1).layout(question)
    return ["", head, *asked(question, layout), "", *proved(bank, question)]
