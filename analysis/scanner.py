"""Tokens and sentences of many paragraphs in one pass over their code points, compiled by numba.

The rules are those of `tokens.TOKEN` and of `sentences`; a test holds both ways against each other on random text. What
this pass does not know (combining marks, scripts without spaces) it leaves to the plain way, paragraph by paragraph.
Nothing imports this module where a corpus is small.
"""

from __future__ import annotations

import itertools

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
    OPENER,
    OPENS,
    SIZE,
    SPACE,
    STOP,
    WORD,
    letter_classes,
    word_table,
)
from .sentences import ABBREVIATIONS, BEFORE_FIGURE, LOOK_BACK, SENTENCE_OPENERS

# FNV-1a: enough for words, which are compared letter by letter where their hashes meet.
_BASIS, _PRIME = np.uint64(14695981039346656037), np.uint64(1099511628211)
_DOT, _COMMA, _MIDDLE_DOT, _CLOSING, _OPENING = (np.uint32(ord(sign)) for sign in ".,·»«")
LEFT_OUT = -1


class Vocabulary:
    """The forms met so far, numbered as they come.

    slots: a hash table of form numbers, −1 where empty; hashes, begins: of each form its hash and where it begins in
    `letters`, the code points of all forms (begins has the end last).
    """

    def __init__(self) -> None:
        self.n_forms = 0
        self.slots = np.full(1 << 16, -1, np.int32)
        self.hashes = np.zeros(1 << 15, np.uint64)
        self.begins = np.zeros((1 << 15) + 1, np.int64)
        self.letters = np.zeros(1 << 19, np.uint32)

    def make_room(self, n_letters: int) -> None:
        """Room for all forms that so many letters can hold: a figure and a letter side by side are two."""
        forms = self.n_forms + n_letters
        if forms > len(self.hashes):
            size = 1 << (forms - 1).bit_length()
            self.hashes = np.concatenate([self.hashes, np.zeros(size - len(self.hashes), np.uint64)])
            self.begins = np.concatenate([self.begins, np.zeros(size + 1 - len(self.begins), np.int64)])
            self.slots = np.full(2 * size, -1, np.int32)
            _fill_slots(self.slots, self.hashes, self.n_forms)
        letters = int(self.begins[self.n_forms]) + n_letters
        if letters > len(self.letters):
            more = max(letters, 2 * len(self.letters)) - len(self.letters)
            self.letters = np.concatenate([self.letters, np.zeros(more, np.uint32)])

    def forms(self) -> list[str]:
        """Every form, in the order of their numbers."""
        letters = self.letters[: self.begins[self.n_forms]].tobytes().decode("utf-32-le", "surrogatepass")
        begins = self.begins[: self.n_forms + 1].tolist()
        return [letters[begin:end] for begin, end in itertools.pairwise(begins)]


def scan(
    letters: np.ndarray, bounds: np.ndarray, offsets: np.ndarray, vocabulary: Vocabulary
) -> tuple[np.ndarray, np.ndarray, np.ndarray, np.ndarray, np.ndarray]:
    """The tokens of paragraphs that stand one after the other in `letters`.

    bounds: where each paragraph begins, with the end last; offsets: what is added to the places of its tokens.
    Of each token: its form's number in the vocabulary, start, end, and whether a sentence begins with it; of each
    paragraph: how many tokens it has, LEFT_OUT where the plain way must find them.
    """
    # A figure and a letter side by side are two tokens.
    form, start, end = (np.empty(len(letters), np.int32) for _ in range(3))
    opens = np.zeros(len(letters), np.bool_)
    counts = np.zeros(len(bounds) - 1, np.int64)
    done, n_tokens = 0, 0
    while done < len(counts):
        vocabulary.make_room(int(bounds[done + 1] - bounds[done]))
        done, n_tokens, vocabulary.n_forms = _scan(
            letters, bounds, offsets, done, n_tokens, form, start, end, opens, counts,
            vocabulary.slots, vocabulary.hashes, vocabulary.begins, vocabulary.letters, vocabulary.n_forms,
            letter_classes(), *_ABBREVIATIONS, *_BEFORE_FIGURE, *_OPENERS,
        )  # fmt: skip
    # Copies, so that the rest of the room is given back.
    return (*(found[:n_tokens].copy() for found in (form, start, end, opens)), counts)


_ABBREVIATIONS, _BEFORE_FIGURE, _OPENERS = map(word_table, (ABBREVIATIONS, BEFORE_FIGURE, SENTENCE_OPENERS))


@njit(nogil=True, cache=True, inline="always")
def _slot(value, mask):
    return np.int64((value ^ (value >> np.uint64(32))) & np.uint64(mask))


@njit(nogil=True, cache=True)
def _fill_slots(slots, hashes, n_forms):
    mask = len(slots) - 1
    for form in range(n_forms):
        slot = _slot(hashes[form], mask)
        while slots[slot] >= 0:
            slot = (slot + 1) & mask
        slots[slot] = form


