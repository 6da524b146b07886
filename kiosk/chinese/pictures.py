"""Why an SVG picture, or one like a ribbon, is not shown."""

from __future__ import annotations

from collections.abc import Mapping

PICTURES: Mapping[str, str] = {
    "put a picture there that can be shown": "请换成能显示的图片",
    "is no SVG that can be read (line {line}: {what})": "不是能读的 SVG（第 {line} 行：{what}）",
    "is no picture but a file of <{name}>": "不是图片，而是 <{name}> 文件",
    "is written in {encoding}; save it in UTF-8": "用的是 {encoding} 编码，请存成 UTF-8",
    "declares entities; save it as plain SVG": "里面定义了实体，请另存为普通 SVG",
    "loads a style sheet from another file": "要从别的文件读取样式表",
    "loads another file ({file}); it must hold all that it shows":
        "要读取别的文件（{file}），显示的内容必须都在它自己里面",
    "has a part that uses itself": "有一部分引用了自己",
    "draws more than {parts} parts or nests more than {depth}; simplify it":
        "要画的部分超过 {parts} 个，或嵌套超过 {depth} 层，请把它简化",
    "says that it is {size} large, more than {most}": "写明的大小是 {size}，超过了 {most}",
    "takes longer than {time} s to draw; simplify it": "画出来要 {time} 秒以上，请把它简化",
    "cannot be drawn": "画不出来",
    "is too long and narrow for {width} x {height} pixels; cut it":
        "太细长，铺不满 {width} x {height} 像素，请把它裁短",
}  # fmt: skip
