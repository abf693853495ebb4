"""The bytes of a file in, its text out: encoding found, binary and empty files refused, offsets untouched.

Plain UTF-8 comes out as `open(path, encoding="utf-8", newline="").read()` gives it, but for control characters and
lone carriage returns: each is replaced by one character, so that no offset moves.
"""

from __future__ import annotations

import codecs
import re

from kgraph.errors import SourceError

LARGEST = 50_000_000  # bytes; no article is longer, and a database dump in the folder must not eat the memory
MAGIC = {
    b"%PDF-": "a PDF", b"\x89PNG": "a PNG picture", b"\xff\xd8\xff": "a JPEG picture", b"GIF8": "a GIF picture",
    b"PK\x03\x04": "a ZIP archive or an office document", b"\x1f\x8b": "a gzip archive", b"BZh": "a bzip2 archive",
    b"\xfd7zXZ": "an xz archive", b"7z\xbc\xaf": "a 7-zip archive", b"{\\rtf": "rich text (RTF)",
    b"\xd0\xcf\x11\xe0": "an old office document", b"SQLite format 3": "a database", b"\x7fELF": "a program",
    b"MZ\x90": "a program", b"OggS": "a sound", b"ID3": "a sound", b"RIFF": "a sound or film",
}  # fmt: skip
MARKS = (
    (codecs.BOM_UTF32_LE, "utf-32-le"), (codecs.BOM_UTF32_BE, "utf-32-be"), (codecs.BOM_UTF8, "utf-8"),
    (codecs.BOM_UTF16_LE, "utf-16-le"), (codecs.BOM_UTF16_BE, "utf-16-be"),
)  # fmt: skip
LINE_ENDS = re.compile("\r(?!\n)|[\x0b\x1c\x1d\x1e\x85\u2028\u2029]")
# what XML cannot carry, and C1 controls, which no writer of text means
UNFIT = re.compile("[\x00-\x08\x0e-\x1b\x1f\x7f-\x84\x86-\x9f\ud800-\udfff\ufdd0-\ufdef\ufffe\uffff]")
MULTIBYTE = re.compile(rb"[\xc2-\xdf][\x80-\xbf]|[\xe0-\xef][\x80-\xbf]{2}|[\xf0-\xf4][\x80-\xbf]{3}")


def decode(data: bytes, path: object, *, declared: str = "") -> str:
    """The text of a file; `declared` is the encoding that the format itself names. Raises SourceError."""
    if len(data) > LARGEST:
        raise SourceError(path, f"{len(data) / 1e6:.0f} MB are too much for one article; split it first")
    for magic, what in MAGIC.items():
        if data.startswith(magic):
            raise SourceError(path, f"looks like {what}, not text; save its text as .txt, .md or .html")
    text = clean(_decoded(data, path, declared))
    if not text.replace("\ufffd", "").strip():
        raise SourceError(path, "empty: no text to read")
    return text


def clean(text: str) -> str:
    """The text without characters that no XML or RDF may hold: each replaced by one, so that offsets stay."""
    return UNFIT.sub("\ufffd", LINE_ENDS.sub("\n", text).replace("\x0c", " "))


def _decoded(data: bytes, path: object, declared: str) -> str:
    for mark, encoding in MARKS:
        if data.startswith(mark):
            return data[len(mark) :].decode(encoding, "replace")
    if encoding := _utf16(data):
        return data.decode(encoding, "replace")
    if b"\0" in data:
        raise SourceError(path, "looks binary (NUL bytes), not text; save its text as .txt, .md or .html")
    try:
        return data.decode("utf-8")
    except UnicodeDecodeError as error:
        return _legacy(data, declared, error)


def _utf16(data: bytes) -> str:
    """The byte order of UTF-16 without a mark: in Western text nearly every second byte is zero, always the same."""
    sample = data[:4096]
    even, odd = sample[::2].count(0), sample[1::2].count(0)
    if len(data) % 2 or len(sample) < 4 or max(even, odd) < 0.4 * len(sample) / 2 or min(even, odd) > len(sample) / 100:
        return ""
    return "utf-16-be" if even > odd else "utf-16-le"


def _legacy(data: bytes, declared: str, error: UnicodeDecodeError) -> str:
    high = sum(len(run) for run in re.findall(rb"[\x80-\xff]+", data))
    valid = sum(len(run) for run in MULTIBYTE.findall(data))
    # UTF-8 with a flaw: cut off in the middle of a character, or glued together from two files
    if valid > high / 2 or (error.start >= len(data) - 3 and high - valid == len(data) - error.start):
        return data.decode("utf-8", "replace")
    if declared:
        try:
            return data.decode(declared, "replace")
        except LookupError:
            pass  # a page may name an encoding that does not exist
    if high > 0.2 * len(data):
        return _guessed(data)
    return data.decode("cp1252", "replace")


def _guessed(data: bytes) -> str:
    from charset_normalizer import from_bytes  # slow to import, and next to no file needs it

    best = from_bytes(data[:50_000]).best()
    return data.decode(best.encoding if best else "cp1252", "replace")
