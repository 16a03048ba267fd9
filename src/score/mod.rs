//! Scoring: reads the events of a finished call, never the other way round. Every point has its evidence.
//!
//! A scorecard (data) names checks; each check names a rule (code) with its limits; a rule looks at the conversation
//! behind the events and returns findings with evidence; findings are added up in whole numbers.

mod case;
mod compliance;
mod conversation;
mod crm;
mod empathy;
mod finding;
mod goal;
mod holds;
mod kpis;
mod law;
mod listening;
mod objections;
mod restating;
mod rule;
mod scorecard;
mod script;
mod steps;
#[cfg(test)]
mod tests;
mod text;
mod time;
mod total;
mod words;

pub use law::jurisdictions;
pub use scorecard::check_ids;
pub use steps::{StepProgress, script_progress};
pub use total::french_mark;
pub use words::{advice_text, dimension_text, evidence_text, subject_text, title_text, why_text};

use crate::id::CheckId;
use serde::{Deserialize, Serialize};
use std::collections::BTreeMap;

/// One of the subjects a call is scored in.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Dimension {
    /// Understands, restates, reads back, does not interrupt.
    Listening,
    /// Follows the steps of the script.
    ScriptUse,
    /// Acknowledges, explores, answers and checks what is objected.
    ObjectionHandling,
    /// Leaves the records right and complete.
    CrmDataEntry,
    /// Answers in time, keeps to the target, avoids silence.
    TimeManagement,
    /// Keeps to the law and to what protects customers.
    Compliance,
}

impl Dimension {
    /// The five of the headline; compliance stands beside them.
    pub const HEADLINE: [Dimension; 5] = [
        Dimension::Listening,
        Dimension::ScriptUse,
        Dimension::ObjectionHandling,
        Dimension::CrmDataEntry,
        Dimension::TimeManagement,
    ];
    /// The name used in packs, JSON and the keys of its words.
    pub fn name(self) -> &'static str {
        match self {
            Dimension::Listening => "listening",
            Dimension::ScriptUse => "script_use",
            Dimension::ObjectionHandling => "objection_handling",
            Dimension::CrmDataEntry => "crm_data_entry",
            Dimension::TimeManagement => "time_management",
            Dimension::Compliance => "compliance",
        }
    }
}

/// 0 to 100 in tenths of a point: whole numbers, so that a score is the same on every machine. Serialised as `87.5`.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Points(pub u16);

impl Points {
    /// `87.5`, in French `87,5`.
    pub fn written(self, language: crate::locale::Language) -> String {
        let mark = if language == crate::locale::Language::French { ',' } else { '.' };
        format!("{}{mark}{}", self.0 / 10, self.0 % 10)
    }
}

impl Serialize for Points {
    fn serialize<S: serde::Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.serialize_f64(f64::from(self.0) / 10.0)
    }
}

/// How a check came out.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize)]
#[serde(rename_all = "snake_case")]
pub enum CheckOutcome {
    /// Done as it should be.
    Passed,
    /// Not done, or done wrong.
    Failed,
    /// There was no occasion for it: left out of the score.
    NotApplicable,
}

/// What shows that a check was passed or failed.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Evidence {
    /// Index into the events of the call.
    pub event: usize,
    /// Milliseconds since the attempt began.
    pub at_ms: u64,
    /// Turn, when something was said.
    pub turn: Option<u32>,
    /// The stretch of the utterance, in characters.
    pub span: Option<(usize, usize)>,
    /// Key of its words (`evidence-…` in `score.ftl`) and what they speak of. A value that begins with `@` is itself
    /// the key of words (`@move-restate`, `@field-ticket-cause`); `evidence_text` renders all of it.
    pub words: &'static str,
    /// What the words speak of, by name of the argument.
    pub arguments: BTreeMap<&'static str, String>,
}

/// One observable yes/no check with its result.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct CheckResult {
    /// `check-<id>` in `score.ftl` is its title, `check-<id>-advice` what to do better.
    pub check: CheckId,
    /// Tells several results of one check apart: a script step, a field, an objection …
    pub subject: Option<String>,
    /// The subject in words a trainee understands, in the language of the call; one that begins with `@` is the key of
    /// its words (`subject_text` renders either).
    pub subject_title: Option<String>,
    /// Subject it counts for.
    pub dimension: Dimension,
    /// Weight of the check (of all its results together) within its dimension.
    pub weight: u16,
    /// Weight of this result among those of the same check.
    pub share: u16,
    /// Passed, failed or left out.
    pub outcome: CheckOutcome,
    /// Failing it fails the whole call.
    pub critical: bool,
    /// Where the outcome can be seen in the call.
    pub evidence: Vec<Evidence>,
}

/// Whether the call was good enough.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize)]
#[serde(rename_all = "snake_case")]
pub enum Verdict {
    /// No critical error, and the pass mark was reached.
    Pass,
    /// A critical error, or too few points.
    Fail,
}

