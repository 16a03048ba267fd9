//! Compliance: identity before disclosure, opt-out, disclosures, calling rules, card numbers, respect.

use super::Evidence;
use super::case::Case;
use super::conversation::{Speaker, Utterance};
use super::finding::Finding;
use super::law::Closed;
use super::script::opening_turns;
use crate::call::{CrmEdit, Party, What};
use crate::crm::holds_card_number;
use crate::moves::Move;
use crate::pack::model::Verification;
use crate::value::Value;
use std::collections::BTreeSet;

/// Nothing protected is disclosed before enough was told to prove who is on the line.
pub(super) fn verifies_identity(case: &Case<'_>) -> Vec<Finding> {
    let Some(verification) = &case.played.call.verification else { return vec![Finding::not_applicable()] };
    let verified = verified_at(case, verification);
    let early: Vec<Evidence> = case
        .talk
        .utterances
        .iter()
        .filter(|utterance| {
            utterance.heard
                && matches!(utterance.speaker, Speaker::Operator { to } if to != Party::Colleague)
                && verified.is_none_or(|event| utterance.event < event)
        })
        .filter_map(|utterance| discloses(case, verification, utterance))
        .collect();
    vec![match (early.is_empty(), verified) {
        (false, _) => Finding::failed_by(early),
        (true, Some(event)) => Finding::passed(case.at(event, "evidence-verified")),
        (true, None) => Finding::not_applicable(),
    }]
}

/// The event at which enough facts were told.
fn verified_at(case: &Case<'_>, verification: &Verification) -> Option<usize> {
    let mut told = BTreeSet::new();
    for fact in &case.talk.told {
        if verification.facts.contains(&fact.fact.id) {
            told.insert(&fact.fact.id);
        }
        if told.len() >= usize::from(verification.enough) {
            return Some(fact.event);
        }
    }
    (verification.enough == 0).then_some(0)
}

fn discloses(case: &Case<'_>, verification: &Verification, utterance: &Utterance<'_>) -> Option<Evidence> {
    if let Some(span) = utterance.span_of_intent(&verification.protects) {
        return Some(Evidence::of(utterance, "evidence-disclosed").at_span(Some(span)));
    }
    let secret = verification.protected_data.iter().find_map(|name| {
        let value = case.value(name)?;
        let telling = !matches!(value, Value::Number(_)) && value.canonical().chars().count() >= 3;
        let told = case.talk.told_variable(name).is_some_and(|told| told.event < utterance.event)
            || case
                .talk
                .other_side()
                .take_while(|line| line.event < utterance.event)
                .any(|line| super::text::written_in(value, line.text, case.language()));
        (telling && !told && case.says(utterance, value)).then_some(value)
    })?;
    Some(Evidence::of(utterance, "evidence-disclosed-value").with("value", case.written(secret)))
}

/// No card number is written into the CRM.
pub(super) fn keeps_card_numbers_out(case: &Case<'_>) -> Vec<Finding> {
    let mut edited = None;
    for (index, event) in case.talk.events.iter().enumerate() {
        let text = match &event.what {
            What::Crm { edit: CrmEdit::Set { value, .. }, .. }
            | What::CrmRefused { edit: CrmEdit::Set { value, .. }, .. } => value,
            _ => continue,
        };
        edited = Some(index);
        if holds_card_number(text) {
            return vec![Finding::failed(case.at(index, "evidence-card"))];
        }
    }
    vec![edited.map_or_else(Finding::not_applicable, |event| Finding::passed(case.at(event, "evidence-nothing-wrong")))]
}

/// Who asks not to be called again is obeyed at once.
pub(super) fn respects_opt_out(case: &Case<'_>) -> Vec<Finding> {
    const PURSUES: [Move; 6] =
        [Move::Propose, Move::ArgueBenefit, Move::AskCommitment, Move::Pressure, Move::QuotePrice, Move::Argue];
    let asked = case
        .talk
        .other_side()
        .find(|line| line.line.is_some_and(|line| line.as_str().rsplit('.').next() == Some("stop_calling")));
    let Some(asked) = asked else { return vec![Finding::not_applicable()] };
    let after: Vec<&Utterance<'_>> = case.talk.operator().filter(|utterance| utterance.event > asked.event).collect();
    let pursued =
        after.iter().find(|utterance| utterance.has_any(&PURSUES) || utterance.intends(&case.played.call.solutions));
    vec![match (pursued, after.iter().take(2).find(|utterance| utterance.has(Move::RespectOptOut))) {
        (Some(pursued), _) => Finding::failed(Evidence::of(pursued, "evidence-opt-out-ignored")),
        (None, Some(said)) => {
            Finding::passed(Evidence::of(said, "evidence-said").at_span(said.span_of(Move::RespectOptOut)))
        }
        (None, None) if after.is_empty() => Finding::not_applicable(),
        (None, None) => Finding::failed(Evidence::of(asked, "evidence-opt-out-unconfirmed")),
    }]
}

