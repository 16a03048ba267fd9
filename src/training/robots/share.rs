//! A fixed share of many, which ones left to chance: of every so many that come along so many are marked.
//!
//! With every one drawn alone, one careless operator in fifty would do nearly everything.

use crate::random::Stream;

/// Marks so many of every so many.
#[derive(Debug)]
pub struct Share {
    marked: usize,
    of: usize,
    /// What the rest of this round will be, the next one last.
    round: Vec<bool>,
}

impl Share {
    /// `marked` of every `of`; more cannot be marked than come.
    pub fn new(marked: usize, of: usize) -> Share {
        Share { marked: marked.min(of), of, round: Vec::new() }
    }

    /// Whether the next one is marked.
    pub fn next(&mut self, stream: &mut Stream) -> bool {
        if self.round.is_empty() {
            self.round = (0..self.of).map(|at| at < self.marked).collect();
            stream.shuffle(&mut self.round);
        }
        self.round.pop().unwrap_or(false)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_round_has_its_share_and_rounds_differ() {
        let (mut stream, mut share) = (Stream::new(1, "share"), Share::new(6, 7));
        let rounds: Vec<Vec<bool>> = (0..50).map(|_| (0..7).map(|_| share.next(&mut stream)).collect()).collect();
        assert!(rounds.iter().all(|round| round.iter().filter(|marked| **marked).count() == 6));
        assert!(rounds.iter().any(|round| *round != rounds[0]));
        assert!(!Share::new(0, 1).next(&mut stream) && Share::new(3, 2).next(&mut stream));
        assert!(!Share::new(0, 0).next(&mut stream));
    }
}
