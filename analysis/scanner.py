"""Tokens and sentences of many paragraphs, compiled by numba: found in one pass over the code points, then looked up.

The rules are those of `tokens.TOKEN` and of `sentences`; a test holds both ways against each other on random text. What
this pass does not know (combining marks, scripts without spaces) it leaves to the plain way, paragraph by paragraph.
Nothing imports this module where a corpus is small. It is one file, long as it is: what numba keeps of a function on disk
does not notice that a function of another file has changed.
"""

from __future__ import annotations

import itertools
from functools import cache

import numpy as np
from numba import njit

from .code_points import (
    BEYOND,
    CLOSER,
    DIGIT,
    FIGURE,
    JOINER,
    LETTER,
    LOWER,
    MIDDLE_DOT,
    OPENER,
    OPENS,
    SPACE,
    STOP,
    WORD,
    letter_classes,
    word_table,
)
from .sentences import ABBREVIATIONS, BEFORE_FIGURE, LOOK_BACK, SENTENCE_OPENERS

# FNV-1a for long words; Knuth's multiplier spreads the keys over the table.
_BASIS, _PRIME = np.uint64(14695981039346656037), np.uint64(1099511628211)
_SPREAD, _HALF, _BYTE, _ONE = np.uint64(11400714819323198485), np.uint64(32), np.uint64(8), np.uint64(1)
_LOW, _HIGH, _LAST = np.uint64(255), np.uint64(2**64 - 256), np.uint64(256)
_SHORT, _NOTHING = np.uint64(8), np.uint16(0)
_DOT, _COMMA, _CLOSING, _OPENING = (np.uint32(ord(sign)) for sign in ".,»«")
# Of all listed words, those of each list.
_LISTED = (*ABBREVIATIONS, *BEFORE_FIGURE, *SENTENCE_OPENERS)
_N_ABBREVIATIONS, _N_BEFORE_OPENERS, _N_LISTED = (
    len(ABBREVIATIONS), len(ABBREVIATIONS) + len(BEFORE_FIGURE), len(_LISTED)
)  # fmt: skip
LEFT_OUT = -1


class Vocabulary:
    """The forms met so far, numbered as they come.

    table: a hash table, of each slot a form's key (0 where it is empty) and number side by side, so that a word costs
    one look into memory; begins: where each form begins in `letters`, the code points of all forms, with the end last.
    """

    def __init__(self) -> None:
        self.n_forms = 0
        self.table = np.zeros((1 << 16, 2), np.uint64)
        self.begins = np.zeros((1 << 15) + 1, np.int64)
        self.letters = np.zeros(1 << 19, np.uint16)
        self._tokens = _room(0)

    def make_room(self, n_letters: int) -> None:
        """Room for another form of so many letters, and for as many forms and letters again as there are."""
        if self.n_forms + 1 >= len(self.begins):
            self.begins = np.concatenate([self.begins, np.zeros(len(self.begins) - 1, np.int64)])
            table = np.zeros((2 * len(self.table), 2), np.uint64)
            _fill(table, self.table)
            self.table = table
        if self.begins[self.n_forms] + n_letters > len(self.letters):
            self.letters = np.concatenate([self.letters, np.zeros(len(self.letters) + n_letters, np.uint16)])

    def room_for_tokens(self, most: int) -> tuple[np.ndarray, ...]:
        """Arrays for so many tokens at most, the same again and again."""
        if most > len(self._tokens[0]):
            self._tokens = _room(most)
        return self._tokens

    def forms(self) -> list[str]:
        """Every form, in the order of their numbers."""
        letters = self.letters[: self.begins[self.n_forms]].tobytes().decode("utf-16-le")
        begins = self.begins[: self.n_forms + 1].tolist()
        return [letters[begin:end] for begin, end in itertools.pairwise(begins)]


@cache
def _tables() -> tuple[np.ndarray, np.ndarray, np.ndarray]:
    """What the loop looks up: the classes of letters; the words of all lists, and where each begins among them."""
    return letter_classes(), *word_table(_LISTED)


