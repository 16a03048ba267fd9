//! Problems found in what authors write: what is wrong, where, and what to do about it.
//!
//! A diagnostic is data. Its words come from the localisation files (`diagnostics.ftl`: `P014` is the message,
//! `P014-help` what to do), so an author reads them in French or in English; `wording` renders them.

use crate::source::Place;
use serde::Serialize;
use std::collections::BTreeMap;

/// How bad it is.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Serialize)]
#[serde(rename_all = "lowercase")]
pub enum Severity {
    /// The pack cannot be played.
    Error,
    /// The pack can be played, but something is probably not meant so.
    Warning,
}

/// One problem.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Serialize)]
pub struct Diagnostic {
    /// Where it is. First, so that reports sort by file and line.
    pub place: Place,
    /// `P014`: the key of its words.
    pub code: &'static str,
    /// Error or warning.
    pub severity: Severity,
    /// What the words speak of (`name`, `known`, `expected` …).
    pub arguments: BTreeMap<&'static str, String>,
    /// The line of the file, to be shown with a mark under the place.
    pub excerpt: String,
    /// The nearest known name, when there is one ("did you mean …").
    pub nearest: Option<String>,
}

/// All problems of one run, sorted by place.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize)]
pub struct Report {
    diagnostics: Vec<Diagnostic>,
}

impl Report {
    /// Adds a problem, keeping the order.
    pub fn push(&mut self, diagnostic: Diagnostic) {
        let at = self.diagnostics.partition_point(|other| *other <= diagnostic);
        self.diagnostics.insert(at, diagnostic);
    }

    /// Adds all problems of another report.
    pub fn extend(&mut self, other: Report) {
        for diagnostic in other.diagnostics {
            self.push(diagnostic);
        }
    }

    /// The problems in order.
    pub fn diagnostics(&self) -> &[Diagnostic] {
        &self.diagnostics
    }

    /// True when something keeps the pack from being played.
    pub fn has_errors(&self) -> bool {
        self.diagnostics.iter().any(|diagnostic| diagnostic.severity == Severity::Error)
    }

    /// True when nothing at all was found.
    pub fn is_clean(&self) -> bool {
        self.diagnostics.is_empty()
    }
}

/// The known name nearest to a misspelt one, if any is near enough to be meant.
pub fn nearest<'a>(name: &str, known: impl IntoIterator<Item = &'a str>) -> Option<String> {
    known
        .into_iter()
        .map(|candidate| (strsim::damerau_levenshtein(name, candidate), candidate))
        .filter(|(distance, candidate)| *distance <= (name.chars().count().max(candidate.chars().count()) / 3).max(1))
        .min()
        .map(|(_, candidate)| candidate.to_owned())
}
