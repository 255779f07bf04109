"""Who is busy with whose message: what "return" in a diagram goes back to."""


class _Activation:
    """Somebody who works on a message of `caller`."""

    __slots__ = ("callee", "caller", "over")

    def __init__(self, callee: str, caller: str) -> None:
        self.callee = callee
        self.caller = caller
        self.over = False


class Activations:
    """The activations of a diagram, by the keys of participants."""

    def __init__(self) -> None:
        self._all: list[_Activation] = []
        self._of: dict[str, list[_Activation]] = {}
        self._last: tuple[str, str] | None = None

    def sent(self, source: str, target: str) -> None:
        """A message was sent; an activation of its target is for it."""
        self._last = source, target

    def begin(self, callee: str) -> None:
        """Somebody becomes active, by the last message if that was for it."""
        if self._last is None or self._last[1] != callee:
            return
        activation = _Activation(callee, self._last[0])
        self._all.append(activation)
        self._of.setdefault(callee, []).append(activation)

    def end(self, callee: str) -> None:
        """The newest activation of somebody is over."""
        if own := self._of.get(callee):
            own.pop().over = True

    def back(self) -> tuple[str, str] | None:
        """End the newest activation: who was active, and who is waiting. None where nobody is active."""
        while self._all:
            activation = self._all.pop()
            if not activation.over:
                self.end(activation.callee)
                return activation.callee, activation.caller
        return None
