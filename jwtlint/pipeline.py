"""Work that is done by many at once, and comes back in order."""

from collections.abc import Callable
from concurrent.futures import CancelledError, Executor, Future
from typing import Any, Generic, TypeVar

from .executors import Hands

_R = TypeVar("_R")


class LostError(Exception):
    """Work that took its worker with it, twice: the second time it was alone."""


class Crew:
    """Hands out work. An executor is started when it is first needed, and anew where it breaks."""

    def __init__(self, hands: Hands) -> None:
        self._hands = hands
        self._executor: Executor | None = None

    @property
    def many(self) -> int:
        """How much is done at once."""
        return self._hands.many

    def submit(self, work: Callable[..., _R], *arguments: Any) -> "Promise[_R]":
        """Hand out work. Work and arguments must pickle. Raises ClusterError where nobody is left to do it."""
        self._hands.verify()
        executor = self._executor = self._executor or self._hands.make()
        try:
            future = executor.submit(work, *arguments)
        except self._hands.lost:
            self._let_go()
            self._executor = self._hands.make()
            future = self._executor.submit(work, *arguments)
        return Promise(self, future, lambda: self._alone(work, *arguments))

    def _alone(self, work: Callable[..., _R], *arguments: Any) -> _R:
        """Do work again with nothing else beside it: of all that was lost with a worker, only one thing is to blame.

        Raises LostError, and ClusterError where nobody is left to do it.
        """
        self._hands.verify()
        executor = self._hands.make()
        try:
            return executor.submit(work, *arguments).result()
        except Exception as error:
            if not self.is_loss(error):
                raise
            raise LostError(str(error)) from None
        finally:
            self._hands.end(executor)

    def is_loss(self, error: BaseException) -> bool:
        """Does an error say that a worker was lost, rather than that the work went wrong?"""
        return isinstance(error, (*self._hands.lost, CancelledError))

    def close(self) -> None:
        """Let go of all of it; what has not begun is not begun."""
        self._let_go()
        self._hands.close()

    def _let_go(self) -> None:
        if self._executor is not None:
            self._hands.end(self._executor)
            self._executor = None


class Promise(Generic[_R]):
    """Work that was handed out."""

    def __init__(self, crew: Crew, future: Future[_R], again: Callable[[], _R]) -> None:
        self._crew = crew
        self._future = future
        self._again = again

    def kept(self) -> _R:
        """What came of it. Raises what the work raises, and LostError."""
        try:
            return self._future.result()
        except Exception as error:
            if not self._crew.is_loss(error):
                raise
        return self._again()
