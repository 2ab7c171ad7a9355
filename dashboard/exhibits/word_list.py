"""Which words a list may hold: a stop list, edits to it, a minimum count, and what they leave."""

from __future__ import annotations

from dataclasses import dataclass

from analysis import Corpus, frequencies, language_name, stop_list_names, stop_words


@dataclass(frozen=True, kw_only=True)
class WordList:
    """stop_list: by name; drop, keep: words parted by commas, left out besides or kept in spite of the list;
    minimum_count: at least so often in all texts."""

    stop_list: str = "en"
    drop: str = ""
    keep: str = ""
    minimum_count: int = 3

    def stop_words(self) -> frozenset[str]:
        """The words left out. OptionError for an unknown list."""
        return (stop_words(self.stop_list) | _words(self.drop)) - _words(self.keep)

    def settings(self) -> tuple[str, ...]:
        """Stop list and minimum count, for a receipt."""
        edits = [f"without {', '.join(sorted(_words(self.drop)))}"] if _words(self.drop) else []
        edits += [f"with {', '.join(sorted(_words(self.keep)))}"] if _words(self.keep) else []
        listed = f"stop list {self.stop_list}" + (f" ({'; '.join(edits)})" if edits else "")
        return (listed, *([f"at least {self.minimum_count} hits in all texts"] if self.minimum_count > 1 else []))


def stop_lists(corpus: Corpus) -> dict[str, str]:
    """The stop lists to choose from, each with its name in words: none, that of these texts, then by language."""
    names = {name: _in_words(name) for name in {*stop_list_names(), corpus.stop_list} - {"none"}}
    usual = {"none": "none: every word counts"}
    if corpus.stop_list != "none":
        usual[corpus.stop_list] = names[corpus.stop_list]
    return usual | dict(sorted(names.items(), key=lambda named: named[1]))


def _in_words(name: str) -> str:
    return f"{' and '.join(language_name(code) for code in name.split('+'))} function words"


def effect(corpus: Corpus, words: WordList) -> str:
    """One sentence: how many words are left by the list and by the minimum count."""
    table = frequencies(corpus, by="corpus", intervals=False)
    listed = table["term"].isin(words.stop_words())
    rare = ~listed & (table["count"] < words.minimum_count)
    left = len(table) - int(listed.sum()) - int(rare.sum())
    too_rare = f", {int(rare.sum()):,} are rarer than {words.minimum_count}" if words.minimum_count > 1 else ""
    share = table["count"][listed].sum() / max(int(table["count"].sum()), 1)
    return (
        f"{left:,} of {len(table):,} different words can be listed: {int(listed.sum()):,} are stop words "
        f"({share:.0%} of the text){too_rare}."
    )


def _words(typed: str) -> frozenset[str]:
    return frozenset(word.strip().lower().replace("’", "'") for word in typed.split(",") if word.strip())
