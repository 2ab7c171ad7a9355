"""Text files in other encodings than UTF-8, or in several at once."""

import codecs
import random

from .case import PROSE, loads

FRENCH = "L’été, « la liberté » coûte 3 € à l’entrée — un cœur naïf la donne au garçon."
CHINESE = "构建人类命运共同体，推动全球治理体系改革。这是各国人民的共同愿望，也是时代的要求。"
TRADITIONAL = "出版自由是人民的基本權利，沒有人可以剝奪。世界各國都應該尊重這個原則。"
JAPANESE = "言論の自由は基本的な権利である。誰もそれを奪うことはできない。"
RUSSIAN = "Свобода печати есть основное право народа, и никто не может его отнять."


def combining() -> bytes:
    """Each letter with thirty marks over and under it."""
    marks = random.Random(1)
    return " ".join(
        "".join(letter + "".join(chr(marks.randint(0x300, 0x36F)) for _ in range(30)) for letter in word)
        for word in ("the", "river")
    ).encode()


CASES = (
    loads("enc_utf8_bom.txt", lambda: codecs.BOM_UTF8 + FRENCH.encode(), "L’été", "cœur"),
    loads("enc_utf16le_bom.txt", lambda: codecs.BOM_UTF16_LE + FRENCH.encode("utf-16-le"), "« la liberté »", "3 €"),
    loads("enc_utf16be_nobom.txt", lambda: FRENCH.encode("utf-16-be"), "« la liberté »", "cœur"),
    loads("enc_utf16le_nobom_zh.txt", lambda: CHINESE.encode("utf-16-le"), "命运共同体"),
    loads("enc_utf32_bom.txt", lambda: FRENCH.encode("utf-32"), "« la liberté »", "cœur"),
    loads("enc_big5.txt", lambda: TRADITIONAL.encode("big5"), "出版自由"),
    loads("enc_gb18030.txt", lambda: CHINESE.encode("gb18030"), "命运共同体"),
    loads("enc_shift_jis.txt", lambda: JAPANESE.encode("shift_jis"), "言論の自由"),
    loads("enc_euc_jp.txt", lambda: JAPANESE.encode("euc_jp"), "言論の自由"),
    loads("enc_cp1251.txt", lambda: RUSSIAN.encode("cp1251"), "Свобода печати"),
    loads("enc_koi8_r.txt", lambda: RUSSIAN.encode("koi8_r"), "Свобода печати"),
    loads("enc_cp1252.txt", lambda: FRENCH.encode("cp1252"), "L’été", "€", "—", "cœur", "garçon", notice="guess"),
    loads("enc_mixed_utf8_cp1252.txt", lambda: (FRENCH + "\n").encode() + FRENCH.encode("cp1252"), "donne au garçon", "cœur", notice="Windows-1252"),
    loads("enc_lone_surrogates.txt", lambda: "The \ud800river\udfff was wide.".encode("utf-8", "surrogatepass"), "The river was wide."),
    loads("enc_nul_bytes.txt", lambda: b"The \0river\0 was wide and slow that year.", "The river was wide"),
    loads("enc_truncated_utf8.txt", lambda: "The river was wide at the café".encode()[:-1], "wide at the caf"),
    loads("enc_mojibake.txt", lambda: "L’été à la café".encode().decode("cp1252").encode(), "caf"),
    loads("enc_mixed_eol.txt", lambda: "One a.\r\nTwo b.\nThree c.\rFour d.\u2028Five e.\x85Six f.".encode(), "One a.", "Three c.", "Five e.", "Six f."),
    loads("enc_ansi_escapes.txt", lambda: b"\x1b[31mThe\x1b[0m river\x07 was\x08 wide.\x1b]0;title\x07 " + PROSE.encode(), "The river was wide.", lacks=("title", "[31m")),
    loads("enc_zalgo.txt", combining, "t"),
)  # fmt: skip
