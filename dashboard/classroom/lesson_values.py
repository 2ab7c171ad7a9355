"""Names and values in a lesson's file: a little of YAML, read as typed, so that no file is too deep or grows in memory."""

from __future__ import annotations

import yaml

# A list of a mapping is as deep as anything in a lesson goes.
_DEEPEST = 4


class ValuesError(ValueError):
    """What is wrong among names and values, and on which of their lines (counted from 0)."""

    def __init__(self, sentence: str, line: int = 0) -> None:
        super().__init__(sentence)
        self.line = line


class _AsTyped(yaml.BaseLoader):
    """Every value is the word that was typed: "yes" stays a word, and what is a number the one who asks for it says."""

    depth = 0

    def compose_node(self, parent: object, index: object) -> yaml.Node:
        line = self.peek_event().start_mark.line
        # A few lines of references to each other stand for millions of words.
        if self.check_event(yaml.AliasEvent):
            raise ValuesError("A value cannot begin with *: write it out, or put it in quotation marks.", line)
        if self.depth == _DEEPEST:
            raise ValuesError("There are too many brackets or levels in each other here: write one name: value.", line)
        self.depth += 1
        node = super().compose_node(parent, index)
        self.depth -= 1
        return node

    def construct_mapping(self, node: yaml.MappingNode, deep: bool = False) -> dict:
        names = [str(key.value) for key, _ in node.value]
        for number, (key, _) in enumerate(node.value):
            if names[number] in names[:number]:
                raise ValuesError(f"{names[number][:40]!r} stands here twice: keep one.", key.start_mark.line)
        return super().construct_mapping(node, deep=deep)


def read_values(text: str) -> dict[str, object]:
    """The names of a text with their values: words, lists or names with values again. ValuesError where it has others."""
    try:
        given = yaml.load(text, Loader=_AsTyped)
    except yaml.YAMLError as error:
        mark = getattr(error, "problem_mark", None)
        raise ValuesError("This cannot be read; write it as name: value.", mark.line if mark else 0) from None
    # Nothing at all is read as "".
    if not isinstance(given or {}, dict):
        raise ValuesError("Write one name: value a line.")
    return {str(name): value for name, value in (given or {}).items()}
