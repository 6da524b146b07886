"""Which file is offered for a name that no file has."""

from __future__ import annotations

import pytest

from kiosk.show.fields.near_files import near_file

FILES = (
    "lake.jpg", "photo.jpg", "hall-3.jpg", "pictures/OPPO-line.jpg", "visitors.csv", "facts.yaml",
    "大门.jpg", "重庆江北国际机场.jpg", "pictures/bridge.png", "新建 图片(1).JPG",
)  # fmt: skip


@pytest.mark.parametrize(
    ("path", "meant"),
    [
        ("lak.jpg", "lake.jpg"), ("lkae.jpg", "lake.jpg"), ("Lake.JPG", "lake.jpg"),
        ("lake.png", "lake.jpg"), ("pictures/lake.jpg", "lake.jpg"), ("foto.jpg", "photo.jpg"),
        ("hall_3.jpeg", "hall-3.jpg"), ("halls-3.jpg", "hall-3.jpg"),
        ("pictures/oppo line.jpg", "pictures/OPPO-line.jpg"), ("brigde.png", "pictures/bridge.png"),
        ("visitor.csv", "visitors.csv"), ("visitors.xlsx", "visitors.csv"),
        ("fact.yml", "facts.yaml"), ("重庆江北国际机厂.jpg", "重庆江北国际机场.jpg"),
        ("新建图片(1).jpg", "新建 图片(1).JPG"),
    ],
)  # fmt: skip
def test_a_slip_for_each_three_letters_is_taken_for_one(path: str, meant: str) -> None:
    assert near_file(path, FILES) == meant


@pytest.mark.parametrize(
    "path",
    [
        "cook.jpg", "bees.jpg", "park.jpg", "image.jpg", "zebra.svg", "plate.jpg",  # other words
        "hall-2.jpg", "hall.jpg", "新建 图片(2).JPG",  # another number
        "lake.csv", "photo.yaml", "facts.jpg", "visitors.jpg",  # another sort of file
        "大厅.jpg", "后门.jpg",  # a character of two is another name
        "pictures/x.jpg", "", ".jpg",
    ],
)  # fmt: skip
def test_another_name_is_offered_for_nothing(path: str) -> None:
    assert near_file(path, FILES) == ""


def test_the_file_in_the_same_folder_is_offered_before_others() -> None:
    assert near_file("b/lak.jpg", ("a/lake.jpg", "b/lake.jpg")) == "b/lake.jpg"
