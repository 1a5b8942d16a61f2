"""Errors that are the user's to mend."""


class UserError(Exception):
    """What cannot be done, and what to do instead, in plain words; `code` is the exit code."""

    def __init__(self, message: str, code: int = 1) -> None:
        super().__init__(message)
        self.code = code
