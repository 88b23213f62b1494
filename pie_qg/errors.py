"""The one error that users are meant to see."""

from __future__ import annotations


class InputError(Exception):
    """Bad input, told in one line: what was wrong, where, and what to do.

    The command line prints it on stderr without a traceback and exits with 2.
    """
