"""PDF files, written by hand."""

import zlib
from hashlib import md5

from .case import PROSE, loads, refused

PAD = bytes.fromhex("28bf4e5e4e758a4164004e56fffa01082e2e00b6d0683e802f0ca9fe6453697a")
IDENTITY = b"0123456789abcdef"


def rc4(key: bytes, content: bytes) -> bytes:
    """The cipher of old PDF files."""
    state, j, out = list(range(256)), 0, bytearray()
    for i in range(256):
        j = (j + state[i] + key[i % len(key)]) % 256
        state[i], state[j] = state[j], state[i]
    i = j = 0
    for byte in content:
        i = (i + 1) % 256
        j = (j + state[i]) % 256
        state[i], state[j] = state[j], state[i]
        out.append(byte ^ state[(state[i] + state[j]) % 256])
    return bytes(out)


def drawn(words: str) -> bytes:
    return f"BT /F1 12 Tf 72 720 Td ({words}) Tj ET".encode("latin-1")


def stream(content: bytes, extra: str = "") -> bytes:
    return f"<< /Length {len(content)} {extra}>>\nstream\n".encode() + content + b"\nendstream"


def pdf(*objects: bytes, trailer: str = "", end: bytes = b"") -> bytes:
    """A PDF of these objects, numbered from 1; the first is the catalog."""
    content, starts = b"%PDF-1.4\n", []
    for number, one in enumerate(objects, start=1):
        starts.append(len(content))
        content += f"{number} 0 obj\n".encode() + one + b"\nendobj\n"
    table = f"xref\n0 {len(objects) + 1}\n0000000000 65535 f \n" + "".join(
        f"{start:010} 00000 n \n" for start in starts
    )
    place = len(content)
    return (
        content
        + table.encode()
        + f"trailer\n<< /Size {len(objects) + 1} /Root 1 0 R {trailer}>>\nstartxref\n{place}\n%%EOF\n".encode()
        + end
    )


CATALOG, FONT = b"<< /Type /Catalog /Pages 2 0 R >>", b"<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica >>"
PAGE = b"<< /Type /Page /Parent 2 0 R /MediaBox [0 0 612 792] /Contents 4 0 R /Resources << /Font << /F1 5 0 R >> >> >>"


def pages(kids: str = "3 0 R", count: int = 1) -> bytes:
    return f"<< /Type /Pages /Kids [{kids}] /Count {count} >>".encode()


def locked(user: bytes) -> bytes:
    """Locked by the oldest method, with this password for opening."""
    padded, owner_key = (user + PAD)[:32], md5((b"owner" + PAD)[:32]).digest()[:5]
    owner = rc4(owner_key, padded)
    key = md5(padded + owner + (-4).to_bytes(4, "little", signed=True) + IDENTITY).digest()[:5]
    words = rc4(md5(key + (4).to_bytes(3, "little") + b"\0\0").digest()[:10], drawn(PROSE))
    lock = f"<< /Filter /Standard /V 1 /R 2 /O <{owner.hex()}> /U <{rc4(key, PAD).hex()}> /P -4 >>".encode()
    return pdf(
        CATALOG,
        pages(),
        PAGE,
        stream(words),
        FONT,
        lock,
        trailer=f"/Encrypt 6 0 R /ID [<{IDENTITY.hex()}> <{IDENTITY.hex()}>] ",
    )


OK = pdf(CATALOG, pages(), PAGE, stream(drawn(PROSE)), FONT)


def twice_packed() -> bytes:
    content = zlib.compress(zlib.compress(bytes(300_000_000), 9), 9)
    return pdf(CATALOG, pages(), PAGE, stream(content, "/Filter [/FlateDecode /FlateDecode] "), FONT)


def scan() -> bytes:
    picture = stream(
        bytes(100), "/Type /XObject /Subtype /Image /Width 10 /Height 10 /ColorSpace /DeviceGray /BitsPerComponent 8 "
    )
    page = PAGE.replace(b"/Font << /F1 5 0 R >>", b"/XObject << /I 5 0 R >>")
    return pdf(CATALOG, pages(), page, stream(b"q 600 0 0 700 0 0 cm /I Do Q"), picture)


CASES = (
    loads("pdf_ok.pdf", lambda: OK, "The river was wide and slow that year."),
    loads("pdf_flate.pdf", lambda: pdf(CATALOG, pages(), PAGE, stream(zlib.compress(drawn(PROSE)), "/Filter /FlateDecode "), FONT), "The river was wide"),
    refused("pdf_encrypted.pdf", lambda: locked(b"secret"), "password"),
    loads("pdf_encrypted_empty_user.pdf", lambda: locked(b""), "The river was wide"),
    loads("pdf_truncated.pdf", lambda: OK[: OK.rindex(b"xref\n0")], "The river was wide"),
    refused("pdf_truncated_half.pdf", lambda: OK[: len(OK) // 2], "pdf_truncated_half.pdf"),
    refused("pdf_header_only.pdf", lambda: b"%PDF-1.7", "damaged"),
    refused("pdf_page_loop.pdf", lambda: pdf(CATALOG, pages("2 0 R"), PAGE, stream(drawn(PROSE)), FONT), "pdf_page_loop.pdf"),
    refused("pdf_page_repeat.pdf", lambda: pdf(CATALOG, pages("3 0 R " * 20_000, 20_000), PAGE, stream(drawn(PROSE)), FONT), "pages"),
    refused("pdf_page_repeat_few.pdf", lambda: pdf(CATALOG, pages("3 0 R " * 500, 500), PAGE, stream(drawn(PROSE)), FONT), "again and again"),
    loads("pdf_count_lie.pdf", lambda: pdf(CATALOG, pages(count=2_000_000_000), PAGE, stream(drawn(PROSE)), FONT), "The river was wide"),
    refused("pdf_double_flate.pdf", twice_packed, "pdf_double_flate.pdf"),
    loads("pdf_prev_loop.pdf", lambda: pdf(CATALOG, pages(), PAGE, stream(drawn(PROSE)), FONT, trailer="/Prev 15 "), "The river was wide"),
    refused("pdf_deep_arrays.pdf", lambda: pdf(b"<< /Type /Catalog /Pages 2 0 R /X " + b"[" * 20_000 + b"]" * 20_000 + b" >>", pages(), PAGE, stream(drawn(PROSE)), FONT), "damaged"),
    refused("pdf_scan.pdf", scan, "OCR"),
    refused("pdf_not_pdf.pdf", PROSE.encode, "is no PDF file"),
    refused("pdf_html.pdf", lambda: b"<!DOCTYPE html><html><body>Access denied</body></html>", "web page"),
    refused("pdf_empty.pdf", lambda: b"", "is empty"),
    loads("pdf_junk_before.pdf", lambda: b"junk\n" * 20 + OK, "The river was wide"),
    loads("pdf_remote_action.pdf", lambda: pdf(CATALOG.replace(b">>", b"/OpenAction << /S /URI /URI (http://127.0.0.1:9/x) >> >>"), pages(), PAGE, stream(drawn(PROSE)), FONT), "The river was wide"),
)  # fmt: skip
