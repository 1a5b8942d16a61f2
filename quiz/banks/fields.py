"""The fields of one mapping of a bank file, read with located problems."""

from collections.abc import Iterator
from decimal import Decimal, InvalidOperation

from quiz.banks.nodes import Bad, List, Mapping, Node, Text
from quiz.banks.problems import Problems, did_you_mean
from quiz.banks.slips import LOOK_AT, PAIRS, melted, quoted_oddly, signed_item
from quiz.core.finding import Place
from quiz.core.patterns import late
from quiz.core.questions.base import Option
from quiz.core.visible import shorten

_ID = late(r"[^\W_](?:[\w.-]*\w)?")
_MAX_ID = 100
_SHOWN = ("prompt", "answer", "title", "text")  # the texts that students see
_MARKS = late(r"[.,;:…、。](?!\d)|(?<!\d)[!¡?¿](?!\w)|[\"“”„‟«»‹›]")
_DASHES = late(r"[‐‑‒–—―-](?!\d)")
_OPTION = {"text", "why"}
_YES, _NO = ("true", "yes", "on"), ("false", "no", "off")


class NodeFields:
    """One mapping, read field by field. `broken` tells whether anything was wrong with it.

    `defaults` are the bank's own settings for flags that a question leaves out.
    """

    __slots__ = ("_known", "_problems", "_what", "broken", "defaults", "node", "question")

    def __init__(self, node: Mapping, problems: Problems, what: str, question: str = "") -> None:
        self.node = node
        self.broken = node.broken
        self.question = question
        self.defaults: dict[str, bool] = {}
        self._problems = problems
        self._what = what
        self._known: set[str] = set()

    def note(self, code: str, message: str, place: Place, cure: str) -> None:
        """Note a problem at a place."""
        self.broken = True
        self._problems.add(code, message, place, cure, self.question)

    def problem(self, key: str, code: str, message: str, cure: str) -> None:
        """Note a problem at the value of a key, or at the beginning when the key is not there."""
        entry = self.node.entries.get(key)
        self.note(code, message, entry[1].place if entry else self.node.place, cure)

    def get(self, key: str) -> Node | None:
        """Return the value of a key, or None; the key is known from now on."""
        self._known.add(key)
        entry = self.node.entries.get(key)
        return entry[1] if entry else None

    def has(self, key: str) -> bool:
        """Return whether the key is there; it is known from now on."""
        return self.get(key) is not None

    def missing(self, key: str) -> None:
        """Note that a key that must be there is not."""
        cure = f"Add a line {key}: … to it."
        self.note("FM203", f"{self._what} has no '{key}'", self.node.place, cure)

    def _wrong_shape(self, what: str, node: Node, wanted: str) -> None:
        if isinstance(node, Bad):
            self.broken = True  # there is a finding already; as an item of a list it is known only here
            return
        cure = f"Write {wanted}."
        if isinstance(node, Mapping) and len(node.entries) == 1:
            cure += " If ': ' is part of a text, put the whole text in quotation marks."
            if next(iter(node.entries))[:1] in PAIRS:
                cure = cure.removesuffix(".") + ", the straight ones: '…' or \"…\"."
        self.note("FM204", f"{what} must be {wanted}, not {node.shape}", node.place, cure)

    def text(self, key: str) -> str:
        """Return a text that must be there and not blank."""
        node = self.get(key)
        if node is None:
            self.missing(key)
            return ""
        if type(node) is Text and (text := node.text.strip()):
            if text[0] in LOOK_AT and key in _SHOWN and self._what != "the quotation":
                self._warn_of_quotes(node)
            return text
        return self._filled(f"'{shorten(key, 60)}'", node)

    def _filled(self, what: str, node: Node) -> str:
        text = self._plain(what, node)
        if isinstance(node, Text) and not text:
            self.note("FM203", f"{what} is empty", node.place, "Write a text, or remove the line.")
        if text and text[0] in LOOK_AT and isinstance(node, Text):
            self._warn_of_quotes(node)
            if slip := signed_item(node, self._problems):
                self.note("FM204", slip.message, slip.place, slip.cure)
        return text

    def _warn_of_quotes(self, node: Text) -> None:
        if quoted_oddly(node, self._problems):
            message = "these typographic quotation marks become part of the text; YAML needs the straight ones"
            cure = "Put '…' or \"…\" in their place; if they belong to the text, put these around them."
            self._problems.warn("RD113", message, node.place, cure, self.question)

    def _plain(self, what: str, node: Node) -> str:
        if isinstance(node, Text):
            return node.text.strip()
        self._wrong_shape(what, node, "a text")
        return ""

    def optional(self, key: str) -> str:
        """Return a text, or "" when the key is not there or has no value."""
        node = self.get(key)
        return "" if node is None else self._plain(f"'{key}'", node)

    def texts(self, key: str, least: int) -> tuple[str, ...]:
        """Return a list of texts."""
        if key not in self.node.entries and not least:  # as most questions are without tags
            self._known.add(key)
            return ()
        what = f"an item of '{shorten(key, 60)}'"
        return tuple(self._filled(what, item) for item in self._items(key, least))

    def _items(self, key: str, least: int) -> list[Node]:
        """Return the items of a list with at least `least` of them; a single text counts as a list of one."""
        node = self.get(key)
        if node is None:
            if least:
                self.missing(key)
            return []
        items: list[Node] | None = node.items if isinstance(node, List) else None
        if not isinstance(node, List) and (slip := melted(shorten(key, 60), node, self._problems)):
            self.note("FM204", slip.message, slip.place, slip.cure)
            return []
        if isinstance(node, Text) and least < 2:
            items = [node]
        if items is None:
            self._wrong_shape(f"'{shorten(key, 60)}'", node, "a list, an item a line, each after a dash")
            return []
        if len(items) < least:
            word = "item" if least == 1 else "items"
            self.note(
                "TY702", f"'{shorten(key, 60)}' needs at least {least} {word}", node.place, "Add what is missing."
            )
        return items

    def options(self, key: str, least: int) -> tuple[Option, ...]:
        """Return options: texts, or mappings of `text` and `why`."""
        return tuple(self._option(key, item) for item in self._items(key, least))

    def _option(self, key: str, node: Node) -> Option:
        if option := _sound_option(node):
            return option
        if not isinstance(node, Mapping) or not {"text", "why"} & node.entries.keys():
            return Option(self._filled(f"an item of '{key}'", node))
        fields = NodeFields(node, self._problems, "the distractor", self.question)
        option = Option(fields.text("text"), fields.optional("why"))
        fields.refuse_others()
        self.broken |= fields.broken
        return option

    def flag(self, key: str, default: bool) -> bool:
        """Return a yes or no, written as true or false (or yes, no, on, off)."""
        node = self.get(key)
        if node is None or isinstance(node, Bad):
            return self.defaults.get(key, default)
        word = node.text.strip().casefold() if isinstance(node, Text) else ""
        if word not in _YES + _NO:
            self.note("FM205", f"'{key}' must be true or false", node.place, "Write true or false.")
        return word in _YES

    def number(self, key: str, default: Decimal | None) -> Decimal:
        """Return a number, written in digits with a point for decimals."""
        node = self.get(key)
        if node is None and default is not None:
            return default
        text = self.text(key)
        if not text or node is None:
            return Decimal(0)
        try:
            value = Decimal(text)
            if value.is_finite() and abs(value.adjusted()) < 30 and len(text) < 50 and "_" not in text:
                return value
        except InvalidOperation:
            pass
        self.note(
            "FM205",
            f"'{key}' must be a number, not “{shorten(text, 40)}”",
            node.place,
            "Write digits only, such as 1922.",
        )
        return Decimal(0)

    def pairs(self, key: str, least: int) -> tuple[tuple[str, str], ...]:
        """Return pairs: a mapping of left to right, or a list of such, of `left` and `right`, or of two texts."""
        node = self.get(key)
        if node is None:
            self.missing(key)
            return ()
        if not isinstance(node, Mapping | List):
            self._wrong_shape(f"'{key}'", node, "lines of left: right")
            return ()
        found = [pair for pair in self._each_pair(key, node) if pair]
        if len(found) < least:
            self.note("TY702", f"'{key}' needs at least {least} pairs", node.place, "Add what is missing.")
        self._distinct_lefts([left for left, _ in found], node)
        return tuple(found)

    def _distinct_lefts(self, lefts: list[str], node: Node) -> None:
        if len(set(lefts)) < len(lefts):
            self.note("OP210", "two pairs have the same left side", node.place, "Change or remove one of them.")

    def _each_pair(self, key: str, node: Mapping | List) -> Iterator[tuple[str, str] | None]:
        if isinstance(node, Mapping):
            for sides in node.entries.values():
                yield self._both(key, *sides)
            return
        for item in node.items:
            yield self._listed_pair(key, item)

    def _listed_pair(self, key: str, item: Node) -> tuple[str, str] | None:
        sides: list[Node] = []
        if isinstance(item, List):
            sides = item.items
        elif isinstance(item, Mapping) and set(item.entries) == {"left", "right"}:
            sides = [item.entries["left"][1], item.entries["right"][1]]
        elif isinstance(item, Mapping) and len(item.entries) == 1:
            sides = list(next(iter(item.entries.values())))
        if len(sides) == 2:
            return self._both(key, *sides)
        self._wrong_shape(f"an item of '{key}'", item, "a pair, written as left: right")
        return None

    def _both(self, key: str, left: Node, right: Node) -> tuple[str, str]:
        what = f"a side of '{key}'"
        return self._filled(what, left), self._filled(what, right)

    def variants(self, key: str) -> dict[str, tuple[str, ...]]:
        """Return a mapping of texts to lists of texts; a single text counts as a list of one."""
        node = self.get(key)
        if node is None:
            return {}
        if not isinstance(node, Mapping):
            self._wrong_shape(f"'{key}'", node, "lines of answer: [variant]")
            return {}
        inner = NodeFields(node, self._problems, key, self.question)
        found = {name: inner.texts(name, 1) for name in node.entries}
        self.broken |= inner.broken
        return found

    def reasons(self, key: str) -> dict[str, str]:
        """Return a mapping of texts to texts, each of which must be there: rules, and why each is silenced."""
        node = self.get(key)
        if node is None:
            return {}
        if not isinstance(node, Mapping):
            self._wrong_shape(key, node, "a rule's code, a colon and the reason")
            return {}
        inner = NodeFields(node, self._problems, f"'{key}'", self.question)
        found = {code: inner.text(code) for code in node.entries}
        self.broken |= inner.broken
        return found

    def distinct(self, *keys: str) -> None:
        """Note a problem where two of the texts under these keys are the same but for case and blanks."""
        seen: dict[str, Text] = {}
        for key in keys:
            for text in self._texts_under(key):
                plain = " ".join(text.text.split()).casefold()
                if plain and (first := seen.setdefault(plain, text)) is not text:
                    message = f"the same option stands in line {first.line}"
                    self.note("OP210", message, text.place, "Change or remove one of them.")
        if not "".join(seen).replace(" ", "").isalnum():
            self._distinct_but_for_marks(seen)

    def _distinct_but_for_marks(self, texts: dict[str, Text]) -> None:
        seen: dict[str, Text] = {}
        for plain, text in texts.items():
            if (first := _but_for_marks(plain, text, seen)) is not text:
                message = f"the same option, but for punctuation, stands in line {first.line}"
                self.note("OP210", message, text.place, "Change or remove one of them.")

    def _texts_under(self, key: str) -> Iterator[Text]:
        node = self.get(key)
        for item in node.items if type(node) is List else (node,):
            value = item
            if type(item) is Mapping:
                entry = item.entries.get("text")
                value = entry[1] if entry else None
            if type(value) is Text:
                yield value

    def refuse_others(self) -> None:
        """Note every key that nothing has asked for."""
        if self.node.entries.keys() <= self._known:
            return
        for name, (key, _) in self.node.entries.items():
            if name not in self._known:
                near = did_you_mean(name, self._known)
                cure = f"Known here are: {', '.join(sorted(self._known))}."
                self.note("FM202", f"unknown key '{shorten(name, 60)}' in {self._what}{near}", key.place, cure)


