"""The version of this release, and of what it stands on."""

__version__ = "0.1.0"


def version_of(package: str) -> str:
    """The installed version of a package; "unknown" where nobody noted it."""
    from importlib.metadata import PackageNotFoundError, version

    try:
        return version(package)
    except PackageNotFoundError:
        return "unknown"
