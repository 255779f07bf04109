"""From the text of a diagram to a prompt, by the language in which it is written."""

from ..prompt.model import Prompt
from ..text import Text
from . import mermaid, plantuml
from .drawing import Identify

_PARSERS = {"mermaid": mermaid.parse, "plantuml": plantuml.parse}


def parse_diagram(text: Text, language: str, identify: Identify) -> Prompt:
    """Read a diagram in the language "mermaid" or "plantuml"; `identify` tells the language of its words."""
    return _PARSERS[language](text, identify)
