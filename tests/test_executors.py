"""Processes of a run."""

import os
import signal
import subprocess
import sys
from pathlib import Path

_KILLED = """
import os, signal
from jwtlint.executors import hands_of

executor = hands_of(2, None).make()
print(executor.submit(os.getpid).result(), flush=True)
os.kill(os.getpid(), signal.SIGKILL if hasattr(signal, "SIGKILL") else signal.SIGTERM)
"""


def test_nobody_outlives_a_run_that_was_killed() -> None:
    environment = {**os.environ, "PYTHONPATH": str(Path(__file__).parents[1])}
    command = [sys.executable, "-c", _KILLED]
    with subprocess.Popen(command, env=environment, stdout=subprocess.PIPE) as running:
        try:
            # The output ends when the last process that has it is gone.
            out, _ = running.communicate(timeout=20)
        except subprocess.TimeoutExpired as error:
            os.kill(int(error.output), signal.SIGTERM)
            raise
    assert int(out) != running.pid
    assert running.returncode != 0
