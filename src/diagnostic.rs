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
    /// The line of the file (of a very long one, the stretch around the place), to be shown with a mark under the place.
    pub excerpt: String,
    /// The column its first character stands in, from 1.
    pub excerpt_column: u32,
    /// The nearest known name, when there is one ("did you mean …").
    pub nearest: Option<String>,
}

/// All problems of one run, sorted by place.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize)]
pub struct Report {
    diagnostics: Vec<Diagnostic>,
    left_out: usize,
}

/// Characters shown of a line.
const EXCERPT: usize = 140;

impl Diagnostic {
    /// A problem at a place of a line; arguments and the nearest name are added by the caller.
    pub fn new(code: &'static str, severity: Severity, place: Place, line: &str) -> Diagnostic {
        let column = place.column as usize;
        let skipped = if line.chars().nth(EXCERPT).is_some() { column.saturating_sub(EXCERPT / 2) } else { 0 };
        let excerpt = line.chars().skip(skipped).take(EXCERPT).map(|c| if c.is_control() { ' ' } else { c }).collect();
        Diagnostic {
            place,
            code,
            severity,
            arguments: BTreeMap::new(),
            excerpt,
            excerpt_column: skipped as u32 + 1,
            nearest: None,
        }
    }
}

impl Report {
    /// Most problems of one report: nobody reads more, and a hostile pack must not fill the memory with them.
    pub const MOST: usize = 500;

    /// Adds a problem, keeping the order; one that is already there is not told twice.
    pub fn push(&mut self, diagnostic: Diagnostic) {
        if self.is_full() {
            self.left_out += 1;
            return;
        }
        if self.diagnostics.binary_search(&diagnostic).is_ok() {
            return;
        }
        let at = self.diagnostics.partition_point(|other| *other <= diagnostic);
        self.diagnostics.insert(at, diagnostic);
    }

    /// Adds all problems of another report.
    pub fn extend(&mut self, other: Report) {
        for diagnostic in other.diagnostics {
            self.push(diagnostic);
        }
        self.left_out += other.left_out;
    }

    /// True when further problems are only counted.
    pub fn is_full(&self) -> bool {
        self.diagnostics.len() >= Report::MOST
    }

    /// Problems beyond the most that are kept.
    pub fn left_out(&self) -> usize {
        self.left_out
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
    // Names people write are short and few; the bounds keep hostile ones cheap.
    const LONGEST: usize = 60;
    const MOST: usize = 2_000;
    let length = name.chars().take(LONGEST + 1).count();
    if length > LONGEST {
        return None;
    }
    known
        .into_iter()
        .take(MOST)
        .filter_map(|candidate| {
            let other = candidate.chars().take(LONGEST + 1).count();
            let allowed = (length.max(other) / 3).max(1);
            if other > LONGEST || length.abs_diff(other) > allowed {
                return None;
            }
            let distance = strsim::damerau_levenshtein(name, candidate);
            (distance <= allowed && distance < length.max(2)).then_some((distance, candidate))
        })
        .min()
        .map(|(_, candidate)| candidate.to_owned())
}

#[cfg(test)]
mod tests {
    use super::*;

    fn diagnostic(line: u32) -> Diagnostic {
        let place = Place { file: "a.ron".into(), line, column: 300, length: 3 };
        Diagnostic::new("P101", Severity::Warning, place, &"é".repeat(1_000))
    }

    #[test]
    fn reports_are_sorted_bounded_and_free_of_repetition() {
        let mut report = Report::default();
        for line in (1..=Report::MOST as u32 + 7).rev() {
            report.push(diagnostic(line));
            report.push(diagnostic(line));
        }
        assert_eq!(report.diagnostics().len(), Report::MOST);
        assert!(report.left_out() >= 7);
        assert!(report.diagnostics().is_sorted());
        assert!(!report.has_errors());
    }

    #[test]
    fn a_long_line_is_shown_around_the_place() {
        let diagnostic = diagnostic(1);
        assert_eq!(diagnostic.excerpt.chars().count(), EXCERPT);
        assert!(diagnostic.excerpt_column <= 300 && 300 < diagnostic.excerpt_column + EXCERPT as u32);
    }

    #[test]
    fn the_nearest_name_is_near() {
        assert_eq!(nearest("gret", ["greet", "refuse"]), Some("greet".into()));
        assert_eq!(nearest("xyz", ["greet", "refuse"]), None);
        assert_eq!(nearest(&"a".repeat(1_000_000), ["a"]), None);
    }
}
