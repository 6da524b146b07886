"""What is said about feeds: what they lack, and what their sources give instead of rows."""

from __future__ import annotations

from collections.abc import Mapping

FEEDS: Mapping[str, str] = {
    # what is written
    "feed": "数据源",
    "write - {column: value, column: value}, or a feed such as {csv: file.csv}":
        "请写成 - {列名: 值, 列名: 值}，或写一个数据源，例如 {csv: 文件.csv}",
    "the units of columns": "各列的单位",
    "write {column: {zh: …, en: …}}": "请写成 {列名: {zh: …, en: …}}",
    "the chart waits until it is there": "文件出现以前图表先空着",
    "mend the table and save it; until then the chart is empty":
        "请改好表格再保存，在这以前图表先空着",
    "write numbers alone, such as 15100 or 45.5, and empty cells for none":
        "表里请只写数字，例如 15100 或 45.5；没有数就空着",
    "the first row has the names of the columns; write one here":
        "表格的第一行是列名，这里要写其中一个",
    "it is an Excel workbook; write excel for csv, or save it as CSV in Excel":
        "是 Excel 工作簿，请把 csv 改写成 excel，或在 Excel 里另存为 CSV",
    # what is wrong with a source
    "{source}: {why}": "{source}：{why}",
    "it is back": "已恢复",
    "there is nothing to be read": "没有可读的内容",
    "it has no column '{word}', but {names}": "没有「{word}」这一列，只有：{names}",
    "'{value}' in the column '{column}' is no number": "「{column}」一列里的「{value}」不是数字",
    "it has more than {count} rows": "超过 {count} 行",
    "it has more than {count} columns": "超过 {count} 列",
    "it has more than {megabytes} MB": "超过 {megabytes} MB",
    "it is no text": "不是文本",
    "it is a web page, not a table": "是一个网页，不是数据表",
    "it is a web page, not JSON": "是一个网页，不是 JSON",
    "it is empty": "是空的",
    "its lines cannot be read as a table": "各行读不成一张表",
    "line {line} has {found} values, and there are {known} columns":
        "第 {line} 行有 {found} 个值，而表头只有 {known} 列",
    "its last line is cut off": "最后一行不完整",
    "two of its columns are called '{word}'": "有两列都叫「{word}」",
    "it is no JSON: {reason}": "不是 JSON：{reason}",
    "it has nothing at '{path}'": "在「{path}」处没有内容",
    "it has no list of rows at '{path}'": "在「{path}」处不是一行一行的数据",
    "its rows are neither fields nor lists": "数据行既不是「名称: 值」也不是列表",
    "it is no Excel workbook": "不是 Excel 工作簿",
    "it has no sheet '{word}', but {names}": "没有「{word}」这张工作表，只有：{names}",
    "it is no SQLite database": "不是 SQLite 数据库",
    "the query fails: {reason}": "查询出错：{reason}",
    "the query takes longer than {seconds} s": "查询超过 {seconds} 秒",
    "the host '{host}' is not allowed here": "这台机器不允许访问主机「{host}」",
    "write 'hosts: [{host}]' in machine.yaml": "请在 machine.yaml 里写 hosts: [{host}]",
    "it answers {status}": "返回 {status}",
    "it cannot be reached: {reason}": "连接不上：{reason}",
    "it takes longer than {seconds} s": "超过 {seconds} 秒没有答完",
    "it is no answer of a web server": "不是网页服务器的应答",
    "it leads to '{host}', which is not allowed here": "它转到「{host}」，这台机器不允许访问",
    "the broker refuses: {reason}": "消息服务器拒绝：{reason}",
    "the connection is lost: {reason}": "连接中断：{reason}",
    "a message is neither a number nor fields": "消息既不是数字也不是「名称: 值」",
    "its answer is cut off": "应答不完整",
    "a host such as {example}": "一个主机，例如 {example}",
    "names, each with its words": "几个名称，各有内容",
    "an address such as {example}": "一个网址，例如 {example}",
}  # fmt: skip
