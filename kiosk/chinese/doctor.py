"""What `kiosk doctor` says of a machine."""

from __future__ import annotations

from collections.abc import Mapping

DOCTOR: Mapping[str, str] = {
    "ok": "正常",
    "note": "留意",
    "wrong": "有误",
    "This machine can play a show.": "这台机器可以播放节目。",
    "Mend what is wrong before a show is played.": "播放节目前，请先处理有误的地方。",
    # what is looked at
    "libraries": "系统库",
    "screens": "屏幕",
    "screen {number}": "屏幕 {number}",
    "touch": "触摸",
    "typefaces": "字体",
    "memory": "内存",
    "show": "节目",
    "disk": "磁盘",
    "clock": "时钟",
    # what is found, and what to do
    "all that Qt needs from the system is there": "Qt 需要的系统库都在",
    "Qt opens no window without {names}": "缺少 {names}，Qt 打不开窗口",
    "install what Debian calls {packages}": "请安装这些软件包（Debian 的名称）：{packages}",
    "it cannot be loaded: {reason}": "无法加载：{reason}",
    "PySide6 {version} on Python 3.11 crashes within minutes":
        "PySide6 {version} 在 Python 3.11 上几分钟就会崩溃",
    "{version} has known holes in reading pictures": "{version} 读图片有已知漏洞",
    "{version} on {platform}, Python {python}": "{version}，平台 {platform}，Python {python}",
    "install the package again": "请重新安装软件包",
    "start it on a screen, or write DISPLAY=:0 before the command":
        "请在屏幕上启动，或在命令前写上 DISPLAY=:0",
    "there is no display to play on": "没有可以播放的屏幕",
    "Qt sees them once its libraries are there": "系统库装好以后才能查看",
    "none is connected": "没有接上屏幕",
    "check cable and power": "请检查连线和电源",
    "{name}, {width} x {height} at {rate} Hz, scale {scale}":
        "{name}，{width} x {height}，{rate} Hz，缩放 {scale}",
    "{picture}; it does not tell its size": "{picture}；没有报告尺寸",
    "write 'screen: 43 in' in machine.yaml": "请在 machine.yaml 里写「screen: 43 in」",
    "{picture}; {width} x {height} mm, {inches} in":
        "{picture}；{width} x {height} 毫米，{inches} 英寸",
    "machine.yaml says {stated} in: measure it": "machine.yaml 里写的是 {stated} 英寸，请量一量",
    "check its USB cable; a mouse does as well": "请检查 USB 线；用鼠标也可以",
    "there is no touchscreen": "没有触摸屏",
    "{names} are not there": "缺少 {names}",
    "the program's own are there": "自带的字体都在",
    "there is none; the show's own settings count": "没有这个文件，以节目里的设置为准",
    "{place}: {what}": "{place}：{what}",
    "it names screen {number}, which is not there": "里面写的是屏幕 {number}，现在没有这块屏幕",
    "{total} GB, {free} GB of them free; processors: {count}":
        "{total} GB，空闲 {free} GB；处理器 {count} 个",
    "end other programs, or add memory": "请关掉别的程序，或增加内存",
    "nothing can be written in {folder}": "{folder} 里不能写入",
    "make room there, or allow it": "请腾出空间，或允许写入",
    "{free} GB free in {folder}": "{folder} 空闲 {free} GB",
    "make room there": "请腾出空间",
    "names of files are read as {encoding}": "文件名是按 {encoding} 读的",
    "the system states none": "系统没有指定",
    "English ({locale})": "中文（{locale}）",
    "{time}, {zone} (UTC{offset})": "{time}，{zone}（UTC{offset}）",
    "set it in the system": "请在系统里设置",
    "hours of a show follow it: {command}": "节目的开放时间以它为准：{command}",
}  # fmt: skip
