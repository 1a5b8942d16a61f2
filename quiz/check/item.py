"""A question and a bank as the rules look at them: words cut once, and shared by all rules."""

from __future__ import annotations

from collections import Counter

from quiz.check.lazy import once
from quiz.check.negation import Negation, has_negation, negation_in
from quiz.check.runs import SourceWords
from quiz.check.text import content, last_sentence, tokens, without_quotations
from quiz.check.words import Words, words_of
from quiz.core.bank import Bank
from quiz.core.numbers import sort_key
from quiz.core.patterns import late
from quiz.core.questions.base import Question
from quiz.core.questions.choice import Choice
from quiz.core.questions.cloze import Cloze
from quiz.core.questions.multiple import Multiple
from quiz.core.questions.order import Order
from quiz.core.quotes import fold

_INNER_CAPITAL = late(r"(?<=[a-z,;] )[^\W\d_a-z]\w+")
_LOWER = late(r"\b[a-z]\w+")
_DIGIT = late(r"\d")
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

    @once
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

    def content_of(self, *texts: str) -> frozenset[str]:
        """Return the stems of the words of any texts that carry meaning."""
        return self._content(tuple(word for text in texts for word in tokens(text)))

    @once
    def stem_tokens(self) -> tuple[str, ...]:
        """The words of the prompt."""
        return tokens(self.stem)

    @once
    def stem_content(self) -> frozenset[str]:
        """The stems of the prompt's words that carry meaning."""
        return self._content(self.stem_tokens)

    @once
    def lead_in(self) -> str:
        """The last sentence of the prompt: the question proper."""
        return last_sentence(self.stem)

    @once
    def lead_in_tokens(self) -> tuple[str, ...]:
        """The words of the last sentence of the prompt."""
        return tokens(self.lead_in)

    @once
    def negation(self) -> Negation | None:
        """The negation in the question proper, outside quotations; None when there is none, or no word lists."""
        if self.words is None or not has_negation(self.stem_tokens, self.words):
            return None
        return negation_in(last_sentence(without_quotations(self.stem)), self.words)

    @once
    def option_tokens(self) -> tuple[tuple[str, ...], ...]:
        """The words of every option."""
        return tuple(tokens(option) for option in self.options)

    @once
    def option_words(self) -> frozenset[str]:
        """The words of all options together."""
        return frozenset().union(*self.option_tokens)

    @once
    def option_content(self) -> tuple[frozenset[str], ...]:
        """The stems of every option's words that carry meaning."""
        return tuple(self._content(words) for words in self.option_tokens)

    @once
    def key_texts(self) -> tuple[str, ...]:
        """The texts of the right answer, for every type: what the quotation has to prove."""
        return self.question.key

    @once
    def key_content(self) -> frozenset[str]:
        """The stems of the right answer's words that carry meaning, for every type."""
        return self._content(tuple(word for text in self.key_texts for word in tokens(text)))

    @once
    def quote_text(self) -> str:
        """All quoted words together."""
        return " ".join(quote.text for quote in self.question.quotes)

    @once
    def quote_tokens(self) -> tuple[str, ...]:
        """The quoted words."""
        return tokens(self.quote_text)

    @once
    def quote_content(self) -> frozenset[str]:
        """The stems of the quoted words that carry meaning."""
        return self._content(self.quote_tokens)

    @once
    def quote_beginnings(self) -> frozenset[str]:
        """The first five letters of all quoted words, by which related words meet (Germany, German)."""
        return frozenset(word[:5] for word in (*self.quote_content, *self.quote_tokens))

    @once
    def key_tokens(self) -> tuple[tuple[str, ...], ...]:
        """The words of the right answer's texts, for every type."""
        return self.option_tokens[: len(self.keys)] if self.keys else tuple(tokens(text) for text in self.key_texts)

    @once
    def told_tokens(self) -> tuple[str, ...]:
        """The words that tell what the question is about: of the prompt, or of the text around a cloze's gaps."""
        question = self.question
        return tokens(" ".join(question.pieces)) if isinstance(question, Cloze) else self.stem_tokens

    @once
    def told_content(self) -> frozenset[str]:
        """The stems of those of `told_tokens` that carry meaning."""
        return self._content(self.told_tokens) if self.kind == "cloze" else self.stem_content

    @once
    def numeric(self) -> tuple[bool, ...]:
        """For every option whether it is a number or a date."""
        return tuple(bool(_DIGIT.search(option)) and sort_key(option) is not None for option in self.options)

    @once
    def ordered(self) -> tuple[str, ...]:
        """The items to put in order, in the right order; none for other types."""
        return self.question.answer if isinstance(self.question, Order) else ()


class Exam:
    """A bank: its questions as items, and what is counted over all of them."""

    def __init__(self, bank: Bank) -> None:
        self.bank = bank
        self.words = words_of(bank.language)
        self.items = [Item(question, self) for question in bank.questions]

    @once
    def stem_counts(self) -> Counter[str]:
        """In how many prompts each word (as a stem) stands."""
        return Counter(word for item in self.items for word in item.stem_content)

    @once
    def phase_content(self) -> frozenset[str]:
        """The words of the phases' titles and of the bank's own, which any question may name."""
        titles = [self.bank.title, *(phase.title for phase in self.bank.phases)]
        stop = self.words.stop if self.words else _NO_STOP
        return content(tuple(word for title in titles for word in tokens(title)), stop)

    @once
    def names(self) -> frozenset[str]:
        """The words that a source writes with a capital within a sentence, stop words aside."""
        found = (word for source in self.bank.sources for word in _INNER_CAPITAL.findall(source.text))
        stop = self.words.stop if self.words else _NO_STOP
        return frozenset(word for word in found if word.casefold() not in stop)

    @once
    def common(self) -> frozenset[str]:
        """The words that a source writes in lower case."""
        return frozenset(word for source in self.bank.sources for word in _LOWER.findall(source.text))

    @once
    def folded(self) -> dict[str, str]:
        """Every source as quotations are compared with it, by its id."""
        return {source.id: fold(source.text) for source in self.bank.sources}

    @once
    def source_words(self) -> SourceWords:
        """The words of all sources, to find runs in."""
        return SourceWords(tokens(source.text) for source in self.bank.sources)
