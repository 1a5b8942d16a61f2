"""An examination on the screen."""

from quiz.study.exam import Exam
from quiz.tui.screens.base import QuizScreen


class ExamScreen(QuizScreen):
    """One examination."""

    def __init__(self, exam: Exam) -> None:
        super().__init__()
        self.exam = exam
