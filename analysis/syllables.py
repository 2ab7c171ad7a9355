"""How many syllables has an English word? Rules of spelling and a short list of exceptions, so that it works offline.

A word has as many syllables as groups of vowel letters, once it is respelt without letters that are silent (trad-e,
fram-e-work) or no vowels (q-u-ality), and one more wherever two neighbouring vowels are spoken apart (cre-ate).

Against the Carnegie Mellon Pronouncing Dictionary (0.7b, first pronunciation) the rules are right for 99 % of the running
words of the five bundled texts and 98 % of other prose; syllables sum to within 0.2 % in each of the five, which moves
Flesch’s score by 0.2 points and the grades by 0.1 at most. Of all 117,467 plain entries of the dictionary, very
many of them names, 94 % are right. Most differences are words with two pronunciations (in-ter-est, in-trest).
"""

from __future__ import annotations

import re
import unicodedata
from functools import lru_cache

# Words that the rules miss, and their inflections in -s.
_EXCEPTIONS = {
    word: number
    for number, words in {
        1: "aged",
        2: "cashier cement colonel crooked embed every evening frontier giant hundred liar maybe naked sacred soldier "
        "wednesday wicked dr mr mrs",
        3: "adobe anyone axiom chocolate coyote element finale karate linear oasis recipe simile someone vegetable",
        4: "aborigine apostrophe catastrophe epitome etc everybody facsimile hyperbole",
    }.items()
    for word in words.split()
} | {"everyone": 3, "everything": 3, "everywhere": 3}

# First parts of compounds, whose e stays silent before a second part: safe-guard, more-over.
_COMPOUND = (
    "base before bridge cake care cheese else face fire fore(?!st[er]|ver) frame game gate grade here(?!s|ti) home "
    "horse house lake life like line live love make mile more name nine note one peace pine place police race rope "
    "safe sale side smoke some space state stone store take time trade wage white whole wide wife"
).replace(" ", "|")

_RESPELLINGS = [
    (re.compile(pattern, re.VERBOSE), replacement)
    for pattern, replacement in (
        # Contractions: is-n't, it-'ll, would-'ve are spoken with a vowel more; are-n't without the e.
        (r"(?<=[^aeiouyr])n't$", "nat"),
        (r"ren't$", "rnt"),
        (r"(?<=[^aeiouyrw])'(?=(?:ll|ve|d)$)", "a"),
        # caf-é, na-ïve: the mark says that the vowel is spoken.
        (r"e\u0301", "ej"),
        (r"([aeiou])\u0308", r"j\1"),
        (r"[^a-z]", ""),
        (r"^mc", "mac"),
        (r"^busi(?=ne)", "bis"),
        # The u of q-u-ality, g-u-ard, dialog-u-e is no vowel, nor the y of be-y-ond.
        (r"qu", "q"),
        (r"(?<!ar)gue(?=[sd]?$)", "g"),
        (r"(?<!ar)gu(?!it)(?=[aeiy])", "g"),
        (r"(?:^|(?<=[aeou]))y(?=[aeiou])", "j"),
        # people, leopard; basically.
        (r"eo(?=ple|par)", "e"),
        (r"ically$", "icly"),
        # The silent e inside stat-e-ment, som-e-thing, ther-e-by.
        (
            r"(?:(?<=[aeiouy][^aeiouy]) | (?<=[aeiouy][^aeiouy][^aeiouyl])) (?<!th)"
            r"e(?=(?:ly|less|let|ful|ment|ness|some|wise)(?:s|ly|ness)?$)",
            "",
        ),
        (r"^(ther|wher)e(?=.)", r"\1"),
        (rf"^({_COMPOUND})(?=[bcdfghjklmpqstvwz]+[lr]?[aeiouy]|over)", lambda match: match[1][:-1]),
        # The silent e of trad-e, trad-e-s, trad-e-d; not that of peop-le, cent-re, chang-es, unit-ed.
        (
            r"(?<=[^aeiouy]) (?<![^aeiouylrw]l) (?<![bct]r)"
            r"(?:e | (?<![csxzg])(?<![cs]h)es | (?<![td])ed)$",
            "",
        ),
    )
]

