"""A show that uses every field of show, chapter and slide, and a machine's file that uses all."""

from __future__ import annotations

FULLEST: dict[str, bytes] = {
    "show.yaml": """\
kiosk: 1
title: {zh: 全部, en: "Everything: all of it"}
languages: [zh, en]
theme: paper
facts: facts.yaml
idle: 45 s
stay: auto
transition: dissolve 800 ms
canvas: 1920 x 1080
screen: 43 in
viewing: 1.5 m
mounted: 800 mm
shapes: [landscape, portrait]
home: windows
hours:
  mon-fri: "08:30-12:00, 13:00-18:00"
  sat: "20:00-02:00"
  sun: closed
  zone: Asia/Shanghai
  holidays: {2026-12-25: closed, 2026-10-01..2026-10-07: "10:00-16:00"}
invitation: {zh: 轻触屏幕, en: Touch here}
chapters: [one.yaml, two.yaml]
""".encode(),
    "facts.yaml": """\
source: {zh: 统计公报, en: Statistical bulletin}
units:
  yi_yuan: {zh: 亿元, en: bn yuan, factor: {zh: 1, en: 0.1}}
periods:
  "2024": {zh: 2024年, en: "2024"}
facts:
  parks: {value: 300, bound: over, unit: {zh: 个, en: parks}, period: "2024"}
  growth: {value: 18.5, unit: {zh: "%", en: "%"}, period: "2024", source: {zh: 公报, en: Bulletin}}
  output: {value: 1104, unit: yi_yuan, period: "2024"}
""".encode(),
    "one.yaml": """\
id: first
title: {zh: 第一章, en: Chapter one}
picture: {dusk: a.jpg, paper: b.jpg, contrast: a.jpg}
from: 2026-01-01
until: 2099-12-31
slides:
  - id: cover
    layout: cover
    title: {zh: 封面, en: Cover}
    subtitle: {zh: 副标题, en: A subtitle}
    stay: 9 s
    transition: push 500 ms
    notes: |
      Spoken, {output} or not.
  - layout: picture-left
    title: {zh: 图片, en: A picture}
    picture:
      file: {landscape: a.jpg, portrait: b.jpg}
      focus: [0.4, 0.6]
      fit: cover
      motion: drift
      caption: {zh: 街上, en: "In the street, {parks.period}"}
      illustration: true
      credit: {zh: 某人, en: Somebody}
      alt: {zh: 一条街, en: A street}
      scrim: 0.5
    text:
      zh: "产值 *{output}*，增长 {growth.number}%"
      en: |
        - Output *{output}*
        - Growth {growth}, in {growth.period}, about {=98} of it
    caption: {zh: 来源, en: "Source"}
  - title: {zh: 以后, en: Later}
    from: 2026-12-01 18:00
    until: 2030-12-24
    loop: false
  - title: {zh: 藏着, en: Hidden}
    hidden: true
""".encode(),
    "two.yaml": """\
title: {zh: 第二章, en: Chapter two}
slides:
  - id: figure
    number: $output
    title: {zh: 数字, en: A figure}
  - id: hero
    layout: big-number
    number: {value: 12.5, unit: false, size: second, tone: text, enter: fade, goto: figure}
    title: {zh: 数字, en: A figure}
  - id: bars
    title: {zh: 条形, en: Bars}
    chart:
      id: output
      type: bar
      data: [{sector: {zh: 汽车, en: Cars}, output: $output, icon: car, growth: +4}, {sector: 电子, output: $output}]
      x: sector
      y: output
      sort: descending
      highlight: 汽车
      icon: icon
      beside: growth
      beside-title: {zh: 增长, en: Growth}
      direction: lying
      enter: grow 1.2 s
  - id: both
    title: {zh: 两张, en: Two charts}
    charts:
      - {type: number, id: left, value: $parks, goto: bars}
      - {type: number, value: 12}
""".encode(),  # noqa: E501 - as staff write it
    "a.jpg": b"",
    "b.jpg": b"",
}

MACHINE = b"""\
show: ../slides/all
display: 1
rotation: 90
screen: 55 in
viewing: 2 m
mounted: 80 cm
language: en
theme: contrast
hosts: [numbers.example.org, 10.0.0.5]
secrets: {meter: a-long-key}
watch: true
"""
