"""JUnit XML: one test suite a draft, one test case a rule, a failure for each finding."""

from __future__ import annotations

import re
from collections.abc import Iterable
from xml.etree import ElementTree

from ..errors import DraftError
from ..result import Finding, LintResult, Severity

# Characters that XML 1.0 cannot hold, which a damaged PDF may well contain.
_UNFIT = re.compile("[^\t\n\r\u0020-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")


def render(outcomes: Iterable[LintResult | DraftError]) -> str:
    """Errors and warnings are failures; advice goes to the suite's output; what could not be
    read is an error."""
    root = ElementTree.Element("testsuites", name="scr-lint")
    for outcome in outcomes:
        if isinstance(outcome, DraftError):
            _unreadable(root, outcome.path, outcome.message)
        else:
            _suite(root, outcome)
    ElementTree.indent(root)
    # Not what the machine's own encoding is, which the library would declare.
    head = '<?xml version="1.0" encoding="utf-8"?>\n'
    return head + ElementTree.tostring(root, encoding="unicode")


def _suite(root: ElementTree.Element, result: LintResult) -> None:
    failing = [f for f in result.findings if f.severity is not Severity.ADVICE]
    advice = [f for f in result.findings if f.severity is Severity.ADVICE]
    rules = sorted({*result.rules_run, *(f.rule for f in failing)})
    suite = ElementTree.SubElement(
        root,
        "testsuite",
        name=_fit(result.path),
        tests=str(len(rules) + len(result.unread)),
        failures=str(len({f.rule for f in failing})),
        errors=str(len(result.unread)),
    )
    for gap in result.unread:
        case = ElementTree.SubElement(suite, "testcase", classname="unread", name=_fit(gap.where))
        ElementTree.SubElement(case, "error", message=_fit(gap.reason))
    for rule in rules:
        case = ElementTree.SubElement(suite, "testcase", classname="scr-lint", name=rule)
        mine = [f for f in failing if f.rule == rule]
        if mine:
            failure = ElementTree.SubElement(
                case, "failure", type=mine[0].severity.value, message=f"{len(mine)} {mine[0].name}"
            )
            failure.text = _fit("\n".join(_line(f) for f in mine))
    if advice:
        out = ElementTree.SubElement(suite, "system-out")
        out.text = _fit("\n".join(f"{f.rule} {_line(f)}" for f in advice))


def _unreadable(root: ElementTree.Element, path: str, message: str) -> None:
    suite = ElementTree.SubElement(
        root, "testsuite", name=_fit(path), tests="1", failures="0", errors="1"
    )
    case = ElementTree.SubElement(suite, "testcase", classname="scr-lint", name="read")
    ElementTree.SubElement(case, "error", message=_fit(message))


def _line(finding: Finding) -> str:
    place = f"{finding.locations[0].place}: " if finding.locations else ""
    return f"{place}{finding.message}"


def _fit(text: str) -> str:
    return _UNFIT.sub("�", text)
