"""Phases, questions and quotations: from the nodes of a bank file to values."""

from __future__ import annotations

from typing import Any

from quiz.banks.fields import NodeFields, read_id
from quiz.banks.nodes import Bad, List, Mapping, Node, Text
from quiz.banks.problems import Problems, did_you_mean
from quiz.banks.sources import Sources
from quiz.core.bank import Phase, Quote, Source
from quiz.core.finding import Place
from quiz.core.patterns import late
from quiz.core.questions import types
from quiz.core.questions.base import Question
from quiz.core.questions.cloze import DEFAULT_PROMPT
from quiz.core.quotes import ELISION
from quiz.core.visible import shorten

LEVELS = ("recall", "understand", "apply", "analyse", "evaluate")
_PHASE_CURE = "Write - id: and title: for each phase."
_ALIKE = 0.4  # the share of a quotation's words that a passage must have to be named
_UNMARKED = late(r"(?<!\[)(?:…|\.\.\.)(?!\])")
_WRITE_ELISION = "Write […] where words are left out."
_QUOTE_CURE = "Quote the words of the source that prove the answer."


class Content:
    """What a bank file holds beside its sources, read into `phases` and `questions`.

    `lines` has the line of every question id; `left_out` counts the questions that had an error. `nodes` keeps
    what was read of each good question, unless it is None; `allowed` has the rules that each silences.
    """

    def __init__(self, sources: Sources, problems: Problems, language: str, exact: bool) -> None:
        self.phases: dict[str, Phase] = {}
        self.questions: list[Question] = []
        self.lines: dict[str, int] = {}
        self.left_out = 0
        self.nodes: dict[str, Mapping] | None = None
        self.allowed: dict[str, dict[str, str]] = {}
        self._phase_ids: set[str] = set()  # as typed, also those that cannot be ids
        self._sources = sources
        self._problems = problems
        self._language = language
        self._exact = exact

    def read_phases(self, fields: NodeFields) -> None:
        """Read the list of phases."""
        node = fields.get("phases")
        if node is None:
            fields.note("FM203", "the bank has no phases", Place(1, 1), f"Add phases:. {_PHASE_CURE}")
        elif isinstance(node, List) and node.items:
            for item in node.items:
                self._phase(item)
        elif isinstance(node, List):
            fields.note("FM203", "the bank has no phases", node.place, _PHASE_CURE)
        elif not isinstance(node, Bad):
            fields.note("FM204", f"'phases' must be a list, not {node.shape}", node.place, _PHASE_CURE)

    def _phase(self, node: Node) -> None:
        if not isinstance(node, Mapping):
            self._not_a_mapping("a phase", node, _PHASE_CURE)
            return
        fields = NodeFields(node, self._problems, "the phase")
        self._phase_ids.add(fields.optional("id"))
        ident = read_id(fields)
        title, years, summary = fields.text("title"), fields.optional("years"), fields.optional("summary")
        quotes = self._quotes(fields) if fields.has("quote") else ()
        fields.refuse_others()
        if ident in self.phases:
            message = f"the id '{ident}' names another phase already"
            fields.problem("id", "BK510", message, "Give each phase its own id.")
        elif ident:
            self.phases[ident] = Phase(id=ident, title=title or ident, years=years, summary=summary, quotes=quotes)

    def _not_a_mapping(self, what: str, node: Node, cure: str) -> None:
        if not isinstance(node, Bad):
            message = f"{what} is written as lines of key: value, not as {node.shape}"
            self._problems.add("FM204", message, node.place, cure)

    def read_question(self, node: Node) -> None:
        """Read one question; with an error in it, it is left out and counted."""
        if not isinstance(node, Mapping):
            self.left_out += 1
            self._not_a_mapping("a question", node, "Write - id: … and the other fields below it.")
            return
        entry = node.entries.get("id")
        name = entry[1].text.strip() if entry and isinstance(entry[1], Text) else ""
        what = f"the question '{shorten(name, 60)}'" if name else "the question"
        fields = NodeFields(node, self._problems, what, name)
        question = self._question(fields)
        if question is None or fields.broken:
            self.left_out += 1
        else:
            self.questions.append(question)
            if self.nodes is not None:
                self.nodes[question.id] = node

    def _question(self, fields: NodeFields) -> Question | None:
        common = self._common(fields)
        cls = self._type(fields)
        if cls is None:
            return None
        fields.defaults["exact"] = self._exact
        question = cls.read(common, fields)
        allowed = fields.reasons("allow")
        if allowed and question.id:
            self.allowed[question.id] = allowed
        fields.refuse_others()
        return question

    def _common(self, fields: NodeFields) -> dict[str, Any]:
        ident = read_id(fields)
        if ident in self.lines:
            message = f"the id '{ident}' is used in line {self.lines[ident]} already"
            fields.problem("id", "BK510", message, "Give each question its own id: scores are kept by it.")
            ident = ""  # what this question allows is not for the other one
        elif ident:
            self.lines[ident] = fields.node.line
        return {
            "id": ident,
            "phase": self._phase_of(fields),
            "prompt": self._prompt(fields),
            "level": self._level(fields),
            "tags": fields.texts("tags", 0),
            "explanation": fields.optional("explanation"),
            "quotes": self._quotes(fields),
            "language": self._language,
        }

    def _prompt(self, fields: NodeFields) -> str:
        kind = fields.node.entries.get("type")
        if kind and isinstance(kind[1], Text) and kind[1].text.strip() == "cloze":
            return fields.optional("prompt") or DEFAULT_PROMPT
        return fields.text("prompt")

    def _phase_of(self, fields: NodeFields) -> str:
        ident = fields.text("phase")
        if ident in self.phases:
            return ident
        if ident and self.phases and ident not in self._phase_ids:
            self._unknown(
                fields, "phase", "FM206", ident, self.phases, f"Known are: {shorten(', '.join(self.phases), 200)}."
            )
        fields.broken = True  # a phase that could not be read has a finding of its own
        return ""

    def _level(self, fields: NodeFields) -> str:
        level = fields.optional("level")
        if level and level not in LEVELS:
            self._unknown(fields, "level", "FM205", level, LEVELS, f"Levels are: {', '.join(LEVELS)}.")
        return level

    def _type(self, fields: NodeFields) -> type[Question] | None:
        kind = fields.optional("type") or "choice"
        if kind not in types():
            self._unknown(fields, "type", "FM207", kind, types(), f"Types are: {', '.join(types())}.")
        return types().get(kind)

    @staticmethod
    def _unknown(fields: NodeFields, key: str, code: str, word: str, known: Any, cure: str) -> None:
        what = "question type" if key == "type" else key
        near = did_you_mean(word, known)
        fields.problem(key, code, f"unknown {what} '{shorten(word, 60)}'{near}", cure)

    # quotations

    def _quotes(self, fields: NodeFields) -> tuple[Quote, ...]:
        node = fields.get("quote")
        if node is None:
            fields.missing("quote")
            return ()
        items = node.items if isinstance(node, List) else [node]
        if not items:
            fields.problem("quote", "FM203", "'quote' is empty", _QUOTE_CURE)
        return tuple(quote for item in items if (quote := self._quote(fields, item)))

    def _quote(self, fields: NodeFields, node: Node) -> Quote | None:
        text, ident = self._words_and_source(fields, node)
        if text is None:
            return None
        source = self._sources.found.get(ident)
        if source is None:
            fields.broken = True  # the source has a finding of its own
            return None
        spans = source.indexed.find(text.text)
        if spans:
            return Quote(" ".join(text.text.split()), ident, spans)
        if ELISION.sub("", text.text).strip():
            self._not_there(fields, text, source)
        else:
            fields.note("FM203", "'quote' is empty", text.place, _QUOTE_CURE)
        return None

    def _words_and_source(self, fields: NodeFields, node: Node) -> tuple[Text | None, str]:
        """Return the node with the quoted words, None after a finding, and the id of their source."""
        if isinstance(node, Text):
            if len(self._sources.declared) < 2:
                return node, next(iter(self._sources.declared), "")
            message = "the bank has several sources, and the quotation does not say which"
            fields.note("FM209", message, node.place, "Write quote: {source: ID, text: …}.")
        elif isinstance(node, Mapping) and not (len(node.entries) == 1 and node.entries.keys() - {"text", "source"}):
            return self._named_source(fields, node)
        elif isinstance(node, Bad):
            fields.broken = True
        else:
            self._no_quotation(fields, node)
        return None, ""

    @staticmethod
    def _no_quotation(fields: NodeFields, node: Node) -> None:
        cure = "Write the quoted words after quote:."
        if isinstance(node, Mapping):
            cure += " If ': ' is part of a text, put the whole text in quotation marks."
        fields.note("FM204", f"a quotation is a text, not {node.shape}", node.place, cure)

    def _named_source(self, fields: NodeFields, node: Mapping) -> tuple[Text | None, str]:
        declared = self._sources.declared
        inner = NodeFields(node, self._problems, "the quotation", fields.question)
        ident = inner.optional("source") or ("" if len(declared) > 1 else next(iter(declared), ""))
        inner.text("text")
        inner.refuse_others()
        if not ident and len(declared) > 1:
            inner.missing("source")
        elif ident not in declared and declared:
            self._unknown(inner, "source", "FM209", ident, declared, f"Known are: {', '.join(sorted(declared))}.")
        fields.broken |= inner.broken
        words = node.entries.get("text")
        return (words[1] if words and isinstance(words[1], Text) and not inner.broken else None), ident

    @staticmethod
    def _not_there(fields: NodeFields, node: Text, source: Source) -> None:
        message = f"the quotation is not in {source.file}"
        marked = _UNMARKED.sub("[…]", node.text)
        if marked != node.text and source.indexed.find(marked):
            fields.note("EV401", f"{message} as a whole; its parts are", node.place, _WRITE_ELISION)
            return
        near = source.indexed.nearest(marked)
        if near is None or near.alike < _ALIKE:
            cure = "Copy the words from the source; nothing like them is in it."
            fields.note("EV401", message, node.place, cure)
            return
        message += f"; the nearest passage is in line {near.line}: “{shorten(near.passage, 160)}”"
        cure = (
            f"The first words that differ: the quotation has “{shorten(near.quoted_words, 120)}”, "
            f"the source “{shorten(near.source_words, 120)}”."
        )
        fields.note("EV401", message, node.place, cure)
