"""Whether the Hugging Face Hub can be reached, asked once and briefly: its own client asks for half a minute."""

from __future__ import annotations

from pie_qg.errors import InputError

HUB = "hub:"
"""What a data set on the Hub is called by: hub:NAME."""
SECONDS = 10


def require_hub(name: str, what: str = "") -> None:
    """Raise InputError, in one line, where the Hub cannot be reached to fetch `name`."""
    from urllib.error import HTTPError, URLError
    from urllib.request import Request, urlopen

    from huggingface_hub import constants

    try:
        if constants.HF_HUB_OFFLINE:
            raise URLError("HF_HUB_OFFLINE is set")
        with urlopen(Request(constants.ENDPOINT, method="HEAD"), timeout=SECONDS):
            return
    except HTTPError:
        return  # it answers
    except OSError as error:
        reason = getattr(error, "reason", None) or error
        raise InputError(f"{name}: {what}the Hugging Face Hub cannot be reached ({reason})") from None
