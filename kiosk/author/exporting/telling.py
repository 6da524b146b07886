"""A slide in words, for those who do not see it: what is written, and what its picture shows."""

from __future__ import annotations

from typing import TYPE_CHECKING

from kiosk.elements.kinds.picture import PictureElement
from kiosk.marks import Figure, Label, figure_text
from kiosk.theme import is_chinese
from kiosk.typesetting.breaks import is_wide

if TYPE_CHECKING:
    from kiosk.marks import Frame, Layer
    from kiosk.show.model import Slide

_NUMBERED = "mark"  # the layer with the chapter's number and title
_RUNNING = frozenset({"title", "subtitle", "text", "caption"})  # whose labels are lines of one text
_SCALES = ("tick/", "x/")  # what the labels of axes begin with
_OF_PICTURE = "picture"  # what the layers of a picture and its caption begin with
_ENDS = (".", "!", "?", "。", "！", "？", "；", ";", "…")  # of sentences


def told(slide: Slide, frame: Frame, language: str) -> str:
    """What is written on the slide's frame, element by element, then what its picture shows."""
    layers = [layer for sheet in frame.sheets for layer in sheet.layers if layer.key != _NUMBERED]
    between = "、" if is_chinese(language) else ", "
    texts = [_text(layer, between) for layer in layers if not layer.key.startswith(_OF_PICTURE)]
    captions = [_text(layer, between) for layer in layers if layer.key.startswith(_OF_PICTURE)]
    picture = slide.parts.picture
    shown = picture.alt.in_language(language) if isinstance(picture, PictureElement) else ""
    said = ""
    for part in dict.fromkeys((*texts, " ".join(shown.split()), *captions)):
        said += _after(said, language) + part if part else ""
    return said


def _after(said: str, language: str) -> str:
    """What stands before the next element."""
    is_sentence = not said or said.endswith(_ENDS)
    if is_chinese(language):
        return "" if is_sentence else "；"
    return "; " if not is_sentence else " " if said else ""


def _text(layer: Layer, between: str) -> str:
    """What is written in an element. between: its labels, where they are no lines of one text."""
    said, before = "", ""
    for mark in layer.marks:
        if not isinstance(mark, Label | Figure) or not _is_said(mark):
            continue
        text = mark.text if isinstance(mark, Label) else figure_text(mark)
        is_of_line = mark.key.rpartition("/")[2].isdigit() and mark.key.startswith(before)
        goes_on = layer.key in _RUNNING or mark.key.startswith(f"{before}/")
        if said and not goes_on:
            said += between
        elif said and not is_of_line and not is_wide(said[-1]) and not is_wide(text[0]):
            said = f"{said.rstrip()} "
        said += text if is_of_line else text.lstrip()
        before = before if goes_on and before else mark.key
    return said.strip()


def _is_said(mark: Label | Figure) -> bool:
    """Whether a mark says something that is no mere scale."""
    is_empty = isinstance(mark, Label) and not mark.text.strip()
    return mark.opacity > 0.0 and not is_empty and not mark.key.startswith(_SCALES)
