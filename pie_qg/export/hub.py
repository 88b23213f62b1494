"""Uploading an export to the Hugging Face Hub."""

from __future__ import annotations

from pathlib import Path

from pie_qg.errors import InputError
from pie_qg.hub import require_hub


def check_name(name: str) -> None:
    """Raise InputError where the Hub would not take the name of a data set."""
    from huggingface_hub.errors import HFValidationError
    from huggingface_hub.utils import validate_repo_id  # type: ignore[attr-defined]

    try:
        validate_repo_id(name)
    except HFValidationError as error:
        raise InputError(f"hub:{name}: no name that the Hub takes ({error}); write hub:USER/NAME") from None


def upload(name: str, folder: Path, *, public: bool) -> str:
    """Upload a folder as a data set, made where it is not there, private unless `public`; return its address.

    Raises InputError where the Hub cannot be reached or does not let the user in; the folder stays as it is.
    """
    from huggingface_hub import HfApi

    require_hub(f"hub:{name}", f"the files are in {folder}, but ")
    api = HfApi()
    try:
        url = api.create_repo(name, repo_type="dataset", private=not public, exist_ok=True)
        api.upload_folder(repo_id=url.repo_id, repo_type="dataset", folder_path=folder, commit_message="Add the pairs")
    except Exception as error:  # the Hub's client raises errors of many libraries
        reason = str(error).strip().splitlines()[0] if str(error).strip() else type(error).__name__
        raise InputError(
            f"hub:{name}: cannot be uploaded ({reason}); log in with `hf auth login` and try again; the files are in "
            f"{folder}"
        ) from None
    return str(url)
