"""Faults that can be planted into a good flow."""

from . import contents, lifecycle, structure
from .registry import Planted, planted

__all__ = ["Planted", "contents", "lifecycle", "planted", "structure"]
