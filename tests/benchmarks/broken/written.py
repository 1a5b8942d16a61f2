"""Banks written by the grammar of our format, with every question type, and any field at odds with the schema.

How wild a bank is, is drawn once: some are sound but for a single field, others are wrong all over.
"""

import json
from dataclasses import dataclass
from random import Random
from typing import Any

from tests.benchmarks.broken import words
from tests.benchmarks.broken.words import CODES, FILES, KEYS, LEVELS, NUMBERS, QUOTES, TYPES

Value = object
_INDENT = 2


class Raw(str):
    """A value as it is to stand in the file."""

    __slots__ = ()


@dataclass(frozen=True)
class Writer:
    """Writes one bank against a source.

    `wild` is the share of its fields that are not as they should be, `huge` that of its texts that are enormous.
    """

    rng: Random
    wild: float
    huge: float
    source: str

    def bank(self) -> str:
        """Return a whole bank file."""
        head: dict[str, Value] = {
            "id": "small",
            "title": "A small bank",
            **self._some({"language": self._one("en", "de", "xx", "zh-Hant"), "exact": self._one("yes", "no")}),
            "source": self._one({"file": "source.txt", "title": "A history"}, "source.txt", [{"file": "source.txt"}]),
            "phases": [self._fields(self._phase(name)) for name in ("early", "late", "last")[: self._number(1, 3)]],
            **self._some({"license": "CC0-1.0", "allow": self._allow()}),
        }
        if self.rng.random() < 0.1:
            head["sources"] = [{"id": self._one("one", "two"), "file": self._one(*FILES)} for _ in range(2)]
        names = [f"q{n}" for n in range(self._number(1, 6))]
        head["questions"] = [self._fields(self._question(name)) for name in names]
        return self._written(self._fields(head))

    def _phase(self, name: str) -> dict[str, Value]:
        return {"id": name, "title": self._words(), **self._some({"years": "1922", "quote": QUOTES[0]})}

    def _question(self, name: str) -> dict[str, Value]:
        kind = self.rng.choice(TYPES)
        common = {
            "id": name if self.rng.random() < 0.95 else "q0",
            **({"type": kind} if kind != "choice" else {}),
            "phase": self._one("early", "early", "early", "late"),
            **self._some({"level": self._one(*LEVELS), "tags": ["a", "b"]}),
            "prompt": self._words().capitalize() + self._one("?", ".", "", " ___?", ": which of these?"),
        }
        end = {
            **self._some({"explanation": self._words(20), "allow": self._allow()}),
            "quote": self._quote(),
        }
        return common | self._of_type(kind) | end

    def _quote(self) -> Value:
        quote = self.rng.choice(QUOTES) if self.rng.random() >= self.huge else f"{self.source[:60]} […] {self._words()}"
        return self._one(quote, quote, [quote, self.rng.choice(QUOTES)], {"source": "source", "text": quote})

    def _allow(self) -> dict[str, Value]:
        return {self.rng.choice(CODES): self._words() for _ in range(self._number(1, 3))}

    def _options(self, least: int = 1) -> list[Value]:
        texts = [self._option(n) for n in range(self._number(least, 5))]
        return [self._one(option, option, {"text": option, "why": self._words()}) for option in texts]

    def _option(self, number: int) -> Value:
        return self._one(f"{number}{self._number(0, 99)}", f"{self._words(3)} {number}")

    def _of_type(self, kind: str) -> dict[str, Value]:
        """Return the fields that a type has of its own."""
        a, b = self._words(3), self._words(2)
        accept = self._some({"accept": self._one([b], b)})
        own: dict[str, dict[str, Value]] = {
            "choice": {"answer": a, "distractors": self._options()},
            "multiple": {"answers": [a, f"{b} as well"], "distractors": self._options()},
            "true-false": {"answer": self._one("true", "no"), **self._some({"why": b})},
            "short-answer": {"answer": a, **accept, **self._some({"exact": "yes"})},
            "number": {"answer": "1922", **self._some({"tolerance": self._one("0", "2.5"), "unit": "years"})},
            "order": {"answer": [f"{n}. {self._words(2)}" for n in range(self._number(2, 9))]},
            "match": {"pairs": self._pairs(), **self._some({"distractors": self._options()})},
            "cloze": {
                "text": f"{a} {{{{{b}}}}} or {{{{Rapallo | Berlin | {a}}}}}.",
                **self._some({"accept": {b: [a]}}),
            },
        }
        return own[kind]

    def _pairs(self) -> Value:
        sides = [(f"left {n}", self._option(n)) for n in range(self._number(2, 9))]
        return self._one(dict(sides), [[*both] for both in sides], [{"left": a, "right": b} for a, b in sides])

    # what goes wrong

    def _fields(self, fields: dict[str, Value]) -> dict[str, Value]:
        """Return fields, some of them left out, renamed, moved or with another value."""
        found: dict[str, Value] = {}
        for key, value in fields.items():
            kind = self.rng.random()
            if kind >= self.wild:
                found[key] = value
            elif kind < 0.7 * self.wild:
                found[key] = self._anything()
            elif kind < 0.8 * self.wild:
                found[self.rng.choice(KEYS)] = value
            elif kind < 0.9 * self.wild:
                found[words.text(self.rng)] = self._anything()
        if self.rng.random() < self.wild:
            found[self.rng.choice(KEYS)] = self._anything()
        return found

    def _anything(self, depth: int = 0) -> Value:
        kind = self.rng.random()
        if kind < 0.12:
            return Raw(words.text(self.rng))
        if kind < 0.2:
            return self._one(*NUMBERS, *FILES, *KEYS)
        if kind < 0.3 and depth < 4:
            return [self._anything(depth + 1) for _ in range(self._number(0, 4))]
        if kind < 0.42 and depth < 4:
            keys = [self._one(words.text(self.rng), self.rng.choice(KEYS)) for _ in range(self._number(0, 3))]
            return {key: self._anything(depth + 1) for key in keys}
        if kind < 0.45:
            many = self._one(10, 27, 200, 2000)
            return [self._one("a", f"{n}", {"text": f"{n}"}) for n in range(many)]
        if kind < 0.47:
            deep = self._one(10, 31, 32, 33, 500)
            return Raw(self._one("[" * deep + "]" * deep, "{a: " * deep + "}" * deep, "- " * deep))
        return words.text(self.rng)

    def _words(self, most: int = 8) -> str:
        return words.enormous(self.rng) if self.rng.random() < self.huge else words.words(self.rng, most)

    def _some(self, fields: dict[str, Value]) -> dict[str, Value]:
        return {key: value for key, value in fields.items() if self.rng.random() < 0.4}

    def _one(self, *values: Any) -> Any:
        return self.rng.choice(values)

    def _number(self, least: int, most: int) -> int:
        return self.rng.randint(least, most)

    # how it is written

    def _written(self, value: Value, indent: int = 0) -> str:
        """Return a mapping or list as lines, each entry of it in a style of its own."""
        blanks = " " * indent
        if isinstance(value, dict):
            lines = [f"{blanks}{self._key(key)}:{self._after(item, indent)}" for key, item in value.items()]
            if lines and self.rng.random() < self.wild / 3:
                lines.append(self.rng.choice(lines))
            return "".join(lines)
        assert isinstance(value, list)
        return "".join(f"{blanks}-{self._item(item, indent)}" for item in value)

    def _item(self, value: Value, indent: int) -> str:
        if isinstance(value, dict) and value and self.rng.random() < 0.97:
            return " " + self._written(value, indent + _INDENT)[indent + _INDENT :]
        return self._after(value, indent)

    def _after(self, value: Value, indent: int) -> str:
        """Return what stands after the colon or dash: the value in this line, or below it."""
        marks = self.rng.choice((" &a", " *a", " !!str", " !x")) if self.rng.random() < self.wild / 8 else ""
        if isinstance(value, dict | list):
            if not value or self.rng.random() < 0.1:
                return f"{marks} {self._flow(value)}\n"
            return f"{marks}\n{self._written(value, indent + _INDENT)}"
        return f"{marks} {self._scalar(str(value), indent)}\n" if not isinstance(value, Raw) else f" {value}\n"

    def _flow(self, value: Value) -> str:
        if isinstance(value, dict):
            return "{" + ", ".join(f"{self._key(key)}: {self._flow(item)}" for key, item in value.items()) + "}"
        if isinstance(value, list):
            return "[" + ", ".join(map(self._flow, value)) + "]"
        return str(value) if isinstance(value, Raw) else json.dumps(value, ensure_ascii=self.rng.random() < 0.3)

    def _key(self, key: str) -> str:
        return key if key.isidentifier() or self.rng.random() < 0.2 else json.dumps(key, ensure_ascii=False)

    def _scalar(self, text: str, indent: int) -> str:
        """Return a text in one of YAML's styles: as it is where that does no harm, at times where it does."""
        kind = self.rng.random()
        harmless = text[:1].isalnum() and not set(text) & set(":#\n\"'{}[]\\,&*!|>%@`")
        if (harmless and kind < 0.8) or kind < self.wild / 3:
            return text
        if kind < 0.4 and "\n" not in text:
            return "'" + text.replace("'", "''") + "'"
        if kind < 0.6:
            return json.dumps(text, ensure_ascii=kind < 0.5)
        below = "\n".join(" " * (indent + 2 * _INDENT) + line for line in text.split("\n"))
        return f"{self.rng.choice(('|', '>', '|-', '>-', '|+', '>+'))}\n{below}"


def written(rng: Random) -> dict[str, bytes]:
    """Return the files of a bank that is written by the grammar."""
    wild = rng.choice((0.0, 0.01, 0.02, 0.05, 0.1, 0.3))
    huge = rng.choice((0.0, 0.0, 0.0, 0.0, 0.0, 0.1, 0.3))
    source = words.SOURCE
    if rng.random() < 0.15:
        at = rng.randrange(len(source))
        source = source[:at] + (words.enormous(rng) if huge else words.text(rng)) + source[at:]
    if huge and rng.random() < 0.5:  # so that it can be quoted
        source = words.enormous(rng) + source
    text = Writer(rng, wild, huge, source).bank()
    return {"bank.yaml": text.encode("utf-8", "surrogatepass"), "source.txt": source.encode()}