def scan(
    letters: np.ndarray, begin: np.ndarray, end: np.ndarray, offset: np.ndarray, vocabulary: Vocabulary
) -> tuple[np.ndarray, np.ndarray, np.ndarray, np.ndarray]:
    """The tokens of paragraphs that stand in `letters` (code points, of any width).

    begin, end: where each paragraph stands there; offset: where it begins in its document.
    Of each token: its form's number in the vocabulary, start, and whether a sentence begins with it; of each
    paragraph: how many tokens it has, LEFT_OUT where the plain way must find them.
    """
    # A figure and a letter side by side are two tokens.
    form, start, opens, place, size, key = vocabulary.room_for_tokens(len(letters))
    counts = np.zeros(len(begin), np.int64)
    n_tokens = _find(letters, begin, end, offset, start, opens, place, size, key, counts, *_tables())
    # Looked up one after the other, several at a time are under way to memory.
    done = 0
    while done < n_tokens:
        vocabulary.make_room(int(size[done]))
        done, vocabulary.n_forms = _look_up(
            letters, place, size, key, done, n_tokens, form,
            vocabulary.table, vocabulary.begins, vocabulary.letters, vocabulary.n_forms,
        )  # fmt: skip
    # Copies, for the next paragraphs are found in the same room.
    return (*(found[:n_tokens].copy() for found in (form, start, opens)), counts)


def _room(most: int) -> tuple[np.ndarray, ...]:
    """Of so many tokens: form, start in the document, whether a sentence begins; place in the letters, size, key."""
    kinds = (np.int32, np.int32, np.bool_, np.int32, np.int32, np.uint64)
    return tuple(np.empty(most, kind) for kind in kinds)


@njit(nogil=True, cache=True, inline="always")
def _slot(key, mask):
    return np.int64(((key * _SPREAD) >> _HALF) & np.uint64(mask))


@njit(nogil=True, cache=True)
def _fill(table, old):
    """Put the entries of a smaller table into a larger one."""
    mask = len(table) - 1
    for entry in range(len(old)):
        if old[entry, 0]:
            slot = _slot(old[entry, 0], mask)
            while table[slot, 0]:
                slot = (slot + 1) & mask
            table[slot, 0], table[slot, 1] = old[entry, 0], old[entry, 1]


@njit(nogil=True, cache=True)
def _look_up(letters, places, sizes, keys, first, last, form, table, begins, pool, n_forms):
    """The number of the form of each token from `first` on, as far as the vocabulary has room: the next token, forms."""
    mask = len(table) - 1
    for token in range(first, last):
        place, stop, key = places[token], places[token] + sizes[token], keys[token]
        slot = _slot(key, mask)
        while table[slot, 0] and (
            table[slot, 0] != key or not (key & _LOW or _is_form(letters, place, stop, pool, begins, table[slot, 1]))
        ):
            slot = (slot + 1) & mask
        if not table[slot, 0]:
            if n_forms + 1 >= len(begins) or begins[n_forms] + sizes[token] > len(pool):
                return token, n_forms
            table[slot, 0], table[slot, 1] = key, n_forms
            n_forms = _add(letters, place, stop, pool, begins, n_forms)
        form[token] = table[slot, 1]
    return last, n_forms


