"""A new bank's folder: made from a source, whole or not at all."""

import shutil
from collections.abc import Callable, Iterator
from pathlib import Path
from tempfile import TemporaryDirectory

from quiz.banks.files import MAX_SOURCE_BYTES, Unreadable, as_source, read_text
from quiz.banks.reader import BANK_FILE, Reading, read_bank
from quiz.banks.schema import SCHEMA_FILE, schema_text
from quiz.banks.template import SOURCE_FILE, bank_texts, heading
from quiz.core.finding import Finding, Severity
from quiz.core.patterns import late
from quiz.core.visible import shorten

_NO_PART_OF_IDS = late(r"[^\w.]+|_+")
_MAX_ID = 60
_MAX_TITLE = 200


class NotMadeError(Exception):
    """Why no bank was made, and what to do; nothing was written."""


def new_bank(
    folder: Path, source: Path, *, title: str = "", ident: str = "", approve: Callable[[Path], bool] | None = None
) -> Reading:
    """Make a bank on a source in a folder that is new or empty, and return what reading it gives.

    `approve` says of a draft's folder whether its question is good; when it says so of none, the first will do.
    Raises NotMadeError, and OSError when the folder cannot be written.
    """
    _check_folder(folder)
    text = _source_text(source)
    plain = " ".join((source.stem or "bank").replace("_", " ").replace("-", " ").split())
    first = heading(text) or plain[:1].upper() + plain[1:]
    title = shorten(title or first, _MAX_TITLE)
    texts = bank_texts(text, ident or _id_of(folder), title, first)
    home = folder if folder.exists() else folder.parent
    home.mkdir(parents=True, exist_ok=True)
    with TemporaryDirectory(prefix=".making-", dir=home) as place:
        draft = Path(place) / "bank"
        draft.mkdir()
        shutil.copyfile(source, draft / SOURCE_FILE)
        (draft / SCHEMA_FILE).write_text(schema_text(), "utf-8")
        _choose(draft, texts, approve)
        _put(draft, folder)
    return read_bank(folder)


def _check_folder(folder: Path) -> None:
    """Raise NotMadeError where a bank would meet something that is there already."""
    if "\0" in str(folder):
        raise NotMadeError("this cannot be a folder's name; name another")
    if not (folder.exists() or folder.is_symlink()):
        return
    if not folder.is_dir():
        raise NotMadeError(f"{folder} is a file; name a folder that is not there yet")
    names = sorted(entry.name for entry in folder.iterdir())
    if names:
        more = f" and {len(names) - 1} more" if len(names) > 1 else ""
        raise NotMadeError(f"{folder} is not empty ({names[0]}{more}); name a folder that is not there yet")


def _source_text(source: Path) -> str:
    """Return the text of the source. Raises NotMadeError."""
    try:
        found = source.exists()
    except (OSError, ValueError):
        found = False
    if not found:
        raise NotMadeError(f"there is no file {source}; name the text that the questions are about")
    text = read_text(source, MAX_SOURCE_BYTES)
    if isinstance(text, Unreadable):
        line = f" in line {text.line}" if text.code == "RD102" and text.line > 1 else ""
        raise NotMadeError(f"{text.message}{line}; {text.cure[0].lower()}{text.cure[1:].rstrip('.')}")
    if not text.strip():
        raise NotMadeError(f"{source} is empty; put the text into it first")
    return as_source(text)


def _id_of(folder: Path) -> str:
    """Return an id made from a folder's name."""
    name = _NO_PART_OF_IDS.sub("-", folder.resolve().name.casefold()).strip("-.")
    return name[:_MAX_ID].strip("-.") or "bank"


def _choose(draft: Path, texts: Iterator[str], approve: Callable[[Path], bool] | None) -> None:
    """Write the first of some bank files that is approved, or else the first without an error."""
    good: str | None = None
    found: Finding | None = None
    for text in texts:
        (draft / BANK_FILE).write_text(text, "utf-8")
        error = next((finding for finding in read_bank(draft).findings if finding.severity is Severity.ERROR), None)
        if error is None and (approve is None or approve(draft)):
            return
        found = found or error
        good = text if good is None and error is None else good
    if good is None and found is None:
        raise NotMadeError("nothing in the source can be quoted; it needs a sentence at least")
    if good is None and found is not None:
        where = f" in line {found.place.line} of the source" if found.path.endswith(SOURCE_FILE) else ""
        raise NotMadeError(f"{found.message}{where}; {found.cure[0].lower()}{found.cure[1:].rstrip('.')}")
    (draft / BANK_FILE).write_text(good or "", "utf-8")


def _put(draft: Path, folder: Path) -> None:
    """Move a finished draft to its place: at once, or into an empty folder file by file, the bank file last."""
    if not folder.exists():
        draft.rename(folder)
        return
    moved: list[Path] = []
    try:
        for name in (SOURCE_FILE, SCHEMA_FILE, BANK_FILE):
            (draft / name).replace(folder / name)
            moved.append(folder / name)
    except OSError:
        for path in moved:
            path.unlink(missing_ok=True)
        raise
