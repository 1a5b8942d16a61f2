"""The banks that a command looks back on."""

from quiz.cli.opening import every_usable, usable_bank
from quiz.history.record import Record
from quiz.study import Study


def answered_studies(name: str | None, record: Record) -> list[Study]:
    """Return the study of the bank called `name`, or of every bank of which something was answered.

    Raises UserError when the bank cannot be used.
    """
    if name is not None:
        return [Study(usable_bank(name), record)]
    studies = (Study(reading, record) for reading in every_usable())
    return [study for study in studies if record.attempt_count(study.bank.id)]