@njit(nogil=True, cache=True)
def _find(letters, begin, end, offset, starts, opens, places, sizes, keys, counts, classes, words, word_bounds):
    """The tokens of all paragraphs: how many."""
    # Numbers that cannot be below 0 are looked up at once; calls for each token would take longer than what they do.
    token = np.uint64(0)
    for paragraph in range(len(counts)):
        left, right = begin[paragraph], end[paragraph]
        shift, before, edge, place = offset[paragraph] - left, token, np.uint64(right), np.uint64(left)
        is_known, begins_sentence = True, True
        while place < edge:
            kind = classes[letters[place]]
            if kind & (LETTER | DIGIT):
                # Most words are plain and short: end and key are found in one pass.
                key, widest, stop, after = np.uint64(0), np.uint64(0), place, kind
                while after & LETTER:
                    letter = np.uint64(letters[stop])
                    key = (key << _BYTE) | letter
                    widest |= letter
                    stop += _ONE
                    after = classes[letters[stop]] if stop < edge else _NOTHING
                if stop == place or after & (JOINER | STOP):
                    end_of_token = _token_end(letters, np.int64(place), right, classes)
                    key = _key(letters, np.int64(place), end_of_token)
                    stop = np.uint64(end_of_token)
                elif stop - place > _SHORT or widest > _LOW:
                    key = _hash(letters, np.int64(place), np.int64(stop))
                places[token], sizes[token], keys[token] = place, stop - place, key
                starts[token], opens[token] = np.int64(place) + shift, begins_sentence
                token += _ONE
                begins_sentence = False
                # The full stop of an abbreviation belongs to it, and may end a sentence as well.
                place = stop - _ONE if letters[stop - _ONE] == _DOT else stop
            elif kind & STOP:
                ends, on = _after_stop(letters, np.int64(place), left, right, classes, words, word_bounds)
                begins_sentence |= ends
                place = np.uint64(on)
            elif kind & (BEYOND | MIDDLE_DOT) and _is_beyond(letters, np.int64(place), left, right, kind):
                # What was found of this paragraph so far is taken back.
                token, is_known = before, False
                break
            else:
                place += _ONE
        counts[paragraph] = np.int64(token - before) if is_known else LEFT_OUT
    return np.int64(token)


@njit(nogil=True, cache=True, inline="always")
def _is_l(letter):
    return letter == 76 or letter == 108


@njit(nogil=True, cache=True)
def _is_beyond(letters, place, left, right, kind):
    """Does only the plain way know what stands here? A middle dot between two letters l is one letter of Catalan."""
    if kind & BEYOND:
        return True
    return place > left and place + 1 < right and _is_l(letters[place - 1]) and _is_l(letters[place + 1])


@njit(nogil=True, cache=True, inline="always")
def _is_ascii_letter(letter):
    return 97 <= (letter | 32) <= 122 and letter < 128


@njit(nogil=True, cache=True)
def _token_end(letters, place, right, classes):
    """Where the token ends whose letter or digit stands here."""
    letter = letters[place]
    if classes[letter] & LETTER:
        if _is_ascii_letter(letter) and place + 1 < right and letters[place + 1] == _DOT:
            stop = place + 2
            while stop + 1 < right and _is_ascii_letter(letters[stop]) and letters[stop + 1] == _DOT:
                stop += 2
            if stop > place + 2:
                return stop
        stop = place + 1
        while stop < right and classes[letters[stop]] & LETTER:
            stop += 1
        while stop + 1 < right and classes[letters[stop]] & JOINER and classes[letters[stop + 1]] & LETTER:
            stop += 2
            while stop < right and classes[letters[stop]] & LETTER:
                stop += 1
        return stop
    stop = place + 1
    while stop < right and classes[letters[stop]] & DIGIT:
        stop += 1
    while (
        stop + 1 < right and (letters[stop] == _DOT or letters[stop] == _COMMA) and classes[letters[stop + 1]] & DIGIT
    ):
        stop += 2
        while stop < right and classes[letters[stop]] & DIGIT:
            stop += 1
    return stop


@njit(nogil=True, cache=True, inline="always")
def _key(letters, place, stop):
    """A word's key: its letters themselves where it is short, so that nothing need be compared; else a hash.

    No letter is 0, and a hash ends in a byte of 0: no short word has the key of a long one.
    """
    if np.uint64(stop - place) <= _SHORT:
        key, widest = np.uint64(0), np.uint64(0)
        for at in range(place, stop):
            letter = np.uint64(letters[at])
            key = (key << _BYTE) | letter
            widest |= letter
        if widest <= _LOW:
            return key
    return _hash(letters, place, stop)


@njit(nogil=True, cache=True)
def _hash(letters, place, stop):
    key = _BASIS
    for at in range(place, stop):
        key = (key ^ np.uint64(letters[at])) * _PRIME
    return max(key & _HIGH, _LAST)


