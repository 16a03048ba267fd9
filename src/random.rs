//! Seeded randomness, forked by purpose, so that a new draw in one place shifts nothing in another.

use rand::rngs::ChaCha8Rng;
use rand::{RngExt as _, SeedableRng as _};

/// A stream of random numbers that is the same on every machine and in every version.
#[derive(Debug)]
pub struct Stream(ChaCha8Rng);

impl Stream {
    /// The stream that `seed` gives for one purpose ("wording", "dial", `vary martine` …).
    pub fn new(seed: u64, purpose: &str) -> Stream {
        let mut hasher = blake3::Hasher::new();
        hasher.update(&seed.to_le_bytes());
        hasher.update(purpose.as_bytes());
        Stream(ChaCha8Rng::from_seed(*hasher.finalize().as_bytes()))
    }

    /// A number from `low` to `high`, both included. `low` when the range is empty.
    pub fn between(&mut self, low: i64, high: i64) -> i64 {
        if high <= low { low } else { self.0.random_range(low..=high) }
    }

    /// True in `percent` of the cases.
    pub fn chance(&mut self, percent: u8) -> bool {
        self.between(0, 99) < i64::from(percent)
    }

    /// An index below `len`; 0 when there is nothing to choose from.
    pub fn index(&mut self, len: usize) -> usize {
        usize::try_from(self.between(0, len as i64 - 1)).unwrap_or(0)
    }

    /// One of the items, or `None` when there is none.
    pub fn pick<'a, T>(&mut self, items: &'a [T]) -> Option<&'a T> {
        if items.is_empty() { None } else { items.get(self.index(items.len())) }
    }

    /// Puts the items into a random order (Fisher–Yates).
    pub fn shuffle<T>(&mut self, items: &mut [T]) {
        for last in (1..items.len()).rev() {
            items.swap(last, self.index(last + 1));
        }
    }
}
