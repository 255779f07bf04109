"""What a user is told when jwtlint itself is at fault."""


def told(error: BaseException) -> str:
    """One line about an unexpected exception: what the system refused, or the place in the code where it arose."""
    if isinstance(error, OSError) and error.strerror:
        return f"{error.filename or 'the output'}: {error.strerror[:1].lower()}{error.strerror[1:]}"
    at = ""
    trace = error.__traceback__
    while trace is not None:
        at = f"{trace.tb_frame.f_globals.get('__name__', '?')}, line {trace.tb_lineno}"
        trace = trace.tb_next
    words = " ".join(str(error).split())[:200]
    return f"internal error: {type(error).__name__}{f': {words}' if words else ''} ({at}); please report this"
