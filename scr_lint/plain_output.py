"""Output on a stream that cannot hold every character: plain ones stand in, nothing breaks off.

A Windows console, a redirected file or a terminal without a locale may know no arrow and no curly
quotation mark, and the name of a file may hold what no encoding has.
"""

from __future__ import annotations

import codecs
import io
import sys
import unicodedata

#: Names of the ways to write what an encoding does not have.
PLAIN, ESCAPED = "scr-lint-plain", "scr-lint-escaped"
_PLAIN = {
    **{"→": "->", "›": ">", "…": "...", "•": "*", "·": ".", "×": "x", "≥": ">=", "≤": "<="},
    **dict.fromkeys("“”„«»", '"'),
    **dict.fromkeys("‘’‚′", "'"),
    **dict.fromkeys("–—‐‑−─━", "-"),
}


def _plain(error: UnicodeError) -> tuple[str, int]:
    """ "->" for an arrow, a letter without its accent, and "?" for what has no likeness."""
    if not isinstance(error, UnicodeEncodeError):
        raise error
    return "".join(map(_likeness, error.object[error.start : error.end])), error.end


def _likeness(char: str) -> str:
    if char in _PLAIN:
        return _PLAIN[char]
    letters = unicodedata.normalize("NFKD", char).encode("ascii", "ignore").decode()
    return letters or "?"


def _escaped(error: UnicodeError) -> tuple[str, int]:
    """As JSON writes a character in ASCII."""
    if not isinstance(error, UnicodeEncodeError):
        raise error
    units = error.object[error.start : error.end].encode("utf-16-be", "surrogatepass")
    pairs = (units[at : at + 2].hex() for at in range(0, len(units), 2))
    return "".join(f"\\u{pair}" for pair in pairs), error.end


codecs.register_error(PLAIN, _plain)
codecs.register_error(ESCAPED, _escaped)


def never_break_off() -> None:
    """Lets standard output and standard error write anything."""
    for stream in (sys.stdout, sys.stderr):
        if isinstance(stream, io.TextIOWrapper):
            stream.reconfigure(errors=PLAIN)


def keep_exact(output_format: str) -> None:
    """Lets standard output carry JSON or XML whole where it is not UTF-8: in ASCII, with the
    escapes of the format itself."""
    stream = sys.stdout
    errors = {"json": ESCAPED, "sarif": ESCAPED, "junit": "xmlcharrefreplace"}.get(output_format)
    if errors is None or not isinstance(stream, io.TextIOWrapper):
        return
    if codecs.lookup(stream.encoding).name == "utf-8":
        return
    stream.reconfigure(encoding="ascii", errors=errors)
