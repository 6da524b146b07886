"""What `kiosk check` sees in a show that can be read."""

from __future__ import annotations

from collections.abc import Mapping

CHECKING: Mapping[str, str] = {
    "no slide shows the fact '{name}'": "没有一页用到数字表里的「{name}」",
    "name it in a slide, or put '#' before the line": "在某一页里用上它，或在这一行前面加 #",
    "on a screen of {inches} in text can be read from {most} m at most, not from {viewing} m":
        "{inches} 英寸的屏幕，文字最远只能在 {most} 米处看清，{viewing} 米处看不清",
    "let people stand nearer, or take a screen of {inches} in":
        "让观众站近一些，或换 {inches} 英寸的屏幕",
    "hardly anything on the screen is within reach of those who sit: {low} to "
    "{high} mm above the floor":
        "坐着的人几乎够不到屏幕：他们够得到的是离地 {low} 到 {high} 毫米",
    "mount it with its lower edge {most} mm above the floor at most":
        "安装时屏幕下边离地不要超过 {most} 毫米",
    "mount it with its lower edge {least} mm above the floor":
        "安装时屏幕下边离地至少 {least} 毫米",
    "the link leads to '{word}', which is hidden": "链接指向的「{word}」是隐藏的",
    "remove 'hidden' there, or the link here": "去掉那里的 hidden，或去掉这里的链接",
    "nobody ever sees it: its dates lie outside those of its chapter":
        "谁也看不到它：它的日期不在所属章的日期之内",
    "write dates within those of the chapter": "日期要写在这一章的日期之内",
    "nobody ever sees it: all the time between its dates the hall is closed":
        "谁也看不到它：在这段日期里一直闭馆",
    "write other dates, or correct 'hours' in show.yaml": "换一段日期，或改正 show.yaml 里的 hours",
    "in {stays} s nobody reads the slide ({language})": "{stays} 秒读不完这一页（{language}）",
    "in {stays} s nobody reads the slide '{slide}' ({language})":
        "{stays} 秒读不完「{slide}」这一页（{language}）",
    "the slide takes {long} s to read ({language}), and attention drops after {most} s":
        "读完这一页要 {long} 秒（{language}），而观众过了 {most} 秒就没有耐心了",
    "leave out what can be seen, or split it into slides": "请删去图上看得到的，或分成几页",
    "write {least} s at least, or 'auto'": "至少写 {least} s，或写 auto",
    # seen
    "{what} ({where})": "{what}（{where}）",
    "looking at the slides": "正在查看各页",
    "'{text}' reaches {over} mm beyond its box": "「{text}」超出自己的位置 {over} 毫米",
    "'{text}' reaches {over} mm beyond the screen": "「{text}」超出屏幕 {over} 毫米",
    "shorten it, or give it more room": "请缩短，或给它更大的位置",
    "shorten it, move it, or give it more room": "请缩短、移动，或给它更大的位置",
    "a name is cut to '{text}' and loses {count} characters":
        "名称被截成「{text}」，少了 {count} 个字符",
    "the home screen has no room for the end of the show's title, '{text}'":
        "主页放不下节目标题的末尾「{text}」",
    "write a shorter title": "请把标题写短一些",
    "write a shorter name, or show fewer of them": "请写短一些，或少显示几项",
    "the slide has no room for its text: it is set at {share} % of what can be read":
        "这一页放不下这些文字：字号只有看得清的 {share}%",
    "'{text}' has capitals of {height} mm, and {least} mm can be read from {far} m":
        "「{text}」的大写字母高 {height} 毫米，{far} 米处要 {least} 毫米才看得清",
    "shorten the text, give it more room, or split the slide":
        "请缩短文字，给它更大的位置，或分成几页",
    "'{one}' and '{other}' lie over one another by {deep} mm":
        "「{one}」与「{other}」重叠 {deep} 毫米",
    "shorten one of them, or give it another place": "请缩短其中一个，或换个位置",
    "'{one}' lies over '{other}' by {deep} mm": "「{one}」压住「{other}」{deep} 毫米",
    "change its 'at', or that of the other": "请改它的「at」，或另一个的「at」",
    "what is touched here is {side} mm high or wide, and a finger needs {least} mm":
        "这里可触摸的部分只有 {side} 毫米高或宽，手指需要 {least} 毫米",
    "what is touched here lies {foot} to {head} mm above the floor, and those who sit reach "
    "from {low} to {high} mm":
        "这里可触摸的部分离地 {foot} 到 {head} 毫米，坐着的人够得到的是 {low} 到 {high} 毫米",
    "give it a lower place ('at'), or mount the screen lower":
        "请把它放低一些（at），或把屏幕装低一些",
    "give it a higher place ('at'), or mount the screen higher":
        "请把它放高一些（at），或把屏幕装高一些",
    "give it more room, or what stands beside it less": "请给它更大的位置，或让旁边的小一些",
    "look at every theme and shape, not only at the show's own":
        "查看所有主题和屏幕方向，而不只是节目自己的",
    "'{word}' is now '{meant}'": "「{word}」改成了「{meant}」",
    "spaces stand where tabs stood": "Tab 键改成了空格",
    "a space stands where a tab stood": "Tab 键改成了空格",
    "a space stands after the colon": "冒号后面补了空格",
    "full-width signs are those of the English keyboard now": "全角标点改成了英文标点",
    "{place}: fixed: {what}": "{place}：已改正：{what}",
    "the file is saved as UTF-8": "文件改存为 UTF-8",
    # flashes
    "it flashes {count} times in a second over {area} sr, seen from {viewing} m; "
    "{most} times, or {least} sr, are harmless":
        "从 {viewing} 米处看，每秒闪 {count} 次，面积 {area} 球面度；"
        "不超过 {most} 次或 {least} 球面度才没有危害",
    "write 'transition: dissolve', or choose a picture without stripes":
        "请写 transition: dissolve，或换一张没有条纹的图片",
    "change less at once, or give what changes less room":
        "请一次少变一些，或让变的部分小一些",
    "write 'enter: fade', or let fewer parts move":
        "请写 enter: fade，或让动的部分少一些",
    "a finger pushes it aside: choose a picture with fewer stripes":
        "手指会把它推过屏幕：请换一张条纹少一些的图片",
    "write a longer 'duration', or give the chart less room":
        "把 duration 写长一些，或给图表小一些的位置",
    "nobody sees these slides: show.yaml does not name their file":
        "谁也看不到这些页：show.yaml 里没有写这个文件",
    "add {name} to 'chapters' in show.yaml": "请把 {name} 加到 show.yaml 的 chapters 里",
}  # fmt: skip
