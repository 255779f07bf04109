"""Processes that check: they end with the run that has started them, however it ends."""

import gc
import os
import signal
from collections.abc import Callable, Iterator
from concurrent.futures import Future, ProcessPoolExecutor
from contextlib import contextmanager
from multiprocessing import active_children, get_context, parent_process
from threading import Thread
from typing import Any, ParamSpec, TypeVar

_SAFE_PATH = "PYTHONSAFEPATH"

_P = ParamSpec("_P")
_R = TypeVar("_R")


class Processes(ProcessPoolExecutor):
    """So many processes, each started anew; Ctrl-C reaches the run alone, which ends them."""

    def __init__(self, many: int) -> None:
        with _safe_path():
            super().__init__(many, mp_context=get_context("spawn"), initializer=_settle)
        self._unfinished: set[Future[Any]] = set()

    def submit(self, fn: Callable[_P, _R], /, *args: _P.args, **kwargs: _P.kwargs) -> Future[_R]:
        """Hand out work."""
        with _held_back(), _safe_path():
            future = super().submit(fn, *args, **kwargs)
        self._unfinished.add(future)
        future.add_done_callback(self._unfinished.discard)
        return future

    def shutdown(self, wait: bool = True, *, cancel_futures: bool = False) -> None:
        """End the processes. With `cancel_futures` nobody waits for what they are at, either: a picture takes seconds."""
        if cancel_futures and self._unfinished:
            for process in active_children():
                process.terminate()
        super().shutdown(wait, cancel_futures=cancel_futures)


@contextmanager
def _held_back() -> Iterator[None]:
    """Ctrl-C comes afterwards; processes and threads that are started meanwhile never hear of it."""
    if not hasattr(signal, "pthread_sigmask"):
        yield
        return
    before = signal.pthread_sigmask(signal.SIG_BLOCK, {signal.SIGINT})
    try:
        yield
    finally:
        signal.pthread_sigmask(signal.SIG_SETMASK, before)


@contextmanager
def _safe_path() -> Iterator[None]:
    """Processes that are started meanwhile look for modules only where they are installed.

    Python starts them with `-c`, which has it look in the working folder first: a file "multiprocessing.py" in the
    catalog of a stranger would be run.
    """
    before = os.environ.get(_SAFE_PATH)
    os.environ[_SAFE_PATH] = "1"
    try:
        yield
    finally:
        if before is None:
            del os.environ[_SAFE_PATH]
        else:
            os.environ[_SAFE_PATH] = before


def _settle() -> None:
    """Set up a process: one thread, and few searches for garbage, of which texts leave little."""
    os.environ.setdefault("OMP_THREAD_LIMIT", "1")
    gc.set_threshold(50_000, 20, 50)
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    Thread(target=_end_with_run, daemon=True).start()


def _end_with_run() -> None:
    """A run that is killed cannot tell its processes, which would wait for work forever."""
    run = parent_process()
    if run is not None:
        run.join()
        os._exit(1)
