"""What staff are told while a show's folder is watched."""

from __future__ import annotations

from collections.abc import Mapping

WATCHING: Mapping[str, str] = {
    "show at once what is saved in its folder, and shows on sticks":
        "文件夹里一保存，屏幕上就更新；插入带节目的 U 盘，就换上它",
    "all is well, and on the screen": "没有问题，已经显示在屏幕上",
    "{wrong}; the show is on the screen": "{wrong}；节目已经显示在屏幕上",
    "{wrong}; the last good show stays on the screen": "{wrong}；屏幕上仍是上一个没有错误的节目",
    # sticks
    "the show '{name}' on a stick is being copied": "正在复制 U 盘上的节目「{name}」",
    "the show '{name}' on a stick is not shown: {why}": "U 盘上的节目「{name}」没有换上：{why}",
    "it has errors": "其中有错误",
    "it could not be copied to its end ({reason})": "没有复制完（{reason}）",
    "it has more than {most} files": "文件超过 {most} 个",
    "it has more than {most} GB": "超过 {most} GB",
    "this machine's disk has no room for it": "这台电脑的硬盘放不下",
    "the program has ended": "程序已经结束",
    "sticks are not looked for: there is no room for copies": "没有地方存放副本，不查看 U 盘",
    # copies of the pictures of a show that is watched, or may be pulled out
    "not all pictures are copied to this machine ({why}): the show needs its folder":
        "图片没有全部复制到这台电脑（{why}）：播放时离不开节目的文件夹",
    "its disk is full": "硬盘满了",
    "they are too many": "图片太多",
    "there is nowhere to write": "没有可以写入的地方",
}  # fmt: skip
