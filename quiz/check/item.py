"""A question and a bank as the rules look at them: words cut once, and shared by all rules."""

from __future__ import annotations

from collections import Counter
from functools import cached_property

from quiz.check.text import content, last_sentence, tokens
from quiz.check.words import Words, words_of
from quiz.core.bank import Bank
from quiz.core.numbers import sort_key
from quiz.core.questions.base import Question
from quiz.core.questions.choice import Choice
from quiz.core.questions.multiple import Multiple
from quiz.core.questions.order import Order

_NO_STOP: frozenset[str] = frozenset()


class Item:
    """One question. `keys` are its right options and `wrong` its distractors, where it has options to choose from."""

    def __init__(self, question: Question, exam: Exam) -> None:
        self.question = question
        self.exam = exam
        self.words: Words | None = exam.words
        self.kind = question.kind
        self.stem = question.prompt
        self.keys: tuple[str, ...] = ()
        if isinstance(question, Choice | Multiple):
            self.keys = question.key
        self.wrong: tuple[str, ...] = tuple(option.text for option in question.distractors) if self.keys else ()

    @property
    def key(self) -> str:
        """The right option of a single choice, else ""."""
        return self.keys[0] if self.kind == "choice" else ""

    @cached_property
    def options(self) -> tuple[str, ...]:
        """All options to choose from: the right ones first, in the file's order."""
        return (*self.keys, *self.wrong)

    def field_of(self, index: int) -> tuple[str, int | None]:
        """Return the field and item in which the option `index` (as in `options`) is written, for a note."""
        if index >= len(self.keys):
            return "distractors", index - len(self.keys)
        return ("answer", None) if self.kind == "choice" else ("answers", index)

    def _content(self, words: tuple[str, ...]) -> frozenset[str]:
        return content(words, self.words.stop if self.words else _NO_STOP)

    @cached_property
    def stem_tokens(self) -> tuple[str, ...]:
        """The words of the prompt."""
        return tokens(self.stem)

    @cached_property
    def stem_content(self) -> frozenset[str]:
        """The stems of the prompt's words that carry meaning."""
        return self._content(self.stem_tokens)

    @cached_property
    def lead_in(self) -> str:
        """The last sentence of the prompt: the question proper."""
        return last_sentence(self.stem)

    @cached_property
    def lead_in_tokens(self) -> tuple[str, ...]:
        """The words of the last sentence of the prompt."""
        return tokens(self.lead_in)

    @cached_property
    def option_tokens(self) -> tuple[tuple[str, ...], ...]:
        """The words of every option."""
        return tuple(tokens(option) for option in self.options)

    @cached_property
    def option_content(self) -> tuple[frozenset[str], ...]:
        """The stems of every option's words that carry meaning."""
        return tuple(self._content(words) for words in self.option_tokens)

    @cached_property
    def key_texts(self) -> tuple[str, ...]:
        """The texts of the right answer, for every type: what the quotation has to prove."""
        return self.question.key

    @cached_property
    def key_content(self) -> frozenset[str]:
        """The stems of the right answer's words that carry meaning, for every type."""
        return self._content(tuple(word for text in self.key_texts for word in tokens(text)))

    @cached_property
    def quote_text(self) -> str:
        """All quoted words together."""
        return " ".join(quote.text for quote in self.question.quotes)

    @cached_property
    def quote_tokens(self) -> tuple[str, ...]:
        """The quoted words."""
        return tokens(self.quote_text)

    @cached_property
    def quote_content(self) -> frozenset[str]:
        """The stems of the quoted words that carry meaning."""
        return self._content(self.quote_tokens)

    @cached_property
    def numeric(self) -> tuple[bool, ...]:
        """For every option whether it is a number or a date."""
        return tuple(any(c.isdigit() for c in option) and sort_key(option) is not None for option in self.options)

    @cached_property
    def ordered(self) -> tuple[str, ...]:
        """The items to put in order, in the right order; none for other types."""
        return self.question.answer if isinstance(self.question, Order) else ()


class Exam:
    """A bank: its questions as items, and what is counted over all of them."""

    def __init__(self, bank: Bank) -> None:
        self.bank = bank
        self.words = words_of(bank.language)
        self.items = [Item(question, self) for question in bank.questions]

    @cached_property
    def stem_counts(self) -> Counter[str]:
        """In how many prompts each word (as a stem) stands."""
        return Counter(word for item in self.items for word in item.stem_content)

    @cached_property
    def phase_content(self) -> frozenset[str]:
        """The words of the phases' titles and of the bank's own, which any question may name."""
        titles = [self.bank.title, *(phase.title for phase in self.bank.phases)]
        stop = self.words.stop if self.words else _NO_STOP
        return content(tuple(word for title in titles for word in tokens(title)), stop)

    @cached_property
    def source_tokens(self) -> dict[str, tuple[str, ...]]:
        """The words of every source, by its id."""
        return {source.id: tokens(source.text) for source in self.bank.sources}

    @cached_property
    def source_runs(self) -> dict[tuple[str, ...], list[tuple[str, int]]]:
        """Where every run of three words stands in the sources: source id and place among its words."""
        found: dict[tuple[str, ...], list[tuple[str, int]]] = {}
        for ident, words in self.source_tokens.items():
            for i in range(len(words) - 2):
                found.setdefault(words[i : i + 3], []).append((ident, i))
        return found

    def longest_run(self, words: tuple[str, ...]) -> tuple[str, ...]:
        """Return the longest run of `words`, of three or more, that stands in a source just so."""
        best: tuple[str, ...] = ()
        for i in range(len(words) - 2):
            if len(words) - i <= len(best):
                break
            for ident, place in self.source_runs.get(words[i : i + 3], ())[:50]:
                size = self._run_length(words, i, self.source_tokens[ident], place)
                if size > len(best):
                    best = words[i : i + size]
        return best

    @staticmethod
    def _run_length(mine: tuple[str, ...], i: int, theirs: tuple[str, ...], j: int) -> int:
        size = 3
        while i + size < len(mine) and j + size < len(theirs) and mine[i + size] == theirs[j + size]:
            size += 1
        return size
