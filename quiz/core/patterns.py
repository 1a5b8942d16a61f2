"""Patterns that are compiled when they are first used: together they would take a tenth of the start of a check."""

import re
from typing import cast

_METHODS = ("search", "match", "fullmatch", "split", "findall", "finditer", "sub", "subn")


class _Late:
    """Stands for a compiled pattern, and has its methods from the first use of one of them."""

    def __init__(self, pattern: str, flags: re.RegexFlag) -> None:
        self.pattern = pattern
        self.flags = flags

    def __getattr__(self, name: str) -> object:
        compiled = re.compile(self.pattern, self.flags)
        self.__dict__ |= {method: getattr(compiled, method) for method in _METHODS}
        return getattr(compiled, name)


def late(pattern: str, flags: re.RegexFlag = re.NOFLAG) -> re.Pattern[str]:
    """Return what can be used as the compiled pattern, and is compiled when it is.

    A fault in the pattern shows then too: there is a test that uses all there are.
    """
    return cast("re.Pattern[str]", _Late(pattern, flags))
