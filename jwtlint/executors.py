"""Where the work of a run is done: in processes of this machine, or on a cluster.

Both are executors as `concurrent.futures` defines them; nobody else needs to know which it is.
"""

import os
from collections.abc import Callable
from concurrent.futures import BrokenExecutor, Executor
from typing import NamedTuple

_TRIES = 3
_PATIENCE = 10
"""Seconds to wait for a scheduler."""
_MOST_PROCESSES = 61
"""Windows waits for no more at once."""


class ClusterError(Exception):
    """A cluster that cannot be used; the message is one line with the remedy."""


class Hands(NamedTuple):
    """Who does the work: how to make the executor (anew, where one breaks), how much it does at once, what it raises
    where a worker was lost with its work, and how to let go of an executor, and of all of it. `verify` raises
    ClusterError where nobody is left to do any: whatever is handed out then would be waited for in vain."""

    make: Callable[[], Executor]
    many: int
    lost: tuple[type[BaseException], ...]
    end: Callable[[Executor], None]
    close: Callable[[], None] = lambda: None
    verify: Callable[[], None] = lambda: None


def hands_of(jobs: int, cluster: str | None) -> Hands | None:
    """So many processes of this machine (0: one a processor), or the workers of a cluster at that address; None where
    that is this process alone.

    Raises ClusterError where the cluster or the package for it is missing.
    """
    if cluster is not None:
        return _cluster(cluster)
    many = min(jobs or _processors(), _MOST_PROCESSES)
    if many == 1:
        return None
    return Hands(lambda: _processes(many), many, (BrokenExecutor,), _end_processes)


def _processors() -> int:
    if hasattr(os, "sched_getaffinity"):
        return len(os.sched_getaffinity(0))
    return os.cpu_count() or 1


def _processes(many: int) -> Executor:
    from concurrent.futures import ProcessPoolExecutor
    from multiprocessing import get_context

    return ProcessPoolExecutor(many, mp_context=get_context("spawn"), initializer=_settle)


def _end_processes(executor: Executor) -> None:
    """Whoever stops early, as after Ctrl-C, waits for nothing that has not been begun."""
    executor.shutdown(wait=True, cancel_futures=True)


def _settle() -> None:
    """Set up a process: one thread, few searches for garbage, of which texts leave little, and no life of its own."""
    import gc
    import signal
    from threading import Thread

    os.environ.setdefault("OMP_THREAD_LIMIT", "1")
    gc.set_threshold(50_000, 20, 50)
    # After Ctrl-C the run ends its processes itself.
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    Thread(target=_leave_with_parent, daemon=True).start()


def _leave_with_parent() -> None:
    """A process whose run was killed waits for work for ever, as nobody tells it that there is none."""
    from multiprocessing import parent_process

    parent = parent_process()
    if parent is not None:
        parent.join()
        os._exit(1)


def _cluster(address: str) -> Hands:
    try:
        from distributed import Client, KilledWorker
    except ImportError:
        raise ClusterError("--cluster needs the extra: pip install 'jwtlint[cluster]'") from None
    try:
        client = Client(address, timeout=_PATIENCE, set_as_default=False)
        many = sum(client.nthreads().values())
    except (OSError, ValueError, TimeoutError) as error:
        raise ClusterError(
            f"--cluster {address}: no scheduler answers there ({error}); check the address"
        ) from None
    if not many:
        client.close()
        raise ClusterError(
            f"--cluster {address}: the scheduler has no workers; start one with: dask worker {address}"
        )

    def make() -> Executor:
        executor: Executor = client.get_executor(pure=False, retries=_TRIES)
        return executor

    def verify() -> None:
        if client.status in ("closing", "closed"):
            raise ClusterError(
                f"--cluster {address}: the scheduler was lost during the run; start it, then check again: what was "
                "found is kept"
            )

    # Its futures are cancelled with it; unlike others it takes no word for that.
    return Hands(
        make, many, (KilledWorker,), lambda executor: executor.shutdown(wait=False), client.close, verify
    )
