"""Web pages."""

from .case import CANARY, PROSE, loads, refused

SCRIPT = f"""<!doctype html><html><head><title>T</title><style>p {{ color: red }}</style></head><body onload="document.title='XSS'">
<script>document.title='XSS'</script><p>{PROSE}</p><iframe src="http://127.0.0.1:9/"></iframe><svg><text>svgtext</text></svg>
<img src="http://127.0.0.1:9/x.png" alt="alttext"></body></html>"""
BOMB = (
    '<?xml version="1.0"?><!DOCTYPE html [<!ENTITY a "laughter">'
    + "".join(
        f'<!ENTITY {name} "{("&" + before + ";") * 9}">' for before, name in zip("abcdefgh", "bcdefghi", strict=True)
    )
    + f'<!ENTITY file SYSTEM "file:///tmp/{CANARY}">]><html xmlns="http://www.w3.org/1999/xhtml"><body><p>&i; &file; {PROSE}</p></body></html>'
)
LETTER = "\r\n".join(
    [
        "From: <Saved by a browser>", "MIME-Version: 1.0", 'Content-Type: multipart/related; boundary="B"', "", "--B",
        'Content-Type: text/html; charset="utf-8"', "Content-Transfer-Encoding: quoted-printable", "",
        f"<html><body><p>A caf=C3=A9. {PROSE}</p></body></html>", "--B", "Content-Type: image/png", "", "picture", "--B--", "",
    ]
)  # fmt: skip
PAGE = f"<html><body><nav>menuwords</nav><main><h1>Rivers</h1><p>{PROSE}</p><ul><li>listwords</li></ul><figcaption>captionwords</figcaption></main><footer>footwords</footer></body></html>"

CASES = (
    loads("html_ok.html", PAGE.encode, "Rivers", "lower floor", "listwords", "captionwords", "menuwords", "footwords"),
    loads("html_script.html", SCRIPT.encode, "The river was wide", lacks=("XSS", "document.title", "color", "svgtext")),
    loads("html_malformed.html", lambda: b"<p>one <b>two <i>three</b> four</i> <<>> five</html> six", "one two three four", "five", "six"),
    refused("html_deep.html", lambda: b"<div>" * 100_000 + PROSE.encode() + b"</div>" * 100_000, "nested too deep"),
    loads("html_charset_lie.html", lambda: f'<meta charset="utf-8"><p>A café, a naïve garçon. {PROSE}</p>'.encode("cp1252"), "A café, a naïve garçon."),
    loads("html_charset_told.html", lambda: '<meta charset="windows-1251"><p>Свобода печати есть право народа.</p>'.encode("cp1251"), "Свобода печати"),
    refused("html_no_text.html", lambda: b"<html><body><img src='x.png'></body></html>", "no words"),
    refused("html_only_script.html", lambda: b"<html><body><script>var words = 'many words in here';</script></body></html>", "no words"),
    loads("html_long_attr.html", lambda: b"<p title='" + b"x" * 5_000_000 + b"'>" + PROSE.encode() + b"</p>", "The river was wide"),
    loads("html_xhtml_bomb.html", BOMB.encode, "Every house along the bank", lacks=("laughter", CANARY)),
    loads("html_is_mhtml.mhtml", LETTER.encode, "A café.", "The river was wide", lacks=("picture", "boundary")),
    loads("html_plain_words.html", PROSE.encode, "The river was wide"),
    loads("html_entities.html", lambda: f"<p>R&amp;D &lt;b&gt; caf&eacute; &#8212; {PROSE}</p>".encode(), "R&D <b> café — The river"),
    refused("html_empty.html", lambda: b"", "is empty"),
)  # fmt: skip
