"""Lists the recommendations that are found in a report, with those each is read as asking to act.

    python benchmarks/recommendations.py FILE …

To be read beside the report itself. In the first report of the UK Covid-19 Inquiry (Module 1, 2024,
some 200 pages), all ten are found and none besides, the repeated list at its end left out: 1, 7, 8
and 9 are for the governments of the UK, Scotland, Wales and Northern Ireland (and 1 for the ministerial
committee that it wants, with its groups); 2, 5 and 10 for the UK government (and 2 for the Cabinet
Office that it is to ask); 3, 4 and 6 for the UK government and the devolved administrations.
"""

from __future__ import annotations

import argparse

from scr_lint import lint
from scr_lint.settings import settings_from


def main() -> None:
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawTextHelpFormatter
    )
    parser.add_argument("files", nargs="+")
    settings = settings_from({"check": {"select": ["REC001", "REC002"]}})
    for file in parser.parse_args().files:
        draft = lint(file, settings=settings).draft
        print(f"{file}: {len(draft.recommendations)} recommendations")
        for item in draft.recommendations:
            names = "; ".join(f"{a.text}{' (vague)' if a.vague else ''}" for a in item.addressees)
            first = item.text.split("\n")[0][:90]
            print(f"  {item.label or '-'}: {first}\n      asks: {names or 'nobody'}")


if __name__ == "__main__":
    main()
