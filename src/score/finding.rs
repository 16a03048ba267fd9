//! What a rule finds: passed, failed or not applicable, with its evidence.

use super::conversation::Utterance;
use super::{CheckOutcome, Evidence};
use crate::language::Span;
use std::collections::BTreeMap;

/// One result of a rule; the scorecard adds weight, dimension and whether it is critical.
#[derive(Debug, Clone)]
pub(super) struct Finding {
    pub subject: Option<String>,
    pub title: Option<String>,
    pub share: u16,
    pub outcome: CheckOutcome,
    pub evidence: Vec<Evidence>,
}

impl Finding {
    fn new(outcome: CheckOutcome, evidence: Vec<Evidence>) -> Finding {
        Finding { subject: None, title: None, share: 1, outcome, evidence }
    }
    pub fn passed(evidence: Evidence) -> Finding {
        Finding::new(CheckOutcome::Passed, vec![evidence])
    }
    pub fn failed(evidence: Evidence) -> Finding {
        Finding::new(CheckOutcome::Failed, vec![evidence])
    }
    pub fn failed_by(evidence: Vec<Evidence>) -> Finding {
        Finding::new(CheckOutcome::Failed, evidence)
    }
    pub fn not_applicable() -> Finding {
        Finding::new(CheckOutcome::NotApplicable, Vec::new())
    }
    /// Passed or failed, with the evidence of either.
    pub fn when(passed: bool, evidence: Evidence) -> Finding {
        if passed { Finding::passed(evidence) } else { Finding::failed(evidence) }
    }
    /// Names what this result is about.
    pub fn about(mut self, subject: impl Into<String>, title: Option<String>) -> Finding {
        self.subject = Some(subject.into());
        self.title = title;
        self
    }
    /// Its weight among the results of the same check.
    pub fn share(mut self, share: u16) -> Finding {
        self.share = share.max(1);
        self
    }
}

impl Evidence {
    pub(super) fn new(event: usize, at_ms: u64, words: &'static str) -> Evidence {
        Evidence { event, at_ms, turn: None, span: None, words, arguments: BTreeMap::new() }
    }
    /// Something that was said; `quote` is always among the arguments.
    pub(super) fn of(utterance: &Utterance<'_>, words: &'static str) -> Evidence {
        Evidence { turn: Some(utterance.turn), ..Evidence::new(utterance.event, utterance.at_ms, words) }
            .with("quote", super::text::clip(utterance.text))
    }
    pub(super) fn with(mut self, name: &'static str, value: impl Into<String>) -> Evidence {
        self.arguments.insert(name, value.into());
        self
    }
    pub(super) fn at_span(mut self, span: Option<Span>) -> Evidence {
        self.span = span.map(|Span(start, end)| (start, end));
        self
    }
}