def _sound_option(node: Node) -> Option | None:
    """Return the option that a node is, when nothing need be said of it: so it is with nearly all."""
    if type(node) is Text:
        text = _sound(node)
        return Option(text) if text else None
    if type(node) is not Mapping or node.broken or node.entries.keys() != _OPTION:
        return None
    text, why = _sound(node.entries["text"][1]), _sound(node.entries["why"][1])
    return Option(text, why) if text and why else None


def _sound(node: Node) -> str:
    """Return a text of which nothing need be said, or ""."""
    text = node.text.strip() if type(node) is Text else ""
    return "" if text and text[0] in LOOK_AT else text


def _but_for_marks(plain: str, text: Text, seen: dict[str, Text]) -> Text:
    """Return the text in `seen` that is the same but for punctuation; without one the text itself, now seen.

    A hyphen may stand for nothing or a blank. Signs that can matter are kept: C++, -5, it's.
    """
    if plain.replace(" ", "").isalnum():
        return seen.setdefault(plain, text)
    bare = _MARKS.sub("", plain.strip("'‘’‚") if plain[0] in "'‘‚" else plain)
    if sum(map(str.isalnum, bare)) < 2:
        return text
    forms = {" ".join(_DASHES.sub(instead, bare).split()) for instead in ("", " ")}
    same = [first for form in forms if (first := seen.setdefault(form, text)) is not text]
    return same[0] if same else text


def read_id(fields: NodeFields) -> str:
    """Return the id of a bank, phase or question, or "" with a finding when it cannot be one."""
    ident = fields.text("id")
    if ident and (len(ident) > _MAX_ID or not _ID.fullmatch(ident)):
        cure = f"Use letters, digits and hyphens, without blanks, {_MAX_ID} at the most."
        fields.problem("id", "FM205", f"'{shorten(ident, 60)}' cannot be an id", cure)
        return ""
    return ident
