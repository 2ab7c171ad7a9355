"""The texts that a visitor has brought along, with all that was corrected by hand, until they are a corpus."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field, replace

from analysis import Corpus, CorpusError, Tokenization, needs_segmentation
from analysis.progress import Progress, silent
from analysis.segmentation import notices as script_notices
from analysis.texts.blocks import Text
from analysis.texts.lines import Draft, Line
from analysis.texts.reading import Read, ReadingChoices
from analysis.texts.settling import document_ids, settled
from analysis.texts.years import years_not_read
from analysis.tokens import is_number

USUAL_NAME = "Your texts"
_PLAIN, _AS_USUAL = Tokenization(), ReadingChoices()


def words_in(text: str, tokenization: Tokenization = _PLAIN) -> int:
    """How many words a piece of text has; numbers are none."""
    return sum(not is_number(text[start:end]) for start, end in tokenization.spans(text))


@dataclass
class SourceFile:
    """A file as it was brought, and what was read in it. file_id: its number in the field for files, "" where it came in
    another way."""

    name: str
    content: bytes
    read: Read
    choices: ReadingChoices = _AS_USUAL
    file_id: str = ""


@dataclass
class OwnText:
    """One text. corrections: by the line's number, the role given by hand; metadata: as it was typed."""

    document_id: str
    draft: Draft
    metadata: dict[str, object]
    file: SourceFile | None = None
    corrections: dict[int, str] = field(default_factory=dict)
    _made: tuple[object, Text] | None = field(default=None, repr=False)
    _counted: tuple[object, Counter[str]] | None = field(default=None, repr=False)

    def is_chinese(self, off: Iterable[str] = ()) -> bool:
        """Does it matter for what counts of this text how Chinese is cut into words?"""
        return needs_segmentation([self._body(off)])

    def notices(self, off: Iterable[str] = ()) -> tuple[str, ...]:
        """What is worth knowing of this text, a sentence each: what its reader noticed, and how its script is treated."""
        return (*self.draft.notices, *script_notices([self._body(off)]))

    def _body(self, off: Iterable[str]) -> str:
        return "\n".join(block.text for block in self._settled(off).blocks if block.role == "body")

    def text(self, off: Iterable[str] = ()) -> Text:
        """The text with its roles and what is known of it."""
        return replace(self._settled(off), metadata=self.metadata)

    def found(self, off: Iterable[str] = ()) -> dict[str, object]:
        """What the file says of the text, and the title that the rules found in it."""
        return dict(self._settled(off).metadata)

    def words(self, off: Iterable[str] = (), tokenization: Tokenization = _PLAIN) -> Counter[str]:
        """How many words each role has; counted anew only when something has changed."""
        text = self._settled(off)
        if self._counted is None or self._counted[0] != (id(text), tokenization):
            words: Counter[str] = Counter()
            for block in text.blocks:
                words[block.role] += words_in(block.text, tokenization)
            self._counted = ((id(text), tokenization), words)
        return self._counted[1]

    def _settled(self, off: Iterable[str]) -> Text:
        """The text as the rules and corrections have it, made anew only when these change."""
        key = (tuple(sorted(self.corrections.items())), tuple(sorted(off)))
        if self._made is None or self._made[0] != key:
            self._made = (key, settled(self.document_id, self.draft, self.corrections, tuple(off)))
        return self._made[1]


@dataclass
class Collection:
    """All that a visitor has brought; one object a visit, which is changed.

    off: rules that are not used; with_bundled: are the bundled texts compared as well? problems: a sentence for each
    file that could not be read, until it is put away.
    """

    texts: dict[str, OwnText] = field(default_factory=dict)
    files: list[SourceFile] = field(default_factory=list)
    problems: list[str] = field(default_factory=list)
    off: set[str] = field(default_factory=set)
    name: str = USUAL_NAME
    with_bundled: bool = False
    tokenization: Tokenization = _PLAIN

    def add(self, file: SourceFile) -> None:
        """Take in what was read in a file; two texts of one name are both kept."""
        self.files.append(file)
        self._take(file.read.drafts, file)

    def read_again(self, file: SourceFile, read: Read, choices: ReadingChoices) -> None:
        """Take what was read in a file in the place of what was read in it before."""
        self._leave(lambda text: text.file is file)
        file.read, file.choices = read, choices
        self._take(read.drafts, file)

    def remove(self, names: Iterable[str]) -> None:
        """Take texts out, and files that have none left."""
        gone = set(names)
        self._leave(lambda text: text.document_id in gone)
        used = {id(text.file) for text in self.texts.values()}
        self.files = [file for file in self.files if id(file) in used or file.read.question]

    def forget_file(self, file_id: str) -> None:
        """Take a file out with all its texts."""
        self._leave(lambda text: text.file is not None and text.file.file_id == file_id)
        self.files = [file for file in self.files if file.file_id != file_id]

    def describe(self, metadata: Mapping[str, Mapping[str, object]]) -> None:
        """Set what is known of the texts, by name; a text that is not named keeps what it has."""
        for name, known in metadata.items():
            if name in self.texts:
                self.texts[name].metadata = dict(known)

    def count_words(self) -> None:
        """Count the words of each role in each text, where that has not been done: the tables show them."""
        for text in self.texts.values():
            text.words(self.off, self.tokenization)

    @property
    def letters(self) -> int:
        """How much of the room for a visitor's texts they take."""
        # Another visit may ask while this one takes texts in.
        return sum(len(line.text) for text in list(self.texts.values()) for line in text.draft.lines)

    def corpus(self, bundled: Corpus | None = None, progress: Progress = silent) -> Corpus:
        """The corpus of all texts, and of the bundled ones as well where that is wanted.

        AnalysisError where no text has a word that counts. progress: told how much of them is tokenised.
        """
        texts = [text.text(self.off) for text in self.texts.values()]
        problems = list(years_not_read({text.document_id: text.metadata.get("year") for text in texts}))
        empty = [name for name, text in self.texts.items() if not text.words(self.off, self.tokenization)["body"]]
        problems += [f"“{name}” has no running text and is left out: give a line of it that role." for name in empty]
        texts = [text for text in texts if text.document_id not in empty]
        if self.with_bundled and bundled is not None:
            taken = {text.document_id for text in texts}
            texts += [text for text in bundled.texts() if text.document_id not in taken]
        if not texts:
            raise CorpusError("No text has a word that counts: give more lines the role of running text.")
        return Corpus(texts, name=self.name, tokenization=self.tokenization, problems=problems, progress=progress)

    def _take(self, drafts: Iterable[Draft], file: SourceFile | None) -> None:
        drafts = list(drafts)
        ids = document_ids((draft.name for draft in drafts), self.texts)
        for document_id, draft in zip(ids, drafts, strict=True):
            text = self.texts[document_id] = OwnText(document_id, draft, {}, file)
            text.metadata = text.found(self.off)

    def _leave(self, leaves) -> None:  # noqa: ANN001 -- a truth value of an OwnText
        self.texts = {name: text for name, text in self.texts.items() if not leaves(text)}


def collection_of(corpus: Corpus) -> Collection:
    """The texts of a corpus that was opened from a file, so that they can be corrected as well."""
    made = Collection(name=corpus.name, tokenization=corpus.tokenization)
    for text in corpus.texts():
        lines = tuple(
            Line(block.text, block.role, block.level, block.label, block.marks, rule="file") for block in text.blocks
        )
        draft = Draft(text.document_id, lines, "session", text.metadata, settled=True)
        made.texts[text.document_id] = OwnText(text.document_id, draft, dict(text.metadata))
    return made
