"""The problems of one bank, collected while it is read, each with its place and the line itself."""

from bisect import bisect_left
from collections.abc import Iterable
from functools import cached_property
from itertools import accumulate

from yaml import YAMLError

from quiz.core.finding import Finding, Place, Severity
from quiz.core.patterns import late

MOST = 1000
"""So many findings are kept; a file with more is not a bank yet."""
_MAX_LINE = 10_000
_CHUNK = 1 << 16


def did_you_mean(word: str, known: Iterable[str]) -> str:
    """Return " – did you mean '…'?" with the known word nearest to `word`, or ""."""
    import difflib  # only where something is wrong

    words = list(known)
    near = difflib.get_close_matches(word[:80], words, 1, 0.6)
    near = near or [other for other in words if len(word) > 3 and other.startswith(word)][:1]
    return f" – did you mean '{near[0]}'?" if near else ""


class Problems:
    """Findings in one file, with its lines at hand.

    Lines are looked up in the text itself: a list of all lines of a large file would need far more memory.
    """

    def __init__(self, path: str, text: str = "") -> None:
        self.path = path
        self.text = text
        self.found: list[Finding] = []
        self.count = 0
        self._warned = 0

    @cached_property
    def _breaks_before(self) -> list[int]:
        """The line breaks before the end of every chunk of the text."""
        chunks = range(0, len(self.text), _CHUNK)
        return list(accumulate(self.text.count("\n", at, at + _CHUNK) for at in chunks))

    def start_of(self, line: int) -> int:
        """Return where a line, from 1, begins in the text: its end when there is no such line."""
        chunk = bisect_left(self._breaks_before, line - 1)
        at, passed = chunk * _CHUNK, self._breaks_before[chunk - 1] if chunk else 0
        for _ in range(line - 1 - passed):
            at = self.text.find("\n", at) + 1
            if not at:
                return len(self.text)
        return min(at, len(self.text))

    def line_at(self, index: int) -> int:
        """Return the line, from 1, in which a character of the text stands."""
        chunk = index // _CHUNK
        passed = self._breaks_before[chunk - 1] if chunk else 0
        return passed + self.text.count("\n", chunk * _CHUNK, index) + 1

    def line(self, number: int) -> str:
        """Return a line of the file, from 1, cut when it is very long, or "" past its end."""
        start = self.start_of(number)
        end = self.text.find("\n", start, start + _MAX_LINE)
        return self.text[start : end if end >= 0 else start + _MAX_LINE]

    def add(self, code: str, message: str, place: Place, cure: str, question: str = "") -> None:
        """Note a finding at a place."""
        self.count += 1
        if self.count <= MOST:
            text = self.line(place.line)
            self.found.append(Finding(code, message, self.path, place, cure, text, question=question))

    def warn(self, code: str, message: str, place: Place, cure: str, question: str = "") -> None:
        """Note a warning, for which no question is left out."""
        self._warned += 1
        if self._warned <= MOST:
            line = self.line(place.line)
            self.found.append(Finding(code, message, self.path, place, cure, line, Severity.WARNING, question))

    @cached_property
    def with_comments(self) -> frozenset[int]:
        """The lines, from 0, in which a # stands after something else and a blank."""
        text, lines, line, seen = self.text, [], 0, 0
        at = text.find("#")
        while at >= 0:
            if text[at - 1] in " \t":
                line, seen = line + text.count("\n", seen, at), at
                if text[text.rfind("\n", 0, at) + 1 : at].strip():
                    lines.append(line)
                    at = text.find("\n", at)  # a line may have 100,000 of them
            at = text.find("#", at + 1) if at >= 0 else at
        return frozenset(lines)

    def belong(self, first: int, question: object) -> None:
        """Give the findings from the first on to the question that they are in."""
        entries = getattr(question, "entries", {})
        name = getattr(entries["id"][1], "text", "") if "id" in entries else ""
        self.found[first:] = [finding._replace(question=name.strip()) for finding in self.found[first:]]

    def findings(self) -> tuple[Finding, ...]:
        """Return the findings in the order of their places, those in this file within its text.

        The parser places what is empty after a last line such as `---` in the line after it.
        """
        found = [self._within(finding) if finding.path == self.path else finding for finding in self.found]
        return tuple(sorted(found, key=lambda finding: finding.place))

    def _within(self, finding: Finding) -> Finding:
        place = _within(self, finding.place)
        return finding if place == finding.place else finding._replace(place=place, text=self.line(place.line))


