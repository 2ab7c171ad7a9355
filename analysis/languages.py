"""In which language is a text written? The languages offered, and what the text itself or its metadata says."""

from __future__ import annotations

from collections.abc import Collection
from functools import cache, lru_cache

from .texts.blocks import AnyText

# The languages that have a stop list here, by ISO 639-1 code.
LANGUAGES = {
    "ar": "Arabic", "bg": "Bulgarian", "ca": "Catalan", "zh": "Chinese", "cs": "Czech", "da": "Danish", "nl": "Dutch",
    "en": "English", "fi": "Finnish", "fr": "French", "de": "German", "he": "Hebrew", "hi": "Hindi", "hu": "Hungarian",
    "id": "Indonesian", "it": "Italian", "ja": "Japanese", "ko": "Korean", "no": "Norwegian", "fa": "Persian",
    "pl": "Polish", "pt": "Portuguese", "ro": "Romanian", "ru": "Russian", "sk": "Slovak", "es": "Spanish",
    "sv": "Swedish", "tr": "Turkish", "uk": "Ukrainian", "vi": "Vietnamese",
}  # fmt: skip
# So much of a text is looked at, in characters.
SAMPLE = 5_000
# Less sure than this, nothing is said.
PROBABILITY = 0.6
# Of a corpus at most so many texts are looked at.
MOST_TEXTS = 200
_CODES = {name.lower(): code for code, name in LANGUAGES.items()}


def language_name(code: str) -> str:
    """The English name of a language, or its code among words where it is none of those offered."""
    return LANGUAGES.get(code, f"another language ({code})")


def stated_language(value: object) -> str:
    """The code that a metadata field holds, as `en`, `zh-Hans` or `English`; "" where it names no language offered."""
    stated = str(value).strip().lower()
    code = stated.replace("_", "-").partition("-")[0]
    return code if code in LANGUAGES else _CODES.get(stated, "")


def languages_of(texts: Collection[AnyText], roles: Collection[str]) -> dict[str, str]:
    """The code of each text's language by document_id: what its metadata says, else what it looks like, else "".

    Of more than MOST_TEXTS texts so many, evenly chosen, are looked at; those between say nothing.
    """
    step = -(-len(texts) // MOST_TEXTS)
    return {
        text.document_id: stated_language(text.metadata.get("language"))
        or (guess_language(_opening(text, roles)) if place % step == 0 else "")
        for place, text in enumerate(texts)
    }


def _opening(text: AnyText, roles: Collection[str]) -> str:
    """So much of a text as a guess needs."""
    lines, letters = [], 0
    for _, words in text.runs(roles):
        lines.append(words[:SAMPLE])
        letters += len(lines[-1]) + 1
        if letters > SAMPLE:
            break
    return "\n".join(lines)[:SAMPLE]


@lru_cache(maxsize=256)
def guess_language(text: str) -> str:
    """The ISO 639 code of the language that a text is written in, of the 139 that the model knows; "" where it is not
    at least 60 % sure. Only the first 5,000 characters are read. Source: Lui & Baldwin 2012, as kept in py3langid.
    """
    code, probability = _identifier().classify(text[:SAMPLE])
    # zxx stands for what is no language.
    return code if probability >= PROBABILITY and code != "zxx" else ""


@cache
def _identifier():  # noqa: ANN202 -- the library is loaded only here
    from py3langid.langid import MODEL_FILE, LanguageIdentifier

    return LanguageIdentifier.from_model_file(MODEL_FILE, norm_probs=True)
