"""The lessons there are: every Markdown file in data/lessons."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

from .lesson import Lesson, LessonError, Mistake
from .lesson_file import read_lesson

LESSONS = Path(__file__).parents[2] / "data" / "lessons"
# The order in which the bundled lessons are offered; others follow by their names.
_ORDER = ("frame", "trust", "names", "obligation", "counts", "topics")


@dataclass(frozen=True, eq=False)
class Shelf:
    """Lessons by name, in order, and what is wrong in the files that are none."""

    lessons: dict[str, Lesson]
    mistakes: tuple[Mistake, ...]


def shelf(folder: Path = LESSONS) -> Shelf:
    """All lessons of a folder; a file with a mistake is passed over, and said."""
    lessons, mistakes = {}, []
    for file in sorted(folder.glob("*.md"), key=_place):
        try:
            lessons[file.stem] = read_lesson(file.stem, file.read_bytes(), file.name)
        except LessonError as error:
            mistakes += error.mistakes
        except OSError:
            mistakes.append(Mistake(1, "The file cannot be read.", file.name))
    return Shelf(lessons, tuple(mistakes))


def _place(file: Path) -> tuple[int, str]:
    return (_ORDER.index(file.stem) if file.stem in _ORDER else len(_ORDER), file.stem)