@njit(nogil=True, cache=True)
def _scan(
    letters, bounds, offsets, first, n_tokens, form, start, end, opens, counts,
    slots, hashes, begins, pool, n_forms, classes, abbreviations, abbreviation_bounds, before_figure, figure_bounds,
    openers, opener_bounds,
):  # fmt: skip
    """Paragraphs from `first` on, as far as the vocabulary has room: the next paragraph, tokens, forms."""
    for paragraph in range(first, len(counts)):
        left, right = bounds[paragraph], bounds[paragraph + 1]
        size = right - left
        if n_forms + size > len(hashes) or begins[n_forms] + size > len(pool):
            return paragraph, n_tokens, n_forms
        if _is_beyond(letters, left, right, classes):
            counts[paragraph] = LEFT_OUT
            continue
        before, shift = n_tokens, offsets[paragraph] - left
        place = left
        while place < right:
            stop = _token_end(letters, place, right, classes)
            if stop == place:
                place += 1
                continue
            form[n_tokens], n_forms = _number(letters, place, stop, slots, hashes, begins, pool, n_forms)
            start[n_tokens], end[n_tokens] = place + shift, stop + shift
            n_tokens += 1
            place = stop
        counts[paragraph] = n_tokens - before
        if n_tokens > before:
            opens[before] = True
            token, place = before, left
            while place < right:
                found, place = _sentence(
                    letters, place, left, right, classes, abbreviations, abbreviation_bounds, before_figure,
                    figure_bounds, openers, opener_bounds,
                )  # fmt: skip
                if found < 0:
                    continue
                while token < n_tokens and start[token] < found + shift:
                    token += 1
                if token < n_tokens:
                    opens[token] = True
    return len(counts), n_tokens, n_forms


@njit(nogil=True, cache=True, inline="always")
def _is_l(letter):
    return letter == 76 or letter == 108


@njit(nogil=True, cache=True)
def _is_beyond(letters, left, right, classes):
    for place in range(left, right):
        letter = letters[place]
        if letter >= SIZE or classes[letter] & BEYOND:
            return True
        if (
            letter == _MIDDLE_DOT
            and left < place < right - 1
            and _is_l(letters[place - 1])
            and _is_l(letters[place + 1])
        ):
            return True
    return False


@njit(nogil=True, cache=True, inline="always")
def _is_ascii_letter(letter):
    return 97 <= (letter | 32) <= 122 and letter < 128


@njit(nogil=True, cache=True)
def _token_end(letters, place, right, classes):
    """Where the token that begins here ends; the same place where none begins."""
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
    if classes[letter] & DIGIT:
        stop = place + 1
        while stop < right and classes[letters[stop]] & DIGIT:
            stop += 1
        while (
            stop + 1 < right
            and (letters[stop] == _DOT or letters[stop] == _COMMA)
            and classes[letters[stop + 1]] & DIGIT
        ):
            stop += 2
            while stop < right and classes[letters[stop]] & DIGIT:
                stop += 1
        return stop
    return place


@njit(nogil=True, cache=True)
def _number(letters, place, stop, slots, hashes, begins, pool, n_forms):
    """The number of a form, a new one where it has none; and how many forms there are now."""
    value = _BASIS
    for at in range(place, stop):
        value = (value ^ np.uint64(letters[at])) * _PRIME
    mask = len(slots) - 1
    slot = _slot(value, mask)
    size = stop - place
    while True:
        known = slots[slot]
        if known < 0:
            break
        if hashes[known] == value and begins[known + 1] - begins[known] == size:
            begin, same = begins[known], True
            for at in range(size):
                if pool[begin + at] != letters[place + at]:
                    same = False
                    break
            if same:
                return known, n_forms
        slot = (slot + 1) & mask
    slots[slot] = n_forms
    hashes[n_forms] = value
    begin = begins[n_forms]
    for at in range(size):
        pool[begin + at] = letters[place + at]
    begins[n_forms + 1] = begin + size
    return n_forms, n_forms + 1


@njit(nogil=True, cache=True)
def _sentence(
    letters, place, left, right, classes, abbreviations, abbreviation_bounds, before_figure, figure_bounds, openers,
    opener_bounds,
):  # fmt: skip
    """From here on, where the next sentence begins, −1 where the next stop ends none; and from where to look on."""
    while place < right and not classes[letters[place]] & STOP:
        place += 1
    if place == right:
        return -1, right
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
        return -1, after
    ends = _ends_sentence(
        letters, place, begin, left, right, classes, abbreviations, abbreviation_bounds, before_figure, figure_bounds,
        openers, opener_bounds,
    )  # fmt: skip
    return (begin if ends else -1), begin


@njit(nogil=True, cache=True)
def _can_open(letters, begin, right, classes):
    """Do quotes and brackets, if any, and then a letter that can open a sentence stand here?"""
    if begin + 1 < right and letters[begin] == _OPENING and classes[letters[begin + 1]] & SPACE:
        begin += 2
    while begin < right and classes[letters[begin]] & OPENER:
        begin += 1
    return begin < right and classes[letters[begin]] & OPENS != 0


@njit(nogil=True, cache=True)
def _ends_sentence(
    letters, stop, begin, left, right, classes, abbreviations, abbreviation_bounds, before_figure, figure_bounds, openers,
    opener_bounds,
):  # fmt: skip
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
        return _is_listed(letters, word, after, openers, opener_bounds)
    if classes[letters[begin]] & FIGURE and _ends_with(letters, edge, stop, classes, before_figure, figure_bounds):
        return False
    if stop > edge and 65 <= letters[stop - 1] <= 90 and (stop - 1 == edge or not classes[letters[stop - 2]] & WORD):
        return False
    return not _ends_with(letters, edge, stop, classes, abbreviations, abbreviation_bounds)


@njit(nogil=True, cache=True)
def _is_listed(letters, begin, end, words, bounds):
    for word in range(len(bounds) - 1):
        if bounds[word + 1] - bounds[word] == end - begin:
            at = 0
            while at < end - begin and letters[begin + at] == words[bounds[word] + at]:
                at += 1
            if at == end - begin:
                return True
    return False


@njit(nogil=True, cache=True)
def _ends_with(letters, edge, stop, classes, words, bounds):
    """Does one of these words, whole, end before the stop?"""
    for word in range(len(bounds) - 1):
        begin = stop - (bounds[word + 1] - bounds[word])
        if begin < edge or (begin > edge and classes[letters[begin - 1]] & WORD):
            continue
        if _is_listed(letters, begin, stop, words, bounds[word : word + 2]):
            return True
    return False
