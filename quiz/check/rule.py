"""What a rule is: a module with a page, examples and a check, and what it says of a question."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from functools import cache
from importlib import import_module
from inspect import cleandoc
from pkgutil import iter_modules
from types import ModuleType
from typing import TYPE_CHECKING, NamedTuple

from quiz.core.finding import Severity

if TYPE_CHECKING:
    from quiz.check.item import Exam, Item


@dataclass(frozen=True, slots=True)
class Note:
    """What a rule has to say. `message` names the evidence, `cure` says how to mend it, in one sentence each.

    The place is the value of `field` of the question, or its item `index` (for options: the text of the item).
    `severity` is that of the rule unless it is given; rules on the whole bank name the `question`.
    """

    message: str
    cure: str
    field: str = "prompt"
    index: int | None = None
    severity: Severity | None = None
    question: str = ""


class Rule(NamedTuple):
    """One rule, as its file describes it.

    `bad` and `good` are examples in YAML: a question without id, phase and what else does not matter, or for
    rules on the bank a list of questions. `worded` rules need word lists and are skipped without them.
    """

    code: str
    name: str
    severity: Severity
    doc: str
    bad: tuple[str, ...]
    good: tuple[str, ...]
    worded: bool
    check: Callable[[Item], Iterable[Note]] | None
    check_bank: Callable[[Exam], Iterable[Note]] | None

    @property
    def page(self) -> str:
        """The page that explains the rule, in Markdown."""
        return cleandoc(self.doc)


def _rule(module: ModuleType) -> Rule:
    return Rule(
        code=module.CODE,
        name=module.NAME,
        severity=module.SEVERITY,
        doc=module.__doc__ or "",
        bad=module.BAD,
        good=module.GOOD,
        worded=getattr(module, "WORDED", False),
        check=getattr(module, "check", None),
        check_bank=getattr(module, "check_bank", None),
    )


@cache
def rules() -> dict[str, Rule]:
    """Return every rule by its code, in the order of the codes."""
    from quiz.check import rules as folder

    modules = [import_module(f"{folder.__name__}.{found.name}") for found in iter_modules(folder.__path__)]
    return {rule.code: rule for rule in sorted(map(_rule, modules), key=lambda rule: rule.code)}
