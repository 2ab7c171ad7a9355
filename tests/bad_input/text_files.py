"""Plain text and Markdown that is empty, endless, or something else."""

import random
import string

from .case import PROSE, loads, refused

STOPS = "the of and to in a is that it as with for on are by be this have from at was"
NOISE = random.Random(2).randbytes(8000)
BOMB = "---\na: &a [x,x,x,x,x,x,x,x,x]\n" + "".join(
    f"{name}: &{name} [{','.join(['*' + before] * 9)}]\n" for before, name in zip("abcdefgh", "bcdefghi", strict=True)
)
LATEX = "# Heading\n\n**Bold** $\\frac{1}{0}$ :red[alarm] ![picture](http://127.0.0.1:9/x.png) [link](http://127.0.0.1:9/) | a | b |\n"

CASES = (
    refused("txt_empty.txt", lambda: b"", "is empty"),
    refused("txt_whitespace.txt", lambda: " \t\u00a0\u2003\r\n".encode() * 50, "nothing but blanks"),
    loads("txt_one_word.txt", lambda: b"freedom", "freedom"),
    loads("txt_stopwords_only.txt", lambda: " ".join([STOPS] * 60).encode(), "the of and"),
    loads("txt_digits_punct.txt", lambda: b"1234 -- !!! 3.14 ... ??? 42 " * 99, "1234"),
    loads("txt_one_long_token.txt", lambda: b"a" * 1_048_576, "aaaa"),
    loads("txt_one_line_5mb.txt", lambda: (PROSE + " ").encode() * 53_000, "Every house along the bank"),
    loads("txt_one_word_lines.txt", lambda: b"word\n\n" * 100_000, "word"),
    refused("txt_newlines_only.txt", lambda: b"\n" * 1_048_576, "nothing but blanks"),
    loads("txt_identical_a.txt", lambda: "\n\n".join([PROSE] * 6).encode(), "lost its lower floor"),
    loads("txt_identical_b.txt", lambda: "\n\n".join([PROSE] * 6).encode(), "lost its lower floor"),
    loads("txt_bidi_override.txt", lambda: "The \u202eriver\u202c was \u2066wide\u2069 that year.".encode(), "river", "wide"),
    loads("txt_zero_width_inside.txt", lambda: "free\u200bdom free\u00addom freedom ".encode() * 50, "freedom freedom freedom"),
    loads("txt_thai_no_spaces.txt", lambda: "เสรีภาพของสื่อเป็นสิทธิขั้นพื้นฐานของประชาชน".encode() * 60, "เสรีภาพ"),
    loads("txt_arabic.txt", lambda: "حُرِّيَّةُ الصِّحافةِ حقٌّ أساسيٌّ للشعب.".encode() * 9, "الصِّحافةِ"),
    loads("txt_markdown_latex.txt", LATEX.encode, "**Bold**", ":red[alarm]"),
    loads("txt_formula_lines.txt", lambda: "=1+1 is two.\n+2 is two.\n-3 is three.\n@name is a name.\n\t=4\n＝5".encode(), "=1+1", "@name", "-3"),
    refused("txt_is_png.txt", lambda: b"\x89PNG\r\n\x1a\n" + NOISE[:4000], "is no text"),
    refused("txt_is_exe.txt", lambda: b"MZ" + NOISE, "is no text"),
    refused("txt_is_pdf.txt", lambda: b"%PDF-1.7\n%\xe2\xe3\xcf\xd3\n1 0 obj\n<<>>\nendobj\n", "PDF"),
    refused("txt_is_docx.txt", lambda: b"PK\x03\x04" + NOISE, "packed"),
    refused("txt_noise.txt", lambda: NOISE, "is no text"),
    refused("txt_too_many_letters.txt", lambda: b"word word " * 1_050_000, "letters"),
    refused("txt_too_large.txt", lambda: b"a" * 25_000_001, "25 MB"),
    loads("md_front_matter.md", lambda: b"---\nauthor: Ann\nyear: 2001\n---\n\n# Rivers\n\n" + PROSE.encode(), "Rivers", "The river was wide", lacks=("author",)),
    loads("md_without_front_matter.md", lambda: b"# Rivers\n\n" + PROSE.encode(), "Rivers", "The river was wide"),
    loads("md_broken_front_matter.md", lambda: b"---\nauthor: [Ann\n---\n\n" + PROSE.encode(), "The river was wide", notice="front matter"),
    loads("md_yaml_bomb.md", lambda: (BOMB + f"---\n\n{PROSE}\n").encode(), "The river was wide", lacks=("x,x", "[['x'"), notice="front matter"),
    loads("md_yaml_object.md", lambda: f"---\na: !!python/object/apply:os.system ['true']\n---\n\n{PROSE}".encode(), "The river was wide", notice="front matter"),
    loads("md_nested_quotes.md", lambda: b"> " * 5000 + PROSE.encode(), "The river was wide"),
    loads("md_html.md", lambda: b"<script>document.title='XSS'</script>\n\n" + PROSE.encode(), "The river was wide"),
    loads("md_all_letters.md", lambda: "\n\n".join([string.printable.replace("\x0b", " ").replace("\x0c", " "), PROSE]).encode(), "The river was wide"),
)  # fmt: skip
