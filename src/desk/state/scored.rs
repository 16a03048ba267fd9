//! The headline of a score that was kept.

use crate::records::Attempt;
use crate::score::{Dimension, Points, Verdict};
use serde_json::Value;

/// What lists show of a score. Read once: the whole score has every piece of evidence in it.
#[derive(Debug, Clone)]
pub struct Scored {
    /// The headline dimensions, weighted.
    pub overall: Points,
    /// Passed or failed.
    pub result: Verdict,
    /// The headline dimensions; `None`: nothing applied.
    pub dimensions: Vec<(Dimension, Option<Points>)>,
}

/// Reads the score of an attempt; `None` when it has none.
pub fn scored(attempt: &Attempt) -> Option<Scored> {
    let score: Value = serde_json::from_str(attempt.score.as_deref()?).ok()?;
    let points = |value: &Value| value.as_f64().map(|points| Points((points * 10.0).round().clamp(0.0, 1000.0) as u16));
    Some(Scored {
        overall: points(score.get("overall")?)?,
        result: if score.get("result")?.as_str()? == "pass" { Verdict::Pass } else { Verdict::Fail },
        dimensions: Dimension::HEADLINE
            .map(|dimension| (dimension, score.get("dimensions").and_then(|all| points(all.get(dimension.name())?))))
            .to_vec(),
    })
}
