"""The pages of the rules: for `quiz rule`, and as one reference."""

from quiz.check.rule import Rule, rules
from quiz.core.finding import CODES, Severity

GROUPS = {
    "ST": "The prompt",
    "OP": "The options",
    "CU": "Cues to the right answer",
    "EV": "The quotation as evidence",
    "BK": "The bank as a whole",
    "FB": "Explanations and reasons",
    "TY": "The other question types",
}

CHECKLIST = (
    "Would a half-prepared student believe each wrong option?",
    "Can only one answer be defended, by the text?",
    "Is the prompt clear to somebody who does not know the answer?",
    "Does anything in it point to the answer by mere logic?",
    "Is the fact worth knowing?",
    "Is it fair to everybody who will read it?",
    "Do the quoted words really prove the answer?",
)
"""What no program can judge."""

_WORDS = {Severity.ERROR: "an error", Severity.WARNING: "a warning", Severity.INFO: "information, shown with --all"}


def page(rule: Rule) -> str:
    """Return the page of a rule as text for a terminal."""
    lines = [f"{rule.code} {rule.name} ({_WORDS[rule.severity]})", ""]
    lines += [line[3:].upper() if line.startswith("## ") else line for line in rule.page.splitlines()]
    where = "for the bank, at its head" if rule.check_bank else "in a question"
    lines += ["", f"To allow it {where}, with a reason:", "  allow:", f"    {rule.code}: the reason"]
    return "\n".join(lines)


def listing() -> str:
    """Return all codes with their names, by group, the reader's own last."""
    lines: list[str] = []
    for prefix, title in GROUPS.items():
        lines += [title, *(f"  {r.code}  {r.name}" for r in rules().values() if r.code.startswith(prefix)), ""]
    lines += ["The file itself", *(f"  {code}  {what}" for code, what in CODES.items() if code not in rules())]
    return "\n".join(lines)


def reference() -> str:
    """Return all pages as one Markdown document."""
    parts = [
        "# What the checker looks for\n",
        "`quiz check` reports errors and warnings, and with `--all` also what is only worth knowing. `quiz rule CODE`"
        " prints one\nof these pages. A rule can be allowed, with a reason, in a question or for the whole bank:"
        " a line\n`allow:`, and below it `CU301: the reason`.\n",
    ]
    for prefix, title in GROUPS.items():
        parts.append(f"## {title}\n")
        parts += [_section(rule) for rule in rules().values() if rule.code.startswith(prefix)]
    parts.append("## The file itself\n")
    parts.append("These are found when a bank is read; a question with such an error is left out.\n")
    parts.append("\n".join(f"* `{code}`: {what}" for code, what in CODES.items()) + "\n")
    parts.append("## What no program can judge\n")
    parts.append("\n".join(f"* {question}" for question in CHECKLIST) + "\n")
    return "\n".join(parts)


def _section(rule: Rule) -> str:
    body = rule.page.replace("\n## ", "\n#### ")
    return f"### {rule.code} {rule.name}\n\nThis is {_WORDS[rule.severity]}. {body}\n"
