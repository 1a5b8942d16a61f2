"""What broken banks are made of: texts of every kind, ordinary and odd, and the tokens of our format and of YAML."""

from pathlib import Path
from random import Random

DATA = Path(__file__).parents[2] / "data" / "eight"
FIRST_BANK = Path(__file__).parents[3] / "question_banks" / "soviet_foreign_policy"
SOURCE = """A Short History

The treaty was signed at Rapallo in 1922. Germany and Russia gave up their claims.

Lenin set out to liberate all of Asia from imperialist and capitalist control. The first priority
for Soviet foreign policy was Europe, above all "Germany" – and its workers' movement. In 1924, Mr. Smith
and 1,200 others didn't agree.
"""
QUOTES = (
    "The treaty was signed at Rapallo in 1922.",
    "Germany and Russia gave up their claims.",
    "Lenin set out to liberate all of Asia",
    "The first priority\nfor Soviet foreign policy was Europe",
    "The treaty […] 1922",
    "above all 'Germany' - and its workers’ movement",
    "A Short History",
)
WORDS = (
    "Rapallo Berlin Moscow treaty Germany 1922 1924 12 the a not never always all none above which who and or was "
    "signed Lenin Asia Europe policy claims 1,200 50% No. Mr. Most only except both A B"
).split()
SIGNS = (
    *"-?:,[]{}#&*!|>'\"%@`\t \n\r\\~=<._/()+$^;0aA",
    *"\0\x01\x07\x08\x0b\x0c\x1b\x7f\x85\x9b\xa0\xad",
    *"\u061c\u115f\u200b\u200c\u200d\u200e\u2028\u2029\u202e\u2066\u2069\u2800\u3000\u3164\ufe0f\ufeff\ufffd\uffff",
    *"\u0301\u0344\u0345\u0958\u0f73\u1100\u1161\u11a8\u1fb3\u212b\ufb1d\ufb2c\ufdd0\ufdfa\U0001d160\U000e0041",
    *"漢字がパ한글ابשʼnßſİıǅ²①Ⅷ٣१𝟗½",
    *"😀👩🏽🇩🇪",
    *"“”„«»‘’‚‹›…–—−•·‣・。！？",
)
"""Single characters: the signs of YAML, control, bidirectional, invisible, composing and wide ones, odd digits."""
PIECES = (
    *("x", "!", " ", "1", "1,", "1 000", "(", "a ", "a, ", "a. ", "A. ", "A.\n", "Mr. ", "not ", "the ", "a\n", "\n\n"),
    *("- ", "{{", "}}", "{{a}}", "{{a|b}}", "{", "[…]", "[...] ", "…", "...", "'", '"', "''", "“", "“a” ", "\\", "#"),
    *(" #", ": ", "a: ", "_", "___ ", "-", "a-", ";", "|", "?", "? ", "A) ", "1914–1918 ", "é", "e\u0301", "\u0301"),
    *("漢", "😀", "\xa0", "\u3000", "ß", "\ufdfa", "%", "All of the above. ", "Rapallo ", "and ", "A and B, ", "0"),
    *(
        "a'",
        "'a",
        " 'a",
        "“a",
        "(a",
        "a-b-c ",
        "a/",
        "1-",
        "1–2, ",
        "1 or ",
        "I and II ",
        "5 May ",
        "\xa0",
        "\t",
        "\r",
        "\f",
    ),
    *(
        "ﾞ\u0301",
        "\u0301\u0323",
        "x\u0301\u0323",
        "?! ",
        "a? ",
        ".” ",
        "A b c d e f g h. ",
        "[",
        "[…",
        "*a* ",
        "http://",
    ),
)
"""What is repeated to make a text enormous: each is dear to some pattern or loop."""
KEYS = (
    "id title language license author description exact allow source sources phases questions years summary quote "
    "file origin sha256 sentences phase type level prompt answer answers distractors explanation tags text why "
    "accept pairs left right tolerance unit"
).split()
TYPES = "choice multiple true-false short-answer number order match cloze".split()
LEVELS = "recall understand apply analyse evaluate".split()
CODES = "OP201 CU301 ST101 EV404 BK505 FB601 TY704 OP210 XX999 RD104 ev402".split()
TOKENS = (
    *("- ", "  - ", "    ", ": ", ":", "? ", "\n---\n", "\n...\n", "--- ", "%YAML 1.2\n---\n", "%TAG ! x:\n", "<<: "),
    *("&a ", "*a", "&a *a", "!!str ", "!!binary aGk=", "!<x> ", "! ", "| \n", ">-\n", "|2\n", ">+9\n", "''", '""'),
    *("[", "]", "{", "}", "[]", "{}", "[[[[", "{a: {b: ", "null", "~", "yes", "no", "1e999", "-0", ".inf", "0x1F"),
    *("1_000", "١٢", "2024-01-01", "12:30", "true", "\\", "\\x00", '"\\e[31m"', '"\\ud800"', '"\\U0010ffff"', "\t- "),
    *("# ", " # ", "\r", "\r\n", "\n\n", " \n", "\t\n", "\ufeff", "[…]", "{{", "}}", "{{a|}}", "{{|}}", "{{ }}", "|"),
    *("allow: {OP201: why}\n", "sha256:\n", "exact: yes\n", "questions:\n", "phases: []\n", "sources: []\n"),
    *(f"{key}:" for key in KEYS),
    *(f"{key}: " for key in KEYS),
    *(f"type: {kind}\n" for kind in TYPES),
)
"""What is put into a bank somewhere."""
NUMBERS = ("1922", "-0", "1e29", "1e30", "1E-40", "NaN", "inf", "1_0", "١٩٢٢", "0.1", "1,000", "", "9" * 60, "+3", "½")
FILES = ("source.txt", "none.txt", "../source.txt", "/etc/hostname", ".", "a/b", "x" * 300, "bank.yaml", "\\", "sürce")


def words(rng: Random, most: int = 8) -> str:
    """Return some words."""
    return " ".join(rng.choices(WORDS, k=rng.randint(1, most)))


def odd(rng: Random, most: int = 12) -> str:
    """Return words and odd signs, mixed."""
    return "".join(rng.choice(SIGNS if rng.random() < 0.6 else (" ", *WORDS)) for _ in range(rng.randint(0, most)))


def enormous(rng: Random) -> str:
    """Return a text of up to 100,000 characters or a little more, the same piece again and again."""
    size = rng.choice((300, 9_999, 99_000, 99_000, 99_990, 100_001))
    piece = rng.choice(PIECES) if rng.random() < 0.7 else odd(rng, 4) or "x"
    begin, end = rng.choice(("", "", "a", " ", "(", "{", "“", "A ")), rng.choice(("", "", "a", ".", " z", "?", "0"))
    if rng.random() < 0.15:  # many different words
        return begin + " ".join(f"{rng.choice(WORDS)}{n}" for n in range(size // 9)) + end
    return begin + piece * (size // len(piece)) + end


def text(rng: Random) -> str:
    """Return a text: mostly odd, at times blank or enormous."""
    kind = rng.random()
    if kind < 0.3:
        return words(rng)
    if kind < 0.4:
        return rng.choice(("", " ", "\n", "\t", "\xa0", "\u200b", "…", "[…]"))
    if kind < 0.5:
        return rng.choice(TOKENS)
    return enormous(rng) if kind < 0.54 else odd(rng)
