"""The languages of a show: those it declares, or those it is written in."""

from __future__ import annotations

import re

from kiosk.phrases import phrase, write
from kiosk.problems import offer
from kiosk.show.fields.bind import UNFIT, Binder
from kiosk.show.yaml.nodes import Mapping, Node, Scalar, Sequence
from kiosk.show.yaml.resolve import is_null

_TAG = re.compile(r"[a-z]{2,3}(-[A-Za-z0-9]{2,8})*")
_CHINESE = re.compile("[\u3400-\u9fff]")
_MEANT = {
    "cn": "zh", "ch": "zh", "chinese": "zh", "中文": "zh", "汉语": "zh", "eng": "en", "gb": "en",
    "us": "en", "english": "en", "英文": "en", "英语": "en", "jp": "ja", "kr": "ko",
}  # fmt: skip


def languages_of(node: Mapping, binder: Binder) -> tuple[str, ...]:
    """The show's languages, the first the default; never empty. Wrong ones are reported."""
    value = node.get("languages")
    if value is None or is_null(value):
        return _written_in(node.get("title"))
    items = value.items if isinstance(value, Sequence) else (value,)
    found = [text for item in items if isinstance(text := language(item, binder), str)]
    return tuple(dict.fromkeys(found)) or _written_in(node.get("title"))


def language(node: Node, binder: Binder, example: str = "[zh, en]") -> object:
    """The tag of a language. example: of how it is written here."""
    if not isinstance(node, Scalar):
        return binder.expected(node, phrase("a language"), write(example))
    meant = meant_language(node.text)
    if meant is None and _TAG.fullmatch(node.text):
        return node.text
    hint = offer(meant) if meant else write("zh, en, ja, fr …")
    binder.findings.error(
        node, "unknown-language", phrase("unknown language '{word}'", word=node.text), hint
    )
    return UNFIT


def warn_of_unread(node: Scalar, text: str, languages: tuple[str, ...], binder: Binder) -> None:
    """Warns of a text for all languages that those who read one of them cannot read.

    text: what of it is shown as it stands, without the figures that are printed in each language.
    """
    from kiosk.data.scripts import unread  # noqa: PLC0415 - who plays a show does without

    for of in unread(text, languages) if len(languages) > 1 else ():
        what = phrase("no text in '{language}', a language of the show", language=of)
        hint = write(f"{{{', '.join(f'{each}: …' for each in languages)}}}")
        binder.findings.warning(node, "missing-translation", what, hint)


def meant_language(word: str) -> str | None:
    """The language that `word` is often taken for: `zh` for `cn`."""
    return _MEANT.get(word.casefold())


def _written_in(title: Node | None) -> tuple[str, ...]:
    """The languages of the title; of a plain one, Chinese if it has Chinese characters."""
    if isinstance(title, Mapping) and title.entries:
        return tuple(key.text for key, _ in title.entries)
    if isinstance(title, Scalar) and not _CHINESE.search(title.text):
        return ("en",)
    return ("zh",)
