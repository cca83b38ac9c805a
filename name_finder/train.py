"""Makes the name finder: the base model's entity component, tuned further on invented sentences.

    python name_finder/train.py [--seed 2016] [--passes 5] [--out scr_lint/models/name_finder]

From the same seed, on the same versions, come the same weights and scores. What the base model
finds beside people (dates, places, bodies) is its own teacher: it is kept as it was, so that
nothing is forgotten.
"""

from __future__ import annotations

import argparse
import hashlib
import importlib
import json
import random
import warnings
from collections.abc import Iterator, Sequence
from pathlib import Path

import numpy
from names import CORPORA, HERE, Names
from sentences import Sentence, exchanged, filled, rehearsed
from spacy.language import Language
from spacy.training import Example, offsets_to_biluo_tags
from spacy.util import compounding, fix_random_seed, minibatch
from thinc.api import Adam

from scr_lint.evaluation.corpus import find_files, read_marked_file
from scr_lint.language import CARRIER

OUT = HERE.parent / "scr_lint" / "models" / "name_finder"


def base() -> Language:
    """The pinned model as it comes, its entity component alone."""
    with warnings.catch_warnings():
        warnings.filterwarnings("ignore", message=r"\[W095\]")
        nlp: Language = importlib.import_module(CARRIER).load()
    return nlp


def examples(nlp: Language, sentences: Sequence[Sentence]) -> Iterator[Example]:
    """Sentences with their people, and with what else the base model sees in them."""
    for sentence, doc in zip(
        sentences, nlp.pipe((s.text for s in sentences), batch_size=64), strict=True
    ):
        known = [*sentence.people, *sentence.unsure]
        entities = [(s, e, "PERSON") for s, e in sentence.people if doc.char_span(s, e)]
        unaligned = [(s, e) for s, e in sentence.people if not doc.char_span(s, e)]
        entities += [
            (ent.start_char, ent.end_char, ent.label_)
            for ent in doc.ents
            if ent.label_ != "PERSON"
            and all(ent.end_char <= s or e <= ent.start_char for s, e in known)
        ]
        clean = nlp.make_doc(sentence.text)
        tags = offsets_to_biluo_tags(clean, sorted(entities))
        for start, end in [*sentence.unsure, *unaligned]:
            span = clean.char_span(start, end, alignment_mode="expand")
            if span is not None:
                for at in range(span.start, span.end):
                    tags[at] = "-"
        yield Example.from_dict(clean, {"entities": tags})


def rehearsals(nlp: Language, texts: Sequence[str]) -> Iterator[Example]:
    """Texts with what the base model sees in them; of its people nothing is said either way."""
    for doc in nlp.pipe(texts, batch_size=64):
        clean = nlp.make_doc(doc.text)
        others = [(e.start_char, e.end_char, e.label_) for e in doc.ents if e.label_ != "PERSON"]
        tags = offsets_to_biluo_tags(clean, others)
        for ent in doc.ents:
            if ent.label_ == "PERSON":
                tags[ent.start : ent.end] = ["-"] * len(ent)
        yield Example.from_dict(clean, {"entities": tags})


def train(nlp: Language, data: list[Example], passes: int, seed: int, rate: float) -> None:
    """Tunes the entity component in place."""
    draw = random.Random(seed)
    ner = nlp.get_pipe("ner")
    adam = Adam(rate, L2=1e-6, grad_clip=1.0, use_averages=True)
    with nlp.select_pipes(enable=["ner"]):
        for n in range(passes):
            draw.shuffle(data)
            losses: dict[str, float] = {}
            for batch in minibatch(data, compounding(16.0, 64.0, 1.002)):
                ner.update(batch, drop=0.25, sgd=adam, losses=losses)
            print(f"pass {n + 1}: loss {losses['ner']:.0f}", flush=True)
    with ner.model.use_params(adam.averages):
        averaged = ner.model.to_bytes()
    ner.model.from_bytes(averaged)


def scored(nlp: Language, teacher: Language) -> dict[str, float]:
    """People found and falsely found on the scoring half, by mention, and how much of what the
    base model saw beside people is still seen under the same label."""
    found = missed = false = kept = lost = 0
    for path in find_files([CORPORA], "scoring"):
        for gold in read_marked_file(path).parts:
            if gold.rules and "PRV001" not in gold.rules:
                continue
            marks: dict[int, list[tuple[int, int, str]]] = {}
            for e in gold.expected:
                if e.code == "PRV001" and e.span is not None:
                    marks.setdefault(e.span.block, []).append(
                        (e.span.start, e.span.end, str(e.verdict))
                    )
            blocks = [b for b in gold.draft.blocks if b.text]
            texts = [b.text for b in blocks]
            for block, new, old in zip(blocks, nlp.pipe(texts), teacher.pipe(texts), strict=True):
                here = marks.get(block.index, [])
                people = [e for e in new.ents if e.label_ == "PERSON"]
                for start, end, verdict in here:
                    hit = any(e.start_char < end and start < e.end_char for e in people)
                    found += hit and verdict == "find"
                    missed += not hit and verdict == "find"
                false += sum(
                    not any(
                        e.start_char < end and start < e.end_char and v == "find"
                        for start, end, v in here
                    )
                    and not any(e.start_char < end and start < e.end_char for start, end, v in here)
                    for e in people
                )
                seen = {(e.start_char, e.end_char, e.label_) for e in new.ents}
                for ent in old.ents:
                    if ent.label_ != "PERSON" and not any(
                        ent.start_char < end and start < ent.end_char for start, end, _ in here
                    ):
                        same = (ent.start_char, ent.end_char, ent.label_) in seen
                        kept += same
                        lost += not same
    return {
        "recall": round(found / (found + missed), 4),
        "mentions": found + missed,
        "false_unmarked": false,
        "others_kept": round(kept / (kept + lost), 4),
    }


def main() -> None:
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawTextHelpFormatter
    )
    parser.add_argument("--seed", type=int, default=2016)
    parser.add_argument("--passes", type=int, default=5)
    parser.add_argument("--rate", type=float, default=0.0007)
    parser.add_argument(
        "--times", type=int, default=5, help="with how many names each sentence is filled"
    )
    parser.add_argument(
        "--without", default="", help="leave out marked files whose path holds this"
    )
    parser.add_argument("--out", type=Path, default=OUT)
    given = parser.parse_args()
    fix_random_seed(given.seed)
    numpy.random.seed(given.seed)
    names = Names(given.seed)
    sentences = [*filled(names, given.times), *exchanged(names, given.times, given.without)]
    teacher, nlp = base(), base()
    data = [*examples(teacher, sentences), *rehearsals(teacher, list(rehearsed()))]
    people = sum(len(s.people) for s in sentences)
    print(f"{len(data)} sentences, {people} people", flush=True)
    print("before:", scored(teacher, teacher), flush=True)
    train(nlp, data, given.passes, given.seed, given.rate)
    after = scored(nlp, teacher)
    print("after:", after, flush=True)
    given.out.mkdir(parents=True, exist_ok=True)
    nlp.get_pipe("ner").to_disk(given.out, exclude=["vocab"])
    digest = hashlib.sha256((given.out / "model").read_bytes()).hexdigest()
    card = {
        "seed": given.seed,
        "base": f"{nlp.lang}_{nlp.meta['name']} {nlp.meta['version']}",
        "sha256": digest,
        "sentences": len(data),
        "people": people,
        "scores": after,
    }
    (given.out / "made.json").write_text(json.dumps(card, indent=2) + "\n", encoding="utf-8")
    print(digest)


if __name__ == "__main__":
    main()
