"""Recognised names, dates and numbers: Presidio with our own registry, on the parse we have.

Presidio's defaults are never loaded: they reach for the network, run a second pipeline, run
recognisers for other countries' numbers and leave most British ones off.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from functools import cache
from typing import TYPE_CHECKING, Any

from ...draft import Draft, Entity, Span

if TYPE_CHECKING:
    from presidio_analyzer import AnalyzerEngine, RecognizerResult

# spaCy's labels under Presidio's names where it has one.
_LABELS = {
    "PERSON": "PERSON",
    "GPE": "LOCATION",
    "LOC": "LOCATION",
    "FAC": "LOCATION",
    "ORG": "ORGANIZATION",
    "DATE": "DATE_TIME",
    "TIME": "DATE_TIME",
    "NORP": "NRP",
}
# Presidio gives every entity of the model the same score; it is no probability.
_MODEL_SCORE = 0.85
#: What can stand in a text without a digit (a telephone number in words); all else holds a number.
_WITHOUT_DIGITS = ("EMAIL_ADDRESS", "URL", "SOCIAL_HANDLE", "STREET_ADDRESS", "PHONE_NUMBER")
# How many words before and after a number may be the context that it needs.
_CONTEXT_BEFORE = 10
_CONTEXT_AFTER = 5


def entities(draft: Draft) -> Iterator[Entity]:
    """What the model and Presidio's recognisers find in the parsed blocks, in order.

    Model entities keep Presidio's score of 0.85. Where recognisers' hits overlap, the best is
    kept, of equals the longest.
    """
    engine = _engine()
    for index, doc in draft.docs.items():
        found = [
            Entity(
                Span(index, ent.start_char, ent.end_char),
                _LABELS.get(ent.label_, ent.label_),
                _MODEL_SCORE,
                "model",
            )
            for ent in doc.ents
        ]
        # Most of the time goes into looking for numbers where there is no digit.
        wanted = None if any(c.isdigit() for c in doc.text) else [*_WITHOUT_DIGITS]
        hits = engine.analyze(
            doc.text, language="en", entities=wanted, nlp_artifacts=_artifacts(engine, doc)
        )
        found.extend(
            Entity(Span(index, hit.start, hit.end), hit.entity_type, hit.score, "presidio")
            for hit in _best(hits)
        )
        yield from sorted(found, key=lambda e: (e.span.start, -e.span.end, e.label))


def _best(hits: Iterable[RecognizerResult]) -> list[RecognizerResult]:
    """Hits of which none overlaps another: the surer one stays, of equals the longer."""
    kept: list[RecognizerResult] = []
    for hit in sorted(hits, key=lambda h: (-h.score, h.start - h.end)):
        if all(hit.end <= other.start or hit.start >= other.end for other in kept):
            kept.append(hit)
    return kept


@cache
def _engine() -> AnalyzerEngine:
    """Presidio's analyser with British and general pattern recognisers and no pipeline."""
    from presidio_analyzer import AnalyzerEngine, RecognizerRegistry
    from presidio_analyzer.context_aware_enhancers import LemmaContextAwareEnhancer
    from presidio_analyzer.nlp_engine import NlpArtifacts, NlpEngine

    from .recognisers import recognisers

    class GivenParse(NlpEngine):
        """Presidio asks for an engine; the parse is always given, so this one never runs."""

        def load(self) -> None:
            """Nothing to load."""

        def is_loaded(self) -> bool:
            return True

        def process_text(self, text: str, language: str) -> NlpArtifacts:
            raise RuntimeError("the parse is given: a second pipeline must never run")

        def process_batch(self, *args: Any, **kwargs: Any) -> Iterator[Any]:
            raise RuntimeError("the parse is given: a second pipeline must never run")

        def is_stopword(self, word: str, language: str) -> bool:
            return False

        def is_punct(self, word: str, language: str) -> bool:
            return not any(c.isalnum() for c in word)

        def get_supported_entities(self) -> list[str]:
            return []

        def get_supported_languages(self) -> list[str]:
            return ["en"]

    return AnalyzerEngine(
        registry=RecognizerRegistry(recognizers=recognisers(), supported_languages=["en"]),
        nlp_engine=GivenParse(),
        context_aware_enhancer=LemmaContextAwareEnhancer(
            context_prefix_count=_CONTEXT_BEFORE,
            context_suffix_count=_CONTEXT_AFTER,
            context_matching_mode="whole_word",
        ),
        supported_languages=["en"],
    )


def _artifacts(engine: AnalyzerEngine, doc: Any) -> Any:
    """Our parse in the form Presidio's recognisers read."""
    from presidio_analyzer.nlp_engine import NlpArtifacts

    return NlpArtifacts(
        entities=[],
        tokens=doc,
        tokens_indices=[token.idx for token in doc],
        lemmas=[token.lemma_ for token in doc],
        nlp_engine=engine.nlp_engine,
        language="en",
    )
