"""The question types, one file each, found in this folder; the file's name is that of the type."""

from functools import cache
from importlib import import_module

from quiz.core.questions.base import Question


@cache
def types() -> dict[str, type[Question]]:
    """Return the question types by the name that a bank gives them, in alphabetical order."""
    from pkgutil import iter_modules

    found = [type_named(module.name.replace("_", "-")) for module in iter_modules(__path__)]
    return {cls.kind: cls for cls in sorted(filter(None, found), key=lambda cls: cls.kind)}


@cache
def type_named(kind: str) -> type[Question] | None:
    """Return one question type by its name, or None when there is no such type. Only its own file is imported."""
    name = kind.replace("-", "_")
    if not (name.isascii() and name.isidentifier()):
        return None
    try:
        module = import_module(f"{__name__}.{name}")
    except ModuleNotFoundError:
        return None
    # not from Question.__subclasses__(): that has a class also as it was before dataclass() gave it slots
    classes = (cls for cls in vars(module).values() if isinstance(cls, type) and issubclass(cls, Question))
    return next((cls for cls in classes if cls.kind == kind), None)
