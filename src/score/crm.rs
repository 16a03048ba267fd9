//! CRM data entry: each field held against what was expected, the right record, the closing code, a finished wrap-up.

use super::Evidence;
use super::case::Case;
use super::finding::Finding;
use crate::call::What;
use crate::crm::{Comparison, Verdict, Wanted};
use crate::id::DispositionId;
use crate::locale::Language;
use crate::pack::fields::{self, FieldType};
use crate::value::{Amount, Value};
use std::collections::BTreeSet;

fn field_key(comparison: &Comparison) -> String {
    format!("@field-{}-{}", comparison.kind.name(), comparison.field)
}

/// The event that last wrote the field; the end of the talk when nobody did: that is when it should have been done.
fn written_at(case: &Case<'_>, comparison: &Comparison, words: &'static str) -> Evidence {
    let edit = case.talk.events.iter().rposition(|event| {
        matches!(&event.what, What::Crm { record, field: Some(field), .. }
            if Some(record) == comparison.record.as_ref() && *field == comparison.field)
    });
    edit.map_or_else(|| case.at_end(words), |edit| case.at(edit, words))
}

/// A stored value as people read it.
fn shown(comparison: &Comparison, value: &str, language: Language) -> String {
    match fields::find(comparison.kind, &comparison.field).map(|field| field.kind) {
        Some(FieldType::Amount) => {
            Amount::parse(value).map_or_else(|| value.to_owned(), |amount| amount.written(language))
        }
        Some(FieldType::Date) => {
            value.parse().map_or_else(|_| value.to_owned(), |date| Value::Date(date).written(language))
        }
        Some(FieldType::Phone) => Value::Phone(value.to_owned()).written(language),
        Some(FieldType::Choice(names)) if names.contains(&value) => format!("@choice-{value}"),
        _ => super::text::clip(value),
    }
}

fn wanted(comparison: &Comparison, language: Language) -> String {
    let first = |values: &[String]| values.first().map_or_else(String::new, |value| shown(comparison, value, language));
    match &comparison.wanted {
        Some(Wanted::Equals(value)) => shown(comparison, value, language),
        Some(Wanted::OneOf(values)) => first(values),
        Some(Wanted::Mentions(groups)) => {
            groups.iter().filter_map(|group| group.first()).cloned().collect::<Vec<_>>().join(" + ")
        }
        None => String::new(),
    }
}

/// What a note does not tell, in the pack's words or in others; each by its name.
fn lacking(case: &Case<'_>, comparison: &Comparison) -> Vec<String> {
    let found = comparison.found.as_deref().unwrap_or_default();
    let told = |group: &&Vec<String>| group.iter().any(|phrase| case.played.agreement.tells(found, phrase));
    comparison.lacking.iter().filter(|group| !told(group)).filter_map(|group| group.first()).cloned().collect()
}

fn subject(comparison: &Comparison) -> String {
    format!("{}.{}", comparison.kind.name(), comparison.field)
}

/// Each expected field is right.
pub(super) fn fields_right(case: &Case<'_>) -> Vec<Finding> {
    let language = case.language();
    let judge = |comparison: &Comparison| {
        let found = comparison.found.as_deref().map_or_else(String::new, |found| shown(comparison, found, language));
        let note = matches!(comparison.wanted, Some(Wanted::Mentions(_)));
        let lacking = lacking(case, comparison);
        let right =
            comparison.verdict == Verdict::Right || comparison.verdict == Verdict::Wrong && note && lacking.is_empty();
        let words = match comparison.verdict {
            Verdict::NotAskedFor => return None,
            _ if right => "evidence-field-right",
            Verdict::Right | Verdict::Wrong if note => "evidence-note-lacks",
            Verdict::Right | Verdict::Wrong => "evidence-field-wrong",
            Verdict::Missing if note => "evidence-note-missing",
            Verdict::Missing => "evidence-field-missing",
        };
        let evidence = written_at(case, comparison, words)
            .with("field", field_key(comparison))
            .with("found", found)
            .with("wanted", wanted(comparison, language))
            .with("lacking", lacking.join(" + "));
        let finding = if case.had_work() || right { Finding::when(right, evidence) } else { Finding::not_applicable() };
        Some(finding.about(subject(comparison), Some(field_key(comparison))))
    };
    let findings: Vec<Finding> = case.played.crm.iter().filter_map(judge).collect();
    if findings.is_empty() { vec![Finding::not_applicable()] } else { findings }
}