_VOWELS = re.compile(r"[aeiouy]+")

# Where two neighbouring vowels are two syllables; each alternative matches one such place.
_APART = re.compile(
    r"""
      (?<![cghstx])i(?=[aou])                                # med-i-a, but not of so-cial, na-tion, re-gion
        (?<!ni(?=o[nr]))(?<!illi)(?<!lli(?=o))(?<!li(?=ar|ans?$))(?<!avi(?=o))(?<!rri(?=ag))  # un-ion, mil-lion
    | [ct]i(?=at(?!iv)|o$) | si(?=as[mt]) | (?<!g)i(?=u[ms]) # ne-go-ti-ate, ra-ti-o, en-thu-si-asm, sta-di-um
    | i(?=et|ers?$|est$)                                     # so-ci-e-ty, eas-i-er
    | (?<![cfhnrst])i(?=en) | (?<=[aeou]r)i(?=en) | (?<!n)sci(?=en)  # cli-ent, or-i-ent, sci-ence
    | (?<![cg])e(?=o) | ge(?=o(?![nru])) | e(?=um$|us$|ing|ity) | ee(?=a)  # the-o-ry, ge-o-graphy, mu-se-um
    | (?<=[aeo]r)e(?=as?$) | re(?=al[iu]) | cre(?=at(?!ur)) | ide(?=as?$) | the(?=at[er]) | nucle(?=a)  # are-a, cre-ate
    | (?<=[aeiou][bglpr])e(?=ans?$) | bbe(?=ans?$)           # Ko-re-an
    | ^re(?=ass|app|act|e[mnsvx]|elec|i[mt]|in[^d]|o|un|us) | ^pre(?=[eo]) | ^pro(?=ac)  # re-act
    | ^co(?=operat|opt|ord|ex|in[chv]|au|ed|ec|ef|er|ali)    # co-operate
    | (?<!s)u(?=a[^r]) | su(?=al) | u(?=ar[iy]|o) | u(?=e[nlt]|in|it[iy]|id)  # mut-u-al, Jan-u-ary, flu-ent, ru-in
    | o(?=ing|e[tm]|ever) | [^aeiou]y(?=ing)                 # go-ing, po-et, stud-y-ing
    | a(?=ic|os|ot) | (?<!h)a(?=el)                          # mo-sa-ic, Is-ra-el
    | [aiy]sms?$ | thms?$                                    # real-is-m, rhyth-m
    """,
    re.VERBOSE,
)


@lru_cache(maxsize=100_000)
def syllables(word: str) -> int:
    """Syllables of an English word as written: at least 1. The parts of a compound (win-win) are added up.

    Initials are spelt out: U.S. and US have 2, WTO has 5, us has 1; capitals that can be read (NATO) are read as words.
    Not for other languages.
    """
    plain = unicodedata.normalize("NFKD", word.replace("’", "'").replace("‘", "'"))
    return sum(_of_part(part) for part in plain.split("-") if part) or 1


def _of_part(part: str) -> int:
    stem = part.removesuffix("'s")
    letters = [letter for letter in stem if letter.isalpha()]
    if _is_initials(stem, letters):
        return sum(3 if letter in "Ww" else 1 for letter in letters)
    stem = stem.lower()
    number = _EXCEPTIONS.get(stem) or _EXCEPTIONS.get(stem.removesuffix("s")) or _by_rule(stem)
    # Bush's, Rice's: the s of a possessive is spoken with a vowel after a hissing sound.
    return number + (stem != part.lower() and bool(re.search(r"(?:[sxz]|[cs]h|[cgsz]e)$", stem)))


def _is_initials(stem: str, letters: list[str]) -> bool:
    """U.S., US and WTO, but not NATO."""
    capitals = stem.isupper() and len(letters) > 1 and (len(letters) < 4 or not _VOWELS.search(stem.lower()))
    return bool(re.fullmatch(r"(?:\w\.)+", stem)) or capitals


def _by_rule(word: str) -> int:
    for pattern, replacement in _RESPELLINGS:
        word = pattern.sub(replacement, word)
    return max(1, len(_VOWELS.findall(word)) + len(_APART.findall(word)))
