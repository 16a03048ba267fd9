//! What a phrase means, as a place in a space where phrases that mean the same lie near each other, whatever their words
//! and whether French or English.
//!
//! Google's Universal Sentence Encoder, multilingual (Yang et al., 2019, arXiv:1907.04307), cut down by `tools/encoder` to
//! what these two languages need. Sums of products are taken over whole numbers, everything else is plain `f32` in a
//! fixed order with `libm` for the hyperbolic tangent: the same bits on every machine.
//!
//! A package of its own for one reason: a phrase costs twenty million multiplications, and cargo can optimise a package
//! while the one that uses it is built for debugging.

mod axes;
mod judges;
mod network;
mod pieces;
mod targets;
mod weights;

pub use judges::{Judges, Lesson};
pub use targets::{Example, Targets, Weighed};

use std::ops::Range;

/// What a phrase has in it – a word, a pair of words, a piece of a word – is known by a hash.
pub type Feature = u64;
/// Features in ascending order, each once, with a weight.
pub type Vector = Vec<(Feature, f32)>;

/// Numbers that make up a meaning.
pub const DIMENSIONS: usize = 512;
/// A meaning has this length: products of two fit into 26 bits.
const UNIT: f32 = 8192.0;

/// The meaning of a phrase: a vector of fixed length, in whole numbers.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Meaning(Vec<i16>);

impl Meaning {
    fn of(vector: &[f32]) -> Meaning {
        Meaning(vector.iter().map(|value| network::nearest(value * UNIT) as i16).collect())
    }

    /// The numbers themselves, 8192 for one.
    pub fn numbers(&self) -> &[i16] {
        &self.0
    }

    /// From numbers kept elsewhere; `None` unless there are [`DIMENSIONS`] of them within ±8192.
    pub fn from_numbers(numbers: Vec<i16>) -> Option<Meaning> {
        let fit = numbers.len() == DIMENSIONS && numbers.iter().all(|n| n.unsigned_abs() <= UNIT as u16);
        fit.then_some(Meaning(numbers))
    }

    /// Cosine of the angle between two: 1 means the same, 0 has nothing to do with it.
    pub fn likeness(&self, other: &Meaning) -> f32 {
        network::dot(&self.0, &other.0) as f32 / (UNIT * UNIT)
    }

    /// Each part, about -0.2 to 0.2.
    pub fn values(&self) -> impl Iterator<Item = f32> {
        self.0.iter().map(|n| f32::from(*n) / UNIT)
    }
}

/// Finds what phrases mean.
#[derive(Debug)]
pub struct Encoder {
    pieces: pieces::Pieces,
    network: network::Network,
}

impl Default for Encoder {
    fn default() -> Encoder {
        Encoder::new()
    }
}

impl Encoder {
    /// Reads the weights, which are part of the program: some milliseconds.
    pub fn new() -> Encoder {
        let mut reader = weights::Reader::new(include_bytes!("../../assets/language/encoder.bin"));
        let parts = pieces::Pieces::read(&mut reader)
            .and_then(|pieces| Some((network::Network::read(&mut reader, pieces.len())?, pieces)))
            .filter(|_| reader.is_at_end());
        let (network, pieces) = parts.expect("the weights are part of the program and read by its tests");
        Encoder { pieces, network }
    }

    /// What a phrase means, in small letters or capitals. Of a long one, the beginning counts.
    pub fn meaning(&self, phrase: &str) -> Meaning {
        let whole = 0..1;
        self.meanings(&[phrase], std::slice::from_ref(&whole)).remove(0)
    }

    /// What runs of adjacent phrases mean, at little more than the cost of the phrases alone: what is at the seam of two
    /// phrases is not looked at (cosine about 0.98 with what the run means when read as one).
    ///
    /// Empty or impossible runs mean as much as a phrase without words.
    pub fn meanings(&self, phrases: &[&str], runs: &[Range<usize>]) -> Vec<Meaning> {
        let pieces: Vec<Vec<u32>> = phrases.iter().map(|phrase| self.pieces.of(phrase)).collect();
        self.network.meanings(&pieces, runs).iter().map(|vector| Meaning::of(vector)).collect()
    }

    /// The pieces that a phrase is read as.
    pub fn spelled(&self, phrase: &str) -> Vec<String> {
        self.pieces.of(phrase).iter().map(|id| self.pieces.name(*id)).collect()
    }
}
