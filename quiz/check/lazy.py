"""A property that is worked out once. Unlike functools' it takes no lock, which is most of that one's cost."""

from collections.abc import Callable
from typing import Any, Generic, TypeVar, overload

Owner = TypeVar("Owner")
Value = TypeVar("Value")


class once(Generic[Owner, Value]):  # noqa: N801  (used as a decorator, as `property` is)
    """Replaces itself on the instance by the value, at the first look."""

    def __init__(self, work: Callable[[Owner], Value]) -> None:
        self.work = work
        self.__doc__ = work.__doc__

    def __set_name__(self, owner: type[Owner], name: str) -> None:
        self.name = name

    @overload
    def __get__(self, instance: None, owner: type[Owner]) -> "once[Owner, Value]": ...
    @overload
    def __get__(self, instance: Owner, owner: type[Owner]) -> Value: ...
    def __get__(self, instance: Any, owner: type[Owner]) -> Any:
        """Work the value out and keep it."""
        if instance is None:
            return self
        value = instance.__dict__[self.name] = self.work(instance)
        return value
