"""What stands on the drawing that an entry asks for."""

from ..document import Document


def labels_of(document: Document) -> tuple[str, ...]:
    """The names of its boxes, then the labels of its arrows, each once."""
    prompt = document.prompt
    if prompt is None:
        return ()
    names = [box.name.value for box in prompt.boxes]
    names += [arrow.label.value for arrow in prompt.arrows if arrow.label]
    return tuple(dict.fromkeys(names))
