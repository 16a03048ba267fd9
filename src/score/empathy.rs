//! Empathy: the cause of a feeling is named soon after its cue, in words of one's own.

use super::Evidence;
use super::case::Case;
use super::conversation::Utterance;
use super::finding::Finding;
use super::listening::next_turns;
use super::text;
use crate::language::Span;
use crate::locale::Language;
use crate::moves::Move;
use crate::pack::model::Emotion;
use std::collections::{BTreeMap, BTreeSet};

/// Formulas that show no listening, per language.
pub(super) type Canned = BTreeMap<Language, Vec<String>>;

fn kind_words<'c>(utterance: &'c Utterance<'_>) -> impl Iterator<Item = Span> + 'c {
    utterance.spans_of(Move::Empathise).chain(utterance.spans_of(Move::Apologise))
}

/// What is left of a sentence without the formulas: nothing means that it was one.
fn own_words(sentence: &str, canned: &[String]) -> usize {
    let mut words = text::words(sentence);
    for formula in canned {
        let formula = text::words(formula);
        while let Some(at) = text::find_phrase(&words, &formula) {
            words.drain(at..at + formula.len());
        }
    }
    words.iter().filter(|word| word.chars().count() >= 4).count()
}

/// Each feeling shown is answered within some turns, by its cause.
pub(super) fn names_emotion(case: &Case<'_>, turns: usize, canned: &Canned) -> Vec<Finding> {
    let canned = canned.get(&case.language()).map_or(&[][..], Vec::as_slice);
    let mut seen = BTreeSet::new();
    let mut findings = Vec::new();
    for told in &case.talk.told {
        if told.fact.emotion.is_none_or(|emotion| emotion == Emotion::Joy) || !seen.insert(&told.fact.id) {
            continue;
        }
        let line = case.talk.line_of(told.turn);
        let mut formula = None;
        let named = next_turns(case, told.event, turns).find_map(|utterance| {
            let span =
                kind_words(utterance).find(|span| own_words(&text::sentence_at(utterance.text, span.0), canned) > 0);
            if span.is_none() && formula.is_none() && kind_words(utterance).next().is_some() {
                formula = Some(utterance);
            }
            span.map(|span| (utterance, span))
        });
        let finding = match (named, formula) {
            (Some((utterance, span)), _) => {
                Finding::passed(Evidence::of(utterance, "evidence-said").at_span(Some(span)))
            }
            (None, Some(formula)) => Finding::failed(Evidence::of(formula, "evidence-canned")),
            (None, None) => Finding::failed(case.after(line, "evidence-emotion-missed")),
        };
        findings.push(finding.about(told.fact.id.as_str(), line.map(|line| text::clip(line.text))));
    }
    if findings.is_empty() { vec![Finding::not_applicable()] } else { findings }
}

/// The same sentence of empathy is not said twice.
pub(super) fn varies_empathy(case: &Case<'_>) -> Vec<Finding> {
    let mut said = BTreeSet::new();
    let mut faults = Vec::new();
    for utterance in case.talk.operator() {
        // Several parts of one sentence can be kind: that is one sentence still.
        let mut now = BTreeSet::new();
        for span in utterance.spans_of(Move::Empathise) {
            let sentence = text::words(&text::sentence_at(utterance.text, span.0));
            if sentence.len() > 2 && now.insert(sentence.clone()) && said.contains(&sentence) {
                faults.push(Evidence::of(utterance, "evidence-same-empathy").at_span(Some(span)));
            }
        }
        said.append(&mut now);
    }
    if faults.is_empty() && said.is_empty() { vec![Finding::not_applicable()] } else { case.forbids(faults) }
}
