//! How far plays of one call differ: nobody shall learn a call by heart.

use crate::call::{Party, What};
use crate::training::Run;
use serde::Serialize;
use std::collections::BTreeSet;

/// Shares of what the customer says in one play that he does not say, word for word, in another: the median over all
/// pairs of plays, percent.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize)]
pub struct Variety {
    /// Plays compared.
    pub plays: usize,
    /// As heard, names, amounts and dates included.
    pub heard_percent: u8,
    /// Without the values of the seed: wording and choice of lines alone.
    pub wording_percent: u8,
}

/// What the customer said, as heard and without the values of the seed.
pub fn said(run: &Run) -> Vec<(String, String)> {
    let language = run.setup().language;
    let mut values: Vec<String> =
        run.variables().all().map(|(_, value)| run.variables().said(value, language)).collect();
    values.retain(|value| value.chars().nth(1).is_some());
    values.sort_by_key(|value| (std::cmp::Reverse(value.len()), value.clone()));
    let mut said = Vec::new();
    for event in run.events() {
        if let What::LineStarted { party: Party::Customer, text, .. } = &event.what {
            let wording = values.iter().fold(text.clone(), |text, value| text.replace(value.as_str(), "…"));
            said.push((text.clone(), wording));
        }
    }
    said
}

/// How far plays differ; `None` when there are fewer than two that say anything.
pub fn varied(plays: &[Vec<(String, String)>]) -> Option<Variety> {
    let median = |of: fn(&(String, String)) -> &str| {
        let mut shares = Vec::new();
        for (at, one) in plays.iter().enumerate().filter(|(_, play)| !play.is_empty()) {
            for (_, other) in plays.iter().enumerate().filter(|(other, _)| *other != at) {
                let known: BTreeSet<&str> = other.iter().map(of).collect();
                let new = one.iter().filter(|line| !known.contains(of(line))).count();
                shares.push(new * 100 / one.len());
            }
        }
        shares.sort_unstable();
        shares.get(shares.len() / 2).and_then(|share| u8::try_from(*share).ok())
    };
    Some(Variety {
        plays: plays.len(),
        heard_percent: median(|line| &line.0)?,
        wording_percent: median(|line| &line.1)?,
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    fn play(lines: &[&str]) -> Vec<(String, String)> {
        lines.iter().map(|line| ((*line).to_owned(), line.replace(char::is_numeric, "…"))).collect()
    }

    #[test]
    fn what_is_said_in_both_plays_does_not_differ() {
        assert_eq!(varied(&[play(&["hello", "it is 7"])]), None);
        let same = [play(&["hello", "it is 7"]), play(&["it is 8", "hello"])];
        assert_eq!(varied(&same), Some(Variety { plays: 2, heard_percent: 50, wording_percent: 0 }));
        let other = [play(&["hello"]), play(&["good morning"])];
        assert_eq!(varied(&other), Some(Variety { plays: 2, heard_percent: 100, wording_percent: 100 }));
    }
}