_WHOLE = "Put the whole text in quotation marks, '…' or \"…\"."
_BRACKET = "Close it; put a text that begins with this bracket in quotation marks as a whole."
_BACKSLASH = "Write \\\\ for a backslash, or put '…' around the text in place of \"…\"."
UNCLOSED = (
    "the quotation mark that is opened here is not closed",
    'Close it; within \'…\' an apostrophe is written twice, within "…" a quotation mark as \\".',
)
_SAID = (
    ("scanning an alias", "a text cannot begin with *", _WHOLE),
    ("scanning an anchor", "a text cannot begin with &", _WHOLE),
    ("tag", "a text cannot begin with !", _WHOLE),
    ("directive", "a line cannot begin with %", _WHOLE),
    ("cannot start any token", "a text cannot begin with this sign", _WHOLE),
    ("expected node content", "a text cannot begin with this sign", _WHOLE),
    ("mapping keys are not allowed", "a text cannot begin with a question mark and a blank", _WHOLE),
    (
        "mapping values are not allowed",
        "a colon stands here where no new 'key: value' can begin",
        "If it belongs to a text, put the whole text in quotation marks; if not, check the indentation, and that a "
        "blank follows the colon in the line above.",
    ),
    (
        "could not find expected ':'",
        "this line is neither 'key: value' nor an item after a dash",
        "If it goes on with the text above, indent it further than that text's key.",
    ),
    (
        "expected '-' indicator",
        "this line does not line up with the list above it",
        "Indent it as far as the fields that it belongs to; a new item begins with a dash and a blank.",
    ),
    (
        "block sequence entries",
        "a list cannot begin in the line of its key",
        "Give each item a line of its own; put a text that begins with a dash in quotation marks.",
    ),
    ("',' or ']'", "the bracket [ that was opened in line {began} is not closed before this", _BRACKET),
    ("',' or '}'", "the brace {{ that was opened in line {began} is not closed before this", _BRACKET),
    (
        "scanning a block scalar",
        "after > or | nothing else may stand in the line",
        "Begin the text in the next line, further indented; or put it in quotation marks.",
    ),
    ("escape", "this is not a sign that a backslash can stand for", _BACKSLASH),
    ("hexdecimal", "this is not a sign that a backslash can stand for", _BACKSLASH),
    ("scanning a quoted scalar", *UNCLOSED),
    (
        "<document start>",
        "something stands here after the end of the bank",
        "Remove it, or the line above that begins with ... or %.",
    ),
)
_AT_ITS_BEGIN = late("scanning an a|quoted scalar: found unexpected|expected ':'|directive")
_AFTER_CLOSED = late(r"(?:^|[:-] )\s*([\"'\[{])")
_OPENED = late(r"(?:^|[:-] )\s*([\"'])")


def syntax_problem(error: YAMLError, problems: Problems) -> tuple[Place, str, str]:
    """Return where a text is not well-formed YAML, and in plain words why, and what to do."""
    mark, began = getattr(error, "problem_mark", None), getattr(error, "context_mark", None)
    said = f"{getattr(error, 'context', '')}: {getattr(error, 'problem', '')}".replace("parsing a q", "scanning a q")
    if began and _AT_ITS_BEGIN.search(said):
        mark = began
    place = _within(problems, Place(mark.line + 1, mark.column + 1)) if mark else Place(1, 1)
    before = problems.line(place.line)[: place.column]
    if "node content" in said and len(before) < place.column:
        return place, "the file ends here, and a bracket or brace is still open", _BRACKET
    if before.isspace() and "\t" in before:
        return place, "a tab stands here as indentation", "Use blanks: two for each level."
    if said.endswith("expected key"):
        return place, *_no_key(before[:-1])
    for sign, message, cure in _SAID:
        if sign in said:
            return place, message.format(began=began.line + 1 if began else place.line), cure
    return place, f"this cannot be read ({said.rpartition(': ')[2]})", "Check the indentation and quotation marks."


def _within(problems: Problems, place: Place) -> Place:
    """Return a place, or the end of the text where the parser means that it lies in a line after the last."""
    last = problems.line_at(len(problems.text))
    return place if place.line <= last else Place(last, len(problems.text) - problems.start_of(last) + 1)


def _no_key(before: str) -> tuple[str, str]:
    """Return message and cure for what stands where a key was to begin, by what stands before it."""
    if opened := _AFTER_CLOSED.search(before):
        message = f"the text goes on after the {opened[1]} … {_PARTNERS[opened[1]]} that it begins with"
        return message, "Put the whole text in quotation marks; within '…' an apostrophe is written twice."
    if before.strip():
        return "a new 'key: value' was expected here", _WHOLE
    return "this line does not line up with the lines above it", "Indent it as far as the fields that it belongs to."


_PARTNERS = {'"': '"', "'": "'", "[": "]", "{": "}"}


def unclosed_quote(problems: Problems, first: int, last: int) -> Place | None:
    """Return the first quotation mark in some lines that begins a text and is not closed in its line."""
    for number in range(first, last + 1):
        line = problems.line(number)
        opened = _OPENED.search(line)
        if opened and line[opened.start(1) :].replace('\\"', "").count(opened[1]) % 2:
            return Place(number, opened.start(1) + 1)
    return None
