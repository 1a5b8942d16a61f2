"""The banks that a command looks back on."""

from quiz.history.record import Record
from quiz.study import Study


def answered_studies(name: str | None, record: Record) -> list[Study]:
    """Return the study of the bank called `name`, or of every bank of which something was answered.

    Raises UserError when the bank cannot be used.
    """
    if name is not None:
        from quiz.cli.opening import usable_bank

        return [Study(usable_bank(name), record)]
    from quiz.banks.library import every_bank
    from quiz.banks.reader import read_bank

    readings = (read_bank(found.path) for found in every_bank())
    studies = (Study(reading, record) for reading in readings if reading.bank and reading.bank.questions)
    return [study for study in studies if record.attempt_count(study.bank.id)]
