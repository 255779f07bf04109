"""Reads the ordinary arguments of `check` without typer, which takes longer to load than a prompt to check.

What it does not know, or what is wrong, it leaves to typer: help, completion and error messages are made there.
"""

from datetime import date
from enum import Enum
from pathlib import Path
from typing import Any

from ..finding import Severity
from ..report.paper import Color
from ..run import Format, Request
from .check import LEVELS, as_request

