"""`kiosk schema`: what an editor needs to know of a show's files, printed or as files."""

from __future__ import annotations

from pathlib import Path

from kiosk.author.folder import theme_files
from kiosk.author.schema.documents import as_json, file_schemas, whole_schema
from kiosk.phrases import Language


def schema_text(language: Language) -> str:
    """The schema of all files in one."""
    return as_json(whole_schema(tuple(theme_files()), language))


def schema_texts(language: Language) -> dict[str, str]:
    """The schema of each sort of file, by the name of a file for it."""
    files = file_schemas(tuple(theme_files()), language)
    return {f"{sort}.json": as_json(schema) for sort, schema in files.items()}


def write_schemas(folder: Path, language: Language) -> None:
    """Writes a schema for each sort of file into `folder`, which is made. Raises OSError."""
    folder.mkdir(parents=True, exist_ok=True)
    for name, text in schema_texts(language).items():
        (folder / name).write_text(text, "utf-8", newline="\n")
