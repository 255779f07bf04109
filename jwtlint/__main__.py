"""`python -m jwtlint`."""

import os
import sys

if __name__ == "__main__":
    if not sys.flags.safe_path and sys.path[:1] in ([""], [os.getcwd()]):
        # Python would look for modules in the working folder first, and that may be the catalog of a stranger.
        del sys.path[0]
    from .cli import main

    main()
