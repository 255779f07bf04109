"""The look of the picture: dark on light, or light on dark where the reader's system asks for it."""

FONT = "'Helvetica Neue',Helvetica,Arial,'Liberation Sans',sans-serif"

_LIGHT = {
    "paper": "#ffffff",
    "ink": "#1e293b",
    "muted": "#5b6675",
    "line": "#334155",
    "rail": "#c3ccd8",
    "card": "#f1f5f9",
    "edge": "#94a3b8",
    "glyph": "#475569",
    "frame": "#f8fafc",
    "bad": "#c81e1e",
    "bad-paper": "#fdecec",
    "hint": "#1d4ed8",
    "hint-paper": "#e8effd",
    "note": "#fef9e7",
    "note-edge": "#d9c27a",
}
_DARK = {
    "paper": "#0f172a",
    "ink": "#e2e8f0",
    "muted": "#a3afc0",
    "line": "#cbd5e1",
    "rail": "#3b4a61",
    "card": "#1e293b",
    "edge": "#64748b",
    "glyph": "#a8b6c8",
    "frame": "#162036",
    "bad": "#ff8a8a",
    "bad-paper": "#3b1a22",
    "hint": "#8db4ff",
    "hint-paper": "#17274d",
    "note": "#2b2718",
    "note-edge": "#8a7636",
}

# Every colour is said directly: many viewers know neither variables nor inheritance from them.
_RULES = (
    (".paper,.behind", "fill:{paper}"),
    (".framed .behind", "fill:{frame}"),
    ("text", "fill:{ink}"),
    (".muted", "fill:{muted}"),
    (".rail", "stroke:{rail}"),
    (".card", "fill:{card};stroke:{edge}"),
    (".glyph", "stroke:{glyph}"),
    (".frame", "fill:{frame};stroke:{edge}"),
    (".tab", "fill:{card};stroke:{edge}"),
    (".line", "stroke:{line}"),
    (".head", "fill:{line};stroke:{line}"),
    (".open", "stroke:{line}"),
    (".badge", "fill:{line}"),
    (".number", "fill:{paper}"),
    (".note", "fill:{note};stroke:{note-edge}"),
    (".bad .line,.bad .open,.card.bad", "stroke:{bad}"),
    (".bad .head", "fill:{bad};stroke:{bad}"),
    (".bad .badge", "fill:{bad}"),
    (".bad .label,text.bad", "fill:{bad}"),
    (".pill.bad", "fill:{bad-paper};stroke:{bad}"),
    (".pill.error", "fill:{bad};stroke:{bad}"),
    ("text.error", "fill:{paper}"),
    (".pill.hint", "fill:{hint-paper};stroke:{hint}"),
    ("text.hint", "fill:{hint}"),
)
_SHAPES = (
    f"text{{font-family:{FONT};font-size:12px}}"
    ".title{font-size:18px;font-weight:bold}"
    ".name,.number,.rule,.strong{font-weight:bold}"
    ".number,.rule,.small{font-size:10.5px}"
    ".rail{stroke-width:1;stroke-dasharray:2 4}"
    ".card,.frame,.tab,.note,.pill{stroke-width:1}"
    ".card.bad{stroke-width:2}"
    ".glyph,.line,.open{fill:none;stroke-width:1.5;stroke-linecap:round;stroke-linejoin:round}"
    ".reply .line{stroke-dasharray:6 4;stroke-linecap:butt}"
    ".frame{stroke-dasharray:5 3}"
)


def css() -> str:
    """The style sheet of the picture."""

    def colours(palette: dict[str, str]) -> str:
        return "".join(f"{selector}{{{rule.format_map(palette)}}}" for selector, rule in _RULES)

    return f"{_SHAPES}{colours(_LIGHT)}@media (prefers-color-scheme:dark){{{colours(_DARK)}}}"
