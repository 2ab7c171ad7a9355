"""The rules of the house: who imports whom, who owns what, what the README promises."""

import ast
import re
import tomllib
from functools import cache
from pathlib import Path

import pytest

from dashboard.charts.theme import DARK, LIGHT
from dashboard.exhibits import EXHIBITS
from dashboard.pages import PAGES

from .conftest import ROOT

SOURCES = sorted(path for folder in ("analysis", "dashboard") for path in (ROOT / folder).rglob("*.py"))
SCREEN = {"streamlit", "plotly", "matplotlib", "wordcloud", "dashboard"}


def module_name(path: Path) -> str:
    return ".".join(path.relative_to(ROOT).with_suffix("").parts).removesuffix(".__init__")


@cache
def source(path: Path) -> str:
    return path.read_text(encoding="utf-8")


@cache
def tree(path: Path) -> ast.Module:
    return ast.parse(source(path))


@cache
def imports(path: Path) -> set[str]:
    """Every module a file imports, anywhere in it, by its full name."""
    package = module_name(path).split(".")
    package = package if path.name == "__init__.py" else package[:-1]
    found = set()
    for node in ast.walk(tree(path)):
        if isinstance(node, ast.Import):
            found |= {alias.name for alias in node.names}
        elif isinstance(node, ast.ImportFrom):
            base = package[: len(package) - node.level + 1] if node.level else []
            stem = ".".join([*base, *([node.module] if node.module else [])])
            found |= {stem} | {f"{stem}.{alias.name}" for alias in node.names}
    return found


def tops(path: Path) -> set[str]:
    return {name.split(".")[0] for name in imports(path)}


def files(*folders: str) -> list[Path]:
    return [path for path in SOURCES if any(str(path.relative_to(ROOT)).startswith(folder) for folder in folders)]


@pytest.mark.parametrize("path", files("analysis"), ids=module_name)
def test_analysis_knows_no_screen(path):
    assert not tops(path) & SCREEN


@pytest.mark.parametrize("path", files("dashboard/charts"), ids=module_name)
def test_charts_know_only_column_names(path):
    assert not tops(path) & {"streamlit", "analysis"}


@pytest.mark.parametrize(
    "path", files("dashboard/exhibits", "dashboard/export", "dashboard/reading", "dashboard/glossary"), ids=module_name
)
def test_exhibits_and_exports_know_no_streamlit(path):
    assert "streamlit" not in tops(path)


@pytest.mark.parametrize("path", files("dashboard/views"), ids=module_name)
def test_a_view_asks_exhibits_and_never_another_view(path):
    analyses = {name for name in imports(path) if name.startswith("analysis.")} - {
        "analysis.AnalysisError", "analysis.stop_list_names", "analysis.tfidf", "analysis.tfidf.VARIANTS",
        "analysis.topics", "analysis.topics.METHODS",
    }  # fmt: skip
    assert not analyses
    assert not {name for name in imports(path) if name.startswith("dashboard.views")}


def test_only_the_house_of_state_touches_session_state():
    owners = [module_name(path) for path in SOURCES if "session_state" in source(path)]
    assert owners and all(name.startswith("dashboard.state.") for name in owners)


def test_only_the_cache_module_uses_streamlits_caches():
    owners = [module_name(path) for path in SOURCES if re.search(r"st\.cache_", source(path))]
    assert owners == ["dashboard.cache"]


def test_no_file_is_a_drawer():
    assert not {path.stem for path in SOURCES} & {"utils", "helpers", "common", "handlers", "manager"}


def test_there_is_no_import_cycle():
    graph = {module_name(path): imports(path) for path in SOURCES}
    graph = {name: {other for other in found if other in graph and other != name} for name, found in graph.items()}
    while leaves := [name for name, found in graph.items() if not found]:
        graph = {name: found - set(leaves) for name, found in graph.items() if name not in leaves}
    assert graph == {}


@pytest.mark.parametrize("path", SOURCES, ids=module_name)
def test_nothing_turns_off_the_escaping_of_text(path):
    assert "unsafe_allow" not in source(path)
    assert "components.v1" not in source(path)


@pytest.mark.parametrize("path", SOURCES, ids=module_name)
def test_every_module_says_what_it_is_for(path):
    assert ast.get_docstring(tree(path))


@pytest.mark.parametrize("path", files("analysis", "dashboard"), ids=module_name)
def test_every_public_function_is_documented(path):
    public = [
        node
        for node in tree(path).body
        if isinstance(node, ast.FunctionDef | ast.ClassDef) and not node.name.startswith("_")
    ]
    assert [node.name for node in public if not ast.get_docstring(node)] == []


@pytest.mark.parametrize("mode, theme", [("light", LIGHT), ("dark", DARK)])
def test_charts_and_pages_have_one_palette(mode, theme):
    config = tomllib.loads((ROOT / ".streamlit" / "config.toml").read_text(encoding="utf-8"))["theme"][mode]
    assert config["chartCategoricalColors"] == list(theme.texts)
    assert config["backgroundColor"] == theme.ground
    assert config["textColor"] == theme.ink


def test_the_server_listens_to_this_machine_only_and_reports_to_nobody():
    config = tomllib.loads((ROOT / ".streamlit" / "config.toml").read_text(encoding="utf-8"))
    assert config["server"]["address"] == "127.0.0.1"
    assert config["browser"]["gatherUsageStats"] is False


@pytest.mark.parametrize("name", PAGES)
def test_every_page_has_its_file(name):
    assert (ROOT / "dashboard" / PAGES[name].file).is_file()


@pytest.mark.parametrize("name", sorted(set(EXHIBITS) - {"confounds"}))
def test_every_exhibit_stands_on_a_page(name):
    page = EXHIBITS[name].page
    assert f'"{name}"' in (ROOT / "dashboard" / PAGES[page].file).read_text(encoding="utf-8")


def fenced(section: str, language: str) -> list[str]:
    readme = (ROOT / "README.md").read_text(encoding="utf-8")
    body = readme.split(f"\n## {section}\n", 1)[1].split("\n## ", 1)[0]
    return re.findall(rf"```{language}\n(.*?)```", body, re.DOTALL)


@pytest.mark.parametrize("section, last", [("Run", "-m dashboard"), ("Test", "-m pytest")])
def test_the_readme_holds_one_command_for_each_system(section, last):
    (command,), (windows,) = fenced(section, "bash"), fenced(section, "powershell")
    assert command.strip().endswith(last)
    assert windows.strip().endswith(last)
    assert "activate" not in command + windows


def test_every_requirement_has_a_floor_and_a_cap():
    lines = (ROOT / "requirements.txt").read_text(encoding="utf-8").splitlines()
    lines += (ROOT / "tests" / "requirements.txt").read_text(encoding="utf-8").splitlines()
    wanted = [line for line in lines if line and not line.startswith(("#", "-r"))]
    assert [line for line in wanted if not re.fullmatch(r"[\w.-]+>=[\d.]+,<[\d.]+", line)] == []