/// Nothing is changed that nobody asked for; what the customer told may be kept.
pub(super) fn nothing_else_changed(case: &Case<'_>) -> Vec<Finding> {
    let told: BTreeSet<String> = case
        .talk
        .told
        .iter()
        .flat_map(|told| &told.fact.data)
        .filter_map(|name| case.value(name).map(Value::canonical))
        .collect();
    let excess: Vec<Finding> = case
        .played
        .crm
        .iter()
        .filter(|comparison| comparison.verdict == Verdict::NotAskedFor)
        .filter(|comparison| !comparison.found.as_ref().is_some_and(|found| told.contains(found)))
        .map(|comparison| {
            let found = comparison.found.as_deref().unwrap_or_default();
            if comparison.field.is_empty() {
                let kind = format!("@one-{}", comparison.kind.name());
                let evidence = written_at(case, comparison, "evidence-record-not-asked").with("record", kind.clone());
                return Finding::failed(evidence).about(subject(comparison), Some(kind));
            }
            let evidence = written_at(case, comparison, "evidence-field-not-asked")
                .with("field", field_key(comparison))
                .with("found", shown(comparison, found, case.language()));
            Finding::failed(evidence).about(subject(comparison), Some(field_key(comparison)))
        })
        .collect();
    let edited = case.played.crm.iter().any(|comparison| comparison.verdict == Verdict::Right);
    match (excess.is_empty(), edited) {
        (false, _) => excess,
        (true, true) => vec![Finding::passed(case.at(case.talk.last_event(), "evidence-nothing-wrong"))],
        (true, false) => vec![Finding::not_applicable()],
    }
}

/// The customer's own record is opened.
pub(super) fn opens_record(case: &Case<'_>) -> Vec<Finding> {
    let wanted = &case.played.call.record;
    let opened = case.talk.events.iter().position(|event| match &event.what {
        What::RecordOpened { record } | What::Crm { record, .. } => record == wanted,
        _ => false,
    });
    case.demands(|| match opened {
        Some(event) => Finding::passed(case.at(event, "evidence-record-opened")),
        None => Finding::failed(case.at_end("evidence-record-not-opened")),
    })
}

fn disposition<'c>(case: &'c Case<'_>) -> Option<(usize, &'c DispositionId)> {
    case.talk.events.iter().enumerate().rev().find_map(|(index, event)| match &event.what {
        What::Disposition { id } => Some((index, id)),
        _ => None,
    })
}

/// The closing code fits what was reached.
pub(super) fn disposition_fits(case: &Case<'_>) -> Vec<Finding> {
    let outcomes = &case.played.call.outcomes;
    let reached = case.talk.outcome.and_then(|id| outcomes.iter().find(|outcome| outcome.id == *id));
    let title = |id: &DispositionId| {
        let known = case.played.pack.dispositions.iter().find(|disposition| disposition.id == *id);
        known.and_then(|disposition| case.title(&disposition.title)).unwrap_or_else(|| id.to_string())
    };
    let Some((event, chosen)) = disposition(case) else {
        return vec![Finding::failed(case.at_end("evidence-no-disposition"))];
    };
    let fits = match reached {
        Some(outcome) => outcome.dispositions.contains(chosen),
        None => !outcomes.iter().any(|outcome| outcome.success && outcome.dispositions.contains(chosen)),
    };
    let wanted = reached.and_then(|outcome| outcome.dispositions.first()).map(title).unwrap_or_default();
    let ending = reached.and_then(|outcome| case.title(&outcome.title));
    let words = match (fits, reached) {
        (true, Some(outcome)) if outcome.success => "evidence-disposition-right",
        (true, Some(_)) => "evidence-disposition-honest",
        (true, None) => "evidence-disposition-honest-open",
        (false, Some(_)) => "evidence-disposition-wrong",
        (false, None) => "evidence-disposition-not-reached",
    };
    vec![Finding::when(
        fits,
        case.at(event, words)
            .with("chosen", title(chosen))
            .with("wanted", wanted)
            .with("ending", ending.unwrap_or_default()),
    )]
}

/// Wrap-up is brought to its end, with a closing code.
pub(super) fn finishes_wrap_up(case: &Case<'_>) -> Vec<Finding> {
    let finished = case.talk.events.iter().rposition(|event| event.what == What::Finished);
    vec![match (finished, disposition(case)) {
        (Some(event), Some(_)) => Finding::passed(case.at(event, "evidence-wrap-up-finished")),
        _ => Finding::failed(case.at(case.talk.last_event(), "evidence-wrap-up-unfinished")),
    }]
}
