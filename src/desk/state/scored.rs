//! The headline of a score that was kept.

use crate::records::Attempt;
use crate::score::{Dimension, Points, Verdict};
use serde::Deserialize;
use std::collections::BTreeMap;

/// What lists show of a score. Read once: the whole score has every piece of evidence in it.
#[derive(Debug, Clone)]
pub struct Scored {
    /// The headline dimensions, weighted.
    pub overall: Points,
    /// Overall points needed to pass, 0–100.
    pub pass_mark: u8,
    /// Passed or failed.
    pub result: Verdict,
    /// The headline dimensions; `None`: nothing applied.
    pub dimensions: Vec<(Dimension, Option<Points>)>,
    /// The checks that applied, each once.
    pub checks: Vec<ScoredCheck>,
}

/// How a check came out, all its results together.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ScoredCheck {
    /// `check-<id>` is the key of its words.
    pub id: String,
    /// Subject it counts for.
    pub dimension: Dimension,
    /// At least one of its results was missed.
    pub missed: bool,
}

impl Scored {
    /// The points of a headline dimension; `None`: nothing applied.
    pub fn points(&self, wanted: Dimension) -> Option<Points> {
        self.dimensions.iter().find(|(dimension, _)| *dimension == wanted).and_then(|(_, points)| *points)
    }
}

/// What is kept, as far as it is of interest here.
#[derive(Deserialize)]
struct Kept {
    overall: f64,
    #[serde(default = "usual_pass_mark")]
    pass_mark: u8,
    result: String,
    dimensions: BTreeMap<Dimension, Option<f64>>,
    #[serde(default)]
    checks: Vec<KeptCheck>,
}

#[derive(Deserialize)]
struct KeptCheck {
    check: String,
    dimension: Dimension,
    outcome: String,
}

fn usual_pass_mark() -> u8 {
    70
}

/// Reads the score of an attempt; `None` when it has none.
pub fn scored(attempt: &Attempt) -> Option<Scored> {
    let kept: Kept = serde_json::from_str(attempt.score.as_deref()?).ok()?;
    let points = |value: f64| Points((value * 10.0).round().clamp(0.0, 1000.0) as u16);
    let mut checks: BTreeMap<String, ScoredCheck> = BTreeMap::new();
    for KeptCheck { check, dimension, outcome } in kept.checks {
        if outcome != "not_applicable" {
            let found = checks.entry(check.clone()).or_insert(ScoredCheck { id: check, dimension, missed: false });
            found.missed |= outcome == "failed";
        }
    }
    Some(Scored {
        overall: points(kept.overall),
        pass_mark: kept.pass_mark,
        result: if kept.result == "pass" { Verdict::Pass } else { Verdict::Fail },
        dimensions: Dimension::HEADLINE
            .map(|dimension| (dimension, kept.dimensions.get(&dimension).copied().flatten().map(points)))
            .to_vec(),
        checks: checks.into_values().collect(),
    })
}
