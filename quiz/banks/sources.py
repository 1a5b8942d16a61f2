"""The sources of a bank: text files within its folder, and nothing else."""

from collections.abc import Iterable
from pathlib import Path

from quiz.banks.fields import NodeFields, read_id
from quiz.banks.files import MAX_SOURCE_BYTES, Unreadable, as_source, read_text
from quiz.banks.nodes import Bad, List, Mapping, Node, Text
from quiz.banks.problems import Problems, did_you_mean
from quiz.core.bank import Source
from quiz.core.finding import Finding, Place
from quiz.core.patterns import late
from quiz.core.visible import first_hidden, shorten

_LOCK = {
    "sha256": (late(r"[0-9a-fA-F]{64}"), "a SHA-256 in 64 hexadecimal digits"),
    "sentences": (late(r"[a-z2-7]{5}(?: (?:/ )?[a-z2-7]{5})*"), "a record of sentences"),
}
_RENEW = "Leave the value out, and write the lock with `quiz check --fix`."
_WITHOUT = "Add source: with file: and title: below it."


class Sources:
    """The sources of one bank, read into `found` by id.

    `declared` also has the ids of those that could not be read; `findings` are those in the source files.
    """

    def __init__(self, folder: Path, problems: Problems) -> None:
        self.found: dict[str, Source] = {}
        self.declared: set[str] = set()
        self.findings: list[Finding] = []
        self._folder = folder
        self._problems = problems

    def read(self, fields: NodeFields) -> None:
        """Read what stands under `source` or `sources`: one mapping, or a list of them."""
        nodes = [node for key in ("source", "sources") if (node := fields.get(key)) is not None]
        if not nodes:
            fields.note("FM203", "the bank names no source", Place(1, 1), _WITHOUT)
        items = [item for node in nodes for item in (node.items if isinstance(node, List) else [node])]
        if nodes and not items:
            fields.note("FM203", "the bank names no source", nodes[0].place, _WITHOUT)
        for item in items:
            self._one(_as_mapping(item), len(items))

    def _one(self, node: Node, count: int) -> None:
        if not isinstance(node, Mapping):
            if not isinstance(node, Bad):
                message = f"a source is written as file: and title:, not as {node.shape}"
                self._problems.add("FM204", message, node.place, "Write file: source.txt below source:.")
            return
        fields = NodeFields(node, self._problems, "the source")
        ident = read_id(fields) if count > 1 or fields.optional("id") else "source"
        name, title = fields.text("file"), fields.optional("title")
        details = {key: fields.optional(key) for key in ("author", "origin", "license")}
        details |= {key: self._lock(fields, key) for key in _LOCK}
        fields.refuse_others()
        if ident and ident in self.declared:
            message = f"the id '{ident}' names another source already"
            fields.problem("id", "BK510", message, "Give each source its own id.")
            return
        self.declared.add(ident)
        text = self._text(fields, name) if name else None
        if text is not None and ident:
            self.found[ident] = Source(id=ident, title=title or name, text=text, file=name, **details)

    @staticmethod
    def _lock(fields: NodeFields, key: str) -> str:
        """Return a part of a source's lock in lower case, or "" when there is none, or with a finding a bad one."""
        form, what = _LOCK[key]
        value = " ".join(fields.optional(key).split())
        if value and not form.fullmatch(value):
            fields.problem(key, "FM205", f"'{key}' must be {what}", _RENEW)
            return ""
        return value.lower()

    def _text(self, fields: NodeFields, name: str) -> str | None:
        path = self._path(fields, name)
        if path is None:
            return None
        text = read_text(path, MAX_SOURCE_BYTES)
        problems = Problems(str(Path(self._problems.path).parent / name), "" if isinstance(text, Unreadable) else text)
        if isinstance(text, Unreadable):
            if text.code == "RD102":
                problems.add(text.code, text.message, Place(text.line, text.column), text.cure)
                self.findings += problems.found
            else:
                fields.problem("file", "SO303", text.message, text.cure)
            return None
        if not text.strip():
            fields.problem("file", "RD101", f"the source {shorten(name, 60)} is empty", "Put the text into it.")
            return None
        self._note_controls(text, problems)
        return as_source(text)

    def _note_controls(self, text: str, problems: Problems) -> None:
        """Note the first control character of a source; the text is shown all the same, with a picture of it."""
        at = first_hidden(text.replace("\f", "\n"))
        if at is not None and text[at] < " ":
            place = Place(text.count("\n", 0, at) + 1, at - text.rfind("\n", 0, at))
            message = f"the source holds a control character, U+{ord(text[at]):04X}"
            problems.add("RD109", message, place, "Remove it.")
            self.findings += problems.found

    def _path(self, fields: NodeFields, name: str) -> Path | None:
        """Return the path of a source, when it is a file within the bank's folder."""
        try:
            path = (self._folder / name).resolve()
            inside = path.is_relative_to(self._folder.resolve()) and not Path(name).is_absolute()
            if inside and path.exists():
                return path
        except (OSError, ValueError, RuntimeError):
            inside = True
        if inside:
            near = did_you_mean(name, self._neighbours())
            message = f"there is no file '{shorten(name, 60)}' in the bank's folder{near}"
            fields.problem("file", "SO302", message, "Put the source text beside bank.yaml.")
        else:
            message = "the source lies outside the bank's folder"
            fields.problem("file", "SO301", message, "Copy the source text into the bank's folder.")
        return None

    def _neighbours(self) -> Iterable[str]:
        return [entry.name for entry in self._folder.iterdir() if entry.suffix != ".yaml"]


def _as_mapping(node: Node) -> Node:
    """Return `source: FILE` as the mapping that it is short for; any other node as it is."""
    if not isinstance(node, Text):
        return node
    mapping = Mapping(node.mark)
    mapping.entries["file"] = (Text("file", node.mark), node)
    return mapping
