"""The question types, one file each, found in this folder."""

from functools import cache
from importlib import import_module
from pkgutil import iter_modules

from quiz.core.questions.base import Question


@cache
def types() -> dict[str, type[Question]]:
    """Return the question types by the name that a bank gives them, in alphabetical order."""
    for module in iter_modules(__path__):
        import_module(f"{__name__}.{module.name}")
    found = {cls.kind: cls for cls in Question.__subclasses__() if cls.kind}
    return dict(sorted(found.items()))
