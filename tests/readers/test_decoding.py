"""Every encoding a newspaper's file may come in, and every file that is no text."""

from __future__ import annotations

import codecs
from pathlib import Path

import pytest

from kgraph.errors import SourceError
from kgraph.readers.decoding import clean, decode

TEXT = "“Ships don’t wait,” said Zoë.\n\nThe café – closed since May – reopens on Monday.\n"
SAMPLE = TEXT.encode()


@pytest.mark.parametrize(
    ("mark", "encoding"),
    [
        (b"", "utf-8"),
        (codecs.BOM_UTF8, "utf-8"),
        (codecs.BOM_UTF16_LE, "utf-16-le"),
        (codecs.BOM_UTF16_BE, "utf-16-be"),
        (b"", "utf-16-le"),
        (b"", "utf-16-be"),
        (codecs.BOM_UTF32_LE, "utf-32-le"),
        (codecs.BOM_UTF32_BE, "utf-32-be"),
        (b"", "cp1252"),
    ],
)
def test_a_text_reads_the_same_in_any_encoding(mark: bytes, encoding: str) -> None:
    assert decode(mark + TEXT.encode(encoding), "a.txt") == TEXT


def test_plain_utf8_is_what_python_reads(tmp_path: Path) -> None:
    path = tmp_path / "a.txt"
    path.write_bytes("One.\r\n\u00a0Two.\n\n\tThree…\r\n😀\n".encode())

    with path.open(encoding="utf-8", newline="") as file:
        assert decode(path.read_bytes(), path) == file.read()


def test_a_text_cut_in_the_middle_of_a_character_stays_utf8() -> None:
    assert decode("Zoë said “".encode()[:-1], "a.txt") == "Zoë said \ufffd"


def test_one_broken_byte_does_not_spoil_the_other_characters() -> None:
    assert decode("“Zoë” – “café”".encode() + b"\xff" + " – “é”".encode(), "a.txt") == "“Zoë” – “café”\ufffd – “é”"


def test_a_declared_encoding_is_used_where_utf8_does_not_fit() -> None:
    assert decode("Łódź leży w środku".encode("iso-8859-2"), "a.html", declared="iso-8859-2") == "Łódź leży w środku"


def test_an_encoding_that_does_not_exist_is_passed_over() -> None:
    assert decode(b"caf\xe9 in the harbour", "a.html", declared="utf-99") == "café in the harbour"


def test_characters_that_no_graph_may_hold_are_replaced_one_for_one() -> None:
    dirty = "a\x01b\x7fc\ud800d\ufffee\x0cf\rg\u2028h"

    assert clean(dirty) == "a\ufffdb\ufffdc\ufffdd\ufffde f\ng\nh"


def test_carriage_returns_before_line_feeds_stay() -> None:
    assert clean("one\r\ntwo\rthree\nfour") == "one\r\ntwo\nthree\nfour"


@pytest.mark.parametrize(
    ("data", "reason"),
    [
        (b"", "empty"),
        (b" \n\t\xc2\xa0\r\n", "empty"),
        (codecs.BOM_UTF8, "empty"),
        (b"%PDF-1.7\n...", "a PDF"),
        (b"\x89PNG\r\n\x1a\n\0\0", "a PNG picture"),
        (b"PK\x03\x04rest", "a ZIP archive"),
        (b"{\\rtf1 hello}", "rich text"),
        (b"some\0 text\0 with \0 holes in it", "binary"),
        (bytes(range(256)) * 4, "binary"),
        (b"a" * 50_000_001, "too much"),
    ],
)
def test_what_is_no_text_is_refused_with_what_it_looks_like(data: bytes, reason: str) -> None:
    with pytest.raises(SourceError, match=reason):
        decode(data, "a.txt")
