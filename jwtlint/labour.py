"""Who does the work of a run: earlier runs, whose results are kept, this process, or many."""

from collections.abc import Callable, Sequence
from itertools import groupby
from operator import itemgetter
from pathlib import Path
from typing import NamedTuple

from .engine import Linter
from .entry.record import Record
from .executors import hands_of
from .finding import Failure, Notice, Result
from .outcome import Outcome
from .picture.reader import Choice, ReaderError
from .pipeline import Crew, LostError
from .recipe import Recipe, recipe_of
from .results import Results, picture_name, record_name
from .source import SourceError
from .worker import Shown, Worker, check_picture, check_records

_WORTH_A_PROCESS = 48
"""So many records are checked here in the time that it takes to start processes."""
_LOST = "the process that checked it was ended from outside; is there enough memory?"


class Options(NamedTuple):
    """How a run works.

    `cache` is the folder of what earlier runs found, None for none; `jobs` counts processes (0: one a processor);
    `cluster` is the address of a Dask scheduler that does the work instead.
    """

    reader: Choice = Choice.AUTO
    cache: Path | None = None
    jobs: int = 1
    cluster: str | None = None


class Labour:
    """Checks records and pictures. What is asked for is begun at once, and waited for when its result is wanted.

    Raises ClusterError where there is no such cluster.
    """

    def __init__(self, options: Options) -> None:
        self._options = options
        self._results = Results(options.cache)
        hands = hands_of(options.jobs, options.cluster)
        self._crew = Crew(hands) if hands else None
        self._remote = options.cluster is not None
        self._workers: dict[Linter, Worker] = {}
        self._recipes: dict[Linter, Recipe] = {}
        self._checked_here = 0
        self.notices: list[Notice] = []
        """What a missing reader or language costs."""

    @property
    def ahead(self) -> int:
        """How many pieces of work are worth beginning before the first is waited for."""
        return 2 * self._crew.many + 2 if self._crew else 0

    def records(self, wanted: Sequence[tuple[Record, Linter]], *, few: bool) -> Callable[[], list[Outcome]]:
        """Begin to check records, each for its linter; of a `few` the results are not kept."""
        parts = [
            self._some([record for record, _ in some], linter, few)
            for linter, some in groupby(wanted, key=itemgetter(1))
        ]
        return lambda: [outcome for part in parts for outcome in part()]

    def picture(self, shown: Shown, linter: Linter, *, alone: bool) -> Callable[[], Outcome]:
        """Begin to check a picture; one that is `alone` is not worth a process."""
        worker = self._worker(linter)
        if not isinstance(worker.readers, ReaderError):
            lost = [Notice("", None, one) for one in worker.readers.lost]
            self.notices += [one for one in lost if one not in self.notices]
        name = b""
        if self._results.active:
            try:
                state = worker.picture_state(shown)
            except SourceError as error:
                failed = _failed(shown.path, error.reason)
                return lambda: failed
            name = picture_name(state, shown.path, shown.record, shown.number, linter)
            if (outcome := self._results.get([(name, shown.path)], linter).get(name)) is not None:
                return lambda: outcome
        from .packing import packed

        if self._crew is None or (alone and not self._remote):
            return lambda: self._noted(name, shown.path, packed(worker.check_picture(shown)))
        promise = self._crew.submit(check_picture, self._recipe(linter), shown)

        def waited() -> Outcome:
            try:
                return self._noted(name, shown.path, promise.kept())
            except LostError:
                return _failed(shown.path, _LOST)

        return waited

    def close(self) -> None:
        """End the processes, and let go of the cache."""
        if self._crew:
            self._crew.close()
        self._results.close()

    def _some(self, records: Sequence[Record], linter: Linter, few: bool) -> Callable[[], list[Outcome]]:
        worker = self._worker(linter)
        if few and not self._remote:
            return lambda: [worker.check(record) for record in records]
        names = [record_name(record, linter) for record in records] if self._results.active else []
        found = self._results.get([(n, one.path) for n, one in zip(names, records, strict=False)], linter)
        missing = [at for at in range(len(records)) if not names or names[at] not in found]
        begun = self._begun([records[at] for at in missing], linter)

        from .packing import unpack

        def finished() -> list[Outcome]:
            outcomes: list[Outcome | None] = [found.get(name) for name in names] or [None] * len(records)
            news: dict[bytes, bytes] = {}
            for at, one in zip(missing, begun(), strict=True):
                outcome = outcomes[at] = unpack(one, records[at].path)
                if names and not outcome.result.errors:
                    news[names[at]] = one
            self._results.put(news)
            return [one for one in outcomes if one is not None]

        return finished

    def _noted(self, name: bytes, path: str, one: bytes) -> Outcome:
        from .packing import unpack

        outcome = unpack(one, path)
        if not outcome.result.errors:
            self._results.put({name: one})
        return outcome

    def _begun(self, records: Sequence[Record], linter: Linter) -> Callable[[], list[bytes]]:
        """Begin to check records that nobody has checked; returns packed outcomes."""
        from .packing import packed

        worker = self._worker(linter)
        if not records:
            return list
        crew = self._crew
        if crew is None or (self._checked_here < _WORTH_A_PROCESS and not self._remote):
            self._checked_here += len(records)
            return lambda: [packed(worker.check(record)) for record in records]
        recipe = self._recipe(linter)
        promise = crew.submit(check_records, recipe, records)

        def waited() -> list[bytes]:
            try:
                return promise.kept()
            except LostError:
                return [self._one(crew, recipe, record) for record in records]

        return waited

    @staticmethod
    def _one(crew: Crew, recipe: Recipe, record: Record) -> bytes:
        """Check one of several records among which one takes its worker with it."""
        from .packing import packed

        try:
            (one,) = crew.submit(check_records, recipe, [record]).kept()
        except LostError:
            return packed(_failed(record.path, _LOST))
        return one

    def _worker(self, linter: Linter) -> Worker:
        """The worker of this process."""
        worker = self._workers.get(linter)
        if worker is None:
            worker = self._workers[linter] = Worker(linter, self._options.reader, self._options.cache)
        return worker

    def _recipe(self, linter: Linter) -> Recipe:
        """What workers elsewhere need. Those of a cluster keep nothing: its machines are not ours."""
        recipe = self._recipes.get(linter)
        if recipe is None:
            sights = None if self._remote else self._options.cache
            recipe = self._recipes[linter] = recipe_of(linter, self._options.reader, sights)
        return recipe


def _failed(path: str, reason: str) -> Outcome:
    return Outcome(Result(path, errors=(Failure(path, reason),)), read=False)
