"""Words that other programs have for what is called something else here, such as ECharts' `xAxis`.

They are not understood, only answered: with the word to write instead.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from kiosk.phrases import Phrase, phrase

# By what they are called here: ECharts, Vega-Lite where kiosk differs, and spreadsheets.
_FIELDS: Mapping[str, tuple[str, ...]] = {
    "x": ("xAxis", "xField", "category", "categories", "theta"),
    "y": ("yAxis", "yField", "angle"),
    "color": ("series", "colour", "hue", "seriesName", "colorField", "legend", "visualMap"),
    "data": ("dataset", "dataSource", "values", "rows"),
    "size": ("symbolSize", "sizeField", "radius"),
    "label": ("labels", "labelField", "tooltip"),
    "sort": ("order", "sorted", "seriesLayoutBy"),
    "direction": ("orient", "orientation", "horizontal", "layout"),
    "stack": ("stacked", "stacking", "stackStrategy"),
    "scale": ("logBase", "logarithmic", "log"),
    "donut": ("radius", "innerRadius", "hole", "doughnut"),
    "area": ("areaStyle", "fill"),
    "explore": ("dataZoom", "brush", "roam", "zoom", "pan", "interactive"),
    "enter": ("animation", "animationDuration", "animationEasing"),
    "highlight": ("emphasis", "select", "selected"),
    "annotations": ("markLine", "markPoint", "markArea", "rule", "annotation", "notes"),
    "facet": ("row", "column", "repeat", "small-multiples"),
    "max": ("maximum", "domainMax"),
    "source": ("sources", "from"),
    "type": ("mark", "chartType", "kind"),
}
_KINDS: Mapping[str, tuple[str, ...]] = {
    "bar": ("column", "columns", "barh", "histogram", "clustered", "stacked-bar"),
    "line": ("spline", "curve", "trail"),
    "area": ("themeRiver", "streamgraph", "stacked-area"),
    "scatter": ("bubble", "point", "points", "dots", "effectScatter", "circle"),
    "pie": ("donut", "doughnut", "arc", "ring", "rose"),
    "gauge": ("progress", "liquidFill", "speedometer", "meter"),
    "number": ("kpi", "counter", "figure", "stat"),
    "pictogram": ("pictorialBar", "icons", "isotype"),
    "radar": ("spider", "star", "web"),
    "treemap": ("sunburst", "mosaic"),
    "heatmap": ("heat-map", "rect", "calendar", "matrix"),
    "sankey": ("flow", "alluvial"),
    "timeline": ("gantt", "events"),
    "race": ("bar-race", "barRace", "ranking"),
    "routes": ("map", "geo", "flights", "lines"),
    "slope": ("dumbbell", "slopegraph", "bump"),
}


def field_here(word: str, names: Iterable[str]) -> Phrase | None:
    """The hint with the field of `names` that is meant by another program's word."""
    return _called(word, _FIELDS, names)


def field_meant(word: str) -> str | None:
    """The field that is meant by another program's word, whatever has it."""
    return _meant(word, _FIELDS, _FIELDS)


def kind_here(word: str, names: Iterable[str]) -> Phrase | None:
    """The hint with the kind of chart of `names` that is meant by another program's word."""
    return _called(word, _KINDS, names)


def _called(word: str, words: Mapping[str, tuple[str, ...]], names: Iterable[str]) -> Phrase | None:
    """What `word` is called here, where that is one of `names`."""
    name = _meant(word, words, names)
    return phrase("here that is called '{name}'", name=name) if name else None


def _meant(word: str, words: Mapping[str, tuple[str, ...]], names: Iterable[str]) -> str | None:
    """The one of `names` that `word` stands for."""
    known = set(names)
    for name, others in words.items():
        if name in known and word.casefold() in map(str.casefold, others):
            return name
    return None
