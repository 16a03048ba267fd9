//! Which of a pack's meanings the words alone are nearest to, or none.

use super::features::{Feature, Vector};
use std::collections::BTreeMap;

/// Example phrases of several targets, and phrases that look like them but are not.
#[derive(Debug, Default)]
pub(super) struct Nearest {
    phrases: Vec<Phrase>,
    index: BTreeMap<Feature, Vec<(u32, f32)>>,
}

#[derive(Debug)]
struct Phrase {
    target: usize,
    /// Or against it.
    speaks_for: bool,
    negated: bool,
}

/// The nearest target.
#[derive(Debug, Clone, Copy, PartialEq)]
pub(super) struct Hit {
    pub target: usize,
    /// Cosine, 0 to 1.
    pub likeness: f32,
}

/// Below this likeness nothing is found.
const LEAST: f32 = 0.56;
/// Above this likeness a second target as near is no reason to refuse.
const CERTAIN: f32 = 0.85;
/// Otherwise the second target must be so much further off.
const MARGIN: f32 = 0.04;
/// What is left of the likeness when one says no and the other does not.
const NEGATION_DIFFERS: f32 = 0.75;

impl Nearest {
    pub fn add(&mut self, target: usize, speaks_for: bool, negated: bool, vector: &Vector) {
        let phrase = self.phrases.len() as u32;
        self.phrases.push(Phrase { target, speaks_for, negated });
        for (feature, weight) in vector {
            self.index.entry(*feature).or_default().push((phrase, *weight));
        }
    }

    /// The nearest target if it is near enough and no other is as near.
    pub fn find(&self, vector: &Vector, negated: bool) -> Option<Hit> {
        let mut likeness = vec![0.0f32; self.phrases.len()];
        for (feature, weight) in vector {
            for (phrase, other) in self.index.get(feature).into_iter().flatten() {
                likeness[*phrase as usize] += weight * other;
            }
        }
        let mut best: BTreeMap<usize, (f32, f32)> = BTreeMap::new();
        for (phrase, likeness) in self.phrases.iter().zip(&likeness) {
            let entry = best.entry(phrase.target).or_insert((0.0, 0.0));
            let side = if phrase.speaks_for { &mut entry.0 } else { &mut entry.1 };
            let kept = if phrase.negated == negated { 1.0 } else { NEGATION_DIFFERS };
            *side = side.max(likeness * kept);
        }
        let mut ranked: Vec<(usize, f32)> = best
            .into_iter()
            .filter(|(_, (with, against))| with > against)
            .map(|(target, (with, _))| (target, with))
            .collect();
        ranked.sort_by(|a, b| b.1.total_cmp(&a.1).then(a.0.cmp(&b.0)));
        let (target, likeness) = *ranked.first()?;
        let second = ranked.get(1).map_or(0.0, |r| r.1);
        let clear = likeness >= CERTAIN || likeness - second >= MARGIN;
        (likeness >= LEAST && clear).then_some(Hit { target, likeness })
    }
}
