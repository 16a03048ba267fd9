//! What a stretch of words looks like to the classifiers: words, pairs of words and pieces of words, each with a weight.
//!
//! Only addition, multiplication, division and square root of `f32`, in a fixed order: the same bits on every machine.

use crate::locale::Language;
use crate::moves::Move;
use std::collections::BTreeMap;

/// Features are known by their 64-bit FNV-1a hash; vectors are of length one, or empty.
pub(super) use headset_meaning::{Feature, Vector};

fn hash(kind: u8, parts: &[&str]) -> Feature {
    let mut hash: u64 = 0xcbf2_9ce4_8422_2325;
    let bytes = parts.iter().flat_map(|part| part.bytes().chain([b' ']));
    for byte in std::iter::once(kind).chain(bytes) {
        hash = (hash ^ u64::from(byte)).wrapping_mul(0x0100_0000_01b3);
    }
    hash
}

/// How rare words are: from the example phrases of the language.
#[derive(Debug, Default)]
pub(super) struct Rarity {
    phrases: u32,
    seen: BTreeMap<String, u32>,
}

impl Rarity {
    pub fn count(&mut self, words: &[&str], language: Language) {
        self.phrases += 1;
        let mut stems: Vec<&str> = words.iter().map(|w| stem(w, language)).collect();
        stems.sort_unstable();
        stems.dedup();
        for stem in stems {
            *self.seen.entry(stem.to_owned()).or_insert(0) += 1;
        }
    }

    /// From about 0.5 (in every third phrase) to 7 (never seen).
    fn of(&self, stem: &str) -> f32 {
        let seen = self.seen.get(stem).copied().unwrap_or(0) + 1;
        (log2(self.phrases + 2) - log2(seen)).clamp(0.5, 7.0)
    }
}

/// Logarithm to base two, straight between powers of two: exact in `f32` everywhere.
fn log2(n: u32) -> f32 {
    let n = n.max(1);
    let whole = 31 - n.leading_zeros();
    whole as f32 + (n as f32 / (1u32 << whole) as f32 - 1.0)
}

/// The word without the commonest endings.
pub(super) fn stem(word: &str, language: Language) -> &str {
    let (endings, least): (&[&str], usize) = match language {
        Language::French => (
            &[
                "erions", "issons", "eriez", "aient", "ement", "ation", "erons", "erez", "ions", "ait", "ais", "ees",
                "ant", "ent", "era", "ez", "er", "ee", "es", "ai", "is", "it", "re", "s", "x", "e",
            ],
            4,
        ),
        Language::English => {
            (&["ations", "ation", "ments", "ment", "ings", "ing", "ies", "ed", "es", "ly", "s", "e", "y"], 3)
        }
    };
    for ending in endings {
        if let Some(stem) = word.strip_suffix(ending)
            && stem.len() >= least
        {
            return stem;
        }
    }
    word
}

fn collect(mut features: Vector) -> Vector {
    features.sort_by_key(|(feature, _)| *feature);
    features.dedup_by(|next, kept| {
        let same = next.0 == kept.0;
        if same {
            kept.1 = kept.1.max(next.1);
        }
        same
    });
    let length = features.iter().map(|(_, w)| w * w).sum::<f32>().sqrt();
    if length > 0.0 {
        features.iter_mut().for_each(|(_, w)| *w /= length);
    }
    features
}

fn pieces(word: &str, size: usize, mut each: impl FnMut(&str)) {
    let bounded = format!("^{word}$");
    let places: Vec<usize> = bounded.char_indices().map(|(at, _)| at).chain([bounded.len()]).collect();
    for window in places.windows(size + 1) {
        each(&bounded[window[0]..window[size]]);
    }
}

/// How like two vectors of length one are, 0 to 1.
pub(super) fn cosine(one: &Vector, other: &Vector) -> f32 {
    let (mut one, mut other) = (one.iter().peekable(), other.iter().peekable());
    let mut sum = 0.0;
    while let (Some((a, left)), Some((b, right))) = (one.peek(), other.peek()) {
        match a.cmp(b) {
            std::cmp::Ordering::Less => drop(one.next()),
            std::cmp::Ordering::Greater => drop(other.next()),
            std::cmp::Ordering::Equal => {
                sum += left * right;
                one.next();
                other.next();
            }
        }
    }
    sum
}

/// How much a turn of phrase that was written down counts beside the words themselves.
const TURN: f32 = 1.5;

/// For telling moves apart: little words count as much as others, known turns of phrase more.
pub(super) fn manner(words: &[&str], asked: bool, turns: &[Move]) -> Vector {
    let mut features = Vec::new();
    let mut before = "^";
    let mut before_that = "^";
    for (place, word) in words.iter().copied().chain(["$"]).enumerate() {
        features.push((hash(2, &[before, word]), 1.0));
        if place > 0 {
            features.push((hash(3, &[before_that, before, word]), 0.7));
        }
        if word != "$" {
            features.push((hash(1, &[word]), 1.0));
            if word.len() >= 4 {
                pieces(word, 4, |piece| features.push((hash(4, &[piece]), 0.35)));
            }
        }
        (before_that, before) = (before, word);
    }
    if asked {
        features.push((hash(5, &["?"]), 1.0));
    }
    features.extend(turns.iter().map(|turn| (hash(6, &[turn.name()]), TURN)));
    collect(features)
}

/// For telling meanings apart: rare words count most.
pub(super) fn matter(words: &[&str], rarity: &Rarity, language: Language) -> Vector {
    let mut features = Vec::new();
    let mut before: Option<(&str, f32)> = None;
    for word in words {
        let stem = stem(word, language);
        let rare = rarity.of(stem);
        features.push((hash(1, &[stem]), rare));
        if let Some((other, other_rare)) = before {
            features.push((hash(2, &[other, stem]), (rare + other_rare) * 0.2));
        }
        if stem.len() >= 4 {
            pieces(stem, 4, |piece| features.push((hash(4, &[piece]), rare * 0.25)));
        }
        before = Some((stem, rare));
    }
    collect(features)
}
