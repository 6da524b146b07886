"""Mistakes in how a file is written: its encoding, its YAML."""

from __future__ import annotations

from collections.abc import Mapping

SYNTAX: Mapping[str, str] = {
    # the file
    "the file is empty": "文件是空的",
    "the file cannot be read: {reason}": "文件读不出来：{reason}",
    "it cannot be opened": "打不开",
    "Permission denied": "没有权限",
    "No such file or directory": "没有这个文件或文件夹",
    "Input/output error": "磁盘读写出错",
    "check the file's permissions, and the stick or network it is on":
        "请检查文件的权限，以及它所在的 U 盘或网络",
    "the file has {megabytes} MB; text of a show has 2 MB at most":
        "文件有 {megabytes} MB，节目的文字文件最多 2 MB",
    "split it into chapters, or is it another file?": "请把它拆成几章；或者，是不是放错了文件？",
    "the file is not text": "这不是文本文件",
    "is it a picture or a Word file? Save it as plain text, UTF-8":
        "是图片或 Word 文档吗？请另存为纯文本，编码选 UTF-8",
    "the file is saved as ANSI (GBK), not as UTF-8": "文件存成了 ANSI（GBK）编码，不是 UTF-8",
    "in Notepad: Save as, Encoding UTF-8": "请在记事本里选「另存为」，编码选 UTF-8",
    "a character is damaged": "这里有一个字成了乱码",
    "write it again, and save the file as UTF-8": "请重新输入这个字，并把文件存成 UTF-8 编码",
    "an invisible control character": "这里有一个看不见的控制字符",
    "delete it; it may have come in with a copied text":
        "请删掉它，它可能是复制文字时带进来的",
    "an invisible sign that turns the direction of text is left out":
        "这里有一个看不见的文字方向控制符，显示时已略去",
    # too much
    "lists and fields inside one another more than {most} deep":
        "列表和项一层套一层，超过了 {most} 层",
    "is this file a show?": "这个文件真的是节目吗？",
    "more than {most} values in one file": "一个文件里超过了 {most} 个值",
    "split the file into chapters": "请把文件拆成几章",
    # brackets and quotes
    "opened here": "从这里开始",
    "first here": "第一次写在这里",
    "opened in line {line}, column {column}": "第 {line} 行第 {column} 列",
    "the quote {sign} is opened here and never closed": "从这里开始的引号 {sign} 没有配上另一半",
    "write {sign} at the end of the text": "请在文字末尾补上 {sign}",
    "the text goes on after the quote {sign} that ends it":
        "引号 {sign} 已经把文字结束了，后面却还有文字",
    "inside a text in quotes write “ and ”, or ’, and keep {sign} for its two ends":
        "文字里面的引号请写中文引号 “ ”，{sign} 只放在文字的两头",
    "what follows a '#' is not read": "「#」后面的内容是说明，不会读",
    "put quotes around a text with ' #' in it": "文字里有「 #」时，请用英文引号把文字括起来",
    "the bracket '{sign}' is not closed in this line": "括号「{sign}」在这一行里没有配上另一半",
    "write '{closing}' at its end": "请在这一行末尾补上「{closing}」",
    "texts in several languages stand between { and }": "几种语言的文字要放在花括号里",
    "write { before '{word}' and } at the end of the line":
        "请在「{word}」前面写 {，在这一行末尾写 }",
    "'{closing}' cannot close '{sign}', {where}": "「{closing}」不能和{where}的「{sign}」配成一对",
    "the bracket '{sign}', {where}, is still open here":
        "{where}的括号「{sign}」到这里还没有配上另一半",
    "write '{closing}' or a comma before this; a text with a comma or bracket needs quotes":
        "请在这之前写「{closing}」或英文逗号；文字里有逗号或括号时，要用英文引号把文字括起来",
    "the quote {sign}, opened in line {line}, is closed only here":
        "第 {line} 行的引号 {sign} 到这里才配上另一半",
    "close it in line {line}": "请在第 {line} 行补上另一半引号",
    # signs
    "a tab at the start of the line": "行首用了 Tab 键",
    "a tab between the words": "文字之间用了 Tab 键",
    "write spaces, two for each step to the right": "请改用空格，每往右缩一层打两个空格",
    "a full-width colon": "这里是中文冒号",
    "write ': ' (the colon of the English keyboard, and a space)":
        "请改成英文冒号，后面再打一个空格，即「: 」",
    "a colon without a space after it": "冒号后面少了空格",
    "write a space after the colon": "请在冒号后面打一个空格",
    "a '-' without a space after it": "「-」后面少了空格",
    "write a space after the '-'": "请在「-」后面打一个空格",
    "no comma stands before '{word}'": "「{word}」前面少了英文逗号",
    "write ', {word}: '; a text with a colon in it needs quotes":
        "请写「, {word}: 」；文字里有冒号时，要用英文引号把文字括起来",
    "a semicolon between fields": "各项之间用了分号",
    "a full-width quotation mark {sign} around a text": "文字两边用了中文引号 {sign}",
    'write " (the quotation mark of the English keyboard)': "请改成英文引号 \"",
    "full-width '{sign}' in a list or between fields": "列表里或各项之间用了中文标点「{sign}」",
    "write '{sign}'": "请改成英文的「{sign}」",
    "a second ': ' in one line": "一行里有两个「: 」",
    "put quotes around the text after the first colon":
        "请用英文引号把第一个冒号后面的文字括起来",
    "a text cannot start with '{sign}'": "文字不能以「{sign}」开头",
    "put quotes around the text": "请用英文引号把这段文字括起来",
    "put quotes around the whole text": "请用英文引号把整段文字括起来",
    "a text after '{sign}' starts in the next line": "「{sign}」后面的文字要从下一行开始",
    "write it there, or put quotes around the whole text":
        "请写到下一行，或用英文引号把整段文字括起来",
    "'{found}' in a text without quotes": "这段文字里有 {found}，却没有加引号",
    "something follows a text or list that has ended": "文字或列表已经结束，后面却还有内容",
    "a backslash inside double quotes is read as a command": "双引号里的反斜杠会被当成命令",
    "'{written}' is a character in two halves": "「{written}」是拆成两半的一个字符",
    "write / in file names, or use single quotes": "文件名请用 /，或改用单引号",
    "a line cannot start with '%'": "一行不能以「%」开头",
    "remove the line; a text that starts with '%' needs quotes":
        "请删掉这一行；以「%」开头的文字要用英文引号括起来",
    "put quotes around a text that starts with '*'": "以「*」开头的文字，请用英文引号括起来",
    "'*{word}' stands for nothing": "「*{word}」不代表任何内容",
    "'{word}' is not used in shows": "节目里不用「{word}」",
    "remove it; a text that starts with '!' needs quotes":
        "请删掉它；以「!」开头的文字要用英文引号括起来",
    # lines
    "a list starts in a new line": "列表要另起一行",
    "write '- ' in the next line; a text that starts with '-' needs quotes":
        "请在下一行写「- 」；以「-」开头的文字要用英文引号括起来",
    "this line stands further to the right than its neighbours": "这一行比上下各行更靠右",
    "start it in the same column as the field above": "请和上面那一项对齐",
    "this line does not start in the column of the list above": "这一行没有和上面的列表对齐",
    "this line does not start in the column of the fields above": "这一行没有和上面各项对齐",
    "start '- ' under '- ', and a field under a field": "请让「- 」对齐「- 」，项对齐项",
    "this line is neither 'field: value' nor '- item'":
        "这一行既不是「名称: 内容」，也不是「- 内容」",
    "write 'field: value'; long texts need quotes":
        "请写成「名称: 内容」；长的文字要用英文引号括起来",
    "a second document starts here": "从这里又开始了另一份内容",
    "remove the line '---': a file holds one show or one chapter":
        "请删掉「---」这一行：一个文件只写一个节目或一章",
    "a field's name must be one word": "一项的名称只能是一个词",
    "put quotes around a text that starts with { or [":
        "以 { 或 [ 开头的文字，请用英文引号括起来",
    "'{word}' is written twice": "「{word}」写了两次",
    "keep one of them": "请只留一个",
    "cannot be read from here on ({problem})": "从这里开始读不懂了（{problem}）",
    "look for a missing quote, bracket or space in this line and the one above":
        "请看看这一行和上一行是不是少了引号、括号或空格",
}  # fmt: skip