/// What the law wants said at the start of an outbound call is said.
pub(super) fn discloses_at_start(case: &Case<'_>, turns: usize) -> Vec<Finding> {
    let Some(law) = case.law.as_ref().filter(|_| case.outbound() && case.talk.reached) else {
        return vec![Finding::not_applicable()];
    };
    let result = |mv: &Move| {
        let said = opening_turns(case, turns).find(|utterance| utterance.has(*mv));
        let finding = match (said, opening_turns(case, 1).next()) {
            (Some(said), _) => Finding::passed(Evidence::of(said, "evidence-said").at_span(said.span_of(*mv))),
            (None, Some(first)) => Finding::failed(Evidence::of(first, "evidence-opening-missing")),
            (None, None) => Finding::failed(case.at_end("evidence-nothing-said").with("quote", "")),
        };
        finding.about(mv.name(), Some(format!("@move-{}", mv.name())))
    };
    law.opening_disclosures.iter().map(result).collect()
}

/// Where calls are recorded, both sides are told in the opening.
pub(super) fn gives_recording_notice(case: &Case<'_>, turns: usize) -> Vec<Finding> {
    if !case.law.as_ref().is_some_and(|law| law.recording_notice) {
        return vec![Finding::not_applicable()];
    }
    case.demands(|| match opening_turns(case, turns).find(|utterance| utterance.has(Move::RecordingNotice)) {
        Some(said) => Finding::passed(Evidence::of(said, "evidence-said")),
        None => Finding::failed(case.at_end("evidence-no-recording-notice")),
    })
}

fn dialled(case: &Case<'_>) -> Option<usize> {
    let dials =
        |what: &What| matches!(what, What::Phase { phase: crate::call::Phase::Dialling } | What::Reached { .. });
    case.talk.events.iter().position(|event| dials(&event.what))
}

/// Called on a day and at an hour at which the law lets one call.
pub(super) fn calls_in_hours(case: &Case<'_>) -> Vec<Finding> {
    let call = case.played.call;
    let Some(law) = case.law.as_ref().filter(|law| case.outbound() && law.binds(call)) else {
        return vec![Finding::not_applicable()];
    };
    let Some(event) = dialled(case) else { return vec![Finding::not_applicable()] };
    let words = match law.closed(call.date, call.time) {
        None => "evidence-calling-hours",
        Some(Closed::Hours) => "evidence-outside-hours",
        Some(Closed::Weekday) => "evidence-wrong-weekday",
        Some(Closed::Holiday) => "evidence-holiday",
    };
    let date = Value::Date(call.date).written(case.language());
    let time = Value::Time(call.time).written(case.language());
    let evidence = case.at(event, words).with("date", date).with("time", time).with("hours", law.hours());
    vec![Finding::when(words == "evidence-calling-hours", evidence)]
}

/// Not more attempts than the law allows.
pub(super) fn limits_attempts(case: &Case<'_>) -> Vec<Finding> {
    let call = case.played.call;
    let Some(most) =
        case.law.as_ref().filter(|law| case.outbound() && law.binds(call)).and_then(|law| law.max_attempts)
    else {
        return vec![Finding::not_applicable()];
    };
    let attempts = case.talk.events.iter().enumerate().filter_map(|(index, event)| match event.what {
        What::Reached { attempt, .. } => Some((index, attempt)),
        _ => None,
    });
    let Some((event, made)) = attempts.max_by_key(|(_, attempt)| *attempt) else {
        return vec![Finding::not_applicable()];
    };
    let all = made + u32::from(call.earlier_attempts);
    let words = if all <= most { "evidence-attempts" } else { "evidence-too-many-attempts" };
    vec![Finding::when(
        all <= most,
        case.at(event, words).with("count", all.to_string()).with("most", most.to_string()),
    )]
}

/// Commercial calls to consumers only with consent or within a contract, where the law wants it.
pub(super) fn has_consent(case: &Case<'_>) -> Vec<Finding> {
    let call = case.played.call;
    let Some(law) = case.law.as_ref().filter(|law| case.outbound() && law.binds(call)) else {
        return vec![Finding::not_applicable()];
    };
    let Some(event) = dialled(case) else { return vec![Finding::not_applicable()] };
    let words = if law.lacks_consent(call) { "evidence-no-consent" } else { "evidence-consent" };
    vec![Finding::when(!law.lacks_consent(call), case.at(event, words))]
}
