//! Is what the operator restates what the customer had said?

use super::Evidence;
use super::case::Case;
use super::conversation::{Told, Utterance};
use super::text;
use crate::language::agreement::{Comparison, Difference, Verdict, sentence_start};
use crate::language::{Entity, EntityKind, Span};
use crate::moves::Move;

/// Characters of what was told last that a restatement is held against.
const REMEMBERED: usize = 2_000;

/// Wherever the utterance restates something wrongly.
pub(super) fn wrong(case: &Case<'_>, utterance: &Utterance<'_>) -> Vec<Evidence> {
    let sentences = restated(utterance);
    let told = told_before(case, utterance);
    let compared: Vec<(usize, Comparison)> = sentences
        .iter()
        .map(|sentence| {
            (sentence.0, case.played.agreement.compare(&told, &slice(utterance.text, *sentence), day(case)))
        })
        .collect();
    let contradictions = || {
        compared.iter().flat_map(|(offset, comparison)| {
            comparison
                .contradictions
                .iter()
                .map(move |wrong| (Span(wrong.span.0 + offset, wrong.span.1 + offset), wrong))
        })
    };
    let mut evidence = wrong_values(case, utterance);
    for shown in &mut evidence {
        if let Some((_, wrong)) = contradictions().find(|(span, _)| Some((span.0, span.1)) == shown.span) {
            shown.words = "evidence-wrong-restatement";
            shown.arguments.insert("said", wrong.said.clone());
            shown.arguments.insert("told", wrong.told.clone());
        }
    }
    // A value the file knows is no fault, whatever other value the customer named.
    let others = contradictions().filter(|(_, wrong)| wrong.difference != Difference::Value);
    evidence.extend(others.map(|(span, wrong)| {
        Evidence::of(utterance, "evidence-wrong-restatement")
            .with("said", wrong.said.clone())
            .with("told", wrong.told.clone())
            .at_span(Some(span))
    }));
    evidence
}

fn day(case: &Case<'_>) -> Option<jiff::civil::Date> {
    Some(case.played.call.date)
}

/// The stretches that restate, each from the beginning of its sentence. What follows in the sentence may be the
/// solution already.
fn restated(utterance: &Utterance<'_>) -> Vec<Span> {
    let mut stretches: Vec<Span> = utterance
        .spans_of(Move::Restate)
        .map(|Span(start, end)| Span(sentence_start(utterance.text, start), end))
        .collect();
    stretches.dedup();
    stretches
}

/// What the other side said before, the last of it.
fn told_before(case: &Case<'_>, utterance: &Utterance<'_>) -> String {
    let before: Vec<&str> =
        case.talk.other_side().filter(|line| line.event < utterance.event).map(|line| line.text).collect();
    let mut length = 0;
    let kept = before.iter().rev().take_while(|line| {
        length += line.len();
        length <= REMEMBERED
    });
    let from = before.len() - kept.count();
    before[from..].join("\n")
}

/// A datum of the need, or something the customer told of it.
pub(super) fn speaks_of_need(case: &Case<'_>, utterance: &Utterance<'_>, told: &[&Told<'_>]) -> bool {
    let data = told.iter().flat_map(|told| &told.fact.data).filter_map(|name| case.value(name));
    if data.into_iter().any(|value| case.says(utterance, value)) {
        return true;
    }
    let own = text::content(utterance.text);
    told.iter().filter_map(|told| case.talk.line_of(told.turn)).any(|line| {
        text::content(line.text).iter().any(|word| own.contains(word)) || says_the_same(case, line, utterance)
    })
}

/// The utterance states what the line does, in whatever words.
pub(super) fn says_the_same(case: &Case<'_>, line: &Utterance<'_>, said: &Utterance<'_>) -> bool {
    case.played.agreement.compare(line.text, said.text, day(case)).verdict == Verdict::Agrees
}

/// Amounts, dates and numbers of an utterance that neither the customer nor the file says.
fn wrong_values(case: &Case<'_>, utterance: &Utterance<'_>) -> Vec<Evidence> {
    const COMPARED: [EntityKind; 4] =
        [EntityKind::Amount, EntityKind::Date, EntityKind::PhoneNumber, EntityKind::ContractNumber];
    let Some(understood) = utterance.understood else { return Vec::new() };
    understood
        .entities
        .iter()
        .filter(|entity| COMPARED.contains(&entity.kind) && !is_known(case, utterance, entity))
        .map(|entity| {
            Evidence::of(utterance, "evidence-wrong-value")
                .with("value", slice(utterance.text, entity.span))
                .at_span(Some(entity.span))
        })
        .collect()
}

fn slice(text: &str, Span(start, end): Span) -> String {
    text.chars().skip(start).take(end.saturating_sub(start)).collect()
}

fn is_known(case: &Case<'_>, utterance: &Utterance<'_>, entity: &Entity) -> bool {
    let known = |name: &str| case.value(name).is_some_and(|value| text::means(entity, value));
    let products = &case.played.pack.company.products;
    if known("today") || products.iter().any(|product| known(&format!("price.{}", product.id))) {
        return true;
    }
    let people = std::iter::once(&case.played.call.customer).chain(&case.played.call.gatekeeper);
    if people
        .filter_map(|id| case.played.pack.personas.get(id))
        .any(|persona| persona.vary.keys().any(|name| known(name) || known(&format!("{}.{name}", persona.id))))
    {
        return true;
    }
    // A value of the text that is no variable: the customer said it, in these words or in others.
    let said = text::words(&slice(utterance.text, entity.span));
    case.talk.other_side().any(|line| text::find_phrase(&text::words(line.text), &said).is_some())
        || case.played.agreement.mentions(&told_before(case, utterance), entity, day(case))
}

/// A value of that kind that was said instead of the right one, in one of these utterances.
pub(super) fn instead<'c, 'a>(
    utterances: impl Iterator<Item = &'c Utterance<'a>>,
    value: &crate::value::Value,
) -> Option<(&'c Utterance<'a>, Span)>
where
    'a: 'c,
{
    let kind = text::kind_of(value)?;
    utterances.into_iter().find_map(|utterance| {
        let entity = utterance.understood?.entities.iter().find(|entity| entity.kind == kind)?;
        Some((utterance, entity.span))
    })
}

/// The words at a span.
pub(super) fn words_at(utterance: &Utterance<'_>, span: Span) -> String {
    slice(utterance.text, span)
}
