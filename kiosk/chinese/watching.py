"""What staff are told while a show's folder is watched."""

from __future__ import annotations

from collections.abc import Mapping

WATCHING: Mapping[str, str] = {
    "show at once what is saved in its folder, and shows on sticks":
        "文件夹里一保存，屏幕上就更新；插入带节目的 U 盘，就换上它",
    "all is well, and on the screen": "没有问题，已经显示在屏幕上",
    "{wrong}; the show is on the screen": "{wrong}；节目已经显示在屏幕上",
    "{wrong}; the last good show stays on the screen": "{wrong}；屏幕上仍是上一个没有错误的节目",
}  # fmt: skip
