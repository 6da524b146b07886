"""Why a font of a show is not used, and which characters no font has."""

from __future__ import annotations

from collections.abc import Mapping

FONTS: Mapping[str, str] = {
    "the font {file} {reason}": "字体 {file} {reason}",
    "is no .ttf, .otf, .woff or .woff2 file": "不是 .ttf、.otf、.woff 或 .woff2 文件",
    "save it as one of these": "请另存为其中一种",
    "keep the characters that are needed, and no others": "请只保留用得到的字",
    "is one too many, {most} are the most": "多出来了，最多 {most} 个",
    "remove some": "请删去一些",
    "takes longer than {time} s to draw": "画出来要 {time} 秒以上",
    "is no font that can be read": "不是能读的字体",
    "has no outlines, as fonts of bitmaps and emoji": "没有轮廓，点阵字体和表情符号字体都是这样",
    "has characters that are far too large": "里面有的字大得离谱",
    "would end the program when it is drawn": "画它的时候程序会崩溃",
    "is called {family} as one of the program's own fonts": "和程序自带的字体 {family} 重名",
    "take another font": "请换一个字体",
    "no font has '{characters}'": "没有字体含有「{characters}」",
    "write it otherwise, or put a font that has it into the folder 'fonts'":
        "换个写法，或者把含有它的字体放进 fonts 文件夹",
}  # fmt: skip
