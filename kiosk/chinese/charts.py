"""What charts cannot show as they are written."""

from __future__ import annotations

from collections.abc import Mapping

CHARTS: Mapping[str, str] = {
    "this chart has no place for a number below zero, and leaves it out":
        "这种图表画不出负数，负数不会显示",
    "write 'type: bar', which has one": "请改用「type: bar」，条形图可以画负数",
    "write a number from zero on": "请写零或正数",
    "a logarithmic scale has no place for zero and less, and leaves it out":
        "对数刻度画不出零和负数，它们不会显示",
    "remove 'log'": "请删掉「log」",
    "the chart has no figure": "图表没有数值",
    "write 'value:', or 'data:' with 'x:' and 'y:'":
        "请写「value:」，或写「data:」以及「x:」和「y:」",
    "the figure is more than a full ring, and is shown as one": "数值超过满环，只能画成满环",
    "write a larger 'max'": "请把「max」写大一些",
    "the figure is more than all of it, and is shown as that": "数值超过全部格子，只能画成全满",
    "write a larger 'of'": "请把「of」写大一些",
    "this flow leads back to where it came from, and is left out": "这一流向又回到了来处，不会显示",
    "write another 'target', or a name of its own for the second time":
        "请换一个「target」，或给第二次出现的节点另起一个名称",
    "it ends before it begins; the two times are exchanged": "结束早于开始，两个时间已对调",
    "write the earlier time as '{start}'": "请把较早的时间写在「{start}」",
    "so many icons cannot be told apart": "图标太多，分不清",
    "write at most {most}, and what one of them stands for":
        "请最多写 {most} 个，并说明一个代表多少",
    "more icons light up than there are": "点亮的图标比总数还多",
    "write at most {most}": "请最多写 {most}",
}  # fmt: skip
