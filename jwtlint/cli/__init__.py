"""The command line: one file a command, and no logic."""

import gc
import sys
from collections.abc import Callable
from typing import NoReturn

from .stopping import Stopped, stoppable

_CHECK = "check"
_NEW_OBJECTS = 50_000
"""How many make Python look for garbage: a long text has millions of small ones, and few that refer to each other."""


def main() -> None:
    """Run the command that the arguments name, and leave with its exit code."""
    gc.set_threshold(_NEW_OBJECTS, 20, 50)
    finish(_main)


def finish(work: Callable[[], int]) -> NoReturn:
    """Do the work of a command and leave with its exit code; no traceback reaches a user."""
    try:
        for stream in (sys.stdout, sys.stderr):
            # What a terminal cannot show must not keep it from showing the rest.
            getattr(stream, "reconfigure", lambda errors: None)(errors="replace")
        with stoppable():
            code = work()
            sys.stdout.flush()
    except KeyboardInterrupt as stopped:
        print(f"{stopped}" or "interrupted", file=sys.stderr)
        code = stopped.code if isinstance(stopped, Stopped) else 130
    except BrokenPipeError:
        _silence()
        code = 141
    except Exception as error:
        from ..crash import told
        from ..report.visible import visible

        print(f"error: {visible(told(error))}", file=sys.stderr)
        code = 2
    sys.exit(code)


def _main() -> int:
    arguments = sys.argv[1:]
    if arguments and arguments[0] == _CHECK:
        from .plain import read

        request = read(arguments[1:])
        if request is not None:
            from ..run import run

            return run(request)
    from .app import app

    app(prog_name="jwtlint")
    return 0


def _silence() -> None:
    """Whoever read our output has gone; keep Python from complaining when it flushes the rest."""
    import os

    os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
