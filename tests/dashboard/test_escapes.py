"""Whatever a screen shows as Markdown is escaped, or is the dashboard's own wording; a new use must say which."""

import ast
from collections.abc import Iterator
from pathlib import Path

from ..conftest import ROOT

SCREENS = [path for path in sorted((ROOT / "dashboard").rglob("*.py")) if path.relative_to(ROOT / "dashboard").parts[0] not in (
    "charts", "exhibits", "export", "glossary", "state", "commands.py")]  # fmt: skip
# Elements of Streamlit that read their words, or their label, as Markdown.
READS_MARKDOWN = {
    "badge", "button", "caption", "checkbox", "download_button", "error", "expander", "feedback", "file_uploader", "form_submit_button",
    "header", "info", "link_button", "markdown", "metric", "multiselect", "number_input", "page_link", "pills", "popover", "progress", "radio",
    "segmented_control", "select_slider", "selectbox", "slider", "subheader", "success", "tabs", "text_area", "text_input", "title", "toast",
    "toggle", "warning", "write",
}  # fmt: skip
SAFE_CALLS = {"escape_markdown", "len", "sum", "letter"}
# What is no word of a text and no word of a visitor, by the file it stands in. A lesson is Markdown: whoever gives one
# writes it so, and what it refers to is escaped where it is filled in (`statements.filled`).
OWN_WORDS = {
    "claims.py": {"label", "form.help", "words"},
    "classroom/in_class.py": {"votes", "joined"},
    "classroom/lecture.py": {"screen.title", "screen.notes", "_next(lesson, step, following)", "number", "text", "seen"},
    "classroom/lesson_page.py": {
        "lesson.title", "lesson.question", "lesson.minutes", "lecture.KEYS", "_HOW", "_FILE", "headline", "items", "more", "screen.title", "text",
        "screen.notes", "filled(screen.choice.prompt, said)",
    },
    "classroom/live_ask.py": {"label"},
    "classroom/live_panel.py": {"_count(votes, 'vote')", "_count(joined, 'phone')"},
    "classroom/live_room.py": {"form.label"},
    "classroom/questions.py": {
        "filled(choice.prompt, said)", "number", "_answer(answer, right)",
        "[*_verdict(passage, labels), *in_class.share_right(question, labels[passage.group])]",
    },
    "classroom/screens.py": {"screen.title", "notices(screen, said(corpus, lesson, step.screen))[step.notices - 1]", "text"},
    "classroom/whose_passage.py": {
        "said", "help", "passage.paragraph", "score_in_words(sum(you), sum(machine), len(you), len(game.styles))", "game.label(group)",
        "_verdict(game, passage, given)", "_machine(game, passage)", "_told(f'Speak for {game.label(passage.group)}', passage.telling)",
        "_told(f'Led the machine to {game.label(passage.guess)}', passage.misleading)",
    },
    "collect.py": {"label", "help", "PAGES['report'].file"},
    "classroom/prediction.py": {"label"},
    "controls.py": {"label", "help", "WORD_LIST_HELP", "cache.word_list_effect(corpus, WordList(**chosen))"},
    "downloads.py": {"_weight(len(content))", "form.help", "_READABLE"},
    "foot.py": {
        "entry.label", "entry.question", "entry.plain", "entry.range", "entry.direction", "entry.reading", "entry.caveat",
        "entry.source.rstrip('.')",
    },
    "in_plain_words.py": {"cache.plain_words(corpus, exhibit)"},
    "own_texts/intake.py": {"KINDS", "number"},
    "own_texts/roles_panel.py": {"rule.label"},
    "own_texts/welcome.py": {"title", "words"},
    "passages.py": {"count", "MAX_PASSAGES"},
    "report_files.py": {"form.label"},
    "show.py": {"page.file", "page.title"},
    "tour.py": {"PAGES[STEPS[0].page].file", "label"},
    "views/exhibit.py": {"PAGES['exhibit'].file", "label"},
    "views/fit.py": {"PAGES[name].file", "PAGES[name].title"},
    "views/overview.py": {"plain"},
    "views/own_texts.py": {"label"},
    "views/read.py": {"marked"},
    "views/report.py": {"label", "place", "PAGES['frequencies'].file"},
    "worksheets.py": {"form.help", "form.label"},
}  # fmt: skip


def unescaped(node: ast.expr) -> Iterator[str]:
    """The parts of an expression that are neither constant, nor escaped, nor written as a number."""
    match node:
        case ast.Constant():
            return
        case ast.JoinedStr(values=parts):
            for part in parts:
                if isinstance(part, ast.FormattedValue) and not part.format_spec:
                    yield from unescaped(part.value)
        case ast.BinOp(left=left, right=right):
            yield from unescaped(left)
            yield from unescaped(right)
        case ast.BoolOp(values=values):
            for value in values:
                yield from unescaped(value)
        case ast.IfExp(body=body, orelse=orelse):
            yield from unescaped(body)
            yield from unescaped(orelse)
        case ast.Call(func=ast.Name(id=name)) if name in SAFE_CALLS:
            return
        case ast.Call(func=ast.Name(id="map"), args=[ast.Name(id="escape_markdown"), _]):
            return
        case ast.Call(func=ast.Attribute(attr="join"), args=[joined]):
            yield from unescaped(joined)
        case ast.GeneratorExp(elt=each) | ast.ListComp(elt=each):
            yield from unescaped(each)
        case _:
            yield ast.unparse(node)


def shown_as_markdown(source: str) -> Iterator[tuple[int, str]]:
    """Line and expression of all that a file shows as Markdown and does not escape."""
    for node in ast.walk(ast.parse(source)):
        if isinstance(node, ast.Call) and isinstance(node.func, ast.Attribute) and node.func.attr in READS_MARKDOWN:
            arguments = node.args[:1] + [each.value for each in node.keywords if each.arg in ("label", "help", "body")]
            for argument in arguments:
                yield from ((node.lineno, expression) for expression in unescaped(argument))


def name_of(path: Path) -> str:
    return path.relative_to(ROOT / "dashboard").as_posix()


def test_no_word_of_a_text_is_shown_unescaped():
    faults = [
        f"{name_of(path)}:{line} {expression}"
        for path in SCREENS
        for line, expression in shown_as_markdown(path.read_text(encoding="utf-8"))
        if expression not in OWN_WORDS.get(name_of(path), ())
    ]
    assert faults == []


def test_the_list_of_own_words_holds_nothing_that_is_gone():
    for name, expressions in OWN_WORDS.items():
        shown = {
            expression for _, expression in shown_as_markdown((ROOT / "dashboard" / name).read_text(encoding="utf-8"))
        }
        assert expressions - shown == set(), name


def test_an_unescaped_title_would_be_found():
    assert list(shown_as_markdown("st.header(row['title'])")) == [(1, "row['title']")]
    assert list(shown_as_markdown("left.caption(f'by {author}, {n:,} words')")) == [(1, "author")]
    assert list(shown_as_markdown("st.header(escape_markdown(title) + ' of ' + f'{len(texts)}')")) == []
