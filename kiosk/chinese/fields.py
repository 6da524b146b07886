"""What the kinds and the fields of shows say of themselves, for `kiosk kinds` and `schema`."""

from __future__ import annotations

from collections.abc import Mapping

FIELDS: Mapping[str, str] = {
    # charts
    "Compares values by the length of bars that start at zero.":
        "条形图：用从零开始的长度比较数值。",
    "A cable-stayed bridge whose deck is a scale from 0 to what is planned.":
        "斜拉桥：桥面就是刻度，从 0 到计划的总量。",
    "An aircraft climbs from one value to another; both heights are true to scale.":
        "爬升：一架飞机从一个数值飞到另一个，两处高度都按比例。",
    "Shows how values change over time.": "折线图：数值怎样随时间变化。",
    "One figure, as large as it fits, that counts up to its value.":
        "一个尽量大的数字，从零数到它的值。",
    "Counts things by drawing each: the outlines first, then the last ones light up.":
        "一个一个画出来数：先画轮廓，再点亮最后几个。",
    # elements
    "A photograph or drawing that fills its place, and moves a little while it is shown.":
        "占满位置的照片或图画，显示时缓缓移动。",
    "Text in one or more lines, as large as its role says or a little smaller to fit.":
        "一行或几行文字，字号由用途决定，放不下时略小一些。",
    # layouts
    "One number, very large, the title as the statement beside it, and a chart below both.":
        "一个很大的数字，旁边是标题，下面可以放一个图表。",
    "A title, and below it a chart over the whole width, with a caption that names its period.":
        "标题，下面是通栏的图表，说明里写明时期。",
    "A picture that fills the page, the chapter's number and its title: how a chapter opens.":
        "满版图片，加上章号和标题：一章的开头。",
    "A picture that fills the page, with title and text at its foot over a shade.":
        "满版图片，标题和文字在下方的暗影上。",
    "The show's name, one number and a path over a picture: what the loop begins with.":
        "节目名称、一个数字和图片上的一条航迹：循环的开头。",
    "A picture at the left that runs to the page's edges, and title and text beside it.":
        "左边是出血的图片，旁边是标题和文字。",
    "A picture at the right that runs to the page's edges, and title and text beside it.":
        "右边是出血的图片，旁边是标题和文字。",
    "A statement and a few sentences, with much room around them.":
        "一句话和几行文字，四周留白。",
    # transitions
    "Slides the next slide over the one that rests, as a sheet is laid on a pile.":
        "下一页滑过来盖住这一页，像往一叠纸上再放一张。",
    "Changes at once, without motion.": "直接切换，没有动画。",
    "Dissolves into the next slide.": "渐渐化成下一页。",
    "Pushes the slide aside, the way a finger would.": "像用手指那样把这一页推开。",
    "Opens the next slide out of what was touched.": "下一页从触摸的地方展开。",
    "Brings the next slide nearer, out of the middle of the screen or of what was touched.":
        "下一页从屏幕中间或触摸的地方由远而近。",
    # fields of charts
    "A name; a chart of the same name on the next slide is morphed into.":
        "名称；下一页有同名的图表时，会变形过去。",
    "The rows: a list of `{column: value}`; `$fact` is a figure.":
        "数据行：每行写 `{列名: 值}`；`$fact` 是数字表里的一个数字。",
    "How it comes on: `grow 1.2 s`, `rise`, `fade`, `none`.":
        "怎样进入：`grow 1.2 s`、`rise`、`fade`、`none`。",
    "The column with the bars' names.": "每一条的名称在哪一列。",
    "The column with their values.": "每一条的数值在哪一列。",
    "The column that splits each name into a group of bars.": "按哪一列把同名的条分成一组。",
    "`lying`; `upright`, while names have room or are figures; or `auto`: lying while there is "
    "room for names above the bars.":
        "`lying` 横条，`upright` 竖条（名称放得下或为数字），`auto`：条的上方放得下名称就用横条。",
    "By value, or as `written`.": "排列：按数值，或 `written` 照写的顺序。",
    "The name of the bar (or of the group's member) in the accent.":
        "用强调色的那一条（或组里那一个）的名称。",
    "The column with the icons in the bars' ends: `car`, `phone` …":
        "条末端的图标在哪一列：`car`、`phone` 等。",
    "A column with a second, large figure, such as growth.": "第二个大数字（例如增长）在哪一列。",
    "What the second figures are.": "第二个数字是什么。",
    "What is done: `$fact`, or a number.": "已经完成的：`$fact` 或一个数。",
    "The whole: `$fact`, or a number.": "总量：`$fact` 或一个数。",
    "What the first figure is.": "第一个数字是什么。",
    "What stands quietly beside that, such as its period.": "旁边的小字，例如时期。",
    "What the second figure is.": "第二个数字是什么。",
    "The value at the start: `$fact`, or a number.": "起点的数值：`$fact` 或一个数。",
    "The value at the end.": "终点的数值。",
    "What the start is; its figure stands below this.": "起点是什么；数字写在它下面。",
    "What the end is; without it the end has no figure.": "终点是什么；不写，终点就没有数字。",
    "The column with the times (`2024`, `2024-05`, `08:30`), numbers or names.":
        "时间（`2024`、`2024-05`、`08:30`）、数或名称在哪一列。",
    "The column with the values.": "数值在哪一列。",
    "The column that tells the lines apart.": "按哪一列分成几条线。",
    "The name of the line in the accent; otherwise the first.":
        "用强调色的那条线；不写就是第一条。",
    "Whether the highlighted line's area down to zero is filled.":
        "强调的那条线到零之间要不要填色。",
    "The figure: `$fact`, or a number.": "数字：`$fact` 或一个数。",
    "`hero` fills its place; `second` is smaller.": "`hero` 占满位置，`second` 小一些。",
    "Whether its unit is shown.": "要不要显示单位。",
    "The figure's colour.": "数字的颜色。",
    "What is counted: `car`, `phone`, `plane`, `person`, `house`, `train`.":
        "数什么：`car` 汽车、`phone` 手机、`plane` 飞机、`person` 人、`house` 房屋、`train` 列车。",
    "How many there are.": "一共多少个。",
    "How many of them, the last ones, light up in the accent.": "最后几个用强调色点亮。",
    # fields of pictures and texts
    "A name; an element of the same name on the next slide is morphed into.":
        "名称；下一页有同名的元素时，会变形过去。",
    "The picture's file; or one a theme or shape: `{dusk: a.jpg, paper: b.jpg}`.":
        "图片文件；也可以按主题或屏幕方向各写一个：`{dusk: a.jpg, paper: b.jpg}`。",
    "The point that stays in sight when it is cut: `[0.4, 0.6]`, from its top left corner.":
        "裁切时保留的中心点，从左上角算起：`[0.4, 0.6]`。",
    "`cover` fills the place and cuts what is over; `contain` shows all of it.":
        "`cover` 占满位置，裁掉多余的；`contain` 完整显示。",
    "Whether it moves slowly.": "要不要缓缓移动。",
    "What is to be seen, such as the place's name.": "图里是什么，例如地名。",
    "Whether it is a drawing and no photograph; its caption then says so.":
        "是不是图画而非照片；是的话，说明里会写明。",
    "Who made it; it stands beside the caption.": "作者；写在说明旁边。",
    "What it shows, for those who do not see it.": "给看不见的人：图里有什么。",
    "How dark the shade behind text on it is, 0 to 1; less than 0.62 for dark pictures only.":
        "文字背后的暗影有多深，0 到 1；低于 0.62 只适合本来就暗的图片。",
    "What is said, in one language or in several: `{zh: …, en: …}`.":
        "文字，一种语言或几种语言：`{zh: …, en: …}`。",
    "What it is on the slide; its size and face follow.": "它在页面上的用途；字号和字体由此决定。",
    "Where its lines begin or end.": "各行怎样对齐。",
    "Its colour: the theme's text, its quiet text or the chapter's accent.":
        "颜色：主题的正文色、淡色或本章的强调色。",
    "A slide's id: a touch on the chart leads there.": "某一页的 id：触摸图表就到那一页。",
    "A slide's id: a touch on the element leads there.": "某一页的 id：触摸这个元素就到那一页。",
    "Its place where the layout's does not suit: `[x, y, width, height]` in units of `canvas`.":
        "版式给的位置不合适时，自己定位置：`[x, y, 宽, 高]`，单位同 `canvas`。",
    "The same on a tall page; left out, the layout finds its place there.":
        "竖屏上的位置；不写则由版式安排。",
    "A wide page in the units of `at`: `1920 x 1080`; a tall one has its sides swapped.":
        "横屏页面的大小，`at` 按它来写：`1920 x 1080`；竖屏则宽高互换。",
    # fields of slides
    "A name, unique in the show; `chapter-3` if left out.":
        "名称，全节目不能重复；不写就是 `chapter-3` 这样的。",
    "The title.": "标题。",
    "Below the title; if left out, the title's other language.":
        "标题下面的一行；不写就是标题的另一种语言。",
    "How the parts are arranged; chosen by what there is.": "版式；不写就按内容选一种。",
    "A file's name, or the fields of a picture.": "图片文件名，或图片的各项内容。",
    "A paragraph or a few; `- ` begins an item of a list, and `*words*` stand out.":
        "一段或几段文字；「- 」开头的是列表的一项，「*文字*」会突出显示。",
    "A small line: where and when the figures are from.": "一行小字：数字出自哪里、什么时候。",
    "A big figure: `$fact`, a number, or fields of one.":
        "一个大数字：`$fact`、一个数，或它的各项内容。",
    "A chart: `{type: bar, data: …}`.": "一个图表：`{type: bar, data: …}`。",
    "Several charts.": "几个图表。",
    "How long it stays in the loop: `auto` or `9 s`.": "循环时停留多久：`auto` 或 `9 s`。",
    "`false`: for visitors only, not in the loop.": "`false`：只给观众翻看，不在循环里。",
    "`true`: shown to nobody.": "`true`：不给任何人看。",
    "Shown from then on: `2026-12-01`, `2026-12-01 18:00`.":
        "从什么时候起显示：`2026-12-01`、`2026-12-01 18:00`。",
    "Shown up to then, the day itself included.": "显示到什么时候，包括当天。",
    "How it comes on: `dissolve 800 ms`, `push`, `cut`.":
        "怎样切换进来：`dissolve 800 ms`、`push`、`cut`。",
    "Spoken or remembered, never on the screen.": "讲解词或备忘，不会显示在屏幕上。",
    # fields of chapters
    "A name, unique in the show; the file's name if left out.":
        "名称，全节目不能重复；不写就是文件名。",
    "The chapter's title.": "这一章的标题。",
    "Its window on the home screen.": "主页上这一章的图片。",
    "Its slides are shown from then on: `2026-12-01`.": "从什么时候起显示这一章：`2026-12-01`。",
    "Its slides are shown up to then, the day included.": "这一章显示到什么时候，包括当天。",
    "The slides, in order.": "各页，按顺序。",
    # fields of shows
    "The language's version: 1.": "写法的版本：1。",
    "The show's title.": "节目的标题。",
    "`[zh, en]`; the first is the default.": "语言，第一种是默认的：`[zh, en]`。",
    "The colours: `dusk`, `paper` or `contrast`.": "主题：`dusk`、`paper` 或 `contrast`。",
    "The file of the figures.": "数字表的文件。",
    "Untouched for so long, the show plays by itself.": "多久没有人触摸，就自动播放。",
    "How long a slide stays: `auto` or `9 s`.": "每页停留多久：`auto` 或 `9 s`。",
    "How one slide gives way to the next.": "一页怎样切换到下一页。",
    "The screen's diagonal: `43 in`.": "屏幕的对角线：`43 in`。",
    "How far away people stand: `1.5 m`.": "观众站多远：`1.5 m`。",
    "The screen's lower edge above the floor: `800 mm`.": "屏幕下边离地多高：`800 mm`。",
    "The shapes of screen it is made for: `[landscape, portrait]`.":
        "为哪种方向的屏幕制作：`[landscape, portrait]`。",
    "`windows`: one for each chapter; `none`: visits start at the first slide.":
        "`windows`：每章一个窗口；`none`：观众从第一页看起。",
    'When it is open: `{mon-fri: "08:30-18:00", sat: closed}`, with `holidays:` '
    "(`{2026-12-25: closed}`) and `zone:` (`Asia/Shanghai`). Else a dark slide is shown.":
        '开放时间：`{mon-fri: "08:30-18:00", sat: closed}`，还可以写 `holidays:`'
        "（`{2026-12-25: closed}`）和 `zone:`（`Asia/Shanghai`）。其余时间显示暗屏。",
    "The line that invites to touch.": "请观众触摸的一行字。",
    "The chapters' files, in order.": "各章的文件，按顺序。",
    # fields of figures
    "The number as the source states it; a change as `+49.9`.":
        "来源里的数，照原样写；变化写成 `+49.9`。",
    "A unit of the file's `units`, or `{zh: …, en: …}`.":
        "单位：本文件 `units` 里的一个，或 `{zh: …, en: …}`。",
    "One of the file's `periods`.": "时期：本文件 `periods` 里的一个。",
    "What is counted.": "数的是什么。",
    "`over`, `about`; exact if left out.": "`over` 超过，`about` 约；不写就是正好。",
    "What is shown instead of the number, such as `1/3`.": "代替数字显示的文字，例如 `1/3`。",
    "Who says so; the file's `source` if left out.": "出处；不写就是本文件的 `source`。",
    "For staff; shown nowhere.": "给工作人员看，不显示。",
    # fields of machine.yaml
    "The show's folder; from this file's where it is no whole path.":
        "节目文件夹；不是完整路径时，从本文件所在的文件夹算起。",
    "The number of the screen, as `kiosk doctor` tells it.": "第几号屏幕，见 `kiosk doctor`。",
    "How far the picture is turned clockwise on a screen that the system cannot turn: `90`.":
        "系统不能旋转屏幕时，画面顺时针转多少度：`90`。",
    "The screen's diagonal: `55 in`.": "屏幕的对角线：`55 in`。",
    "How far away people stand here: `2 m`.": "这里的观众站多远：`2 m`。",
    "The language it starts in: `en`.": "开始时的语言：`en`。",
}  # fmt: skip
