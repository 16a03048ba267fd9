//! The scorecard of a call: the default (`assets/scorecards/default.ron`) with the changes of the pack on top.

use super::Dimension;
use super::rule::Rule;
use crate::id::CheckId;
use crate::pack::model::{CallKind, ScorecardChanges};
use serde::Deserialize;
use std::collections::BTreeMap;

const DEFAULT: &str = include_str!("../../assets/scorecards/default.ron");

#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
struct File {
    pass_mark: u8,
    /// Per call kind.
    weights: BTreeMap<String, BTreeMap<Dimension, u16>>,
    checks: Vec<Check>,
}

/// One check of a scorecard.
#[derive(Debug, Clone, Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct Check {
    pub id: CheckId,
    pub dimension: Dimension,
    pub weight: u16,
    #[serde(default)]
    pub critical: bool,
    pub rule: Rule,
}

#[derive(Debug)]
pub(super) struct Scorecard {
    pub pass_mark: u8,
    /// Of the five dimensions of the headline.
    pub weights: BTreeMap<Dimension, u16>,
    pub checks: Vec<Check>,
}

fn read() -> File {
    ron::Options::default()
        .with_default_extension(ron::extensions::Extensions::IMPLICIT_SOME)
        .from_str(DEFAULT)
        .expect("the default scorecard is part of the program and a test reads it")
}

fn kind_name(kind: CallKind) -> &'static str {
    match kind {
        CallKind::Information => "information",
        CallKind::Complaint => "complaint",
        CallKind::Sales => "sales",
        CallKind::Appointment => "appointment",
        CallKind::Survey => "survey",
    }
}

/// The ids of all checks: what a pack's scorecard may change.
pub fn check_ids() -> Vec<CheckId> {
    read().checks.into_iter().map(|check| check.id).collect()
}

impl Scorecard {
    /// The scorecard for a kind of call; `critical`: checks that the law of the place makes critical.
    pub fn new(kind: CallKind, changes: Option<&ScorecardChanges>, critical: &[String]) -> Scorecard {
        let mut file = read();
        let mut card = Scorecard {
            pass_mark: file.pass_mark,
            weights: file.weights.remove(kind_name(kind)).unwrap_or_default(),
            checks: file.checks,
        };
        for check in &mut card.checks {
            check.critical |= critical.iter().any(|id| id == check.id.as_str());
        }
        if let Some(changes) = changes {
            card.apply(changes);
        }
        card
    }

    fn apply(&mut self, changes: &ScorecardChanges) {
        for dimension in Dimension::HEADLINE {
            if let Some(weight) = changes.weights.get(dimension.name()) {
                self.weights.insert(dimension, *weight);
            }
        }
        self.pass_mark = changes.pass_mark.unwrap_or(self.pass_mark).min(100);
        for change in &changes.checks {
            if change.off {
                self.checks.retain(|check| check.id != change.id);
            }
            for check in self.checks.iter_mut().filter(|check| check.id == change.id) {
                check.weight = change.weight.unwrap_or(check.weight);
                check.critical = change.critical.unwrap_or(check.critical);
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::pack::model::CheckChange;

    #[test]
    fn the_default_has_weights_for_every_kind_and_no_check_twice() {
        let file = read();
        for kind in
            [CallKind::Information, CallKind::Complaint, CallKind::Sales, CallKind::Appointment, CallKind::Survey]
        {
            let weights = &file.weights[kind_name(kind)];
            assert_eq!(weights.keys().copied().collect::<Vec<_>>(), Dimension::HEADLINE);
            assert_eq!(weights.values().sum::<u16>(), 100, "{}", kind_name(kind));
        }
        let mut ids: Vec<_> = file.checks.iter().map(|check| &check.id).collect();
        ids.sort();
        ids.dedup();
        assert_eq!(ids.len(), file.checks.len());
    }

    #[test]
    fn a_pack_changes_weights_mark_and_checks() {
        let changes = ScorecardChanges {
            weights: [("listening".to_owned(), 50)].into(),
            pass_mark: Some(80),
            checks: vec![
                CheckChange { id: "uses_detail".into(), weight: None, off: true, critical: None },
                CheckChange { id: "reads_back".into(), weight: Some(9), off: false, critical: Some(true) },
            ],
        };
        let card = Scorecard::new(CallKind::Sales, Some(&changes), &["consent".to_owned()]);
        assert_eq!((card.pass_mark, card.weights[&Dimension::Listening]), (80, 50));
        let find = |id: &str| card.checks.iter().find(|check| check.id.as_str() == id);
        assert!(find("uses_detail").is_none());
        assert!(find("reads_back").is_some_and(|check| check.weight == 9 && check.critical));
        assert!(find("consent").is_some_and(|check| check.critical));
    }
}
