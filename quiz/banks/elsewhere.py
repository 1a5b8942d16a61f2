"""Where banks stand that were taken by their path: what was answered in them is looked back on by their id."""

from pathlib import Path

from quiz import places


def remembered() -> dict[str, Path]:
    """Return by id where banks stood when they were last taken; what cannot be read is as if it were not there."""
    try:
        text = places.elsewhere_file().read_text("utf-8")
        import json  # only now: mostly there is no such file

        data = json.loads(text)
    except (OSError, ValueError, RecursionError):
        return {}
    found = data.items() if isinstance(data, dict) else ()
    return {ident: Path(path) for ident, path in found if isinstance(path, str)}


def keep(ident: str, path: Path) -> None:
    """Remember where a bank stands, in place of where it stood before; where that is not possible, go on without."""
    known = remembered()
    if known.get(ident) == path:
        return
    import json

    text = json.dumps({ident: str(path) for ident, path in (known | {ident: path}).items()}, indent=2)
    places.write_whole(places.elsewhere_file(), text + "\n")