@njit(nogil=True, cache=True)
def _is_form(letters, place, stop, pool, begins, known):
    form = np.int64(known)
    return _is_same(letters, place, stop, pool, begins[form], begins[form + 1])


@njit(nogil=True, cache=True)
def _add(letters, place, stop, pool, begins, n_forms):
    """Write a new form behind the others; how many there are now."""
    begin = begins[n_forms]
    for at in range(stop - place):
        pool[begin + at] = letters[place + at]
    begins[n_forms + 1] = begin + stop - place
    return n_forms + 1


@njit(nogil=True, cache=True)
def _is_same(letters, place, stop, others, begin, end):
    if stop - place != end - begin:
        return False
    for at in range(stop - place):
        if letters[place + at] != others[begin + at]:
            return False
    return True


@njit(nogil=True, cache=True)
def _after_stop(letters, place, left, right, classes, words, word_bounds):
    """Does the stop that stands here end a sentence, and from where are tokens to be looked for?"""
    after = place + 1
    while after < right and classes[letters[after]] & STOP:
        after += 1
    on = after
    while on < right and classes[letters[on]] & CLOSER:
        on += 1
    if on + 1 < right and classes[letters[on]] & SPACE and letters[on + 1] == _CLOSING:
        on += 2
    begin = on
    while begin < right and classes[letters[begin]] & SPACE:
        begin += 1
    if begin == on or not _can_open(letters, begin, right, classes):
        return False, after
    return _ends_sentence(letters, place, begin, left, right, classes, words, word_bounds), begin


@njit(nogil=True, cache=True)
def _can_open(letters, begin, right, classes):
    """Do quotes and brackets, if any, and then a letter that can open a sentence stand here?"""
    if begin + 1 < right and letters[begin] == _OPENING and classes[letters[begin + 1]] & SPACE:
        begin += 2
    while begin < right and classes[letters[begin]] & OPENER:
        begin += 1
    return begin < right and classes[letters[begin]] & OPENS != 0


@njit(nogil=True, cache=True)
def _ends_sentence(letters, stop, begin, left, right, classes, words, word_bounds):
    """Does the mark at `stop` end a sentence, so that another one begins at `begin`?"""
    if classes[letters[begin]] & LOWER:
        return False
    if letters[stop] != _DOT:
        return True
    edge = max(left, stop - LOOK_BACK)
    if (
        stop - 3 >= edge
        and _is_ascii_letter(letters[stop - 1])
        and letters[stop - 2] == _DOT
        and _is_ascii_letter(letters[stop - 3])
    ):
        word = begin
        while word < right and not classes[letters[word]] & WORD:
            word += 1
        after = word
        while after < right and classes[letters[after]] & WORD:
            after += 1
        return _opens_sentences(letters, word, after, words, word_bounds)
    if classes[letters[begin]] & FIGURE and _ends_with(
        letters, edge, stop, classes, words, word_bounds, _N_ABBREVIATIONS, _N_BEFORE_OPENERS
    ):
        return False
    if stop > edge and 65 <= letters[stop - 1] <= 90 and (stop - 1 == edge or not classes[letters[stop - 2]] & WORD):
        return False
    return not _ends_with(letters, edge, stop, classes, words, word_bounds, 0, _N_ABBREVIATIONS)


@njit(nogil=True, cache=True)
def _opens_sentences(letters, begin, end, words, bounds):
    """Is this a word that usually opens a sentence?"""
    for word in range(_N_BEFORE_OPENERS, _N_LISTED):
        if _is_same(letters, begin, end, words, bounds[word], bounds[word + 1]):
            return True
    return False


@njit(nogil=True, cache=True)
def _ends_with(letters, edge, stop, classes, words, bounds, first, last):
    """Does one of the words from `first` to before `last`, whole, end before the stop?"""
    for word in range(first, last):
        begin = stop - (bounds[word + 1] - bounds[word])
        if begin < edge or (begin > edge and classes[letters[begin - 1]] & WORD):
            continue
        if _is_same(letters, begin, stop, words, bounds[word], bounds[word + 1]):
            return True
    return False
