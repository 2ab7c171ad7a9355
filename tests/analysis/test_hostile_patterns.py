"""Searches that break other programs: each is answered, or refused in a sentence, within a second of processor time."""

import json
import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[2]
pytest.importorskip("resource")

LETTERS = "a" * 30
TEXT = f"{LETTERS}! free freedom unfree détente é é İstanbul ii script 1+1 title"
# What no search can be stands beside a word of the sentence that says so.
REFUSED = {
    "   ": "Type a word", ".*": "every word", "()": "empty", "$^": "no word", "\x00": "no text", "\ud800": "no text",
    "😀": "no word", "/(?=a)/": "no look-around", "/a{1,65535}{1,65535}/": "repetition size", "/[/": "missing ]",
    "/(?P<n>a)(?P=n)/": "no back-references", r"/(a)\1/": "no back-references", "/(?<=a+)b/": "no look-around",
}  # fmt: skip
WORDS = [LETTERS, "free", "freedom", "unfree", "détente", "é", "é", "İstanbul", "ii", "script", "title"]
# The search, and the words it finds. Regular expressions stand between strokes; bare, the same signs are words.
FOUND = {
    "(?=a)": [], "*free": ["free", "unfree"], "free*": ["free", "freedom"], "free*dom?": [], "e\u0301": ["é", "é"],
    "\u202efree": ["free"], "<script>document.title='XSS'</script>": [], "<script>": ["script"], "=1+1": ["1+1"],
    "%00%ff": [], "(a+)+$": [], "/()/": [], "/$^/": [], "/(a+)+$/": [LETTERS], "/(a|a)*b/": [], "/e\u0301/": ["é", "é"],
    "/.*/": [*WORDS[:-1], "1", "1", "title"], r"/\p{L}+/": WORDS, "/(?i)İ/": [], "/(?i)é/": ["é", "é"],
    "/^(([a-z])+.)+[A-Z]([a-z])+$/": [word for word in WORDS if len(word) > 3],
}  # fmt: skip
RUN = """
import json, resource, sys
from analysis import Corpus, QueryError, find
text, searches = json.load(sys.stdin)
corpus, answers = Corpus.from_texts({"a": text}), []
start, end, whole = corpus.tokens.start, corpus.tokens.end, corpus.text("a")
find(corpus, "/a/")
for search in searches:
    # The system ends whatever takes a second more than was used so far.
    used = resource.getrusage(resource.RUSAGE_SELF)
    limit = int(used.ru_utime + used.ru_stime) + 2
    resource.setrlimit(resource.RLIMIT_CPU, (limit, resource.RLIM_INFINITY))
    try:
        hits = find(corpus, search)
        answers.append([whole[start[p]:end[p + n - 1]] for p, n in zip(hits.position, hits.length)])
    except QueryError as error:
        answers.append(str(error))
json.dump(answers, sys.stdout)
"""


@pytest.fixture(scope="module")
def answers() -> dict[str, str | list[str]]:
    """What a search is answered, asked in a program that the system ends where one takes long."""
    searches = [*REFUSED, *FOUND]
    asked = json.dumps([TEXT, searches])
    done = subprocess.run(
        [sys.executable, "-c", RUN], input=asked, capture_output=True, text=True, check=True, cwd=ROOT, encoding="utf-8"
    )
    return dict(zip(searches, json.loads(done.stdout), strict=True))


@pytest.mark.parametrize("search", REFUSED, ids=ascii)
def test_what_cannot_be_searched_for_is_refused_in_a_sentence(answers, search):
    assert isinstance(answers[search], str) and REFUSED[search] in answers[search]
    assert "Traceback" not in answers[search] and answers[search].endswith(".")


@pytest.mark.parametrize("search", FOUND, ids=ascii)
def test_what_can_be_searched_for_is_found_and_nothing_else(answers, search):
    assert answers[search] == FOUND[search]