/// Key figures of the call (milliseconds).
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Kpis {
    /// From the first ring to picking up; `None`: nothing rang here, or nobody picked up.
    pub answer_ms: Option<u64>,
    /// Time with the line open, holds left out.
    pub talk_ms: u64,
    /// Time on hold, consulting a colleague included.
    pub hold_ms: u64,
    /// Time between the end of talking and the end of the attempt.
    pub wrap_up_ms: u64,
    /// talk + hold + wrap-up.
    pub handle_ms: u64,
    /// Longest stretch of talk in which nobody spoke.
    pub longest_silence_ms: u64,
    /// All the silences of the talk together; hold is no silence.
    pub silence_ms: u64,
    /// Time the operator spoke.
    pub operator_speaks_ms: u64,
    /// Time anybody at the other end spoke.
    pub other_side_speaks_ms: u64,
    /// Operator's share of speaking time, percent.
    pub talk_share: u8,
    /// Time both spoke at once.
    pub talk_over_ms: u64,
    /// How often the other side was put on hold.
    pub holds: u32,
    /// How often the operator spoke.
    pub operator_turns: u32,
}

/// The score of a call.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Score {
    /// Dimension → points; `None`: nothing applied.
    pub dimensions: BTreeMap<Dimension, Option<Points>>,
    /// The dimensions of the headline, weighted.
    pub overall: Points,
    /// Overall points needed to pass, 0–100.
    pub pass_mark: u8,
    /// Passed or failed.
    pub result: Verdict,
    /// Critical errors, as indices into `checks`.
    pub critical_errors: Vec<usize>,
    /// Every check with its result, in the order of the scorecard.
    pub checks: Vec<CheckResult>,
    /// Key figures, shown beside the score.
    pub kpis: Kpis,
    /// The three most valuable things to do better, as indices into `checks`.
    pub advice: Vec<usize>,
}

/// All the score may look at.
#[derive(Debug)]
pub struct Played<'a> {
    /// Pack the call is from.
    pub pack: &'a crate::pack::model::Pack,
    /// The scenario that was played.
    pub call: &'a crate::pack::model::CallScenario,
    /// Language it was played in.
    pub language: crate::locale::Language,
    /// Variables of this seed: `persona.variable` → value; also `price.<product>`.
    pub variables: &'a crate::pack::variation::Variables,
    /// All that happened, in order.
    pub events: &'a [crate::call::Event],
    /// Holds restatements against what was said, in the language of the call.
    pub agreement: &'a crate::language::agreement::Agreement,
    /// The CRM at the end held against what was expected for the outcome reached.
    pub crm: &'a [crate::crm::Comparison],
}

/// Scores a call. Works on an unfinished one too: what is not done yet counts as not done.
pub fn score(played: &Played<'_>) -> Score {
    let case = case::Case::new(played);
    let changes = played.call.scorecard.as_ref().and_then(|id| played.pack.scorecards.get(id));
    let critical = case.law.as_ref().map_or(&[][..], |law| law.critical_errors.as_slice());
    let card = scorecard::Scorecard::new(played.call.kind, changes, critical);
    let checks: Vec<CheckResult> = card.checks.iter().flat_map(|check| results(check, &case)).collect();
    let critical_errors: Vec<usize> = checks
        .iter()
        .enumerate()
        .filter(|(_, check)| check.critical && check.outcome == CheckOutcome::Failed)
        .map(|(index, _)| index)
        .collect();
    let dimensions = total::dimensions(&checks);
    let overall = total::overall(&dimensions, &card.weights);
    let passed = critical_errors.is_empty() && overall >= Points(u16::from(card.pass_mark) * 10);
    let advice = total::advice(&checks, &card.weights, 3);
    Score {
        dimensions,
        overall,
        pass_mark: card.pass_mark,
        result: if passed { Verdict::Pass } else { Verdict::Fail },
        critical_errors,
        checks,
        kpis: case.kpis,
        advice,
    }
}

/// The weight of each dimension (shares of their sum) and the pass mark of a call, as the briefing tells them.
pub fn weights(
    pack: &crate::pack::model::Pack,
    call: &crate::pack::model::CallScenario,
) -> (BTreeMap<Dimension, u16>, u8) {
    let changes = call.scorecard.as_ref().and_then(|id| pack.scorecards.get(id));
    let card = scorecard::Scorecard::new(call.kind, changes, &[]);
    (card.weights, card.pass_mark)
}

fn results(check: &scorecard::Check, case: &case::Case<'_>) -> Vec<CheckResult> {
    let result = |finding: finding::Finding| CheckResult {
        check: check.id.clone(),
        subject: finding.subject,
        subject_title: finding.title,
        dimension: check.dimension,
        weight: check.weight,
        share: finding.share,
        outcome: finding.outcome,
        critical: check.critical,
        evidence: finding.evidence,
    };
    check.rule.judge(case).into_iter().map(result).collect()
}
