//! What a replay can expect, and how it is held against a run.

use crate::call::{Event, What};
use crate::mood::MoodTrait;
use crate::moves::Move;
use crate::score::{Dimension, Score, Verdict};
use crate::training::Run;

/// An expectation.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Expectation {
    /// The other side said something that fits the pattern (`*` = anything) since the last input.
    Says(String),
    /// The last utterance made all of these moves.
    Moves(Vec<Move>),
    /// The last utterance had this intent.
    Means(String),
    /// A part of the present mood compares so with a number, 0–100.
    Mood(MoodTrait, Comparison, i64),
    /// This fact was told.
    Told(String),
    /// This objection was raised.
    Raised(String),
    /// This objection was lifted.
    Lifted(String),
    /// The call has come to this outcome.
    Outcome(String),
    /// A dimension, `overall` or `compliance`.
    Points(Measure, Comparison, i64),
    /// The score says passed or failed.
    Result(Verdict),
    /// The check is among the critical errors.
    Critical(String),
    /// A check is passed (true) or failed.
    Check(String, bool),
    /// A CRM field holds a value (template).
    Field {
        /// Id of the record.
        record: String,
        /// Name of the field in its table.
        field: String,
        /// What it should hold (a template).
        value: String,
    },
}

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Measure {
    Dimension(Dimension),
    Overall,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Comparison {
    Below,
    AtMost,
    Equal,
    AtLeast,
    Above,
}

impl Comparison {
    pub fn from_sign(sign: &str) -> Option<Comparison> {
        Some(match sign {
            "<" => Comparison::Below,
            "<=" => Comparison::AtMost,
            "=" | "==" => Comparison::Equal,
            ">=" => Comparison::AtLeast,
            ">" => Comparison::Above,
            _ => return None,
        })
    }

    fn holds(self, left: i64, right: i64) -> bool {
        match self {
            Comparison::Below => left < right,
            Comparison::AtMost => left <= right,
            Comparison::Equal => left == right,
            Comparison::AtLeast => left >= right,
            Comparison::Above => left > right,
        }
    }
}

impl Expectation {
    /// `None` when it is met, else what was found instead. `since`: the first event after the last input.
    pub fn check(&self, run: &Run, since: usize) -> Option<String> {
        let events = run.events();
        let any = |wanted: &dyn Fn(&What) -> bool| events.iter().any(|event| wanted(&event.what));
        match self {
            Expectation::Says(pattern) => {
                let said: Vec<&str> = events[since..].iter().filter_map(spoken).collect();
                let met = said.iter().any(|text| fits(&fold(pattern), &fold(text)));
                (!met).then(|| said.join(" / "))
            }
            Expectation::Moves(wanted) => {
                let found = last_said(events).map(|said| said.moves.iter().map(|found| found.mv).collect::<Vec<_>>());
                let found = found.unwrap_or_default();
                let met = wanted.iter().all(|mv| found.contains(mv));
                (!met).then(|| found.iter().map(|mv| mv.name()).collect::<Vec<_>>().join(", "))
            }
            Expectation::Means(intent) => {
                let found: Vec<&str> = last_said(events)
                    .map(|said| said.intents.iter().map(|found| found.intent.as_str()).collect())
                    .unwrap_or_default();
                (!found.contains(&intent.as_str())).then(|| found.join(", "))
            }
            Expectation::Mood(mood, comparison, wanted) => {
                let found = run.mood()?;
                let value = match mood {
                    MoodTrait::Patience => found.patience,
                    MoodTrait::Trust => found.trust,
                    MoodTrait::Confusion => found.confusion,
                    MoodTrait::Interest => found.interest,
                };
                (!comparison.holds(i64::from(value), *wanted)).then(|| value.to_string())
            }
            Expectation::Told(fact) => {
                let met = any(&|what| matches!(what, What::FactTold { fact: told, .. } if told.as_str() == fact));
                (!met).then(|| {
                    list(events, |what| if let What::FactTold { fact, .. } = what { Some(fact.as_str()) } else { None })
                })
            }
            Expectation::Raised(wanted) => {
                let met = any(
                    &|what| matches!(what, What::ObjectionRaised { objection, .. } if objection.as_str() == wanted),
                );
                (!met).then(|| {
                    list(events, |what| {
                        if let What::ObjectionRaised { objection, .. } = what { Some(objection.as_str()) } else { None }
                    })
                })
            }
            Expectation::Lifted(wanted) => {
                let met = any(
                    &|what| matches!(what, What::ObjectionLifted { objection, .. } if objection.as_str() == wanted),
                );
                (!met).then(|| {
                    list(events, |what| {
                        if let What::ObjectionLifted { objection, .. } = what { Some(objection.as_str()) } else { None }
                    })
                })
            }
            Expectation::Outcome(wanted) => {
                let found = run.settled().map_or("none", |outcome| outcome.as_str());
                (found != wanted).then(|| found.to_owned())
            }
            Expectation::Points(measure, comparison, wanted) => {
                let score = run.score();
                let found = points(&score, *measure)?;
                (!comparison.holds(i64::from(found), wanted * 10)).then(|| format!("{}.{}", found / 10, found % 10))
            }
            Expectation::Result(wanted) => {
                let found = run.score().result;
                (found != *wanted).then(|| if found == Verdict::Pass { "pass" } else { "fail" }.to_owned())
            }
            Expectation::Critical(check) => {
                let score = run.score();
                let found: Vec<&str> = score
                    .critical_errors
                    .iter()
                    .filter_map(|index| Some(score.checks.get(*index)?.check.as_str()))
                    .collect();
                (!found.contains(&check.as_str())).then(|| found.join(", "))
            }
            Expectation::Check(check, passed) => {
                let score = run.score();
                let wanted =
                    if *passed { crate::score::CheckOutcome::Passed } else { crate::score::CheckOutcome::Failed };
                let found: Vec<_> = score.checks.iter().filter(|result| result.check.as_str() == check).collect();
                let met = found.iter().any(|result| result.outcome == wanted);
                (!met)
                    .then(|| found.iter().map(|result| format!("{:?}", result.outcome)).collect::<Vec<_>>().join(", "))
            }
            Expectation::Field { record, field, value } => {
                let wanted = super::play::canonical(run, value);
                let found =
                    run.crm().record(&record.as_str().into()).and_then(|found| found.fields.get(field).cloned());
                (found.as_deref() != Some(wanted.as_str())).then(|| found.unwrap_or_default())
            }
        }
    }
}

/// All that was understood of what the operator said last; `None`: nothing was said.
pub(super) fn understood(run: &Run) -> Option<String> {
    let said = last_said(run.events())?;
    let list = |names: Vec<String>| if names.is_empty() { "–".to_owned() } else { names.join(", ") };
    Some(format!(
        "moves {} · means {} · asks {} · values {}",
        list(said.moves.iter().map(|found| found.mv.name().to_owned()).collect()),
        list(said.intents.iter().map(|found| found.intent.to_string()).collect()),
        list(said.asked.iter().map(|found| found.fact.to_string()).collect()),
        list(said.entities.iter().map(|found| found.value.clone()).collect()),
    ))
}

/// Tenths of a point; `None` when nothing of the dimension applied (then every expectation of it is met).
fn points(score: &Score, measure: Measure) -> Option<u16> {
    match measure {
        Measure::Overall => Some(score.overall.0),
        Measure::Dimension(dimension) => score.dimensions.get(&dimension).copied().flatten().map(|points| points.0),
    }
}

fn last_said(events: &[Event]) -> Option<&crate::language::Understood> {
    events.iter().rev().find_map(|event| match &event.what {
        What::Said { understood, .. } => Some(understood),
        _ => None,
    })
}

fn spoken(event: &Event) -> Option<&str> {
    match &event.what {
        What::LineEnded { heard, .. } => Some(heard),
        _ => None,
    }
}

fn list<'a>(events: &'a [Event], name: impl Fn(&'a What) -> Option<&'a str>) -> String {
    events.iter().filter_map(|event| name(&event.what)).collect::<Vec<_>>().join(", ")
}

fn fold(text: &str) -> String {
    use unicode_normalization::UnicodeNormalization as _;
    let plain = text.nfd().filter(|character| !unicode_normalization::char::is_combining_mark(*character));
    plain.collect::<String>().to_lowercase().replace('’', "'").replace(['\u{a0}', '\u{202f}'], " ")
}

/// Glob with `*` only.
fn fits(pattern: &str, text: &str) -> bool {
    let pieces: Vec<&str> = pattern.split('*').collect();
    let (Some(first), Some(last)) = (pieces.first(), pieces.last()) else { return text.is_empty() };
    if pieces.len() == 1 {
        return text == pattern;
    }
    let Some(mut rest) = text.strip_prefix(first) else { return false };
    for piece in &pieces[1..pieces.len() - 1] {
        match rest.find(piece) {
            Some(at) => rest = &rest[at + piece.len()..],
            None => return false,
        }
    }
    rest.ends_with(last)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn patterns_with_stars() {
        assert!(fits("*twice*", "it was twice."));
        assert!(fits("it*twice.", "it was twice."));
        assert!(!fits("twice", "it was twice."));
        assert!(fits("*", ""));
        assert!(!fits("*a*b", "b a"));
    }

    #[test]
    fn what_was_understood_last_is_told_in_full() {
        let pack = crate::pack::built_in().into_iter().find(|origin| origin.name() == "inbound-telecom");
        let (pack, _) = crate::pack::load_from(&pack.expect("it is part of the program"));
        let setup = crate::training::Setup {
            pack: std::sync::Arc::new(pack.expect("it can be played")),
            call: "double_charge".into(),
            language: crate::locale::Language::English,
            seed: 7,
            mode: crate::training::Mode::ScriptShown,
            level: crate::level::Level::Usual,
            operator: "Sam".to_owned(),
        };
        let recogniser = crate::language::Recogniser::new(crate::locale::Language::English);
        let mut run = Run::new(setup, &recogniser).expect("it can be played");
        run.apply(crate::call::Input::Answer);
        assert_eq!(understood(&run), None);
        run.apply(crate::call::Input::Say { text: "Good morning, we will refund you €29.90.".to_owned() });
        let told = understood(&run).expect("something was said");
        for part in ["moves greet", "means ", "asks –", "values EUR 29.90"] {
            assert!(told.contains(part), "{told}");
        }
    }
}
